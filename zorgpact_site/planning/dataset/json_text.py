"""The whole dataset as one JSON document, with every value as it is."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from zorgpact_site.planning.dataset.forms import Form, Row, Table

# Made once: there is a row for every text and every relation.
_plain = json.JSONEncoder(ensure_ascii=False).encode
_encode = msgspec.json.Encoder().encode
Head = Mapping[str, object]


def dataset_text(head: Head, tables: Mapping[str, bytes]) -> bytes:
    """The head and the rows of all tables, as they were written."""
    parts = [f"{_plain(name)}: {_plain(value)}".encode() for name, value in head.items()]
    parts += [f"{_plain(name)}: ".encode() + rows for name, rows in tables.items()]
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def document_text(document: object) -> bytes:
    """A document for people to read too."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def rows_text(table: Table[Any], rows: Sequence[Row]) -> bytes:
    """The rows of a table, each on a line of its own, so that changes are seen."""
    # The quick encoder writes small numbers in another way.
    decimals = any(column.form is Form.DECIMAL for column in table.columns)
    lines = b",\n".join(map(_exactly if decimals else _quickly, rows))
    return b"[\n" + lines + b"\n]" if rows else b"[]"


def _exactly(row: Row) -> bytes:
    return _plain(row).encode()


def _quickly(row: Row) -> bytes:
    """The same text for all that has no decimals."""
    return msgspec.json.format(_encode(row), indent=0)

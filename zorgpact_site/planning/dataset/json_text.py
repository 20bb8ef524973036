"""The whole dataset as one JSON document, with every value as it is."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from zorgpact_site.planning.dataset.forms import Form, Row, Table

# Made once: there is a row for every text and every relation.
_plain = json.JSONEncoder(ensure_ascii=False).encode
_encode = msgspec.json.Encoder().encode
Head = Mapping[str, object]


def dataset_text(head: Head, tables: Mapping[str, Sequence[bytes]]) -> bytes:
    """The head and the written rows of all tables, each on a line, so that changes are seen."""
    return b"".join(_pieces(head, tables))  # at once, as it may be large


def _pieces(head: Head, tables: Mapping[str, Sequence[bytes]]) -> Iterator[bytes]:
    between = b"{\n"
    for name, value in head.items():
        yield between + f"{_plain(name)}: {_plain(value)}".encode()
        between = b",\n"
    for name, rows in tables.items():
        yield between + f"{_plain(name)}: ".encode()
        yield from _list_of(rows)
        between = b",\n"
    yield b"\n}\n"


def _list_of(rows: Sequence[bytes]) -> Iterator[bytes]:
    between = b"[\n"
    for row in rows:
        yield between
        yield row
        between = b",\n"
    yield b"\n]" if rows else b"[]"


def document_text(document: object) -> bytes:
    """A document for people to read too."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def row_writer(table: Table[Any]) -> Callable[[Row], bytes]:
    """How a row of a table is written as a line."""
    # The quick encoder writes small numbers in another way.
    decimals = any(column.form is Form.DECIMAL for column in table.columns)
    return _exactly if decimals else _quickly


def _exactly(row: Row) -> bytes:
    return _plain(row).encode()


def _quickly(row: Row) -> bytes:
    """The same text for all that has no decimals."""
    return msgspec.json.format(_encode(row), indent=0)

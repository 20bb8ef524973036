"""The whole dataset as one JSON document, with every value as it is."""

import json
from collections.abc import Mapping, Sequence

from zorgpact_site.planning.dataset.forms import Row

# Made once: there is a row for every text and every relation.
_plain = json.JSONEncoder(ensure_ascii=False).encode
Head = Mapping[str, object]


def dataset_text(head: Head, tables: Mapping[str, bytes]) -> bytes:
    """The head and the rows of all tables, as they were written."""
    parts = [f"{_plain(name)}: {_plain(value)}".encode() for name, value in head.items()]
    parts += [f"{_plain(name)}: ".encode() + rows for name, rows in tables.items()]
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def document_text(document: object) -> bytes:
    """A document for people to read too."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def rows_text(rows: Sequence[Row]) -> bytes:
    """The rows of a table, each on a line of its own, so that changes are seen."""
    lines = b",\n".join(_plain(row).encode() for row in rows)
    return b"[\n" + lines + b"\n]" if rows else b"[]"

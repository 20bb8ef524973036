"""The whole dataset as one JSON document, with every value as it is."""

import json
from collections.abc import Mapping, Sequence

from zorgpact_site.planning.dataset.forms import Row

# Made once: there is a row for every text and every relation.
_plain = json.JSONEncoder(ensure_ascii=False).encode
Head = Mapping[str, object]


def dataset_text(head: Head, tables: Mapping[str, str]) -> str:
    """The head and the rows of all tables, as they were written."""
    parts = [f"{_plain(name)}: {_plain(value)}" for name, value in head.items()]
    parts += [f"{_plain(name)}: {rows}" for name, rows in tables.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def document_text(document: object) -> str:
    """A document for people to read too."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def rows_text(rows: Sequence[Row]) -> str:
    """The rows of a table, each on a line of its own, so that changes are seen."""
    lines = ",\n".join(map(_plain, rows))
    return f"[\n{lines}\n]" if rows else "[]"

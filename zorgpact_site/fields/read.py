"""A mapping and a table of fields become values; what does not fit becomes diagnostics."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.fields.field import Field, Values
from zorgpact_site.names import nearest
from zorgpact_site.placed_yaml import Mapping, Node, Scalar, Sequence

OWN_PREFIX = "x-"


def read_fields(
    mapping: Mapping,
    fields: Iterable[Field[object]],
    found: list[Diagnostic],
    missing_at: Location | None = None,
) -> Values:
    """Read each key by its field; add unknown, missing, empty and refused ones to `found`.

    A value that is refused does not hide another: each key is read on its own.
    """
    table = {field.key: field for field in fields}
    values: dict[str, object] = {}
    places: dict[str, Location] = {}
    for key, node in mapping.entries:
        field = table.get(key.text)
        if field is None:
            if not key.text.startswith(OWN_PREFIX):
                near = nearest(key.text, table)
                found.append(problem(rules.UNKNOWN_KEY, key.where, near=near, key=key.text))
            continue
        places[key.text] = node.where
        if is_empty(node):
            found.append(problem(rules.EMPTY_VALUE, key.where, key=key.text))
            continue
        value = field.type.read(node, field, found)
        if value is not None:
            values[key.text] = value
    for field in table.values():
        if field.required and field.key not in places:
            where = missing_at or mapping.where
            example = f"{field.key}: {field.example}"
            found.append(problem(rules.MISSING_KEY, where, key=field.key, example=example))
    return Values(values, places)


def is_empty(node: Node) -> bool:
    """Whether nothing was filled in: no text (or a plain `~` or `null`), no items, no keys."""
    match node:
        case Scalar(text=text, plain=plain):
            return not text.strip() or (plain and text in {"~", "null", "Null", "NULL"})
        case Sequence(items=items):
            return not items
        case Mapping(entries=entries):
            return not entries

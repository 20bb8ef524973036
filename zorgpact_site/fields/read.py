"""A mapping and a table of fields become values; what does not fit becomes diagnostics."""

from collections.abc import Iterable
from collections.abc import Mapping as TableOf

from zorgpact_site.diagnostics import Diagnostic, Edit, Location, Replace, problem
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.fields.dutch_keys import key_meant_by
from zorgpact_site.fields.field import Field, Values
from zorgpact_site.fields.unindented import taken_in
from zorgpact_site.names import nearest, sure_name
from zorgpact_site.placed_yaml import Mapping, Node, Scalar, Sequence

OWN_PREFIX = "x-"
_SHORTEST = 4  # letters of a key that a slip still shows in; there are few keys
_GUESSED = 100  # mistakes in a file; nobody reads guesses at more, and each takes time


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
    guessed: set[str] = set()
    inside: set[Location] = set()  # where keys stand that a group above them took in
    for key, node in mapping.entries:
        field = table.get(key.text)
        if field is None and not key.text.startswith(OWN_PREFIX) and key.where not in inside:
            told, meant = _unknown(key, node, table, mapping, guess=len(found) < _GUESSED)
            found.append(told)
            guessed.update(told.near[:1])
            # What is surely meant is read as that, so that all its mistakes are told in one run.
            field = table.get(meant)
        if field is None or field.key in places:
            continue
        places[field.key] = node.where
        if is_empty(node):
            group = taken_in(key, mapping.entries, table, found) if key.text in table else None
            if group is None:
                found.append(problem(rules.EMPTY_VALUE, key.where, key=key.text))
                continue
            node = group  # noqa: PLW2901 - it is what was meant to stand there
            inside.update(one.where for one, _node in group.entries)
        value = field.type.read(node, field, found)
        # A yes or no in other words is not followed: it could keep a text from being published.
        followed = field.key == key.text or not isinstance(value, bool)
        if value is not None and followed:
            values[field.key] = value
    for field in table.values():
        # A key that was typed in other words is not missing besides.
        if field.required and field.key not in places and field.key not in guessed:
            where = missing_at or mapping.where
            example = f"{field.key}: {field.example}"
            found.append(problem(rules.MISSING_KEY, where, key=field.key, example=example))
    return Values(values, places)


def _unknown(
    key: Scalar, node: Node, table: TableOf[str, Field[object]], mapping: Mapping, *, guess: bool
) -> tuple[Diagnostic, str]:
    """What to say of a key that is not known, and the key that is surely meant.

    That is empty when nobody can tell, or when it is typed as well.
    """
    if not guess:
        return _refused(key), ""
    dutch = key_meant_by(key.text, table)
    meant = dutch or sure_name(key.text, table, _SHORTEST)
    if any(other.text == meant for other, _node in mapping.entries):
        meant = ""
    near = (dutch,) if dutch else nearest(key.text, table)
    return _refused(key, near, _renamed(key, node, meant, table)), meant


def _refused(key: Scalar, near: tuple[str, ...] = (), fix: tuple[Edit, ...] = ()) -> Diagnostic:
    return problem(rules.UNKNOWN_KEY, key.where, near=near, fix=fix, key=key.text)


def _renamed(
    key: Scalar, node: Node, meant: str, table: TableOf[str, Field[object]]
) -> tuple[Edit, ...]:
    """The edit that mends a key when the one that was meant takes the value."""
    if not meant or is_empty(node) or not key.plain:
        return ()
    problems: list[Diagnostic] = []
    table[meant].type.read(node, table[meant], problems)
    return () if problems else (Replace(key.where, meant),)


def is_empty(node: Node) -> bool:
    """Whether nothing was filled in: no text (or a plain `~` or `null`), no items, no keys."""
    match node:
        case Scalar(text=text, plain=plain):
            return not text.strip() or (plain and text in {"~", "null", "Null", "NULL"})
        case Sequence(items=items):
            return not items
        case Mapping(entries=entries):
            return not entries

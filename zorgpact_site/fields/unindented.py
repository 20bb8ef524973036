"""Keys of a group that stand straight below the key of the group, and so belong to the file."""

from collections.abc import Mapping as TableOf
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics.field_rules import UNINDENTED_KEYS
from zorgpact_site.fields.field import Field
from zorgpact_site.placed_yaml import Mapping, Node, Scalar


def taken_in(
    key: Scalar,
    entries: Sequence[tuple[Scalar, Node]],
    table: TableOf[str, Field[object]],
    found: list[Diagnostic],
) -> Mapping | None:
    """The group at a key without a value: the entries right below that it alone can hold."""
    own = _keys_of(table[key.text]) - table.keys()
    below = [one for one in entries if one[0].where.line > key.where.line]
    group = tuple(takewhile(lambda one: _is_straight(key, one[0]) and one[0].text in own, below))
    if not group:
        return None
    first = group[0][0].where
    names = ", ".join(one.text for one, _node in group)
    fix = tuple(Replace(replace(one.where, length=0), "  ") for one, _node in group)
    found.append(problem(UNINDENTED_KEYS, first, fix=fix, key=key.text, names=names))
    return Mapping(group, first)


def _keys_of(field: Field[object]) -> frozenset[str]:
    """The keys within a group, or within each group of a list; other types have no fields."""
    kind = getattr(field.type, "item", field.type)
    return frozenset(one.key for one in getattr(kind, "fields", ()))


def _is_straight(key: Scalar, one: Scalar) -> bool:
    return one.where.column == key.where.column

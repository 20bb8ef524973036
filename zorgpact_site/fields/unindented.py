"""Keys of a group that stand straight below the key of the group, and so belong to the file."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as TableOf
from dataclasses import replace

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics.field_rules import UNINDENTED_KEYS
from zorgpact_site.fields.field import Field
from zorgpact_site.placed_yaml import Mapping, Node, Scalar

Entry = tuple[Scalar, Node]


def taken_in(
    entries: Sequence[Entry], table: TableOf[str, Field[object]], found: list[Diagnostic]
) -> Iterator[Entry]:
    """The entries of a mapping; an empty group takes in those below it that it alone can hold."""
    at = 0
    while at < len(entries):
        key, node = entries[at]
        at += 1
        if isinstance(node, Scalar) and not node.text and key.text in table:
            own = _keys_of(table[key.text]) - table.keys()
            count = next(
                (n for n, (one, _node) in enumerate(entries[at:]) if not _is_below(key, one, own)),
                len(entries) - at,
            )
            if count:
                node = _group(key, entries[at : at + count], found)
                at += count
        yield key, node


def _keys_of(field: Field[object]) -> frozenset[str]:
    """The keys within a group, or within each group of a list; other types have no fields."""
    kind = getattr(field.type, "item", field.type)
    return frozenset(one.key for one in getattr(kind, "fields", ()))


def _is_below(key: Scalar, one: Scalar, own: frozenset[str]) -> bool:
    is_straight = one.where.column == key.where.column and one.where.line > key.where.line
    return is_straight and one.text in own


def _group(key: Scalar, entries: Sequence[Entry], found: list[Diagnostic]) -> Mapping:
    first = entries[0][0].where
    names = ", ".join(one.text for one, _node in entries)
    fix = tuple(Replace(replace(one.where, length=0), "  ") for one, _node in entries)
    found.append(problem(UNINDENTED_KEYS, first, fix=fix, key=key.text, names=names))
    return Mapping(tuple(entries), first)

"""Names one after another where a list was meant, and commas left over from such a list."""

import re

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics.field_rules import COMMA_AT_END, LIST_AS_TEXT
from zorgpact_site.placed_yaml import Scalar

_BETWEEN = re.compile(r"[,;]\s|;")
_LAST = re.compile(r"\s(?:en|&)\s")
_AT_END = ",;"
_LONG = 300  # signs
_NO_TEXT = frozenset("[]{}#:\"'")


def told_as_text(node: Scalar, key: str) -> Diagnostic | None:
    """What to say of `A, B` where each is a value; in quotation marks it is one on purpose."""
    parts = [part.strip() for part in _BETWEEN.split(node.text) if part.strip()]
    if not node.plain or not parts[1:]:
        return None
    parts[-1:] = map(str.strip, _LAST.split(parts[-1]))
    plain = len(node.text) < _LONG and all(_NO_TEXT.isdisjoint(part) for part in parts)
    near = (f"{key}: [{', '.join(parts)}]",) if plain else ()
    return problem(LIST_AS_TEXT, node.where, near=near, key=key)


def comma_at_end(node: Scalar) -> Diagnostic | None:
    """What to say of an item of a list that ends in a comma, as between brackets."""
    kept = node.text.rstrip(f"{_AT_END} ")
    if not node.plain or kept == node.text or not kept:
        return None
    where = node.where
    at = Location(where.path, where.line, where.column + len(kept), len(node.text) - len(kept))
    fix = (Replace(at, ""),) if where.length == len(node.text) else ()
    return problem(COMMA_AT_END, at if fix else where, near=(kept,), fix=fix)

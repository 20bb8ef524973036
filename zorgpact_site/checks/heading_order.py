"""A heading that skips a level."""

from collections.abc import Iterable, Iterator, Sequence

from zorgpact_site.diagnostics import (
    Diagnostic,
    Edit,
    Location,
    Replace,
    Rule,
    Severity,
    problem,
)
from zorgpact_site.model.body import Heading
from zorgpact_site.model.site import Site

RULE = Rule(
    "heading-order",
    Severity.WARNING,
    "this heading skips a level: {found} where {wanted} would follow",
    "let a heading be at most one level below the one it belongs to: ## and below it ###",
    "Who listens to a page goes from heading to heading and takes their levels for the plan of "
    "the text; a level that is skipped sounds like something missed. A text starts with ##, for "
    "its title is the first level. The size of the letters is no reason to skip a level. "
    "Source: WCAG 2.2, 1.3.1 and 2.4.6.",
)
_TOP = 2


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare each heading with the one it belongs to."""
    for entry in site.entries:
        headings = entry.text.body.headings
        skipped = []
        above = _TOP - 1
        for heading in headings:
            if heading.level > above + 1:
                skipped.append((heading, "#" * (above + 1)))
            above = heading.level
        if skipped and any(heading.signs not in {0, heading.level} for heading in headings):
            continue  # one with a single # has moved all others down, and has been told of
        fix = tuple(_edits(headings, even_levels(headings))) if skipped else ()
        for heading, wanted in skipped:
            found = "#" * heading.level
            yield problem(RULE, heading.where, fix=fix, found=found, wanted=wanted)


def even_levels(headings: Sequence[Heading]) -> list[int]:
    """The levels as they would be without a skip; empty when the plan of the text is not clear.

    It is clear when headings that belong to one and the same have one level.
    """
    levels: list[int] = []
    above: list[int] = []  # the levels of the headings that the next one may belong to
    below: dict[int, int] = {}  # by depth the level of the last heading there
    for heading in headings:
        while above and above[-1] >= heading.level:
            above.pop()
        depth = len(above)
        below = {one: level for one, level in below.items() if one <= depth}
        if below.setdefault(depth, heading.level) != heading.level:
            return []
        above.append(heading.level)
        levels.append(depth + _TOP)
    return levels


def _edits(headings: Sequence[Heading], levels: Sequence[int]) -> Iterator[Edit]:
    """Edits that give each heading its level, when all are typed with as many # as they have."""
    if not levels or any(heading.signs != heading.level for heading in headings):
        return
    for heading, level in zip(headings, levels, strict=True):
        if level != heading.level:
            at = heading.where
            signs = Location(at.path, at.line, at.column, heading.signs)
            yield Replace(signs, "#" * level)

"""A heading with nothing below it."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "empty-section",
    Severity.WARNING,
    "there is nothing below this heading",
    "write the text that belongs here, or take the heading away",
    "A heading promises text. One is often left behind when a page is copied from elsewhere, such "
    "as the title of a list that the other site made. A heading right above a lower one is fine: "
    "the lower one is its text. Pictures, tables, lists and code count as text too.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find headings with nothing up to the next one of the same or a higher level."""
    for entry in site.entries:
        headings = entry.text.body.headings
        for heading, after in zip(headings, (*headings[1:], None), strict=False):
            if heading.bare and (after is None or after.level <= heading.level):
                yield problem(RULE, heading.where)

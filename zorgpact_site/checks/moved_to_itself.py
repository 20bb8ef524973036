"""A meeting that would have been moved to the day it already had."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "moved-to-itself",
    Severity.ERROR,
    "this meeting would have been moved from {day} to the same day",
    "write the new day at date, and the first one at moved_from",
    "With status: moved the key date holds the day that the meeting got, and moved_from the day "
    "that was announced first.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the day of each moved meeting with the day it had before."""
    for article in site.articles:
        if article.event and article.moved_from and article.moved_from == article.date:
            yield problem(RULE, article.place_of("moved_from"), day=str(article.moved_from))

"""What became of a meeting, told in an article that is about none."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "status-without-event",
    Severity.ERROR,
    "{key} tells what became of a meeting, but this article is about none",
    "write event: with the name of the meeting, or take this line away",
    "Only a meeting can be moved or called off, and only an article with event is about one. "
    "Without event no page would show that the meeting is off.",
)
_KEYS = ("status", "moved_from")


def check(site: Site) -> Iterable[Diagnostic]:
    """Find articles without a meeting whose front matter moves it or calls it off."""
    for article in site.articles:
        for key in _KEYS if not article.event else ():
            if key in article.places:
                yield problem(RULE, article.place_of(key), key=key)

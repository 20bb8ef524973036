"""An earlier day of a meeting that is not said to have been moved."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import MeetingStatus
from zorgpact_site.model.site import Site

RULE = Rule(
    "moved-without-status",
    Severity.ERROR,
    "this meeting had another day ({day}), but is not said to have been moved",
    "write status: moved, or take this line away",
    "Readers and calendars are told that a meeting was moved when its front matter says so: "
    "status: moved, with the first day at moved_from and the new one at date. A meeting that was "
    "moved and called off after that has status: cancelled; it may keep moved_from.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find meetings with an earlier day that go on as planned."""
    for article in site.articles:
        as_planned = article.status is MeetingStatus.AS_PLANNED
        if article.event and article.moved_from and as_planned and "status" not in article.places:
            yield problem(RULE, article.place_of("moved_from"), day=str(article.moved_from))

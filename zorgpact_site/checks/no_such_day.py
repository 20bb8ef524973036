"""A date in the prose that no calendar has."""

from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.dutch_dates import find_lost_days
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.wording import MONTHS

RULE = Rule(
    "no-such-day",
    Severity.WARNING,
    "“{value}” does not exist: {month} has {count} days",
    "check the day and the month, here and at date:",
    "A date with a day that its month does not have (31 juni, 30 februari, 29 februari 2019) is a "
    "slip in the day or in the month, and readers cannot tell which. Dates in words and in figures "
    "are read, in titles and captions too; not those in code.",
)
_DAYS = ("29", "30", "31")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look where a text has one of the days that some months have not."""
    for passage in prose.gathered.holding(*_DAYS):
        for lost in find_lost_days(passage.text):
            month = MONTHS[lost.month - 1]
            yield problem(
                RULE,
                passage.locate(lost.start, lost.end),
                value=passage.text[lost.start : lost.end],
                month=f"{month} {lost.year}" if lost.year else month,
                count=lost.last,
            )


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

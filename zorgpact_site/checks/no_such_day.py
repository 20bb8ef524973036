"""A date in the prose that no calendar has."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.dutch_dates import LostDay, find_lost_days
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
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
    "are read, in titles and captions too; not those in code, figures behind versie, nummer and "
    "the like, and days of which the text says itself that they do not exist.",
)
_DAYS = ("29", "30", "31")
# What gives figures with dots or strokes another meaning than that of a date.
_NUMBER_OF = re.compile(
    r"\b(?:versie|release|artikel|art|paragraaf|hoofdstuk|nummer|nr|kenmerk|dossier|zaak|besluit"
    r"|factuur|order)(?:nummer)?[:. ]{1,2}$",
    re.IGNORECASE,
)
_FAR = 20  # signs that such a word takes
_UNREAL = re.compile(r"[”’\"'`]? (?:bestaat|bestaan) niet\b")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look where a text has one of the days that some months have not."""
    for passage in prose.gathered.holding(*_DAYS):
        for lost in find_lost_days(passage.text):
            if _is_no_date(passage, lost):
                continue
            month = MONTHS[lost.month - 1]
            yield problem(
                RULE,
                passage.locate(lost.start, lost.end),
                value=passage.text[lost.start : lost.end],
                month=f"{month} {lost.year}" if lost.year else month,
                count=lost.last,
            )


def _is_no_date(passage: Passage, lost: LostDay) -> bool:
    """Whether the figures count something else, or the text speaks of a day as unreal."""
    text = passage.text
    before = text[max(lost.start - _FAR, 0) : lost.start]
    is_figure = not any(sign.isalpha() for sign in text[lost.start : lost.end])
    return bool((is_figure and _NUMBER_OF.search(before)) or _UNREAL.match(text, lost.end))


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

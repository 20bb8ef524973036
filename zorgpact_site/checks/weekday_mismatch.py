"""A weekday that does not belong to the date beside it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic, Replace, Rule, Severity, problem
from zorgpact_site.dutch_dates import NamedDay, fitting_years
from zorgpact_site.model.entries import Article, Linked, Tool
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.wording import WEEKDAYS, day

RULE = Rule(
    "weekday-mismatch",
    Severity.WARNING,
    "“{value}” cannot be right: {day} falls on a {weekday}",
    "check the weekday, the day and the year, here and at date:",
    "Each weekday with a date in the prose is held against the calendar, as in “dinsdag 27 maart”, "
    "“di. 27 mrt” or “zaterdag en zondag 3 en 4 juni”. With a year it must fit that year. Without "
    "one it must fit a day between 200 days before and 400 days after the date of the article; the "
    "day of the meeting itself must fit the date of the meeting. A year that stands in the same "
    "paragraph or the one before it may be meant too, so those are let off the hook. Block quotes "
    "are judged only with a year, since they may be old. A machine mends the weekday only when "
    "the full date stands both here and at date:, no year beside it fits the weekday, and the text "
    "does not repeat it: else the date may be the slip.",
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_NEAR_YEARS = 3


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Hold every weekday in the prose of a text against the calendar."""
    for told in prose.dates:
        places = set[int]()
        for named in told.found.named:
            if named.weekday is None or named.start in places:
                continue
            places.add(named.start)  # “dinsdagen 11 en 18 juni” has one word for both days
            right = _right_day(prose, told, named)
            if right:
                yield _mismatch(prose, told, named, right)


def _right_day(prose: Prose, told: ToldDate, named: NamedDay) -> date | None:
    """The day that the text probably means, when its weekday is wrong."""
    entry = prose.entry
    around = _date_of(entry)
    if told.found.year is None and told.passage.role is Role.QUOTE:
        return None
    days = told.meant(named, around)
    own = [one for one in days if isinstance(entry, Article) and _is_own(entry, one)]
    days = tuple(own) or days
    if not days or any(one.weekday() == named.weekday for one in days):
        return None
    if told.found.year is None and _fits_a_year_nearby(prose, told, named):
        return None
    middle = around.first_day if around else days[0]
    return min(days, key=lambda one: abs(one - middle))


def _date_of(entry: Linked) -> PartialDate | None:
    if isinstance(entry, Article):
        return entry.date or entry.published
    return entry.date if isinstance(entry, Tool) else None


def _is_own(article: Article, one: date) -> bool:
    """Whether this is a day of the meeting."""
    own = article.date
    return own is not None and own.exact and own.first_day <= one <= (article.end or own).last_day


def _fits_a_year_nearby(prose: Prose, told: ToldDate, named: NamedDay) -> bool:
    """Whether the weekday is right in a year that the paragraph, or the one before it, names."""
    passages = prose.passages
    at = passages.index(told.passage)
    words = " ".join(passage.text for passage in passages[max(at - 1, 0) : at + 1])
    return any(_fits(named, told, int(year)) for year in _YEAR.findall(words))


def _fits(named: NamedDay, told: ToldDate, year: int, around: int = 0) -> bool:
    years = range(year - around, year + around + 1)
    weekday = named.weekday
    return weekday is not None and bool(fitting_years(weekday, told.found.month, named.day, years))


def _mismatch(prose: Prose, told: ToldDate, named: NamedDay, right: date) -> Diagnostic:
    typed = told.passage.text[named.start : named.end]
    mended = _in_form(typed, right.weekday())
    where = told.passage.locate(named.start, named.end)
    return problem(
        RULE,
        where,
        near=(mended, *_other_year(named, right)),
        fix=(Replace(where, mended),) if _is_sure(prose, told, named) else (),
        value=f"{typed} {day(right, weekday=False).rsplit(' ', 1)[0]}",
        day=day(right, weekday=False),
        weekday=WEEKDAYS[right.weekday()],
    )


def _other_year(named: NamedDay, right: date) -> tuple[str, ...]:
    """The date in the nearest other year in which its weekday is right."""
    years = range(right.year - _NEAR_YEARS, right.year + _NEAR_YEARS + 1)
    weekday = named.weekday
    fitting = () if weekday is None else fitting_years(weekday, right.month, right.day, years)
    if not fitting:
        return ()
    year = min(fitting, key=lambda one: (abs(one - right.year), one))
    return (day(right.replace(year=year)),)


def _in_form(typed: str, weekday: int) -> str:
    """The right weekday in the form of the wrong one: `Dinsdagavond` for `Maandagavond`."""
    name = WEEKDAYS[weekday]
    wrong = next(one for one in WEEKDAYS if one[:2] == typed[:2].lower())
    full = typed.lower().startswith(wrong)
    name, rest = (name, typed[len(wrong) :]) if full else (name[:2], typed[2:])
    if typed[:2].isupper():
        return name.upper() + rest
    return (name.capitalize() if typed[0].isupper() else name) + rest


def _is_sure(prose: Prose, told: ToldDate, named: NamedDay) -> bool:
    """Whether the weekday is the slip, and not the date."""
    entry, found = prose.entry, told.found
    if not isinstance(entry, Article) or found.year is None or entry.date is None:
        return False
    if entry.date != PartialDate(found.year, found.month, named.day):
        return False
    if _fits(named, told, found.year, around=1) or not told.passage.exact(named.start, named.end):
        return False
    return not any(
        other is not told and other.found.month == found.month and again.day == named.day
        for other in prose.dates
        for again in other.found.named
        if again.weekday == named.weekday
    )


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

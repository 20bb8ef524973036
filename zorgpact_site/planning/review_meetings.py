"""The meetings of a year, month by month."""

from collections.abc import Sequence

from zorgpact_site import wording
from zorgpact_site.model.entries import Article
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link, When
from zorgpact_site.planning.views.reviews import MeetingLine, MonthView
from zorgpact_site.planning.years import Year

_UNKNOWN_MONTH = "Maand niet bekend"
_A_MONTH = 4  # with one more, that one is shown: a line that says so would be as long


def months_of(year: Year, parts: Parts, archive: str) -> tuple[MonthView, ...]:
    """The meetings by month, in order; a full month shows its first ones."""
    months: dict[int, list[Article]] = {}
    for meeting in year.meetings:
        if meeting.date:
            months.setdefault(meeting.date.month, []).append(meeting)
    unknown = months.pop(0, [])
    named = [(wording.MONTHS[month - 1].capitalize(), found) for month, found in months.items()]
    if unknown:
        named.append((_UNKNOWN_MONTH, unknown))
    return tuple(_month(title, found, year.number, parts, archive) for title, found in named)


def _month(
    title: str, meetings: Sequence[Article], year: int, parts: Parts, archive: str
) -> MonthView:
    shown = meetings[:_A_MONTH] if len(meetings) > _A_MONTH + 1 else meetings
    rest = len(meetings) - len(shown)
    more = f"Nog {wording.number(rest)} in het archief" if rest > 0 else ""
    return MonthView(
        title=title,
        count=wording.count(len(meetings), "bijeenkomst", "bijeenkomsten"),
        meetings=tuple(
            MeetingLine(parts.link(one), _day(one, year), parts.links(one.regions)) for one in shown
        ),
        more=Link(more, archive) if more else None,
    )


def _day(article: Article, year: int) -> When | None:
    """The date without the year, which the page tells; None when only the year is known."""
    if article.date is None or not article.date.month:
        return None
    text = wording.date_range(article.date, article.end).removesuffix(f" {year}")
    return When(text, "" if article.end else str(article.date))

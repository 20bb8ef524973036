"""What happened in a year, and the years that can be looked back on."""

from dataclasses import dataclass

from zorgpact_site.planning.charts import BarChart, MonthChart, SpreadChart
from zorgpact_site.planning.pieces import Link, ThemeTag, When
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.home import Figure
from zorgpact_site.planning.views.tools import ToolView


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in one line; the year is known, so `when` may be a day and month alone."""

    meeting: Link
    when: When | None
    regions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The meetings of a month; `more` leads to those that are left out."""

    title: str
    count: str
    meetings: tuple[MeetingLine, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class NewMember:
    """A koploper that joined, and when."""

    koploper: Link
    when: str
    themes: tuple[ThemeTag, ...]


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """`span` is the range in words, `told` how many reports say it; empty when none does.

    Meetings are bars in `chart`, or dashes in `spread` when there are many.
    """

    span: str
    told: str
    chart: BarChart | None
    spread: SpreadChart | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A year: what happened, where, who joined, about what, what came of it, who was there.

    `ongoing` is said of a year that is not over; `ahead` leads to meetings that were
    then yet to come.
    """

    chrome: Chrome
    year: int
    intro: str
    ongoing: str
    ahead: Link | None
    figures: tuple[Figure, ...]
    months: MonthChart | None
    meetings: tuple[MonthView, ...]
    regions: BarChart | None
    members: tuple[NewMember, ...]
    more_members: Link | None
    themes: BarChart | None
    tools: tuple[ToolView, ...]
    more_tools: Link | None
    attendance: AttendanceView
    earlier: Link | None
    later: Link | None
    archive: Link


@dataclass(frozen=True, slots=True)
class ReviewsView:
    """The years with a review, latest first, as bars of their meetings."""

    chrome: Chrome
    intro: str
    years: BarChart | None

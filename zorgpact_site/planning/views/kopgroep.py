"""The Kopgroep: its growth, its members, and who works on which theme."""

from dataclasses import dataclass

from zorgpact_site.planning.charts import StepChart, StepRow
from zorgpact_site.planning.pieces import Link, ThemeTag
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.home import Figure


@dataclass(frozen=True, slots=True)
class GrowthView:
    """The growth of the Kopgroep; without a `chart` the `known` rows are all there is to tell.

    `undated` are numbers that articles without a date state; the table of a chart has them too.
    """

    chart: StepChart | None
    method: str
    known: tuple[StepRow, ...]
    undated: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """A koploper in the list. `since` is when it was member, in words; the date to sort by."""

    title: str
    href: str
    summary: str
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    since: str
    since_date: str
    reports: int
    report_count: str


@dataclass(frozen=True, slots=True)
class CrossView:
    """Which koploper works on which theme: a row of marks for each koploper, and the totals.

    `rest` tells in words of koplopers without a theme.
    """

    heads: tuple[ThemeTag, ...]
    rows: tuple[tuple[Link, tuple[bool, ...]], ...]
    totals: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class KopgroepView:
    """The overview of all koplopers; `brief` when there are many, each in a line or two.

    `narrowed` when there are so many that readers may want fewer.
    Of `cross` and `cross_page` one is there, or neither.
    """

    chrome: Chrome
    intro: str
    figures: tuple[Figure, ...]
    growth: GrowthView
    brief: bool
    narrowed: bool
    members: tuple[MemberView, ...]
    cross: CrossView | None
    cross_page: Link | None


@dataclass(frozen=True, slots=True)
class CrossPageView:
    """The koplopers by theme on a page of their own, when there are many."""

    chrome: Chrome
    intro: str
    cross: CrossView

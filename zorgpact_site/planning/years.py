"""What the site knows of each year until today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, ArticleKind, Koploper, Tool
from zorgpact_site.model.site import Site

D = TypeVar("D", Article, Koploper, Tool)


@dataclass(frozen=True, slots=True)
class Year:
    """What the site knows of a year up to today; `ahead` are meetings of it yet to come.

    `articles` are all those of the year but the announcements, `meetings` the reports among
    them, earliest first. Meetings that were called off are in none of these.
    """

    number: int
    articles: tuple[Article, ...]
    meetings: tuple[Article, ...]
    ahead: tuple[Article, ...]
    members: tuple[Koploper, ...]
    tools: tuple[Tool, ...]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many meetings, regions that these were in, new koplopers, and tools."""
        regions = {region.key for one in self.meetings for region in one.regions}
        return len(self.meetings), len(regions), len(self.members), len(self.tools)


def reviewed_years(site: Site) -> tuple[int, ...]:
    """The years that can be looked back on, earliest first: begun, and with a dated article."""
    years = {article.date.year for article in site.articles if article.date}
    return tuple(sorted(year for year in years if year <= site.today.year))


def years_of(site: Site) -> tuple[Year, ...]:
    """What is known of each reviewed year, earliest first."""
    articles = _by_year((one.date, one) for one in reversed(site.articles))
    joined = (one for one in site.koplopers if one.joined and one.joined.first_day <= site.today)
    members = _by_year((one.joined, one) for one in joined)
    made = (one for one in site.tools if one.date and one.date.first_day <= site.today)
    tools = _by_year((one.date, one) for one in made)
    return tuple(
        _year(number, articles[number], members.get(number, ()), tools.get(number, ()))
        for number in reviewed_years(site)
    )


def _by_year(dated: Iterable[tuple[PartialDate | None, D]]) -> Mapping[int, Sequence[D]]:
    found: dict[int, list[D]] = defaultdict(list)
    for date, one in dated:
        if date is not None:
            found[date.year].append(one)
    return found


def _year(
    number: int, dated: Sequence[Article], members: Sequence[Koploper], tools: Sequence[Tool]
) -> Year:
    dated = tuple(one for one in dated if not one.cancelled)
    past = tuple(one for one in dated if one.kind is not ArticleKind.ANNOUNCEMENT)
    return Year(
        number=number,
        articles=past,
        meetings=tuple(one for one in past if one.kind is ArticleKind.REPORT),
        ahead=tuple(one for one in dated if one.kind is ArticleKind.ANNOUNCEMENT),
        members=tuple(sorted(members, key=lambda one: str(one.joined))),
        tools=tuple(tools),
    )

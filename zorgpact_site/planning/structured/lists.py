"""Lists for programs: the trail to a page, and what a page lists, from what it shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.charts import BarChart
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.structured.nodes import Node, node, reference
from zorgpact_site.planning.views import (
    ArchiveView,
    CrossPageView,
    DossierView,
    KopgroepView,
    ListView,
    MeetingsView,
    ReviewsView,
    ReviewView,
    ThingsView,
    ToolsView,
    View,
)


class Titled(Protocol):
    """A card of any kind, which leads somewhere."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def href(self) -> str:
        """Where it leads, as seen from its page."""


def trail(here: Here, crumbs: Sequence[Link], name: str) -> Node | None:
    """The way from the first page to this one, which comes last; the first page has none."""
    if not crumbs:
        return None
    steps = [*((crumb.text, here.full(crumb.href)) for crumb in crumbs), (name, here.canonical)]
    items = [
        node("ListItem", position=place, name=text, item=reference(address))
        for place, (text, address) in enumerate(steps, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)


def item_list(here: Here, view: View) -> Node | None:
    """What a page lists, in its order; None for a page that is no list, or an empty one."""
    items = [
        node("ListItem", position=place, name=link.text, url=here.full(link.href))
        for place, link in enumerate(_listed(view), 1)
    ]
    return node("ItemList", numberOfItems=len(items), itemListElement=items) if items else None


def _listed(view: View) -> Iterator[Link]:
    match view:
        case ListView():
            yield from _links(chain.from_iterable(group.cards for group in view.groups))
        case MeetingsView():
            yield from _links(view.ahead)
            yield from _links(chain.from_iterable(group.cards for group in view.past))
        case DossierView() if not view.first:
            yield from _links(view.reports)
        case ThingsView():
            yield from _links(view.things)
        case KopgroepView():
            yield from _links(view.members)
        case CrossPageView():
            yield from (link for link, _marks in view.cross.rows)
        case ToolsView():
            yield from _links(chain.from_iterable(group.tools for group in view.groups))
        case ArchiveView() | ReviewsView():
            yield from _rows(view.years)
        case ReviewView():
            yield from (line.meeting for month in view.meetings for line in month.meetings)


def _links(cards: Iterable[Titled]) -> Iterator[Link]:
    return (Link(card.title, card.href) for card in cards)


def _rows(chart: BarChart | None) -> Iterator[Link]:
    return (bar.row.name for bar in chart.bars) if chart else iter(())

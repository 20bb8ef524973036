"""The first page."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Card, Link, ThingCard
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.maps import RegionsMap


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts.

    `one` is the label once one of them is left, for what may grow less before the eyes of readers:
    meetings ahead.
    """

    number: str
    label: str
    href: str
    one: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what is new, what is coming, and the ways into the network.

    `ahead_next` take the place of those in `ahead` that are over before the next build.
    """

    chrome: Chrome
    intro: str
    newest: tuple[Card, ...]
    ahead: tuple[Card, ...]
    ahead_next: tuple[Card, ...]
    themes: tuple[ThingCard, ...]
    regions: tuple[ThingCard, ...]
    tools: tuple[ThingCard, ...]
    figures: tuple[Figure, ...]
    all_articles: Link
    all_meetings: Link
    all_tools: Link
    all_regions: Link
    map: RegionsMap | None

"""Pages of single regions, themes, koplopers and tools, and the overviews of them."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import (
    BodyView,
    Card,
    ContactView,
    DocumentView,
    Link,
    MentionView,
    MetView,
    Pager,
    PictureView,
    ThemeTag,
    ThingCard,
    TocItem,
)
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.home import Figure
from zorgpact_site.planning.views.maps import Locator, RegionsMap


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a tool is to be had; `href` is empty when it is nowhere, `info` tells type and size."""

    text: str
    href: str
    info: str


@dataclass(frozen=True, slots=True)
class DossierView:
    """A region, theme, koploper or tool: its own text and all that the site knows of it.

    `figures` count what there is; each leads to its part of the page. `sign` is that of a theme.
    `facts` are pairs of label and text for the facts box; `website` is a link out, `source` where a
    tool is to be had. `reports` are those of this part of a long list; `pager` None when there is
    one part only. `first` is true on the first page, which has the text and the profile.
    `map` shows where a region lies, if that is known. `agenda` is the page of all meetings,
    `calendar` the meetings of this page to subscribe to.
    """

    chrome: Chrome
    kind: str
    sign: str
    first: bool
    summary: str
    figures: tuple[Figure, ...]
    facts: tuple[tuple[str, str], ...]
    website: Link | None
    source: SourceView | None
    contacts: tuple[ContactView, ...]
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    documents: tuple[DocumentView, ...]
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    partners: tuple[str, ...]
    ahead: tuple[Card, ...]
    agenda: Link
    calendar: Link | None
    reports: tuple[MentionView, ...]
    pager: Pager | None
    tools: tuple[ThingCard, ...]
    koplopers: tuple[ThingCard, ...]
    met: tuple[MetView, ...]
    mentions: tuple[MentionView, ...]
    map: Locator | None


@dataclass(frozen=True, slots=True)
class ThingsView:
    """An overview of all regions, themes, koplopers or tools; `map` is that of the regions."""

    chrome: Chrome
    kind: str
    intro: str
    things: tuple[ThingCard, ...]
    map: RegionsMap | None

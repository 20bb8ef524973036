"""What each kind of page may show: its view is all that its template gets."""

from dataclasses import dataclass
from typing import TypeAlias

from zorgpact_site.planning.pieces import (
    BodyView,
    Card,
    DocumentView,
    Group,
    Link,
    MentionView,
    MetView,
    Pager,
    PictureView,
    RelatedView,
    Sign,
    ThemeTag,
    ThingCard,
    TocItem,
    When,
)


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds every page.

    `sprite` holds the drawings that pieces of the page refer to by name.
    `heading` is the page's own title, `crumbs` lead from home to its parent, `back` is the
    link “Terug naar …” where there is one. `root` leads to home; `canonical` may be empty.
    """

    site: str
    language: str
    heading: str
    description: str
    canonical: str
    home: Link
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    contact: Link | None
    crumbs: tuple[Link, ...]
    back: Link | None
    style: str
    scripts: tuple[str, ...]
    icon: str
    sprite: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    number: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what is new, what is coming, and the ways into the network."""

    chrome: Chrome
    intro: str
    newest: tuple[Card, ...]
    ahead: tuple[Card, ...]
    themes: tuple[ThingCard, ...]
    regions: tuple[ThingCard, ...]
    figures: tuple[Figure, ...]
    all_articles: Link
    all_meetings: Link


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article. Empty texts and tuples are facts that are not known and not shown."""

    chrome: Chrome
    kind: str
    label: str
    summary: str
    event: str
    when: When | None
    hours: str
    place: str
    series: Link | None
    attendance: str
    regions: tuple[Link, ...]
    koplopers: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    authors: str
    published: When | None
    updated: When | None
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    documents: tuple[DocumentView, ...]
    previous: Card | None
    next: Card | None
    related: tuple[RelatedView, ...]
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """A region, theme, koploper or tool: its own text and all that the site knows of it.

    `facts` are pairs of label and text for the facts box; `website` and `document` are
    links out. `reports` are those of this part of a long list; `pager` None when there is
    one part only. `first` is true on the first page, which has the text and the profile.
    """

    chrome: Chrome
    kind: str
    slug: str
    first: bool
    summary: str
    facts: tuple[tuple[str, str], ...]
    website: Link | None
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    documents: tuple[DocumentView, ...]
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    partners: tuple[str, ...]
    ahead: tuple[Card, ...]
    reports: tuple[MentionView, ...]
    report_count: str
    pager: Pager | None
    tools: tuple[ThingCard, ...]
    koplopers: tuple[ThingCard, ...]
    met: tuple[MetView, ...]
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class ThingsView:
    """An overview of all regions, themes, koplopers or tools."""

    chrome: Chrome
    kind: str
    intro: str
    figures: tuple[Figure, ...]
    things: tuple[ThingCard, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of articles, in groups, perhaps one part of several."""

    chrome: Chrome
    intro: str
    groups: tuple[Group, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The agenda, the past, and the series of meetings."""

    chrome: Chrome
    first: bool
    ahead: tuple[Card, ...]
    past: tuple[Group, ...]
    pager: Pager | None
    series: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The years there are articles of, with how many; the last may be those without a date."""

    chrome: Chrome
    years: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A page about the site."""

    chrome: Chrome
    summary: str
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    documents: tuple[DocumentView, ...]
    updated: When | None


@dataclass(frozen=True, slots=True)
class LinksView:
    """A page that leads on: the search page's list from A to Z, and the page not found."""

    chrome: Chrome
    intro: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An earlier address of a page; `canonical` is the present one in full, if that is known."""

    chrome: Chrome
    href: str
    canonical: str


View: TypeAlias = (
    HomeView
    | ArticleView
    | DossierView
    | ThingsView
    | ListView
    | MeetingsView
    | ArchiveView
    | TextView
    | LinksView
    | RedirectView
)

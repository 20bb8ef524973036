"""What templates may show: small values with finished texts and links, and nothing to ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup, escape

from zorgpact_site.model.body import Fill, Slot
from zorgpact_site.model.entries import LinkedBody


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `current` when they stand for the page itself."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date for readers, and for machines as in HTML's `datetime` (empty for a range)."""

    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture; width and height are those of the file, in pixels."""

    src: str
    alt: str
    caption: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A link to a theme; `slug` names its colour in the style sheet (`theme-<slug>`)."""

    text: str
    href: str
    slug: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list. `kind` is report, announcement or article; `label` its Dutch word."""

    title: str
    href: str
    kind: str
    label: str
    when: When | None
    summary: str
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]


@dataclass(frozen=True, slots=True)
class ThingCard:
    """A region, theme, koploper or tool in a list; `facts` are short texts such as counts."""

    title: str
    href: str
    slug: str
    summary: str
    facts: tuple[str, ...]
    regions: tuple[Link, ...] = ()
    themes: tuple[ThemeTag, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionView:
    """A text that names the page, with the sentence in which it does so (may be empty)."""

    title: str
    href: str
    label: str
    when: When | None
    sentence: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related article, with the reason in words: `Zorg en technologie en Zwolle`."""

    title: str
    href: str
    when: When | None
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document; `href` is empty when it is not online, `info` tells type and size."""

    title: str
    href: str
    info: str
    note: str


@dataclass(frozen=True, slots=True)
class MetView:
    """A koploper met, and in how many reports."""

    koploper: Link
    reports: int


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a long list this page is; `label` as in `Deel 3 van 7`. Links may be absent."""

    label: str
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under a heading such as a year."""

    title: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TocItem:
    """A heading in the table of contents; level 2 or deeper."""

    text: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class BodyView:
    """The text of a page: iterate over it for HTML and pictures in turn."""

    text: LinkedBody
    hrefs: tuple[str, ...]
    labels: tuple[str, ...]
    pictures: tuple[PictureView | None, ...]

    def __iter__(self) -> Iterator["Markup | PictureView"]:
        """Give finished HTML, interrupted by pictures that a template draws."""
        parts: list[str] = []
        for piece in self.text.body.html:
            picture = self._picture(piece)
            if picture is not None:
                yield Markup("".join(parts))  # noqa: S704 - made by our own Markdown writer
                yield picture
                parts = []
            elif isinstance(piece, Slot):
                filled = self.hrefs if piece.fill is Fill.HREF else self.labels
                parts.append(str(escape(filled[piece.index])))
            else:
                parts.append(piece)
        yield Markup("".join(parts))  # noqa: S704 - likewise

    def _picture(self, piece: str | Slot) -> PictureView | None:
        if isinstance(piece, Slot) and piece.fill is Fill.IMAGE:
            return self.pictures[piece.index]
        return None


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds every page.

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
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    icon: str


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

"""The texts of a site, each with its references resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Location
from zorgpact_site.fields.types import Named
from zorgpact_site.media import Media
from zorgpact_site.model.body import Body
from zorgpact_site.model.keys import Key


@dataclass(frozen=True, slots=True)
class ToPage:
    """A reference to a page of this site, or a heading on it."""

    key: Key
    title: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToAddress:
    """A reference to an address such as `/bijeenkomsten/`, checked once all pages are planned."""

    address: str
    where: Location
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToMedia:
    """A reference to a picture or a document."""

    media: Media


@dataclass(frozen=True, slots=True)
class ToWeb:
    """A reference to another site, a mail address or a telephone number."""

    url: str


@dataclass(frozen=True, slots=True)
class ToHeading:
    """A reference to a heading of the page itself."""

    anchor: str


Target: TypeAlias = ToPage | ToAddress | ToMedia | ToWeb | ToHeading


@dataclass(frozen=True, slots=True)
class LinkedBody:
    """A body with a target for each of its references, in the same order."""

    body: Body
    targets: tuple[Target, ...]

    def label(self, index: int) -> str:
        """What stands for a reference without words of its own: the title it leads to, if any."""
        target = self.targets[index]
        return target.title if isinstance(target, ToPage) else self.body.references[index].target

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all references, in their order."""
        return tuple(map(self.label, range(len(self.targets))))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its description, which stands at `where`, and its caption."""

    media: Media
    alt: str
    caption: str
    where: Location


@dataclass(frozen=True, slots=True)
class Document:
    """A document to read elsewhere, which `where` tells of; without a target it is not online."""

    title: str
    note: str
    target: ToMedia | ToWeb | None
    where: Location


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Who readers can turn to until a day, which stands at `where`; mail and phone as typed."""

    name: str
    mail: str
    phone: str
    until: PartialDate
    where: Location

    def expired(self, today: date) -> bool:
        """Whether the (last possible) day is past."""
        return self.until.last_day < today


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is."""

    name: str
    town: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all texts have; `named_at` tells where its front matter names which thing.

    `earlier` are the addresses it had before, as typed and where.
    """

    key: Key
    path: str
    title: str
    summary: str
    text: LinkedBody
    aliases: tuple[str, ...] = ()
    picture: Picture | None = None
    documents: tuple[Document, ...] = ()
    contacts: tuple[ContactPerson, ...] = ()
    updated: PartialDate | None = None
    earlier: tuple[Named, ...] = ()
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)
    named_at: Mapping[Key, Location] = field(default_factory=dict, compare=False)

    @property
    def redirect_from(self) -> tuple[str, ...]:
        """The addresses it had before, as typed."""
        return tuple(one.text for one in self.earlier)

    @property
    def lead(self) -> str:
        """The summary, for above the text; none where it is only the beginning of that."""
        return self.summary if "summary" in self.places else ""

    def place_of(self, key: str) -> Location:
        """Where the value of a key stands in the file; the file as a whole when it is absent."""
        return self.places.get(key) or Location(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Entry):
    """A regional pact."""

    place: str = ""
    lat: float | None = None
    lon: float | None = None
    partners: tuple[str, ...] = ()
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Entry):
    """A theme of the network; `color` as `#rrggbb`, `sign` the name of a drawing."""

    since: PartialDate | None = None
    color: str = ""
    sign: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Koploper(Entry):
    """A front-runner initiative."""

    regions: tuple[Region, ...] = ()
    themes: tuple[Theme, ...] = ()
    joined: PartialDate | None = None
    left: PartialDate | None = None
    website: str = ""
    mention: bool = True

    @property
    def named(self) -> tuple[Entry, ...]:
        """The things its front matter names."""
        return (*self.themes, *self.regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Entry):
    """Something useful that came out of the network."""

    kind_of_tool: str = ""
    regions: tuple[Region, ...] = ()
    themes: tuple[Theme, ...] = ()
    koplopers: tuple[Koploper, ...] = ()
    target: ToMedia | ToWeb | None = None
    date: PartialDate | None = None

    @property
    def named(self) -> tuple[Entry, ...]:
        """The things its front matter names."""
        return (*self.koplopers, *self.themes, *self.regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoPage(Entry):
    """A page about the site itself."""


class ArticleKind(StrEnum):
    """What an article is; follows from its data and the date of today."""

    REPORT = "report"
    ANNOUNCEMENT = "announcement"
    ARTICLE = "article"


class MeetingStatus(StrEnum):
    """Whether a meeting goes on as it was announced; the words are those of the front matter."""

    AS_PLANNED = ""
    CANCELLED = "cancelled"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Entry):
    """A report, an announcement or another article; times as `13:30`.

    `moved_from` is the first day of a meeting before it was moved. `membership` is how many
    koplopers the Kopgroep had, when the article says so.
    """

    kind: ArticleKind
    event: str = ""
    date: PartialDate | None = None
    end: PartialDate | None = None
    starts: str = ""
    ends: str = ""
    status: MeetingStatus = MeetingStatus.AS_PLANNED
    moved_from: PartialDate | None = None
    place: Place | None = None
    regions: tuple[Region, ...] = ()
    themes: tuple[Theme, ...] = ()
    koplopers: tuple[Koploper, ...] = ()
    series: str = ""
    follows: Key | None = None
    organizers: tuple[str, ...] = ()
    attendance: str = ""
    membership: int | None = None
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None

    @property
    def named(self) -> tuple[Entry, ...]:
        """The things its front matter names: koplopers, themes and regions."""
        return (*self.koplopers, *self.themes, *self.regions)

    @property
    def cancelled(self) -> bool:
        """Whether the meeting it is about was called off."""
        return self.status is MeetingStatus.CANCELLED

    @property
    def moved(self) -> bool:
        """Whether the meeting it is about got another day."""
        return self.status is MeetingStatus.MOVED

    @property
    def takes_place(self) -> bool:
        """Whether it is about a meeting that was held, or will be as far as is known."""
        return bool(self.event) and not self.cancelled


def themes_of(entry: Entry) -> tuple[Theme, ...]:
    """The themes that a text is about; a theme is about itself."""
    match entry:
        case Theme():
            return (entry,)
        case Article() | Koploper() | Tool():
            return entry.themes
        case _:
            return ()


Linked: TypeAlias = Article | Region | Theme | Koploper | Tool | InfoPage

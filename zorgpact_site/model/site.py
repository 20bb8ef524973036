"""The site as a whole: every text, and everything that follows from them together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from zorgpact_site.media import Media
from zorgpact_site.model.entries import Article, InfoPage, Koploper, Linked, Region, Theme, Tool
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import NOTHING, Notice, Noticed
from zorgpact_site.model.settings import Settings

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Mention:
    """That a text names a page: in its front matter (`listed`), in its text, or both.

    `sentence` is where it does so in the text; empty when only the front matter does.
    """

    source: Linked
    sentence: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Related:
    """An article that shares things with another; `shared` names them, rarest first."""

    article: Article
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The meetings before and after one in its series."""

    previous: Article | None = None
    next: Article | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings that share a name, newest first."""

    slug: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A koploper met in reports, and in how many."""

    koploper: Koploper
    reports: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the site knows of a region, theme, koploper or tool besides its own text.

    `reports` are the articles whose front matter names it, newest first; `mentions` all
    other texts that link to it. `koplopers` belong to a region or theme. Of a koploper, `met` are
    those it shares most reports with; of a region, `themes` are those of its reports and
    koplopers. Both begin with what is named most.
    """

    reports: tuple[Mention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tools: tuple[Tool, ...] = ()
    koplopers: tuple[Koploper, ...] = ()
    met: tuple[Met, ...] = ()
    themes: tuple[Theme, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """All texts in their order for readers, and what connects them.

    `noticed` is what rules saw in the words of each text. `media` are the pictures and documents
    that are published, `unused_media` the paths of those that no text names, not even a draft.
    """

    settings: Settings
    today: date
    articles: tuple[Article, ...] = ()
    regions: tuple[Region, ...] = ()
    themes: tuple[Theme, ...] = ()
    koplopers: tuple[Koploper, ...] = ()
    tools: tuple[Tool, ...] = ()
    pages: tuple[InfoPage, ...] = ()
    series: tuple[Series, ...] = ()
    dossiers: Mapping[Key, Dossier] = field(default_factory=dict)
    mentions: Mapping[Key, tuple[Mention, ...]] = field(default_factory=dict)
    noticed: Mapping[Key, Noticed] = field(default_factory=dict)
    related: Mapping[Key, tuple[Related, ...]] = field(default_factory=dict)
    neighbours: Mapping[Key, Neighbours] = field(default_factory=dict)
    media: tuple[Media, ...] = ()
    unused_media: tuple[str, ...] = ()

    def noticed_in(self, entry: Linked, notice: Notice[F]) -> tuple[F, ...]:
        """What a rule noticed in one text."""
        return notice.of(self.noticed.get(entry.key, NOTHING))

    def told(self, notice: Notice[F]) -> Iterator[F]:
        """What a rule noticed in all texts that are published."""
        for entry in self.entries:
            if notice.rule in (noticed := self.noticed.get(entry.key, NOTHING)).facts:
                yield from notice.of(noticed)

    @property
    def entries(self) -> tuple[Linked, ...]:
        """Every text of the site."""
        things: tuple[Linked, ...] = (*self.regions, *self.themes, *self.koplopers, *self.tools)
        return (*self.articles, *things, *self.pages)

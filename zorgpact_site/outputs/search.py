"""What can be searched: one document for each text of the site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zorgpact_site import wording
from zorgpact_site.dates import PartialDate
from zorgpact_site.model.body import Laid
from zorgpact_site.model.entries import Article, Entry, Koploper, Linked, Region, Theme, Tool
from zorgpact_site.model.site import Site
from zorgpact_site.outputs.plain_text import plain_text
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.planning.parts import KINDS, LABELS, label_of, labels_of

_MANY = 3


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A text as readers find it.

    `text` is what excerpts are cut from; `aliases` and `names`, which are of other things, are
    more to find it by, which no result shows. `date` is for people, `day` for machines as in
    HTML's `datetime`, `ordinal` for sorting: the number of its last day in the calendar, 0
    without a date. `where` tells the regions, or how many when those are many. `facets` hold
    the values to narrow by, under the names that stand in addresses (`?thema=…`).
    """

    address: str
    title: str
    text: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    kind: str
    date: str
    day: str
    ordinal: int
    where: str
    facets: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def called(self) -> str:
        """What the text itself is called."""
        return " ".join((self.title, *self.aliases))

    @property
    def all_words(self) -> str:
        """Everything it can be found by."""
        return " ".join((self.called, self.text, *self.names))


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text that can be searched: what is found `about` it, and its words, `laid` aside still.

    `labels` belong in its slots; the text in `about` is no more than its summary.
    """

    about: SearchDocument
    laid: Laid
    labels: tuple[str, ...]

    @property
    def document(self) -> SearchDocument:
        """The text with its words. It is never empty: Pagefind passes over what has no words."""
        text = " ".join((self.about.text, plain_text(self.laid, self.labels))).strip()
        return replace(self.about, text=text or self.about.title)


def searchables(site: Site) -> Iterator[Searchable]:
    """What can be searched of a site, in its order."""
    addresses = Addresses(site.settings.sections)
    for entry in site.entries:
        about = _about(entry, addresses.of(entry.key))
        yield Searchable(about, entry.text.body.laid, labels_of(entry.text))


def _about(entry: Linked, address: str) -> SearchDocument:
    regions, themes, koplopers = (_named(entry, kind) for kind in (Region, Theme, Koploper))
    told = label_of(entry) if isinstance(entry, Article) else ""
    kind = LABELS[entry.kind] if isinstance(entry, Article) else KINDS[entry.key.kind.value]
    start = entry.date if isinstance(entry, Article | Tool) else None
    end = entry.end if isinstance(entry, Article) else None
    facets = {
        "thema": themes,
        "regio": regions,
        "koploper": koplopers,
        "soort": (kind,),
        "jaar": (str(start.year),) if start else (),
    }
    return SearchDocument(
        address=address,
        title=entry.title,
        text=entry.summary,
        aliases=entry.aliases,
        names=tuple(filter(None, (*_facts(entry), *regions, *themes, *koplopers))),
        kind=told or kind,
        date=wording.date_range(start, end) if start else "",
        day=str(start) if start and end in {None, start} else "",
        ordinal=_ordinal(end or start),
        where=_where(regions) if not isinstance(entry, Region) else "",
        facets=tuple((name, values) for name, values in facets.items() if values),
    )


def _named(entry: Linked, kind: type[Region | Theme | Koploper]) -> tuple[str, ...]:
    """The titles of the things of a kind that a text belongs to; each belongs to itself."""
    named: tuple[Entry, ...] = getattr(entry, "named", ())
    return tuple(one.title for one in (entry, *named) if isinstance(one, kind))


def _facts(entry: Linked) -> tuple[str, ...]:
    """What the page tells outside its running text."""
    documents = tuple(document.title for document in entry.documents)
    match entry:
        case Article(place=place):
            where = (place.name, place.town) if place else ()
            people = (*entry.organizers, *entry.authors)
            return (entry.event, entry.series, *where, *people, *documents)
        case Region():
            return (entry.place, *entry.partners, *documents)
        case Tool():
            return (entry.kind_of_tool, *documents)
        case _:
            return documents


def _where(regions: tuple[str, ...]) -> str:
    return wording.listing(regions) if len(regions) <= _MANY else f"{len(regions)} regio’s"


def _ordinal(date: PartialDate | None) -> int:
    return date.last_day.toordinal() if date else 0

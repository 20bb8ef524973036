"""What can be searched of a site: each of its texts."""

from collections.abc import Iterator

from zorgpact_site import wording
from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, Entry, Koploper, Linked, Region, Theme, Tool
from zorgpact_site.model.site import Site
from zorgpact_site.outputs.searchable import Searchable, SearchDocument
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.planning.parts import KINDS, LABELS, label_of

_MANY = 3


def searchables(site: Site) -> Iterator[Searchable]:
    """What can be searched of a site, in its order."""
    addresses = Addresses(site.settings.sections)
    for entry in site.entries:
        about = _about(entry, addresses.of(entry.key))
        yield Searchable(about, entry.text.body.laid, entry.text.labels)


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

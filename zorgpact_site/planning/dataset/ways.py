"""How the dataset names and reaches things: keys that last, and addresses in full."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zorgpact_site.model.entries import Article, Entry, ToMedia, ToWeb
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Series, Site
from zorgpact_site.planning.addresses import Addresses, Here, here_at
from zorgpact_site.planning.axes import identity
from zorgpact_site.planning.pictures import published_path


@dataclass(frozen=True, slots=True)
class Ways:
    """`ids` are the keys of all texts; `series_of` tells in which series a meeting is."""

    here: Here
    addresses: Addresses
    ids: Mapping[Key, str]
    series_of: Mapping[Key, str]

    def id(self, entry: Entry) -> str:
        """The key of a text."""
        return self.ids[entry.key]

    def all(self, entries: Iterable[Entry]) -> tuple[str, ...]:
        """The keys of several texts; what could not be read has no row, and so no key."""
        return tuple(self.ids[entry.key] for entry in entries if entry.key in self.ids)

    def followed(self, article: Article) -> str:
        """The key of the article about the meeting before; empty when none is named."""
        return self.ids.get(article.follows, "") if article.follows else ""

    def page(self, entry: Entry) -> str:
        """The address of the page of a text."""
        return self.here.absolute(self.addresses.of(entry.key))

    def series(self, series: Series) -> str:
        """The address of the page of a series."""
        return self.here.absolute(self.addresses.series(series.slug))

    def target(self, target: ToMedia | ToWeb | None) -> str:
        """Where a file lies or another site is; empty when it is not online."""
        match target:
            case ToMedia(media):
                return self.here.absolute(published_path(media))
            case ToWeb(url):
                return url
            case None:
                return ""


def ways_of(site: Site, addresses: Addresses) -> Ways:
    """Gather the keys once for all rows.

    The key of a text is the last part of the address by which programs know it, so it stays when a
    file gets another name and its old address leads on.
    """
    return Ways(
        here_at("", site.settings),
        addresses,
        {entry.key: _id(entry, addresses) for entry in site.entries},
        {article.key: series.slug for series in site.series for article in series.articles},
    )


def _id(entry: Entry, addresses: Addresses) -> str:
    start = addresses.of(entry.key).removesuffix(f"{entry.key.slug}/")
    return identity(entry, addresses).removeprefix(start).rstrip("/")

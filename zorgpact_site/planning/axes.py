"""The ways to follow the site: all of it, or one region, theme, koploper or series."""

from collections.abc import Iterator
from dataclasses import dataclass

from zorgpact_site.model.entries import Article, Entry
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses, earlier_address

FEED = "feed.atom"
JSON_FEED = "feed.json"
AGENDA = "agenda.ics"
PAST_AGENDA = "archief.ics"
MEETING = "bijeenkomst.ics"


@dataclass(frozen=True, slots=True)
class Axis:
    """A page that can be followed, and the articles that belong to it, newest first.

    `address` is that of the page; its feeds and calendars lie below it, such as
    `regios/zwolle/feed.atom`. `key` is None for the site as a whole and for a series.
    """

    title: str
    address: str
    articles: tuple[Article, ...]
    key: Key | None = None


def axes(site: Site) -> Iterator[Axis]:
    """Every way to follow the site: the whole, regions, themes, koplopers, series."""
    addresses = Addresses(site.settings.sections)
    yield Axis(site.settings.title, "", site.articles)
    for thing in (*site.regions, *site.themes, *site.koplopers):
        sources = (mention.source for mention in site.dossiers[thing.key].reports)
        articles = tuple(source for source in sources if isinstance(source, Article))
        yield Axis(thing.title, addresses.of(thing.key), articles, thing.key)
    for series in site.series:
        yield Axis(series.title, addresses.series(series.slug), series.articles)


def identity(entry: Entry, addresses: Addresses) -> str:
    """The address by which programs know an article or another text, also after it was renamed.

    That is the first of its earlier addresses that lay where its kind lies, else its own. Feeds and
    calendars would otherwise show a renamed article as a new one. Source: RFC 4287, 4.2.6.
    """
    own = addresses.of(entry.key)
    if not entry.earlier:
        return own
    start = own.removesuffix(f"{entry.key.slug}/")
    earlier = map(earlier_address, entry.redirect_from)
    return next((one for one in earlier if one.startswith(start)), own)

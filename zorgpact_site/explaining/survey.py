"""The site and its pages side by side, so that one can be looked up from the other."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from urllib.parse import unquote

from zorgpact_site.build import Built
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.planning.page import Page

_CHROME = "chrome"
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Survey:
    """A site with its pages by address, its texts by key and by address, and all readings."""

    site: Site
    pages: Mapping[str, Page]
    readings: tuple[Reading, ...]
    by_key: Mapping[Key, Linked]
    by_address: Mapping[str, Linked]
    addresses: Addresses

    def address(self, entry: Linked) -> str:
        """Where the page of a text is."""
        return self.addresses.of(entry.key)

    def owner(self, page: Page) -> Linked | None:
        """The text a page is about, also for the later parts of its list."""
        return self.by_address.get(page.address.partition("pagina/")[0])

    def shown_on(self, page: Page) -> tuple[Linked, ...]:
        """The texts that a page leads to outside its own text and the menus, in order, once."""
        found = map(self.by_address.get, _led_to(page))
        return tuple({entry.key: entry for entry in found if entry}.values())


def survey_of(built: Built) -> Survey | None:
    """A survey of what was built; None when there were no settings to make a site with."""
    if built.site is None:
        return None
    addresses = Addresses(built.site.settings.sections)
    # Of two pages at one address the first is that of a text; the check tells of the clash.
    pages = {page.address: page for page in reversed(built.pages)}
    return Survey(
        site=built.site,
        pages={page.address: pages[page.address] for page in built.pages},
        readings=built.readings,
        by_key={entry.key: entry for entry in built.site.entries},
        by_address={addresses.of(entry.key): entry for entry in built.site.entries},
        addresses=addresses,
    )


def title_of(page: Page) -> str:
    """What readers see at the top of a page."""
    return page.view.chrome.heading


def _led_to(page: Page) -> Iterator[str]:
    """The addresses that a page leads to, without those in its text and around the page."""
    for name, value in _members(page.view):
        if name != _CHROME:
            for href in _hrefs(value):
                yield _resolved(page.address, href)


def _hrefs(value: object) -> Iterator[str]:
    """The links in a piece of a view; the theme and regions on a card are no links of the page."""
    if isinstance(value, tuple):
        for one in value:
            yield from _hrefs(one)
    elif is_dataclass(value):
        href = getattr(value, "href", None)
        if isinstance(href, str):
            yield href
        else:
            for _name, member in _members(value):
                yield from _hrefs(member)


def _members(value: object) -> Iterator[tuple[str, object]]:
    for name in getattr(value, "__dataclass_fields__", ()):
        yield name, getattr(value, name)


def _resolved(address: str, href: str) -> str:
    """The address that a relative link leads to; that of an anchor or another site is no matter."""
    path = unquote(href.partition("#")[0])
    folder = address.rpartition("/")[0]
    joined = posixpath.normpath(posixpath.join("/", folder, path)).strip("/")
    address = joined.removesuffix(_INDEX).rstrip("/")
    return f"{address}/" if address else ""

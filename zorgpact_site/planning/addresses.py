"""Addresses of pages, and the links between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from zorgpact_site.kinds import Kind
from zorgpact_site.model.keys import Key
from zorgpact_site.model.settings import Section, Settings
from zorgpact_site.web_addresses import FROM_DISK

NOT_FOUND = "404.html"
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*").fullmatch
_PART = re.compile(r"/pagina/\d+/$")
_SECTIONS = {
    Kind.ARTICLE: "articles",
    Kind.REGION: "regions",
    Kind.THEME: "themes",
    Kind.KOPLOPER: "koplopers",
    Kind.TOOL: "tools",
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything is: all addresses follow from the sections and the file names.

    `starts` are those of the texts of each kind; pages about the site lie at the top.
    """

    sections: Mapping[str, Section]
    starts: Mapping[Kind, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Reckon once what every link on every page asks for."""
        starts = {kind: self.section(name) for kind, name in _SECTIONS.items()}
        object.__setattr__(self, "starts", {Kind.PAGE: "", **starts})

    def of(self, key: Key) -> str:
        """The address of a text."""
        return f"{self.starts[key.kind]}{key.slug}/"

    def section(self, name: str) -> str:
        """The address of an overview page."""
        return f"{self.sections[name].address}/"

    def series(self, slug: str) -> str:
        """The address of a series of meetings."""
        return f"{self.section('meetings')}{slug}/"

    def year(self, year: int) -> str:
        """The address of a year in the archive."""
        return f"{self.section('archive')}{year}/"

    def review(self, year: int) -> str:
        """The address of the review of a year."""
        return f"{self.section('reviews')}{year}/"

    @staticmethod
    def part(address: str, number: int) -> str:
        """The address of a numbered part of a long list."""
        return f"{address}pagina/{number}/"

    @staticmethod
    def is_part(address: str) -> bool:
        """Whether this is the address of a numbered part of a long list."""
        return bool(_PART.search(address))

    @staticmethod
    def whole(address: str) -> str:
        """The address at which a long list begins, given that of it or of one of its parts."""
        return _PART.sub("/", address)

    def slug_at(self, address: str) -> tuple[Kind | None, str]:
        """The last word of an address, and the kind of text that has its place there."""
        start, _, last = address.rstrip("/").rpartition("/")
        kinds = {start: kind for kind, start in self.starts.items()}
        return kinds.get(f"{start}/" if start else ""), last


def address_of(typed: str) -> str:
    """The address for a path as editors type it: `bijeenkomsten` means `bijeenkomsten/`."""
    last = typed.rpartition("/")[2]
    return typed if not typed or "." in last else f"{typed}/"


def earlier_address(typed: str) -> str:
    """The address for an earlier one as editors type it; with a slash behind it, it is a folder."""
    plain = typed.lstrip("/")
    return plain if plain.endswith("/") else address_of(plain)


@dataclass(frozen=True, slots=True)
class Here:
    """Links as seen from one page: relative, so that a site works under any path.

    `up` is the way from there to the root, as links begin with it.
    """

    address: str
    base_url: str = ""
    up: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Reckon once what all links of the page begin with."""
        object.__setattr__(self, "up", "../" * self.address.count("/"))

    def to(self, address: str, anchor: str = "") -> str:
        """A link to another address on this site.

        Read from disk (`file:`) no server adds `index.html`, so the link names it. The page
        for what is not found is shown at any depth by a server, so its links start at the root.
        """
        target = _quoted(address)
        if self.base_url == FROM_DISK and (not address or address.endswith("/")):
            target += "index.html"
        if self.address == NOT_FOUND and self.base_url != FROM_DISK:
            link = f"{urlsplit(self.base_url).path.rstrip('/')}/{target}"
        else:
            link = f"{self.up}{target}" or "./"
        return f"{link}#{_quoted(anchor)}" if anchor else link

    def within(self, anchor: str) -> str:
        """A link to a place on the page itself."""
        return f"#{anchor}"

    @property
    def canonical(self) -> str:
        """The absolute address of this page; empty when it is not known where the site lives."""
        return self.absolute(self.address)

    def absolute(self, address: str) -> str:
        """An address on this site in full; empty when it is not known where the site lives."""
        if not self.base_url or self.base_url == FROM_DISK:
            return ""
        return self.base_url + _quoted(address)

    def full(self, link: str) -> str:
        """The absolute address of a link that `to` gave; only where the site has an address."""
        # Nearly all pages lie below the first; joining by the book takes ten times longer.
        if self.up:
            return self.base_url + link.removeprefix(self.up)
        return urljoin(self.base_url, link)


@dataclass(frozen=True, slots=True)
class FromAfar(Here):
    """Links as seen from elsewhere, such as a program that shows a feed: in full."""

    def to(self, address: str, anchor: str = "") -> str:
        """A link to an address on this site; it must be known where the site lives."""
        link = self.absolute(address)
        return f"{link}#{_quoted(anchor)}" if anchor else link

    def within(self, anchor: str) -> str:
        """A link to a place on the page itself."""
        return self.to(self.address, anchor)


def _quoted(address: str) -> str:
    """An address or anchor as it stands in a link; nearly all are made of what needs no quoting."""
    return address if _PLAIN(address) else quote(address)


def here_at(address: str, settings: Settings) -> Here:
    """The place that a page of this site has."""
    return Here(address, settings.base_url)


def index_address(settings: Settings) -> str:
    """Where the files of the search index lie."""
    return f"{settings.sections['search'].address}/index/"

"""Lists of pages: for search engines, and for programs that read with the eyes of people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page by its full address; `changed` is a day as `2018-03-27`, empty when not known."""

    address: str
    changed: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Pages that search engines may keep."""

    pages: tuple[ListedPage, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The full addresses of sitemaps, where one cannot hold all pages."""

    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldLink:
    """A page by its title and full address, with a sentence about it, which may be empty."""

    title: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class LlmsView:
    """What a site is and where its pages are, in sections of links."""

    title: str
    summary: str
    sections: tuple[tuple[str, tuple[ToldLink, ...]], ...]

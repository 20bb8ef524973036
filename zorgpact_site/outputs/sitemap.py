"""Sitemaps as XML. Source: https://www.sitemaps.org/protocol.html."""

from collections.abc import Iterator

from zorgpact_site.outputs.xml import branch, facts, leaf, xml
from zorgpact_site.planning.views import ListedPage, SitemapIndexView, SitemapView

_ROOT = facts(xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")


def sitemap(view: SitemapView) -> bytes:
    """Every page with its address, and the day it last changed where that is known."""
    return xml(branch("urlset", (branch("url", _page(page)) for page in view.pages), _ROOT))


def _page(page: ListedPage) -> Iterator[str]:
    yield leaf("loc", page.address)
    if page.changed:
        yield leaf("lastmod", page.changed)


def sitemap_index(view: SitemapIndexView) -> bytes:
    """The sitemaps by their addresses.

    Their `lastmod` would be when the file changed, not when a page did. A page without a day, or
    one that went, changes the file too, so nobody knows.
    """
    places = (branch("sitemap", [leaf("loc", address)]) for address in view.sitemaps)
    return xml(branch("sitemapindex", places, _ROOT))

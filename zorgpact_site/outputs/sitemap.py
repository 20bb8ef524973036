"""Sitemaps as XML. Source: https://www.sitemaps.org/protocol.html."""

from xml.etree.ElementTree import Element, SubElement

from zorgpact_site.outputs.xml import xml
from zorgpact_site.planning.views import SitemapIndexView, SitemapView

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(view: SitemapView) -> bytes:
    """Every page with its address, and the day it last changed where that is known."""
    root = Element("urlset", xmlns=_NAMESPACE)
    for page in view.pages:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = page.address
        if page.changed:
            SubElement(url, "lastmod").text = page.changed
    return xml(root)


def sitemap_index(view: SitemapIndexView) -> bytes:
    """The sitemaps by their addresses.

    Their `lastmod` would be when the file changed, not when a page did. A page without a day, or
    one that went, changes the file too, so nobody knows.
    """
    root = Element("sitemapindex", xmlns=_NAMESPACE)
    for address in view.sitemaps:
        SubElement(SubElement(root, "sitemap"), "loc").text = address
    return xml(root)

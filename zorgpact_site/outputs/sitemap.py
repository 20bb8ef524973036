"""Sitemaps as XML. Source: https://www.sitemaps.org/protocol.html."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

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
    return _written(root)


def sitemap_index(view: SitemapIndexView) -> bytes:
    """The sitemaps by their addresses.

    Their `lastmod` would be when the file changed, not when a page did. A page without a day, or
    one that went, changes the file too, so nobody knows.
    """
    root = Element("sitemapindex", xmlns=_NAMESPACE)
    for address in view.sitemaps:
        SubElement(SubElement(root, "sitemap"), "loc").text = address
    return _written(root)


def _written(root: Element) -> bytes:
    indent(root, "")
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"

"""A feed as Atom 1.0. Source: RFC 4287."""

from xml.etree.ElementTree import Element, SubElement

from zorgpact_site.outputs.characters import allowed, one_line
from zorgpact_site.outputs.xml import xml
from zorgpact_site.planning.views.feeds import FeedEntry, FeedFile

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_GENERATOR = "zorgpact-site"  # without a version: a feed that says nothing new keeps its bytes


def atom(feed: FeedFile) -> bytes:
    """The file of a feed. Its id is the address of the page that it is of."""
    root = Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: feed.language})
    _text(root, "id", feed.home)
    _text(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _text(root, "updated", feed.updated)
    _link(root, "self", "application/atom+xml", feed.url)
    _link(root, "alternate", "text/html", feed.home)
    _person(root, feed.site, feed.site_url)
    if feed.icon:
        _text(root, "icon", feed.icon)
    _text(root, "generator", _GENERATOR)
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    return xml(root)


def _entry(parent: Element, entry: FeedEntry) -> None:
    _text(parent, "id", entry.id)
    _text(parent, "title", entry.title)
    _link(parent, "alternate", "text/html", entry.url)
    _text(parent, "published", entry.published)
    _text(parent, "updated", entry.updated)
    for name in entry.authors:
        _person(parent, name)
    for category in entry.categories:
        facts = {
            "term": category.term,
            "scheme": category.scheme,
            "label": one_line(category.label),
        }
        SubElement(parent, "category", facts)
    if entry.summary:
        _text(parent, "summary", entry.summary)
    content = SubElement(parent, "content", {"type": "html"})
    content.text = allowed(entry.content.html)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = one_line(text)


def _link(parent: Element, relation: str, kind: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})


def _person(parent: Element, name: str, address: str = "") -> None:
    author = SubElement(parent, "author")
    _text(author, "name", name)
    if address:
        _text(author, "uri", address)

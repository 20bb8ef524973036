"""A feed as Atom 1.0. Source: RFC 4287."""

from collections.abc import Iterator

from zorgpact_site.outputs.characters import allowed, one_line
from zorgpact_site.outputs.xml import branch, facts, leaf, xml
from zorgpact_site.planning.views.feeds import FeedEntry, FeedFile

_NAMESPACE = "http://www.w3.org/2005/Atom"
_GENERATOR = "zorgpact-site"  # without a version: a feed that says nothing new keeps its bytes
_HTML = facts(type="html")


def atom(feed: FeedFile) -> bytes:
    """The file of a feed. Its id is the address of the page that it is of."""
    return xml(branch("feed", _feed(feed), facts(xmlns=_NAMESPACE, xml_lang=feed.language)))


def _feed(feed: FeedFile) -> Iterator[str]:
    yield _text("id", feed.home)
    yield _text("title", feed.title)
    if feed.description:
        yield _text("subtitle", feed.description)
    yield _text("updated", feed.updated)
    yield _link("self", "application/atom+xml", feed.url)
    yield _link("alternate", "text/html", feed.home)
    yield _person(feed.site, feed.site_url)
    if feed.icon:
        yield _text("icon", feed.icon)
    yield _text("generator", _GENERATOR)
    for entry in feed.entries:
        yield branch("entry", _entry(entry))


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield _text("id", entry.id)
    yield _text("title", entry.title)
    yield _link("alternate", "text/html", entry.url)
    yield _text("published", entry.published)
    yield _text("updated", entry.updated)
    for name in entry.authors:
        yield _person(name)
    for one in entry.categories:
        told = facts(term=one.term, scheme=one.scheme, label=one_line(one.label))
        yield leaf("category", told=told)
    if entry.summary:
        yield _text("summary", entry.summary)
    yield leaf("content", allowed(entry.content.html), _HTML)


def _text(name: str, text: str) -> str:
    return leaf(name, one_line(text))


def _link(relation: str, kind: str, address: str) -> str:
    return leaf("link", told=facts(rel=relation, type=kind, href=address))


def _person(name: str, address: str = "") -> str:
    told = [_text("name", name)]
    return branch("author", [*told, _text("uri", address)] if address else told)

"""What can be followed, and since when a follower can know of an article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zorgpact_site.dates import PartialDate
from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Site
from zorgpact_site.names import slug
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.axes import FEED, JSON_FEED, Axis, axes
from zorgpact_site.planning.moments import published_on
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views.chrome import FeedLink
from zorgpact_site.web_addresses import FROM_DISK

ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"
_FOLLOW = {
    Kind.REGION: "Volg deze regio",
    Kind.THEME: "Volg dit thema",
    Kind.KOPLOPER: "Volg deze koploper",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """An article that is out, since when, and when it last changed."""

    article: Article
    published: PartialDate
    changed: PartialDate


def dated(article: Article, today: date) -> Dated | None:
    """Since when an article is out; None when the data name no day, or one that is yet to come.

    Such is a meeting that lies ahead and does not say when it was published. A feed that named
    the day of the meeting would stand at the top of every reader until then. An `updated` that is
    yet to come is passed over. Of a date known in part the last day that it can mean must be past.
    """
    published = published_on(article)
    if published is None or published.last_day > today:
        return None
    changes = [one for one in (published, article.updated) if one and one.last_day <= today]
    return Dated(article, published, max(changes, key=lambda one: one.last_day))


def newest(articles: Iterable[Article], today: date) -> list[Dated]:
    """Articles that are out, the last changed first; those of one day in their given order."""
    known = [one for article in articles if (one := dated(article, today))]
    return sorted(known, key=lambda one: one.changed.last_day, reverse=True)


def followed(site: Site) -> Mapping[str, Axis]:
    """All that has feeds, by the address of its page.

    Nothing has, when it is not known where the site lives, as feeds are read elsewhere; or when
    no article is out, as a feed must tell when it last changed.
    """
    if site.settings.base_url in {"", FROM_DISK}:
        return {}
    if not any(dated(article, site.today) for article in site.articles):
        return {}
    return {axis.address: axis for axis in axes(site)}


def feed_links(axis: Axis, here: Here, site_title: str) -> tuple[FeedLink, ...]:
    """How a page tells programs of the feeds of something, and its title."""
    title = axis.title if not axis.address else f"{axis.title} – {site_title}"
    return (
        FeedLink(title, ATOM_TYPE, here.to(f"{axis.address}{FEED}")),
        FeedLink(f"{title} (JSON)", JSON_TYPE, here.to(f"{axis.address}{JSON_FEED}")),
    )


def follow_link(axis: Axis, here: Here, page: str) -> Link:
    """The link from the page of something to how to follow it; `page` is where that is told."""
    words = _FOLLOW.get(axis.key.kind, "") if axis.key else "Volg deze reeks"
    if not axis.address:
        words = "Blijf op de hoogte"
    return Link(words, here.to(page, anchor_of(axis) if axis.address else ""))


def anchor_of(axis: Axis) -> str:
    """Where on that page something stands; no heading has an anchor that begins so."""
    return f"_volg-{slug(axis.address)}"

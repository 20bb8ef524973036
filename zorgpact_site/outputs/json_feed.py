"""A feed as JSON Feed 1.1. Source: jsonfeed.org/version/1.1."""

import msgspec

from zorgpact_site.outputs.characters import allowed, one_line
from zorgpact_site.planning.views.feeds import FeedEntry, FeedFile

_encode = msgspec.json.Encoder().encode
_VERSION = "https://jsonfeed.org/version/1.1"
# Browsers show the bare file to who follows a link to it.
_COMMENT = (
    "Dit is een feed, voor programma’s. Zet het adres ervan in een feedlezer, dan ziet u daar"
    " wat er nieuw is."
)


def json_feed(feed: FeedFile) -> bytes:
    """The file of a feed; its keys always stand in the same order, those without a value out."""
    value = {
        "version": _VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": one_line(feed.description),
        "user_comment": _COMMENT,
        "icon": feed.icon,
        "favicon": feed.icon,
        "authors": [{"name": one_line(feed.site), "url": feed.site_url}],
        "language": feed.language,
        "items": [_item(entry) for entry in feed.entries],
    }
    kept = {key: one for key, one in value.items() if one or key == "items"}
    return msgspec.json.format(_encode(kept), indent=1) + b"\n"


def _item(entry: FeedEntry) -> dict[str, object]:
    value: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": one_line(entry.title),
        "content_html": allowed(entry.content.html),
        "summary": one_line(entry.summary),
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": one_line(name)} for name in entry.authors],
        "tags": [one_line(category.label) for category in entry.categories],
    }
    return {key: one for key, one in value.items() if one or key == "content_html"}

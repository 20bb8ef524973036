"""Feeds of what is new, and the page that tells how to follow the site."""

from dataclasses import dataclass

from markupsafe import escape

from zorgpact_site.planning.pieces import BodyView, Link, PictureView
from zorgpact_site.planning.views.chrome import Chrome

_NOTE = '<a href="#'


@dataclass(frozen=True, slots=True)
class FeedCategory:
    """What an entry is about: `term` is its name among those of `scheme`, an absolute address."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True)
class FeedText:
    """An article as a feed has it whole; its `page` is an absolute address.

    `before` and `after` are the finished HTML of what the page tells besides its running text.
    """

    before: str
    body: BodyView
    after: str
    page: str

    @property
    def html(self) -> str:
        """HTML that can stand on any page; links between the text and its notes lead to its own.

        A quotation mark in running text is written as `&quot;`, so what looks like a link is one.
        """
        note = f'<a href="{escape(self.page)}#'
        pieces = (
            image(piece) if isinstance(piece, PictureView) else str(piece).replace(_NOTE, note)
            for piece in self.body
        )
        return "".join((self.before, *pieces, self.after)).strip()


def image(picture: PictureView) -> str:
    """A picture without more sizes than one."""
    src, alt = escape(picture.src), escape(picture.alt)
    return f'<img src="{src}" alt="{alt}" width="{picture.width}" height="{picture.height}">'


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed, the same in every feed that has it.

    `id` stays when the article is renamed, `url` is where it is now; both are absolute, and so are
    all addresses in `content`. `published` and `updated` are moments as RFC 3339
    has them. `image` is an absolute address, or empty as `summary` may be.
    """

    id: str
    url: str
    title: str
    summary: str
    content: FeedText
    published: str
    updated: str
    authors: tuple[str, ...]
    categories: tuple[FeedCategory, ...]
    image: str


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A feed, newest change first; `url` is its own address and `home` that of the page it is of.

    `site` and `site_url` stand for the author of what has none of its own. All addresses are
    absolute; `icon` and `description` may be empty.
    """

    title: str
    description: str
    language: str
    url: str
    home: str
    site: str
    site_url: str
    icon: str
    updated: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Something to follow: links to its page, its feeds and its agenda."""

    page: Link
    anchor: str
    atom: str
    json: str
    agenda: str


@dataclass(frozen=True, slots=True)
class WayGroup:
    """Ways to follow things of one kind."""

    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class FollowView:
    """How to follow the site. `whole` is absent when there are no feeds.

    `full` is the address of the feed of the whole site in full, to be copied.
    """

    chrome: Chrome
    intro: str
    whole: Way | None
    full: str
    groups: tuple[WayGroup, ...]

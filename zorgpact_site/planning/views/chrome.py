"""What surrounds every page."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link, Sign


@dataclass(frozen=True, slots=True)
class Social:
    """What a page tells other sites that show a link to it. Source: ogp.me, X's card markup.

    `type` is article or website, `image` an absolute address, `published` and `updated` are days
    as `2018-03-27`. What is not known is empty.
    """

    title: str
    type: str
    url: str
    locale: str
    image: str
    image_alt: str
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page tells programs of; `type` is its media type."""

    title: str
    type: str
    href: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds every page.

    `sprite` holds the drawings that pieces of the page refer to by name.
    `heading` is the page's own title, `crumbs` lead from home to its parent, `back` is the
    link “Terug naar …” where there is one. `search` leads to the search page. `canonical` may
    be empty, and so may `theme`, the theme whose colour the page carries, and `turnover`, the
    script that changes what readers see and so goes before the first paint. `feeds` are those of
    what the page is of, if it has its own, and of the site; `follow` leads to how to follow it.
    `indexed` says whether search engines may keep the page.
    """

    site: str
    language: str
    heading: str
    description: str
    canonical: str
    indexed: bool
    theme: str
    home: Link
    menu: tuple[Link, ...]
    search: Link
    footer: tuple[Link, ...]
    contact: Link | None
    crumbs: tuple[Link, ...]
    back: Link | None
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    turnover: str
    icon: str
    sprite: tuple[Sign, ...]
    social: Social | None
    feeds: tuple[FeedLink, ...] = ()
    follow: Link | None = None

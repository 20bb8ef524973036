"""Pages about the site, and those that lead on."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import (
    BodyView,
    ContactView,
    DocumentView,
    Link,
    PictureView,
    TocItem,
    When,
)
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class TextView:
    """A page about the site."""

    chrome: Chrome
    summary: str
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    contacts: tuple[ContactView, ...]
    documents: tuple[DocumentView, ...]
    updated: When | None


@dataclass(frozen=True, slots=True)
class LinksView:
    """A page that leads on: the page for what is not found."""

    chrome: Chrome
    intro: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An earlier address of a page; `canonical` is the present one in full, if that is known."""

    chrome: Chrome
    href: str
    canonical: str

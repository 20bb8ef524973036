"""A page, or a file for programs, that is yet to be made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from markupsafe import Markup

from zorgpact_site.planning.views import FileView, View


def tells_nothing(_address: str, _view: View) -> Markup:
    """What a page tells programs that has nothing to tell."""
    return Markup()


@dataclass(frozen=True, slots=True)
class Page:
    """An address such as `artikelen/zwolle/`, a template, and how to draw the view it may show.

    A view is drawn anew each time it is asked for and kept nowhere: of a large site all views
    together would fill the memory. So `draw` holds on to little, and is a `partial` of a function
    of a module, not a closure, which in a loop would see the last of its values.

    `source` is the file the page comes from; empty for pages that the site makes itself.
    `changed` is the last day on which a text that it shows changed, where that is known.
    `shared` is false for a page that nobody shares, nor finds by a search engine. `tell` makes
    what the page at an address tells programs of its view.
    """

    address: str
    template: str
    draw: Callable[[], View]
    source: str = ""
    changed: date | None = None
    shared: bool = True
    tell: Callable[[str, View], Markup] = tells_nothing

    @property
    def view(self) -> View:
        """What the page may show, drawn now."""
        return self.draw()

    def data(self, view: View) -> Markup:
        """What the page tells programs of its view: JSON-LD that may stand in HTML, or nothing."""
        return self.tell(self.address, view)

    def drawn(self) -> "DrawnPage":
        """The page as its template gets it."""
        view = self.view
        return DrawnPage(self.path, self.template, view, self.data(view))

    def __reduce__(self) -> tuple[Callable[["DrawnPage"], "DrawnPage"], tuple["DrawnPage"]]:
        """Travel to other processes as drawn: what a view is drawn from stays here."""
        return _as_it_is, (self.drawn(),)

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return file_of(self.address)


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """All that the file of a page is made of: a template sees nothing else."""

    path: str
    template: str
    view: View
    data: Markup

    def drawn(self) -> "DrawnPage":
        """Itself."""
        return self


class Form(StrEnum):
    """How a file for programs is written."""

    TEXT = "text"
    WRITTEN = "written"
    CALENDAR = "calendar"
    HEADERS = "headers"
    REDIRECTS = "redirects"
    NGINX_MAP = "nginx-map"
    NGINX_SITE = "nginx-site"
    ATOM = "atom"
    JSON_FEED = "json-feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    LLMS = "llms"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for programs: its address such as `feed.atom`, its form, and how to draw its view.

    `source` is the file it comes from; empty for what the site makes itself.
    """

    address: str
    form: Form
    draw: Callable[[], FileView]
    source: str = ""

    @property
    def path(self) -> str:
        """The file itself."""
        return self.address

    @property
    def view(self) -> FileView:
        """What the file may hold, drawn now."""
        return self.draw()

    def drawn(self) -> "DrawnFile":
        """The file as its writer gets it."""
        return DrawnFile(self.address, self.form, self.view)

    def __reduce__(self) -> tuple[Callable[["DrawnFile"], "DrawnFile"], tuple["DrawnFile"]]:
        """Travel as pages do."""
        return _as_it_is, (self.drawn(),)


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """All that a file for programs is made of."""

    path: str
    form: Form
    view: FileView

    def drawn(self) -> "DrawnFile":
        """Itself."""
        return self


D = TypeVar("D", DrawnPage, DrawnFile)


def _as_it_is(drawn: D) -> D:
    return drawn


def file_of(address: str) -> str:
    """The file behind an address: a folder has its `index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address

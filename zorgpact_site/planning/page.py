"""A page, or a file for programs, that is yet to be made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from zorgpact_site.planning.views import FileView, View

_NO_DATA = Markup()


@dataclass(frozen=True, slots=True)
class Page:
    """An address such as `artikelen/zwolle/`, a template, and the view it may show.

    `source` is the file the page comes from; empty for pages that the site makes itself. `data`
    is what the page tells programs, as JSON-LD that may stand in HTML; empty if there is none.
    `changed` is the last day on which a text that it shows changed, where that is known.
    """

    address: str
    template: str
    view: View
    source: str = ""
    changed: date | None = None
    data: Markup = _NO_DATA

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return file_of(self.address)


class Form(StrEnum):
    """How a file for programs is written."""

    TEXT = "text"
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
    """A file for programs: its address such as `feed.atom`, its form, and the view it may hold.

    `source` is the file it comes from; empty for what the site makes itself.
    """

    address: str
    form: Form
    view: FileView
    source: str = ""


def file_of(address: str) -> str:
    """The file behind an address: a folder has its `index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address

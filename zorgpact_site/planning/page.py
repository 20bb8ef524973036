"""A page that is yet to be rendered."""

from dataclasses import dataclass

from zorgpact_site.planning.views import View


@dataclass(frozen=True, slots=True)
class Page:
    """An address such as `artikelen/zwolle/`, a template, and the view it may show.

    `source` is the file the page comes from; empty for pages that the site makes itself.
    """

    address: str
    template: str
    view: View
    source: str = ""

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return file_of(self.address)


def file_of(address: str) -> str:
    """The file behind an address: a folder has its `index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address

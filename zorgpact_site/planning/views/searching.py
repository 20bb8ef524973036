"""The search page."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class FacetView:
    """Ways into the site of one kind, each with how many texts it leads to, as words.

    `all` leads to the rest of a long list.
    """

    title: str
    links: tuple[tuple[Link, str], ...]
    all: Link | None


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: its script searches; without it there are facets, and all from A to Z.

    `root` leads to the top of the site, `index` to the script of the search index.
    """

    chrome: Chrome
    intro: str
    root: str
    index: str
    facets: tuple[FacetView, ...]
    letters: tuple[tuple[str, tuple[Link, ...]], ...]

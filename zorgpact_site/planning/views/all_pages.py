"""The page of all pages."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class YearOfPages:
    """A year with how many articles it has; those stand here unless there are too many in all."""

    year: Link
    count: str
    articles: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupOfPages:
    """The pages of a section, under a heading that may lead to its overview.

    `count` may be empty. Articles stand by `years`. `more` leads to what belongs here too.
    """

    heading: Link
    anchor: str
    count: str
    years: tuple[YearOfPages, ...]
    pages: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class AllPagesView:
    """All pages of the site, by section."""

    chrome: Chrome
    intro: str
    groups: tuple[GroupOfPages, ...]

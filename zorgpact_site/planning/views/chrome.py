"""What surrounds every page."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link, Sign


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds every page.

    `sprite` holds the drawings that pieces of the page refer to by name.
    `heading` is the page's own title, `crumbs` lead from home to its parent, `back` is the
    link “Terug naar …” where there is one. `search` leads to the search page; `canonical` may
    be empty.
    """

    site: str
    language: str
    heading: str
    description: str
    canonical: str
    home: Link
    menu: tuple[Link, ...]
    search: Link
    footer: tuple[Link, ...]
    contact: Link | None
    crumbs: tuple[Link, ...]
    back: Link | None
    style: str
    scripts: tuple[str, ...]
    icon: str
    sprite: tuple[Sign, ...]

"""What is true for the site as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from zorgpact_site.diagnostics import Location, Severity
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.web_addresses import FROM_DISK


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site: the start of its addresses, and what readers call it.

    Of regions, themes, koplopers and tools, `intro` opens the overview and `back` leads to it.
    """

    address: str
    label: str
    intro: str = ""
    back: str = ""


SECTIONS: Mapping[str, Section] = {
    "articles": Section("artikelen", "Artikelen"),
    "meetings": Section("bijeenkomsten", "Bijeenkomsten"),
    "regions": Section(
        "regios",
        "Regio’s",
        "In een regionaal pact werken onderwijs, zorgwerkgevers en overheid samen.",
        "Terug naar alle regionale pacten",
    ),
    "themes": Section(
        "themas",
        "Thema’s",
        "Over deze thema’s deelden koplopers en regio’s hun kennis.",
        "Terug naar alle thema’s",
    ),
    "koplopers": Section(
        "kopgroep",
        "Kopgroep",
        "Koplopers zijn initiatieven die vooroplopen. Samen vormen zij de Kopgroep. "
        "Hier staan ook initiatieven die met hen samenwerkten.",
        "Terug naar de Kopgroep",
    ),
    "tools": Section(
        "hulpmiddelen",
        "Hulpmiddelen",
        "Handreikingen, kaarten en andere opbrengsten van het netwerk.",
        "Terug naar alle hulpmiddelen",
    ),
    "archive": Section("archief", "Archief"),
    "reviews": Section("jaaroverzicht", "Jaaroverzicht"),
    "search": Section("zoeken", "Zoeken"),
    "feeds": Section("feeds", "Op de hoogte blijven"),
    "data": Section("data", "Open data"),
    "sitemap": Section("sitemap", "Alle pagina’s"),
}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the menu or the footer; `to` is an address without slashes around it."""

    label: str
    to: str
    where: Location


@dataclass(frozen=True, slots=True)
class Contact:
    """Who readers can turn to: on a page of this site, else at `url`, which may be empty.

    `where` is the place of that in the settings.
    """

    name: str
    where: Location
    url: str = ""
    page: MenuItem | None = None


class Host(StrEnum):
    """Who serves the site: each reads redirects and headers in a form of its own, or not at all."""

    NETLIFY = "netlify"
    CLOUDFLARE = "cloudflare"
    GITHUB = "github"
    GITLAB = "gitlab"
    NGINX = "nginx"


@dataclass(frozen=True, slots=True)
class Publication:
    """How the site is published: on a host at `where` in the settings, None when unknown.

    With `compress` the files that are texts lie beside themselves as `.gz` and `.br` too.
    """

    host: Host | None = None
    compress: bool = False
    where: Location = field(default=Location(SETTINGS_FILE))


@dataclass(frozen=True, slots=True)
class License:
    """What others may do with the texts and data of the site; `url` tells it in full."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Security:
    """Where leaks can be reported (as URIs, best first), and the last day on which that holds.

    `where` is the place of that day in the settings. Addresses may be empty. Source: RFC 9116.
    """

    contacts: tuple[str, ...]
    expires: date
    where: Location
    encryption: str = ""
    acknowledgments: str = ""
    languages: tuple[str, ...] = ()
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site.

    `base_url` ends in a slash; it is empty when unknown, and `file:` when the site is to be
    read from disk, so that links must name `index.html`. With `link_names` the first naming of
    a thing in an article is a link.
    """

    title: str
    base_url: str = ""
    language: str = "nl"
    description: str = ""
    slogan: str = ""
    navigation: tuple[MenuItem, ...] = ()
    footer: tuple[MenuItem, ...] = ()
    contact: Contact | None = None
    license: License | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=lambda: dict(SECTIONS))
    drafts: bool = False
    link_names: bool = False
    publication: Publication = Publication()
    security: Security | None = None

    @property
    def at_root(self) -> bool:
        """Whether the site can be all there is at its host, which some files must tell at its root.

        It is not when the address has a path, or when the site is read from disk.
        """
        return self.base_url != FROM_DISK and urlsplit(self.base_url).path in {"", "/"}

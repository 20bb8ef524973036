"""`content/site.yaml` becomes settings: what is true for the site as a whole."""

from collections.abc import Mapping

from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic, Location, Severity, problem
from zorgpact_site.diagnostics.field_rules import INVALID_URL
from zorgpact_site.diagnostics.file_rules import MISSING_SETTINGS
from zorgpact_site.fields import Field, Values, read_fields
from zorgpact_site.fields.addresses import SitePath, Url
from zorgpact_site.fields.compound import Choices, Group, ListOf
from zorgpact_site.fields.types import Choice, Flag, LanguageTag, Named, Text
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.model.settings import (
    SECTIONS,
    Contact,
    Host,
    License,
    MenuItem,
    Publication,
    Section,
    Settings,
)
from zorgpact_site.reading.decode import decode
from zorgpact_site.reading.rule_names import RuleNames, wrong_names
from zorgpact_site.reading.security import SECURITY, read_security
from zorgpact_site.source import Source
from zorgpact_site.web_addresses import FROM_DISK, is_web_address

_SITE = frozenset({"site"})
_IN = frozenset[str]()

LABEL = Field("label", Text(80), _IN, "words that readers see", "Artikelen", required=True)
TO = Field("to", SitePath(), _IN, "address on this site", "/artikelen/", required=True)
ADDRESS = Field("address", SitePath(), _IN, "first part of the addresses", "/artikelen/")
SECTION_LABEL = Field("label", Text(80), _IN, "name of the section", "Artikelen")
SECTION_INTRO = Field(
    "intro",
    Text(300),
    _IN,
    "what stands above the overview of regions, themes, koplopers or tools",
    "Wat er in elke regio gebeurde.",
)
SECTION_BACK = Field(
    "back",
    Text(80),
    _IN,
    "words of the link that leads back to that overview",
    "Terug naar alle regio’s",
)
CONTACT_NAME = Field("name", Text(), _IN, "who to turn to", "Redactie", required=True)
CONTACT_URL = Field(
    "url", Url(), _IN, "web page with the ways to get in touch", "https://voorbeeld.nl/"
)
CONTACT_TO = Field("to", SitePath(), _IN, "page of this site with those ways", "/contact/")
HOST = Field(
    "host",
    Choice(tuple(Host)),
    _IN,
    "who serves the site: that decides which files with redirects and headers are made",
    "netlify",
)
COMPRESS = Field(
    "compress",
    Flag(),
    _IN,
    "true also makes each text as .gz and .br, for hosts that serve those",
    "true",
)
LICENSE_NAME = Field("name", Text(120), _IN, "name of the licence", "CC BY 4.0", required=True)
LICENSE_URL = Field(
    "url",
    Url(),
    _IN,
    "where the licence can be read",
    "https://creativecommons.org/licenses/by/4.0/deed.nl",
    required=True,
)
SECTION_FIELDS = tuple(
    Field(
        name,
        Group((ADDRESS, SECTION_LABEL, *((SECTION_INTRO, SECTION_BACK) if section.back else ()))),
        _IN,
        "address and name of this section",
        f"{{address: /{section.address}/, label: {section.label}}}",
    )
    for name, section in SECTIONS.items()
)

_DUTCH_SEVERITIES = (("fout", "error"), ("waarschuwing", "warning"), ("uit", "off"))

TITLE = Field("title", Text(80), _SITE, "name of the site", "Zorgpact", required=True)
BASE_URL = Field(
    "base_url",
    Text(),
    _SITE,
    "where the site will be, or file: to read it from disk",
    "https://voorbeeld.nl/",
)
LANGUAGE = Field("language", LanguageTag(), _SITE, "language of the texts", "nl")
DESCRIPTION = Field(
    "description", Text(600), _SITE, "what the site is, in a sentence or two", "Verslagen…"
)
SLOGAN = Field(
    "slogan", Text(120), _SITE, "heading of the first page", "Samen opleiden voor de zorg"
)
NAVIGATION = Field(
    "navigation", ListOf(Group((LABEL, TO))), _SITE, "the menu", "[{label: Thema's, to: /themas/}]"
)
FOOTER = Field(
    "footer",
    ListOf(Group((LABEL, TO))),
    _SITE,
    "the links at the bottom",
    "[{label: Privacy, to: /privacy/}]",
)
CONTACT = Field(
    "contact",
    Group((CONTACT_NAME, CONTACT_URL, CONTACT_TO)),
    _SITE,
    "who readers can turn to",
    "{name: Redactie, url: https://voorbeeld.nl/}",
)
LICENSE = Field(
    "license",
    Group((LICENSE_NAME, LICENSE_URL)),
    _SITE,
    "what others may do with the texts and the open data",
    "{name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.nl}",
)
RULES = Field(
    "rules",
    Choices(Choice(tuple(Severity), _DUTCH_SEVERITIES)),
    _SITE,
    "how heavy a check weighs: error, warning or off",
    "{raw-html: error}",
)
LINK_NAMES = Field(
    "link_names",
    Flag(),
    _SITE,
    "true makes the first naming of a region, koploper, theme or tool in an article a link",
    "true",
)
SECTIONS_FIELD = Field(
    "sections",
    Group(SECTION_FIELDS),
    _SITE,
    "addresses and names of the sections",
    "{tools: {label: Tools}}",
)
PUBLICATION = Field(
    "publication",
    Group((HOST, COMPRESS)),
    _SITE,
    "how the site is published",
    "{host: nginx, compress: true}",
)
SETTINGS_FIELDS: tuple[Field[object], ...] = (
    TITLE,
    BASE_URL,
    LANGUAGE,
    DESCRIPTION,
    SLOGAN,
    NAVIGATION,
    FOOTER,
    CONTACT,
    LICENSE,
    RULES,
    LINK_NAMES,
    SECURITY,
    SECTIONS_FIELD,
    PUBLICATION,
)


def read_settings(
    source: Source | None, options: Options, rules: RuleNames
) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """Read the settings; None when there are none to work with, with the reason why."""
    if source is None:
        return None, (problem(MISSING_SETTINGS, Location(SETTINGS_FILE)),)
    text, problems = decode(source)
    if text is None:
        return None, problems
    mapping, more = placed_yaml.parse(source.path, text.content, 1)
    found = [*problems, *more]
    if mapping is None:
        return None, tuple(found)
    start = Location(source.path)
    values = read_fields(mapping, SETTINGS_FIELDS, found, missing_at=start)
    settings = Settings(
        title=values.get(TITLE) or "",
        base_url=options.base_url or _base_url(values, found),
        language=values.get(LANGUAGE) or "nl",
        description=values.get(DESCRIPTION) or "",
        slogan=values.get(SLOGAN) or "",
        navigation=_menu(values.get(NAVIGATION)),
        footer=_menu(values.get(FOOTER)),
        contact=_contact(values.get(CONTACT)),
        license=_license(values.get(LICENSE)),
        severities=_severities(values.get(RULES) or (), rules, found),
        sections=_sections(values.get(SECTIONS_FIELD)),
        drafts=options.drafts,
        link_names=values.get(LINK_NAMES) or False,
        publication=_publication(values.get(PUBLICATION)),
        security=read_security(values.get(SECURITY)),
    )
    return settings, tuple(found)


def _base_url(values: Values, found: list[Diagnostic]) -> str:
    typed = values.get(BASE_URL) or ""
    if not typed or typed == FROM_DISK:
        return typed
    if not is_web_address(typed) or "?" in typed or "#" in typed:
        where = values.place(BASE_URL) or Location(SETTINGS_FILE)
        found.append(problem(INVALID_URL, where, value=typed))
        return ""
    return typed.rstrip("/") + "/"


def _menu(items: tuple[Values, ...] | None) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(label, to.strip("/"), item.place(TO) or Location(SETTINGS_FILE))
        for item in items or ()
        if (label := item.get(LABEL)) and (to := item.get(TO))
    )


def _contact(values: Values | None) -> Contact | None:
    if values is None:
        return None
    name, to = values.get(CONTACT_NAME), values.get(CONTACT_TO)
    if name is None:
        return None
    where = values.place(CONTACT_TO) or Location(SETTINGS_FILE)
    page = MenuItem(name, to.strip("/"), where) if to else None
    told = values.place(CONTACT_URL) or Location(SETTINGS_FILE)
    return Contact(name, told, values.get(CONTACT_URL) or "", page)


def _publication(values: Values | None) -> Publication:
    if values is None:
        return Publication()
    host = values.get(HOST)
    where = values.place(HOST) or Location(SETTINGS_FILE)
    return Publication(Host(host) if host else None, values.get(COMPRESS) or False, where)


def _license(values: Values | None) -> License | None:
    name = values.get(LICENSE_NAME) if values else None
    url = values.get(LICENSE_URL) if values else None
    return License(name, url) if name and url else None


def _severities(
    pairs: tuple[tuple[Named, str], ...], rules: RuleNames, found: list[Diagnostic]
) -> Mapping[str, Severity]:
    found.extend(wrong_names((name for name, _severity in pairs), rules))
    return {name.text: Severity(word) for name, word in pairs if name.text in rules.settable}


def _sections(values: Values | None) -> Mapping[str, Section]:
    chosen = dict(SECTIONS)
    for field in SECTION_FIELDS:
        own = values.get(field) if values else None
        if own is not None:
            chosen[field.key] = _section(own, SECTIONS[field.key])
    return chosen


def _section(own: Values, default: Section) -> Section:
    """A section as told; one with a name of its own is led back to by that name."""
    label = own.get(SECTION_LABEL) or default.label
    renamed = default.back and label != default.label
    known = f"Terug naar {label}" if renamed else default.back
    return Section(
        (own.get(ADDRESS) or default.address).strip("/"),
        label,
        own.get(SECTION_INTRO) or default.intro,
        own.get(SECTION_BACK) or known,
    )

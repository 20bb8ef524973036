"""What the things on the site are for programs: of which type, and by which address known."""

from dataclasses import dataclass, field

from zorgpact_site.geography import find_place, find_province
from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Entry, Region, ToMedia, Tool
from zorgpact_site.model.keys import Key
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Series
from zorgpact_site.planning.addresses import Addresses, Here
from zorgpact_site.planning.structured.nodes import Node, node

# Anchors of our own start with an underscore, as everywhere: those of headings never do.
_ANCHORS = {
    Kind.ARTICLE: "_article",
    Kind.REGION: "_region",
    Kind.THEME: "_theme",
    Kind.KOPLOPER: "_koploper",
    Kind.TOOL: "_tool",
}


@dataclass(frozen=True, slots=True)
class Identities:
    """Names things for programs; `home` is the first page, from which absolute addresses start."""

    settings: Settings
    addresses: Addresses
    home: Here
    _named: dict[Key, Node] = field(default_factory=dict)

    def page(self, address: str) -> str:
        """A page: it is known by its address."""
        return self.home.absolute(address)

    def of(self, entry: Entry) -> str:
        """What a text is about, which is not the page that tells of it."""
        return f"{self.page(self.addresses.of(entry.key))}#{_ANCHORS[entry.key.kind]}"

    def event(self, entry: Entry) -> str:
        """The meeting that an article is about."""
        return f"{self.page(self.addresses.of(entry.key))}#_event"

    def named(self, entry: Entry) -> Node:
        """A thing as other pages name it; made once, as many pages name the same things."""
        known = self._named.get(entry.key)
        if known is None:
            known = node(type_of(entry), self.of(entry), name=entry.title)
            self._named[entry.key] = known
        return known

    @property
    def website(self) -> str:
        """The site as a whole."""
        return f"{self.page('')}#_website"

    @property
    def organization(self) -> str:
        """The organization that the site is of."""
        return f"{self.page('')}#_organization"

    @property
    def kopgroep(self) -> Node:
        """All koplopers together."""
        address = self.page(self.addresses.section("koplopers"))
        label = self.settings.sections["koplopers"].label
        return node("Organization", f"{address}#_group", name=label, url=address)

    @property
    def theme_set(self) -> Node:
        """The themes of the site as a list of terms."""
        address = self.page(self.addresses.section("themes"))
        label = self.settings.sections["themes"].label
        return node("DefinedTermSet", f"{address}#_terms", name=label, url=address)

    def series(self, series: Series) -> Node:
        """Meetings that share a name."""
        address = self.page(self.addresses.series(series.slug))
        return node("EventSeries", f"{address}#_series", name=series.title, url=address)


def type_of(entry: Entry) -> str:
    """The type of schema.org that says what is surely so, and nothing more."""
    match entry:
        case Region():
            return _type_of_region(entry)
        case Tool():
            return "DigitalDocument" if isinstance(entry.target, ToMedia) else "CreativeWork"
        case _:
            return _TYPES[entry.key.kind]


# A koploper is an initiative, mostly a project and sometimes an institution; in schema.org both
# are organizations.
_TYPES = {
    Kind.ARTICLE: "Article",
    Kind.THEME: "DefinedTerm",
    Kind.KOPLOPER: "Organization",
}


def _type_of_region(region: Region) -> str:
    """A pact of partners is an organization, an area on the map a place; “landelijk” is neither."""
    if region.partners:
        return "Organization"
    return "Place" if is_area(region) else "Thing"


def is_area(region: Region) -> bool:
    """Whether it is known where the region lies."""
    if region.lat is not None and region.lon is not None:
        return True
    name = region.place or region.title
    return bool(region.place or find_place(name) or find_province(name))

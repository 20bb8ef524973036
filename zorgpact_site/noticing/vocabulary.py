"""The vocabulary of a site: its things as far as other texts may know them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from zorgpact_site.diagnostics import Location
from zorgpact_site.fields import Values, table
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import make_catalogue
from zorgpact_site.linking.entries import Linker
from zorgpact_site.linking.link import link_things
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.vocabulary import Vocabulary
from zorgpact_site.reading.read import key_of, read_front
from zorgpact_site.source import Source

_THINGS = (Kind.REGION, Kind.THEME, Kind.KOPLOPER, Kind.TOOL)
# What an article is, report or announcement, follows from today. What is noticed may not: it
# would have to be noticed anew each day.
_NO_DAY = date.min
# What others may know of a thing: its names, where it lies, the regions of a koploper, and the
# order that readers see themes in. All else can be edited without any other text being read anew.
_KNOWN = (
    *(table.TITLE, table.ALIASES, table.DRAFT, table.ORDER, table.MENTION),
    *(table.PARTNERS, table.PLACE, table.LAT, table.LON),
    table.REGION,
)


@dataclass(frozen=True, slots=True)
class Things:
    """All that reading a text may know of others: things by their names, place and regions.

    It stays the same while articles change, and whatever else of things does, so what was read
    with it can be remembered under it.
    """

    readings: tuple[Reading, ...] = ()
    drafts: bool = False
    link_names: bool = False


def things_in(sources: Iterable[Source], settings: Settings) -> Things:
    """Read all things among the sources as far as others may know them."""
    things = (source for source in sources if key_of(source.path).kind in _THINGS)
    readings = tuple(map(read_thing, things))
    # Where no thing is a draft it is the same to both, so a preview knows what a build has read.
    drafts = any(one.draft and one.draft.values.get(table.DRAFT) for one in readings)
    return Things(readings, drafts and settings.drafts, settings.link_names)


def read_thing(source: Source) -> Reading:
    """Read of a thing what others may know of it, and not where in its file that stands."""
    reading = replace(read_front(source), diagnostics=())
    if reading.draft is None:
        return reading
    found = reading.draft.values.found
    known = {one.key: _anywhere(found[one.key]) for one in _KNOWN if one.key in found}
    return replace(reading, draft=replace(reading.draft, values=Values(known)))


def _anywhere(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_anywhere, value))
    return Named(value.text, Location(value.where.path)) if isinstance(value, Named) else value


def linked_things(things: Things) -> tuple[Linker, Vocabulary]:
    """The things as entries, and a linker for texts that knows these alone."""
    catalogue = make_catalogue(things.readings, with_drafts=things.drafts)
    # What leads nowhere here may lead to an article, so linking the whole site tells of it.
    linker = Linker(Resolver(catalogue, {}, quiet=True), _NO_DAY)
    regions, themes, koplopers, tools = link_things(linker)
    return linker, Vocabulary(regions, themes, koplopers, tools)

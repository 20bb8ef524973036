"""Overview pages: all regions, all themes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Koploper, Linked, Region, Theme, Tool
from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.maps import regions_map
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import ThingCard
from zorgpact_site.planning.reports import count_reports, so_far
from zorgpact_site.planning.views import ThingsView


def overview_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The overview page of each kind of thing."""
    groups: dict[str, Sequence[Region | Theme]] = {"regions": site.regions, "themes": site.themes}
    for section, things in groups.items():
        draw = partial(_view, section, things, site, frame)
        changed = known_change((*things, *counted_reports(things, site)), site.today)
        yield Page(frame.addresses.section(section), f"{section}.html", draw, changed=changed)


def _view(section: str, things: Sequence[Region | Theme], site: Site, frame: Frame) -> ThingsView:
    here = frame.at(frame.addresses.section(section))
    parts = frame.parts(here)
    told = frame.settings.sections[section]
    return ThingsView(
        chrome=frame.chrome(here, told.label, description=told.intro),
        kind=section.removesuffix("s"),
        intro=told.intro,
        things=tuple(thing_card(thing, site, parts) for thing in things),
        map=regions_map(site, parts) if section == "regions" else None,
    )


def counted_reports(things: Iterable[Linked], site: Site) -> Iterator[Linked]:
    """The articles that lists of these things count: a new one changes what they tell."""
    for thing in things:
        yield from (one.source for one in site.dossiers[thing.key].reports)


def thing_card(thing: Region | Theme | Koploper | Tool, site: Site, parts: Parts) -> ThingCard:
    """A thing in a list, with what there is to find on its page."""
    dossier = site.dossiers[thing.key]
    reports = count_reports(so_far(dossier.reports))
    facts: tuple[str, ...]
    match thing:
        case Tool():
            facts = (wording.capitalised(thing.kind_of_tool),)
        case Koploper():
            joined = f"sinds {wording.date_text(thing.joined)}" if thing.joined else ""
            facts = (reports, joined)
        case _:
            koplopers = wording.count(len(dossier.koplopers), "koploper", "koplopers")
            facts = (reports, koplopers) if dossier.koplopers else (reports,)
    return parts.thing(thing, facts)

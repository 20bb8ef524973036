"""Overview pages: all regions, all themes."""

from collections.abc import Iterable, Iterator, Sequence

from zorgpact_site import wording
from zorgpact_site.model.entries import Koploper, Linked, Region, Theme, Tool
from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.maps import regions_map
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts, count_reports, so_far
from zorgpact_site.planning.pieces import ThingCard
from zorgpact_site.planning.views import ThingsView

_INTROS = {
    "regions": "In een regionaal pact werken onderwijs, zorgwerkgevers en overheid samen.",
    "themes": "Over deze thema’s deelden koplopers en regio’s hun kennis.",
}


def overview_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The overview page of each kind of thing."""
    groups: dict[str, Sequence[Region | Theme]] = {"regions": site.regions, "themes": site.themes}
    for section, things in groups.items():
        address = frame.addresses.section(section)
        here = frame.at(address)
        parts = frame.parts(here)
        label = frame.settings.sections[section].label
        intro = _INTROS[section]
        view = ThingsView(
            chrome=frame.chrome(here, label, description=intro),
            kind=section.removesuffix("s"),
            intro=intro,
            things=tuple(thing_card(thing, site, parts) for thing in things),
            map=regions_map(site, parts) if section == "regions" else None,
        )
        changed = known_change((*things, *counted_reports(things, site)), site.today)
        yield Page(address, f"{section}.html", view, changed=changed)


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
            facts = (thing.kind_of_tool,)
        case Koploper():
            joined = f"sinds {wording.date_text(thing.joined)}" if thing.joined else ""
            facts = (reports, joined)
        case _:
            koplopers = wording.count(len(dossier.koplopers), "koploper", "koplopers")
            facts = (reports, koplopers) if dossier.koplopers else (reports,)
    return parts.thing(thing, facts)

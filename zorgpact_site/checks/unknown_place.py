"""A place that the map cannot find."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.geography import find_place, find_province, namesakes, place_names
from zorgpact_site.model.site import Site
from zorgpact_site.names import nearest

RULE = Rule(
    "unknown-place",
    Severity.WARNING,
    "the map does not know this place, so this region is not on it: “{value}”",
    "write the name of a Dutch town or province, or give the coordinates as lat: and lon:",
    "The map finds a region by its place. It knows towns and villages of five hundred people and "
    "more. Where several share a name, the province tells them apart: Valkenburg (Limburg). With "
    "lat: and lon: the place may be any text.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Look up each region's place, unless its coordinates tell more."""
    for region in site.regions:
        placed = region.lat is not None and region.lon is not None
        name = region.place
        if name and not placed and not find_place(name) and not find_province(name):
            near = namesakes(name) or nearest(name, place_names())
            yield problem(RULE, region.place_of("place"), near=near, value=name)

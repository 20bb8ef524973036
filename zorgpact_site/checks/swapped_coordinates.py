"""Latitude and longitude the wrong way around."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.geography import on_drawing, project
from zorgpact_site.model.site import Site

RULE = Rule(
    "swapped-coordinates",
    Severity.WARNING,
    "this point lies far outside the Netherlands; the other way around it lies in or near it",
    "swap the values of lat: and lon:",
    "A latitude (lat) is 50 to 54 in the Netherlands, a longitude (lon) 3 to 8. Some maps name "
    "them in the other order.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find points that are on the map only when their coordinates are swapped."""
    for region in site.regions:
        if region.lat is None or region.lon is None:
            continue
        swapped = project(region.lon, region.lat)
        if not on_drawing(project(region.lat, region.lon)) and on_drawing(swapped):
            yield problem(RULE, region.place_of("lat"))

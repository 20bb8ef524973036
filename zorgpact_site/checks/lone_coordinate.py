"""One coordinate alone."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "lone-coordinate",
    Severity.WARNING,
    "{given}: says nothing without {missing}:",
    "add {missing}:, or remove {given}:",
    "A point on the map has a latitude (lat, in the Netherlands 50 to 54) and a longitude (lon, "
    "3 to 8). With one of them alone the region is sought by its place or title.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find regions with a latitude but no longitude, or the other way around."""
    for region in site.regions:
        if (region.lat is None) == (region.lon is None):
            continue
        given, missing = ("lat", "lon") if region.lon is None else ("lon", "lat")
        yield problem(RULE, region.place_of(given), given=given, missing=missing)

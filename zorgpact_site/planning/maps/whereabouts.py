"""Where a region lies, from what its front matter says and nothing more."""

from dataclasses import dataclass

from zorgpact_site.geography import (
    Place,
    Spot,
    find_place,
    find_province,
    on_drawing,
    project,
    province_at,
    province_centre,
)
from zorgpact_site.model.entries import Region
from zorgpact_site.names import fold


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a region lies: on the drawing (None when it is not on it), and in words.

    `province` is the one to point out, empty when there is none; `whole` is true for a region
    that is the province itself.
    """

    spot: Spot | None
    words: str
    province: str = ""
    whole: bool = False


def whereabouts(region: Region) -> Whereabouts:
    """Find a region by its coordinates, else by its place, else by its title."""
    if region.lat is not None and region.lon is not None:
        return _at(project(region.lat, region.lon), region.place)
    name = region.place or region.title
    place, province = find_place(name), find_province(name)
    if place:
        return _in_place(place, region.title)
    if province:
        words = (
            "de hele provincie" if fold(region.title) == fold(province) else f"provincie {province}"
        )
        return Whereabouts(province_centre(province), words, province, whole=True)
    return Whereabouts(None, region.place)


def _at(spot: Spot, place: str) -> Whereabouts:
    if not on_drawing(spot):
        return Whereabouts(None, place)
    province = province_at(spot) or ""
    return Whereabouts(spot, ", ".join(part for part in (place, province) if part), province)


def _in_place(place: Place, title: str) -> Whereabouts:
    """Words leave out what the title says already: Zwolle lies in Overijssel."""
    name = "" if fold(place.name) == fold(title) else place.name
    told = place.province in name or fold(place.province) in {fold(place.name), fold(title)}
    parts = (name, "" if told else place.province)
    words = ", ".join(part for part in parts if part)
    return Whereabouts(project(place.lat, place.lon), words, place.province)

"""Where a place or a province lies, by the names that people type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from zorgpact_site.geography.drawing import Spot, centre, holds, outline
from zorgpact_site.geography.places import PLACES
from zorgpact_site.geography.provinces import PROVINCES
from zorgpact_site.names import fold

_OTHER_NAMES = {"Fryslân": "Friesland", "Brabant": "Noord-Brabant"}


@dataclass(frozen=True, slots=True)
class Place:
    """A town or village, and the province it lies in; `lat` and `lon` in degrees."""

    name: str
    province: str
    lat: float
    lon: float


def find_place(name: str) -> Place | None:
    """The place of that name; None when it is not in the list or when several share it."""
    return _by_name().get(fold(name))


def find_province(name: str) -> str | None:
    """The province of that name, as the data calls it, with or without the word itself."""
    return _provinces().get(fold(name).removeprefix("provincie "))


def province_at(spot: Spot) -> str | None:
    """The province that holds a point of the drawing; None on water and abroad."""
    return next((name for name in PROVINCES if holds(outline(name), spot)), None)


def province_centre(province: str) -> Spot:
    """The middle of a province on the drawing."""
    return centre(outline(province))


def place_names() -> Iterable[str]:
    """All names of places, as they are written."""
    return [place.name for place in _by_name().values()]


def namesakes(name: str) -> tuple[str, ...]:
    """The places that share a name, each with its province: `Valkenburg (Limburg)`."""
    start = f"{fold(name)} ("
    return tuple(place.name for key, place in _by_name().items() if key.startswith(start))


# Read at the first question: sites without regions never ask.
@cache
def _by_name() -> Mapping[str, Place]:
    return {fold(place.name): place for place in _places()}


def _places() -> Iterator[Place]:
    for province, text in PLACES.items():
        for one in text.replace("\n", " ").split(";"):
            name, lat, lon = one.strip().rsplit(" ", 2)
            yield Place(name, province, float(lat), float(lon))


@cache
def _provinces() -> Mapping[str, str]:
    named = {name: name for name in PROVINCES} | _OTHER_NAMES
    return {fold(name): province for name, province in named.items()}

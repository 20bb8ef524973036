"""Whether a text speaks of the area of a region: its towns, its province, its partners."""

import re
from collections.abc import Iterable, Iterator
from math import hypot

from zorgpact_site.geography import Place, find_place, find_province
from zorgpact_site.model.entries import Region
from zorgpact_site.names import fold

_NEAR = 30  # kilometres: a town this near to the middle of a region stands for it
_NORTHWARD, _EASTWARD = 111.2, 68.4  # kilometres a degree, at 52° north
_TOWN_WORDS = 4  # Bergen op Zoom has three, Capelle aan den IJssel four
_WORD = re.compile(r"['’]?\w[\w’'-]*")
# Adjectives that do not start with the name itself, as Limburgse does.
_ADJECTIVES = {
    "achterhoek": "achterhoeks",
    "brabant": "brabants",
    "den haag": "haags",
    "drenthe": "drents",
    "friesland": "fries",
    "fryslan": "fries",
    "gelderland": "gelders",
    "groningen": "gronings",
    "nijmegen": "nijmeegs",
    "noord-brabant": "brabants",
    "twente": "twents",
    "veluwe": "veluws",
    "zeeland": "zeeuws",
    "zwolle": "zwols",
}


def speaks_of_area(text: str, region: Region) -> bool:
    """Whether the text names a part of the region, its adjective, a partner or a town in it."""
    folded = fold(text)
    if any(_starts_word(name, folded) for name in _names(region)):
        return True
    province = find_province(region.title)
    middle = _middle(region)
    return any(
        place.province == province or (middle is not None and _distance(middle, place) <= _NEAR)
        for place in _towns(text)
    )


def _names(region: Region) -> Iterator[str]:
    title, place = fold(region.title), fold(region.place)
    parts = [part for part in re.split(r"[/-]| en ", title) if len(part) > len("noord-")]
    for name in (title, place, *parts):
        if name:
            yield name
            yield _ADJECTIVES.get(name, name)
    yield from (fold(partner) for partner in region.partners)


def _starts_word(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}", text))


def _middle(region: Region) -> tuple[float, float] | None:
    if region.lat is not None and region.lon is not None:
        return region.lat, region.lon
    place = find_place(region.place or region.title)
    return (place.lat, place.lon) if place else None


def _distance(middle: tuple[float, float], place: Place) -> float:
    """Kilometres, as the crow flies over a flat Netherlands."""
    lat, lon = middle
    return hypot((place.lat - lat) * _NORTHWARD, (place.lon - lon) * _EASTWARD)


def _towns(text: str) -> Iterable[Place]:
    """The places whose names stand in a text, as far as they start with a capital."""
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if not any(sign.isupper() for sign in word.group()[:4]):
            continue
        for last in words[at : at + _TOWN_WORDS]:
            place = find_place(text[word.start() : last.end()])
            if place is not None:
                yield place

"""Make the list of places that regions are found by.

    python docs/make_places.py places.json

The source is a list of Dutch places of GeoNames (CC BY 4.0): `n` the name, `p` the province,
`lat` and `lon` in degrees, `inw` the number of inhabitants. Names become those that Dutch readers
know, with the other names a place goes by. A name that two places share goes to one of them only
when that is by far the larger; else each is called by its name and province.
"""

import json
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path

TARGET = Path(__file__).parent.parent / "zorgpact_site" / "geography" / "places"
LARGER = 10
"""How many times larger a place must be for its name to mean that place."""
SAME = 5.0
"""Places of one name nearer than this many kilometres are one place, listed twice."""

DUTCH = {
    "Almere Stad": "Almere",
    "Beek gem Montferland": "Beek (Montferland)",
    "Katwijk aan Zee": "Katwijk",
    "Noordwijk-Binnen": "Noordwijk",
    "Peij": "Pey",
    "The Hague": "Den Haag",
    "Warga": "Wergea",
}
"""Names in English, or of a part that stands for the whole."""

ALSO = {
    "Almere": ["Almere Stad"],
    "Den Haag": ["'s-Gravenhage"],
    "Katwijk": ["Katwijk aan Zee"],
    "Noordwijk": ["Noordwijk-Binnen"],
    "'s-Hertogenbosch": ["Den Bosch"],
    "Wergea": ["Warga"],
    "Den Burg": ["Texel"],
    "Oost-Vlieland": ["Vlieland"],
    "West-Terschelling": ["Terschelling"],
    "Bunschoten": ["Bunschoten-Spakenburg"],
    # Frisian places that most of the country knows by a Dutch name.
    "Aldeboarn": ["Oldeboorn"],
    "Aldtsjerk": ["Oudkerk"],
    "Aldwâld": ["Oudwoude"],
    "Berltsum": ["Berlikum"],
    "Bitgummole": ["Beetgumermolen"],
    "Broeksterwâld": ["Broeksterwoude"],
    "Burdaard": ["Birdaard"],
    "Burgum": ["Bergum"],
    "Damwâld": ["Damwoude"],
    "De Westereen": ["Zwaagwesteinde"],
    "Dronryp": ["Dronrijp"],
    "Eanjum": ["Anjum"],
    "Eastermar": ["Oostermeer"],
    "Easternijtsjerk": ["Oosternijkerk"],
    "Feanwâlden": ["Veenwouden"],
    "Ferwert": ["Ferwerd"],
    "Garyp": ["Garijp"],
    "Grou": ["Grouw"],
    "Gytsjerk": ["Giekerk"],
    "Holwert": ["Holwerd"],
    "Hurdegaryp": ["Hardegarijp"],
    "Jirnsum": ["Irnsum"],
    "Jistrum": ["Eestrum"],
    "Menaam": ["Menaldum"],
    "Mitselwier": ["Metslawier"],
    "Mûnein": ["Molenend"],
    "Noardburgum": ["Noordbergum"],
    "Oentsjerk": ["Oenkerk"],
    "Raerd": ["Rauwerd"],
    "Reduzum": ["Roordahuizum"],
    "Rinsumageast": ["Rinsumageest"],
    "Ryptsjerk": ["Rijperkerk"],
    "Sumar": ["Suameer"],
    "Suwâld": ["Suawoude"],
    "Sweagerbosk": ["Zwagerbosch"],
    "Terherne": ["Terhorne"],
    "Tytsjerk": ["Tietjerk"],
    "Warten": ["Wartena"],
    "Wâlterswâld": ["Wouterswoude"],
    "Ysbrechtum": ["IJsbrechtum"],
}
"""Other names by the name in the list."""

_LOST_LETTER = re.compile(r"^'?([st])(?=[ -])")
PARTS = {
    "north": ("Drenthe", "Friesland", "Groningen"),
    "east": ("Flevoland", "Gelderland", "Overijssel"),
    "south": ("Limburg", "Noord-Brabant"),
    "west": ("Noord-Holland", "Utrecht", "Zeeland", "Zuid-Holland"),
}
"""The provinces of each part of the country (landsdeel of CBS, NUTS 1): a module for each."""

_HEADER = '''\
"""Where places in the {part} lie. Made by docs/make_places.py: do not edit."""

PLACES = {{
'''


@dataclass(frozen=True)
class Town:
    """A place of the source; `lat` and `lon` in degrees."""

    name: str
    province: str
    lat: float
    lon: float
    people: int


def dutch(name: str) -> str:
    """The name as the Dutch write it: the source has `t Harde` and `s-Gravendeel`."""
    return DUTCH.get(name, _LOST_LETTER.sub(r"’\1", name).replace("'", "’"))


def called(towns: Sequence[Town], provinces: set[str]) -> Iterator[tuple[str, Town]]:
    """What to call each of the places that share a name, largest first."""
    apart: list[Town] = []
    for town in sorted(towns, key=lambda one: (-one.people, one.lat, one.lon)):
        if all(_distance(town, other) > SAME for other in apart):
            apart.append(town)
    first, name = apart[0], apart[0].name
    # Zeeland in Noord-Brabant must not be taken for the province.
    taken = name in provinces and name != first.province
    if not taken and (len(apart) == 1 or first.people >= LARGER * apart[1].people):
        yield name, first
    for province in sorted({town.province for town in apart}):
        inside = [town for town in apart if town.province == province]
        alone = len(inside) == 1 or inside[0].people >= LARGER * inside[1].people
        if alone and (taken or len(apart) > 1):
            yield f"{name} ({province})", inside[0]


def _distance(one: Town, other: Town) -> float:
    """How far two places lie apart, in kilometres."""
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(one.lat - other.lat, east) * 111.2


def main(source: Path) -> None:
    """Write the modules."""
    groups: dict[str, list[Town]] = defaultdict(list)
    for one in json.loads(source.read_text("utf-8")):
        name = dutch(one["n"])
        groups[name].append(Town(name, one["p"], one["lat"], one["lon"], one["inw"]))
    provinces = {town.province for towns in groups.values() for town in towns}
    named = [pair for towns in groups.values() for pair in called(towns, provinces)]
    taken = {name for name, _town in named}
    also = {dutch(name): map(dutch, names) for name, names in ALSO.items()}
    more = [(other, town) for name, town in named for other in also.get(name, ())]
    named += [pair for pair in more if pair[0] not in taken]
    written = defaultdict(list)
    for name, town in named:
        written[town.province].append(f"{name} {town.lat:g} {town.lon:g}")
    for part, inside in PARTS.items():
        text = module(part, {province: sorted(written[province]) for province in inside})
        (TARGET / f"{part}.py").write_text(text, "utf-8")


def module(part: str, provinces: Mapping[str, Sequence[str]]) -> str:
    """The module of a part of the country, with the places of each of its provinces."""
    lines = [_HEADER.format(part=part)]
    for province, places in provinces.items():
        # Line breaks fall between places, never inside a name.
        bound = "; ".join(one.replace(" ", "\0") for one in places)
        rows = textwrap.wrap(bound, 96, break_on_hyphens=False, break_long_words=False)
        lines += [f'    "{province}": """\n', "\n".join(rows).replace("\0", " "), '\n""",\n']
    return "".join([*lines, "}\n"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

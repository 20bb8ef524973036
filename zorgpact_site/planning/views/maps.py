"""The map of regions with its table, and the small map on the page of one region."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link, When


@dataclass(frozen=True, slots=True)
class Shape:
    """A province: the data of its path, and whether it is to be pointed out."""

    path: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words on the map: lines with the height of their feet; `anchor` as in SVG."""

    lines: tuple[tuple[int, str], ...]
    x: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A region on the map. Lengths are in units of the drawing.

    `label` is what a screen reader says; `inside` stands in the circle, at height `foot`: how
    many reports. `reach` is the radius of what can be touched. `words` beside the circle are the
    name, or the letter `key` where there is no room for the name. Where there is no room for
    that either, it stands inside. `from_` is the point the circle stands for, when it had to
    move away from it.
    """

    href: str
    label: str
    inside: str
    key: str
    empty: bool
    x: int
    y: int
    foot: int
    radius: int
    reach: int
    words: Words | None
    from_: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks as drawn for one size of screen: `wide` or `narrow`; sizes of letters in units."""

    size: str
    letter: int
    digit: int
    marks: tuple[Mark, ...]
    keyed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A region in the table; `keys` are those of the wide and the narrow drawing, or empty."""

    region: Link
    keys: tuple[tuple[str, str], ...]
    place: str
    reports: str
    koplopers: str
    latest: When | None


@dataclass(frozen=True, slots=True)
class RegionsMap:
    """All regions on a map, and the same in a table.

    `drawings` are empty when there are too many regions to draw. `noun` is what is counted,
    `off` names the regions that are in the table only.
    """

    width: int
    height: int
    provinces: tuple[Shape, ...]
    drawings: tuple[Drawing, ...]
    rows: tuple[Row, ...]
    noun: str
    off: str


@dataclass(frozen=True, slots=True)
class Locator:
    """Where one region lies. A region that is a whole province has no point, only its outline."""

    width: int
    height: int
    provinces: tuple[Shape, ...]
    label: str
    words: str
    point: tuple[int, int] | None

"""The map of all regions with its table, and the map that shows where one region lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zorgpact_site import wording
from zorgpact_site.geography import HEIGHT, PROVINCES, WIDTH, Spot
from zorgpact_site.model.entries import Article, Region
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Mention, Site
from zorgpact_site.planning.maps.drawing import SIZES, Stop, draw
from zorgpact_site.planning.maps.whereabouts import Whereabouts, whereabouts
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import When
from zorgpact_site.planning.reports import count_reports, report_words, so_far
from zorgpact_site.planning.views.maps import Drawing, Locator, RegionsMap, Row, Shape

_READABLE = 100
"""With more regions than this there is the table only."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the map and the table show of a region."""

    region: Region
    where: Whereabouts
    reports: tuple[Mention, ...]
    koplopers: int


def regions_map(site: Site, parts: Parts) -> RegionsMap | None:
    """The map as seen from one page; None when no region has a point on it."""
    known = [_known(region, site) for region in site.regions]
    stops = {one.region.key: _stop(one, one.where.spot, parts) for one in known if one.where.spot}
    if not stops:
        return None
    drawn = SIZES if len(stops) <= _READABLE else ()
    drawings = tuple(draw(tuple(stops.values()), size) for size in drawn)
    keys = _keys(tuple(stops), drawings)
    return RegionsMap(
        width=WIDTH,
        height=HEIGHT,
        provinces=tuple(Shape(path) for path in PROVINCES.values()),
        drawings=drawings,
        rows=tuple(_row(one, keys.get(one.region.key, ()), parts) for one in known),
        noun=report_words(mention for one in known for mention in one.reports)[1],
        off=wording.listing([one.region.title for one in known if not one.where.spot]),
    )


def locator(region: Region) -> Locator | None:
    """The map of one region; None when it is not known where it lies."""
    where = whereabouts(region)
    if where.spot is None:
        return None
    x, y = where.spot
    return Locator(
        width=WIDTH,
        height=HEIGHT,
        provinces=tuple(Shape(path, name == where.province) for name, path in PROVINCES.items()),
        label=f"Kaart van Nederland met de ligging van {region.title}",
        words=where.words,
        point=None if where.whole else (round(x), round(y)),
    )


def _known(region: Region, site: Site) -> _Known:
    dossier = site.dossiers[region.key]
    reports = so_far(dossier.reports)
    return _Known(region, whereabouts(region), reports, len(dossier.koplopers))


def _stop(known: _Known, spot: Spot, parts: Parts) -> Stop:
    link = parts.link(known.region)
    return Stop(link.text, link.href, count_reports(known.reports), len(known.reports), spot)


def _keys(
    regions: Sequence[Key], drawings: Sequence[Drawing]
) -> Mapping[Key, tuple[tuple[str, str], ...]]:
    """The letters that stand for each region, with the drawing on which they do."""
    found: dict[Key, tuple[tuple[str, str], ...]] = {}
    for drawing in drawings:
        for key, mark in zip(regions, drawing.marks, strict=True):
            if mark.key:
                found[key] = (*found.get(key, ()), (drawing.size, mark.key))
    return found


def _row(known: _Known, keys: tuple[tuple[str, str], ...], parts: Parts) -> Row:
    return Row(
        region=parts.link(known.region),
        keys=keys,
        place=known.where.words if known.where.spot else "niet op de kaart",
        reports=wording.number(len(known.reports)),
        koplopers=wording.number(known.koplopers),
        latest=next(filter(None, map(_date, known.reports)), None),
    )


def _date(mention: Mention) -> When | None:
    date = mention.source.date if isinstance(mention.source, Article) else None
    return When(wording.whole(wording.date_text(date)), str(date)) if date else None

"""The Netherlands: where places and provinces lie, in degrees and on the drawing of the map."""

from zorgpact_site.geography.drawing import HEIGHT, WIDTH, Spot, on_drawing, project
from zorgpact_site.geography.gazetteer import (
    Place,
    find_place,
    find_province,
    namesakes,
    place_names,
    province_at,
    province_centre,
)
from zorgpact_site.geography.provinces import PROVINCES

__all__ = [
    "HEIGHT",
    "PROVINCES",
    "WIDTH",
    "Place",
    "Spot",
    "find_place",
    "find_province",
    "namesakes",
    "on_drawing",
    "place_names",
    "project",
    "province_at",
    "province_centre",
]

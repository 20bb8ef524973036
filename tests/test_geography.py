"""Where places lie: the list, the projection and the outlines agree with each other."""

import pytest

from zorgpact_site.geography import (
    HEIGHT,
    PROVINCES,
    WIDTH,
    find_place,
    find_province,
    on_drawing,
    place_names,
    project,
    province_at,
    province_centre,
)


@pytest.mark.parametrize(
    ("town", "province"),
    [
        ("Assen", "Drenthe"),
        ("Lelystad", "Flevoland"),
        ("Leeuwarden", "Friesland"),
        ("Arnhem", "Gelderland"),
        ("Groningen", "Groningen"),
        ("Maastricht", "Limburg"),
        ("’s-Hertogenbosch", "Noord-Brabant"),
        ("Haarlem", "Noord-Holland"),
        ("Zwolle", "Overijssel"),
        ("Utrecht", "Utrecht"),
        ("Middelburg", "Zeeland"),
        ("Den Haag", "Zuid-Holland"),
    ],
)
def test_a_capital_lies_inside_the_outline_of_its_province(town: str, province: str) -> None:
    place = find_place(town)
    assert place is not None
    assert place.province == province
    assert province_at(project(place.lat, place.lon)) == province


def test_nearly_all_places_lie_inside_the_outline_of_their_province() -> None:
    """Outlines are simple and places are points: some on a dike or an island fall outside."""
    places = [place for name in place_names() if (place := find_place(name))]
    outside = [one for one in places if province_at(project(one.lat, one.lon)) != one.province]
    assert len(places) > 1900
    assert len(outside) < len(places) / 50


def test_the_middle_of_each_province_lies_inside_it() -> None:
    assert {name: province_at(province_centre(name)) for name in PROVINCES} == {
        name: name for name in PROVINCES
    }


def test_neighbours_share_their_borders_to_the_unit() -> None:
    """A point just beside a border lies in one province: no gaps, no overlaps inland."""
    inland = [(x / 2, 400.25) for x in range(500, 850)]  # from Utrecht to the German border
    found = [province_at(spot) for spot in inland]
    assert None not in found[: found.index("Gelderland") + 50]
    assert [name for name, after in zip(found, [*found[1:], ""], strict=True) if name != after][
        :2
    ] == ["Utrecht", "Gelderland"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zwolle", "Zwolle"),
        ("den haag", "Den Haag"),
        ("'s-gravenhage", "’s-Gravenhage"),
        ("DEN BOSCH", "Den Bosch"),
        ("Súdwest", None),
        ("The Hague", None),
        ("Burgum", "Burgum"),
        ("Bergum", "Bergum"),
        ("Hengelo", "Hengelo"),  # by far the larger of two
        ("Hengelo (Gelderland)", "Hengelo (Gelderland)"),
        ("Valkenburg", None),  # two of one size
        ("Zeeland", None),  # a village in Noord-Brabant, but who means that?
        ("Zeeland (Noord-Brabant)", "Zeeland (Noord-Brabant)"),
    ],
)
def test_places_are_found_as_people_type_them(typed: str, found: str | None) -> None:
    place = find_place(typed)
    assert (place.name if place else None) == found


def test_a_name_of_two_places_means_the_larger_one_only_when_it_is_much_larger() -> None:
    hengelo = find_place("Hengelo")
    assert hengelo is not None
    assert hengelo.province == "Overijssel"


def test_provinces_are_found_with_and_without_the_word() -> None:
    assert find_province("provincie Utrecht") == "Utrecht"
    assert find_province("fryslan") == "Friesland"
    assert find_province("Brabant") == "Noord-Brabant"
    assert find_province("Holland") is None


def test_the_ends_of_the_earth_have_a_point_too() -> None:
    for lat in (-90.0, -89.99, 0.0, 89.99, 90.0):
        for lon in (-180.0, 180.0):
            assert not on_drawing(project(lat, lon))
    assert on_drawing((WIDTH, HEIGHT))

"""The map of regions: what holds for any set of regions."""

from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import build_site, pages_of, write_site
from zorgpact_site.geography import HEIGHT, WIDTH, find_place, place_names, project
from zorgpact_site.planning.maps.circles import Circle, radius_of, spread
from zorgpact_site.planning.maps.drawing import SIZES, Size, Stop, draw
from zorgpact_site.planning.maps.labels import Box, place_labels

FRAME = Box(0, 0, WIDTH, HEIGHT)
NAMES = st.text(alphabet="abcdeijklmnoprstuwABMZ -/’é", min_size=1, max_size=30)
SPOTS = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))
STOPS = st.lists(
    st.builds(
        Stop,
        name=NAMES,
        href=st.just("x/"),
        told=st.just("verslagen"),
        count=st.integers(0, 1200),
        spot=SPOTS,
    ),
    min_size=1,
    max_size=25,
)


def circles_of(stops: list[Stop], reach: float) -> tuple[Circle, ...]:
    return spread(
        [Circle(one.spot, *one.spot, radius=12, reach=reach) for one in stops], WIDTH, HEIGHT
    )


@settings(max_examples=60)
@given(STOPS, st.sampled_from([size.letter for size in SIZES]))
def test_labels_never_overlap_nor_leave_the_frame(stops: list[Stop], letter: int) -> None:
    circles = circles_of(stops, 16)
    placed = place_labels([stop.name for stop in stops], circles, letter, FRAME)
    boxes = [label.box for label in placed if label]
    assert all(box.within(FRAME) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for at, label in enumerate(placed):
        for other, circle in enumerate(circles):
            if label and other != at:
                middle = Box(circle.x - 8, circle.y - 8, circle.x + 8, circle.y + 8)
                assert not label.box.meets(middle)


@settings(max_examples=40)
@given(STOPS)
def test_targets_stay_in_the_frame_and_apart_where_there_is_room(stops: list[Stop]) -> None:
    circles = circles_of(stops, 16)
    for one in circles:
        assert 15.9 <= one.x <= WIDTH - 15.9
        assert 15.9 <= one.y <= HEIGHT - 15.9
    for one, other in combinations(circles, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > 31.9**2


@settings(max_examples=30)
@given(STOPS, st.sampled_from(SIZES))
def test_every_region_is_told_apart_on_the_map(stops: list[Stop], size: Size) -> None:
    """By its name beside the circle, or else by a letter that no other region has."""
    drawing = draw(stops, size)
    assert drawing == draw(list(stops), size)
    keys = [mark.key for mark in drawing.marks if mark.key]
    assert len(keys) == len(set(keys))
    for stop, mark in zip(stops, drawing.marks, strict=True):
        shown = "".join(line for _foot, line in mark.words.lines) if mark.words else mark.inside
        assert shown.replace(" ", "") == (mark.key or stop.name).replace(" ", "")
        assert stop.name in mark.label


def test_forty_regions_are_still_readable() -> None:
    towns = [place for name in sorted(place_names())[::50] if (place := find_place(name))]
    stops = [
        Stop(one.name, "x/", "1 verslag", at % 9, project(one.lat, one.lon))
        for at, one in enumerate(towns)
    ]
    assert len(stops) >= 40
    wide, narrow = (draw(stops, size) for size in SIZES)
    assert sum(not mark.key for mark in wide.marks) > 30
    assert sum(not mark.key for mark in narrow.marks) > 10


def test_the_area_of_a_circle_follows_the_count() -> None:
    one, four = (radius_of(count, 100, smallest=1, largest=30) for count in (25, 100))
    assert four == 30
    assert one * 2 == four
    assert radius_of(0, 100, smallest=12, largest=30) == 12
    assert radius_of(1, 1, smallest=5, largest=30) < 15, "one report is not many"


@settings(max_examples=10)
@given(
    st.lists(
        st.sampled_from(
            ["place: Zwolle", "place: Goes", "lat: 9\nlon: 9", "website: https://a.nl"]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_region_is_in_the_table_once(keys: list[str]) -> None:
    files = {
        f"content/regions/r{at}.md": f"---\ntitle: Streek {at}\n{key}\n---\nTekst.\n"
        for at, key in enumerate(keys)
    }
    with TemporaryDirectory() as folder:
        html = pages_of(build_site(write_site(Path(folder), files)))["regios/"]
    table = html[html.index("<table") : html.index("</table>")]
    for at in range(len(keys)):
        assert table.count(f">Streek {at}</a>") == 1
    assert table.count('<th scope="row">') == len(keys) + 2  # and those of the small site


def test_more_regions_than_a_map_can_show_are_in_the_table(tmp_path: Path) -> None:
    files = {
        f"content/regions/r{number}.md": f"---\ntitle: Regio {number}\nplace: Zwolle\n---\nTekst.\n"
        for number in range(101)
    }
    html = pages_of(build_site(write_site(tmp_path, files)))["regios/"]
    assert '<svg class="map-wide"' not in html
    assert html.count('<th scope="row">') == 103  # two regions of the small site's own


def test_the_legend_speaks_of_size_only_where_circles_differ(tmp_path: Path) -> None:
    larger = "Hoe groter de stip"
    report = "---\ntitle: Dag\nevent: Werkdag\ndate: 2018-05-02\nregion: Zwolle\n---\nTekst.\n"
    few = {"content/articles/dag.md": report}
    many = {f"content/articles/dag{at}.md": report for at in range(9)}
    goes = {"content/regions/goes.md": "---\ntitle: Goes\n---\nTekst.\n"}
    assert larger not in pages_of(build_site(write_site(tmp_path / "one", few)))["regios/"]
    assert larger in pages_of(build_site(write_site(tmp_path / "two", many | goes)))["regios/"]

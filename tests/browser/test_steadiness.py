"""What stands on every page stands at the same place on every page."""

import pytest

from tests.browser.conftest import Visit
from tests.page_kinds import kind_named

PLACES = """all => all.map(one => { const box = one.getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.top + scrollY), Math.round(box.width)] })"""


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_the_menu_does_not_move_when_one_goes_through_it(width: int, visit: Visit) -> None:
    seen = {
        str(visit(kind_named(name), width=width).locator(".menu a").evaluate_all(PLACES))
        for name in ("home", "articles", "meetings", "regions", "koplopers", "tools")
    }
    assert len(seen) == 1


LONG_NAME = "Kennisnetwerk Zorg, Welzijn en Beroepsonderwijs Noord-Nederland en Flevoland"


@pytest.mark.parametrize("width", [1280, 768])
def test_a_long_name_leaves_room_for_the_search_box_beside_it(width: int, visit: Visit) -> None:
    page = visit(kind_named("regions"), width=width)
    page.locator(".site-name").evaluate("(it, name) => { it.lastChild.data = name }", LONG_NAME)
    name, box = page.locator(".site-name, .site-head .search-box").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().toJSON())"
    )
    assert name["height"] > box["height"]
    assert name["top"] < box["top"] < box["bottom"] < name["bottom"]

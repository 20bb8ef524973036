"""The map as readers meet it, in a real browser: keyboard, fingers, small screens, own fonts."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = (1280, 768, 320)
# What a text or circle covers on the screen.
BOXES = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.checkVisibility())
  .map(one => { const box = one.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom] })"""


def at(browser: Browser, served: str, address: str, width: int, **options: Any) -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
    )
    response = page.goto(served + address)
    assert response is not None
    assert response.ok, address
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_shows_and_the_page_does_not_scroll_sideways(
    browser: Browser, served: str, width: int
) -> None:
    page = at(browser, served, "regios/", width)
    assert len(page.evaluate(BOXES, ".map svg")) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    [[left, _top, right, _bottom]] = page.evaluate(BOXES, ".map-table")
    assert page.evaluate("document.querySelector('.map-table').scrollWidth") <= right - left + 1
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_on_the_map_are_24_pixels(browser: Browser, served: str, width: int) -> None:
    page = at(browser, served, "regios/", width)
    boxes = page.evaluate(BOXES, ".spot .reach")
    assert len(boxes) == 8
    for left, top, right, bottom in boxes:
        assert right - left >= 24
        assert bottom - top >= 24
    for one, other in combinations(boxes, 2):
        x, y = ((one[at] + one[at + 2] - other[at] - other[at + 2]) / 2 for at in (0, 1))
        assert (x * x + y * y) ** 0.5 >= 24
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_names_are_readable_and_clear_of_each_other(
    browser: Browser, served: str, width: int
) -> None:
    """As drawn with the fonts of this machine, not as estimated."""
    page = at(browser, served, "regios/", width)
    [frame] = page.evaluate(BOXES, ".map svg")
    names = page.evaluate(BOXES, ".spot .name")
    assert len(names) == 8
    for name in names:
        assert frame[0] <= name[0]
        assert name[2] <= frame[2]
        assert name[3] - name[1] >= 12
    # A box of text is a little higher than its letters.
    slim = [[left, top + 2, right, bottom - 2] for left, top, right, bottom in names]
    for one, other in combinations(slim, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_keyboard_walks_the_map_and_can_be_seen(
    browser: Browser, served: str, width: int
) -> None:
    page = at(browser, served, "regios/", width)
    walked = []
    for _stop in range(60):
        page.keyboard.press("Tab")
        name, ring, visible = page.evaluate(
            """() => { const one = document.activeElement, dot = one.querySelector(".dot");
            const box = one.getBoundingClientRect();
            return [dot ? one.getAttribute("aria-label") : "",
                    dot ? getComputedStyle(dot).stroke === ringColour(): false,
                    box.bottom > 0 && box.top < innerHeight];
            function ringColour() { const probe = document.createElement("i");
              probe.style.color = "var(--focus)"; document.body.append(probe);
              const colour = getComputedStyle(probe).color; probe.remove(); return colour } }"""
        )
        if name in walked:
            break  # round again
        if name:
            assert ring, name
            assert visible, name
            walked.append(name)
    assert walked == [
        "Arnhem-Nijmegen, 2 artikelen",
        "Breda, 1 artikel",
        "Flevoland, 1 verslag",
        "Limburg, 1 artikel",
        "Midden-Nederland, 1 artikel",
        "Stedendriehoek/Noord-Veluwe, 1 artikel",
        "Zeeland, 2 artikelen",
        "Zwolle, 2 artikelen",
    ]
    page.close()


def test_a_link_on_the_map_leads_to_the_region(browser: Browser, served: str) -> None:
    page = at(browser, served, "regios/", 1280)
    drawing = page.get_by_role("document", name="Regio’s op een kaart van Nederland")
    drawing.get_by_role("link", name="Zwolle, 2 artikelen").click()
    assert page.locator("h1").inner_text() == "Zwolle"
    page.get_by_role("img", name="Kaart van Nederland met de ligging van Zwolle").wait_for()
    page.close()


def test_the_map_needs_no_colour(browser: Browser, served: str) -> None:
    """Forced colours: what matters still differs from its ground."""
    page = at(browser, served, "regios/", 1280, forced_colors="active")
    fill, stroke, ground = page.evaluate(
        """() => { const dot = getComputedStyle(document.querySelector(".dot"));
        return [dot.fill, dot.stroke, getComputedStyle(document.body).backgroundColor] }"""
    )
    assert stroke not in {fill, ground}
    page.close()

"""A keyboard alone: every stop is seen, nothing lies over it, and the way goes down the page."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge, watcher
from tests.page_kinds import PageKind, every_kind, kind_named

MOST = 400  # stops on one page


@every_kind
@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_is_seen_and_in_order(kind: PageKind, width: int, visit: Visit) -> None:
    page = visit(kind, width, reduced_motion="reduce")
    reachable = judge(page, "stops")
    stops = list(walk(page))
    assert problems(stops) == []
    assert sorted(stop["name"] for stop in stops) == sorted(reachable)


@pytest.mark.parametrize("name", ["home", "article with a footnote", "koploper", "search"])
def test_with_colours_of_the_reader_every_stop_is_seen(name: str, visit: Visit) -> None:
    page = visit(kind_named(name), forced_colors="active", reduced_motion="reduce")
    assert problems(walk(page)) == []


@pytest.mark.parametrize("name", ["home", "article with a footnote", "koploper", "search"])
def test_in_the_dark_every_stop_is_seen(name: str, visit: Visit) -> None:
    page = visit(kind_named(name), color_scheme="dark", reduced_motion="reduce")
    assert problems(walk(page)) == []


def test_the_first_stop_skips_to_the_content(visit: Visit) -> None:
    page = visit(kind_named("article"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_reader_gets_from_home_to_a_report_by_keyboard(visit: Visit) -> None:
    page = visit(kind_named("home"))
    follow(page, "Kopgroep")
    follow(page, "Zorgtrainingscentrum")
    title = "Kopgroep in Zwolle zoekt uit hoe een lab gaat leven"
    follow(page, title)
    assert page.locator("h1").inner_text() == title


FRAME = "<style>:focus { outline: 3px solid #000 }</style><main>"


@pytest.mark.parametrize(
    "mistake",
    [
        '<a href="#" style="outline: 0">geen rand</a>',
        '<a href="#" style="outline: 1px solid #000">een dunne rand</a>',
        '<a href="#" style="outline: 3px solid #ddd">een bleke rand</a>',
        '<p style="overflow: hidden; width: 4rem"><a href="#">afgesneden</a></p>',
        '<a href="#">bedekt</a><p style="position: fixed; inset: 0; background: #fff">x</p>',
        '<p style="position: absolute; left: -999px"><a href="#">buiten beeld</a></p>',
        '<a href="#" style="position: absolute; top: 300px">later</a><a href="#">eerst</a>',
    ],
)
def test_the_judge_sees_what_is_wrong_with_a_stop(mistake: str, show: Show) -> None:
    fine = list(walk(show(f'{FRAME}<p style="padding: 1rem"><a href="#">goed</a></p></main>')))
    assert len(fine) == 1
    assert problems(fine) == []
    assert problems(walk(show(f"{FRAME}{mistake}</main>")))


def test_the_judge_sees_what_the_keyboard_does_not_reach(show: Show) -> None:
    page = show('<button id="a">a</button><button id="b" onfocus="a.focus()">b</button>')
    assert len(list(walk(page))) < len(judge(page, "stops"))


def walk(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab until the keyboard leaves the page or begins again; gives each stop."""
    first = None
    look = watcher(page, "focus")
    for _press in range(MOST):
        page.keyboard.press("Tab")
        stop = look()
        if stop is None or stop == first:
            return
        first = first or stop
        yield stop


def problems(stops: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> list[str]:
    """What is wrong with stops, and with their order."""
    stops = list(stops)
    assert 0 < len(stops) < MOST
    found = [f"{stop['name']} {wrong}" for stop in stops for wrong in stop["wrong"]]
    inside = [stop for stop in stops if stop["inText"]]
    return found + [
        f"{after['name']} stands above {before['name']}, which comes first"
        for before, after in pairwise(inside)
        if goes_up(before, after)
    ]


def goes_up(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the way leads up in one column; to the top of another column is fine."""
    above = after["bottom"] <= before["top"]
    beside = after["right"] <= before["left"] or after["left"] >= before["right"]
    return above and not beside


def follow(page: Page, text: str) -> None:
    """Press Tab until a link with this text to another page has the focus, then Enter."""
    script = "() => [document.activeElement.textContent, document.activeElement.pathname]"
    address = page.url
    for _press in range(MOST):
        page.keyboard.press("Tab")
        found, path = page.evaluate(script)
        # Without the places where a long name may break, which nobody sees.
        if found.replace("\u00ad", "").strip() == text and not address.endswith(path):
            break
    else:
        pytest.fail(f"no stop of the keyboard is a link {text}")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != address)

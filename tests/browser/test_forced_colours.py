"""Readers with colours of their own: what only a ground told apart must be told otherwise."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind


@every_kind
def test_nothing_is_told_by_colour_alone(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, color_scheme="light")
    assert without_colours(page) == []
    page.emulate_media(color_scheme="dark", forced_colors="none")
    assert without_colours(page) == []


@pytest.mark.parametrize(
    "mistake",
    [
        '<p style="width: 50px; height: 9px; background: #a00"></p>',
        '<button style="border: 0; background: #a00">zoek</button>',
        '<nav><a href="#a">a</a> <a href="#b" aria-current="page" style="color: red">b</a></nav>',
        '<svg width="9" height="9" style="forced-color-adjust: none">'
        '<path fill="#fff" d="M0 0h9v9z"/></svg>',
    ],
)
def test_the_judge_sees_what_only_colour_tells(mistake: str, show: Show) -> None:
    fine = (
        '<p style="background: #eee">tekst</p><button>zoek</button><nav><a href="#a">a</a> '
        '<a href="#b" aria-current="page" style="font-weight: 700">b</a></nav>'
        '<svg width="9" height="9"><path fill="currentColor" d="M0 0h9v9z"/></svg>'
    )
    assert without_colours(show(fine)) == []
    assert without_colours(show(mistake))


def without_colours(page: Page) -> list[str]:
    judge(page, "painted")
    page.emulate_media(forced_colors="active")
    found: list[str] = judge(page, "forced")
    return found

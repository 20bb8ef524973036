"""Little room, large letters, wide spacing: nothing scrolls sideways, nothing is cut off."""

import pytest

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind

# WCAG 2.2, 1.4.12: text must bear this spacing without loss.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Readers have other fonts than we; this one, which comes with Debian's browser, is wide.
WIDE = '* { font-family: "DejaVu Sans", Verdana, sans-serif !important; }'
LARGE = "html { font-size: 200% !important; }"


# WCAG 2.2, 1.4.10: 320 pixels is a window of 1280 at 400 %.
@every_kind
def test_at_320_pixels_nothing_is_lost(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, width=320, bypass_csp=True)
    assert judge(page, "cut") == []
    page.add_style_tag(content=WIDE)
    assert judge(page, "cut") == [], "in a wide font"
    page.add_style_tag(content=SPACING)
    assert judge(page, "cut") == [], "with wide spacing"


# WCAG 2.2, 1.4.4: by zooming, which halves the window, by larger letters, or by both.
@every_kind
def test_at_twice_the_size_nothing_is_lost(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, width=640, device_scale_factor=2, bypass_csp=True)
    assert judge(page, "cut") == []
    page.add_style_tag(content=LARGE)
    assert judge(page, "cut") == [], "with large letters"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert judge(page, "cut") == [], "with large letters in a wide window"


# What readers of small print set on a telephone; no criterion asks for it.
@every_kind
def test_with_larger_letters_on_a_telephone_nothing_is_lost(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, width=360, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 150% !important; }")
    assert judge(page, "cut") == []


@pytest.mark.parametrize(
    "mistake",
    [
        '<div style="width: 400px">breed</div>',
        "<p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter</p>",
        '<p style="height: 2rem; overflow: hidden">een<br>twee<br>drie</p>',
        '<p style="width: 4rem; overflow: hidden; white-space: nowrap">een twee drie vier</p>',
    ],
)
def test_the_judge_sees_what_is_lost(mistake: str, show: Show) -> None:
    assert judge(show(mistake, width=320), "cut")

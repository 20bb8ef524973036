"""What comes out of the printer."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind, kind_named

SHEET = 718  # CSS pixels: A4 with margins of a centimetre


@every_kind
def test_paper_has_the_text_and_no_navigation(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, color_scheme="light")
    assert on_paper(page) == []
    page.emulate_media(media="null", color_scheme="dark")
    assert on_paper(page) == []


def test_a_first_sheet_is_filled_to_its_foot(visit: Visit) -> None:
    """The picture of an article leaves room for the text below it, and no total stands halfway."""
    page = visit(kind_named("article"), width=SHEET)
    page.emulate_media(media="print")
    picture = page.locator(".main-picture img").bounding_box()
    assert picture
    assert picture["y"] + picture["height"] < SHEET * 1.2  # of a sheet of 1.41
    page = visit(kind_named("koplopers"), width=SHEET)
    page.emulate_media(media="print")
    display = "one => getComputedStyle(one).display"
    assert page.locator("tfoot").evaluate(display) == "table-row-group"


def test_what_only_leads_on_is_not_printed(visit: Visit) -> None:
    page = visit(kind_named("theme"), color_scheme="light")
    ways = page.locator("main").get_by_text(
        re.compile("Op de hoogte blijven|Abonneer op deze agenda")
    )
    assert [way.is_visible() for way in ways.all()] == [True, True]
    page.emulate_media(media="print")
    assert [way.is_visible() for way in ways.all()] == [False, False]
    assert not page.locator(".facts").is_visible()  # it held nothing else


def test_a_wide_table_is_on_paper_as_a_whole(visit: Visit) -> None:
    page = visit(kind_named("page"), width=SHEET, bypass_csp=True)
    wide = "<td>Meerjarensamenwerkingsovereenkomsten</td>" * 4
    page.locator(".text").evaluate(
        "(text, row) => { text.innerHTML ="
        " `<div class=table><table><tbody><tr>${row}</tr></tbody></table></div>`; }",
        wide,
    )
    lost = "one => one.scrollWidth - one.clientWidth"
    assert page.locator(".table").evaluate(lost) > 0
    page.emulate_media(media="print")
    assert page.locator(".table").evaluate(lost) <= 0


PRINT = "<style>@media print {{ {} }}</style><main><h1>x</h1><p>Tekst</p>{}</main>"


@pytest.mark.parametrize(
    ("style", "mistake"),
    [
        ("", "<nav>menu</nav>"),
        ("", "<form>zoek</form>"),
        ("", '</main><a href="#m">voorbij het menu</a><main id="m">'),
        ("p { display: none }", ""),
        ("", '<p style="position: sticky">plakt</p>'),
        ("", '<p style="color: #bbb">bleek</p>'),
        ("", '<p>Zie <a href="https://host.example/">daar</a>.</p>'),
        ("", '<p style="width: 900px">breed</p>'),
    ],
)
def test_the_judge_sees_what_is_wrong_on_paper(style: str, mistake: str, show: Show) -> None:
    assert on_paper(show(PRINT.format("", "<p>goed</p>"))) == []
    assert on_paper(show(PRINT.format(style, mistake)))


# Browsers fetch pictures that are further down before they print.
FETCH = """() => Promise.all([...document.images].map((one) => {
  one.loading = "eager";
  return one.decode().catch(() => null);
}))"""


def on_paper(page: Page) -> list[str]:
    page.evaluate(FETCH)
    judge(page, "mark")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 1000})
    found: list[str] = judge(page, "print")
    return found

"""What comes out of the printer."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind

SHEET = 718  # CSS pixels: A4 with margins of a centimetre


@every_kind
def test_paper_has_the_text_and_no_navigation(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, color_scheme="light")
    assert on_paper(page) == []
    page.emulate_media(media="null", color_scheme="dark")
    assert on_paper(page) == []


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


def on_paper(page: Page) -> list[str]:
    judge(page, "mark")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 1000})
    found: list[str] = judge(page, "print")
    return found

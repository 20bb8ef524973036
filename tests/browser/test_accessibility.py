"""axe tells what a machine can tell of WCAG: of all that pages of the real site are made of."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Show, Visit, go
from tests.page_kinds import KINDS, MADE, PageKind, kind_named

PORTIONS = 6  # of the pages, so that workers can share them


@pytest.fixture(scope="module")
def telling(real_site: Path) -> list[str]:
    """Addresses of pages that together hold every shape of all pages, in every colour of a theme.

    A page of nothing but shapes seen elsewhere tells axe nothing new.
    """
    pages = {
        str(path.relative_to(real_site)).removesuffix("index.html"): shapes(path.read_text("utf-8"))
        for path in sorted(real_site.rglob("*.html"))
    }
    assert len(pages) > 50
    chosen: list[str] = []
    unseen = set().union(*pages.values())
    while unseen:
        chosen.append(max(pages, key=lambda address: len(pages[address] & unseen)))
        unseen -= pages[chosen[-1]]
    return chosen


def shapes(html: str) -> set[object]:
    """Each element as styles see it, in what holds it, on a page with the colours of a theme."""
    page = LexborHTMLParser(html)
    assert page.body is not None
    theme = page.body.attributes.get("class")
    return {(theme, look(one.parent), look(one)) for one in page.css("*")}


def look(one: LexborNode | None) -> tuple[object, ...]:
    return () if one is None else (one.tag, one.attributes.get("class"), *sorted(one.attributes))


def opened(page: Page) -> Page:
    """The page with the tables of its charts in sight."""
    for table in page.locator(".chart-table summary").all():
        table.click()
    return page


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_every_shape_of_page_is_accessible(
    portion: int, visit: Visit, telling: list[str], served: str
) -> None:
    page = visit(kind_named("home"), bypass_csp=True, reduced_motion="reduce")
    found = {}
    for address in telling[portion::PORTIONS]:
        go(page, served + address)
        found[address] = violations(opened(page))
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.site == MADE], ids=lambda kind: kind.name
)
def test_what_only_a_larger_site_has_is_accessible(kind: PageKind, visit: Visit) -> None:
    page = visit(kind, bypass_csp=True, reduced_motion="reduce")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("mistake", "schemes"),
    [
        ('<p style="color: #999; background: #fff">Te licht</p>', 2),
        ('<p><img src="x.png"></p>', 1),
        ('<div tabindex="3">Eerst hier</div>', 1),
        (
            '<button style="width: 9px; height: 9px"></button><button style="width: 9px"></button>',
            1,
        ),
    ],
)
def test_axe_sees_mistakes(mistake: str, schemes: int, show: Show) -> None:
    page = show(f'<html lang="nl"><title>x</title><main><h1>x</h1>{mistake}</main>')
    assert len({finding[:2] for finding in violations(page)}) == len(WIDTHS) * schemes


def test_axe_sees_what_is_wrong_at_one_width_in_one_scheme(show: Show) -> None:
    style = (
        ":root { color-scheme: light dark } p { background: light-dark(#fff, #000);"
        "color: light-dark(#000, #222) }"
        "@media (width > 400px) { p { color: light-dark(#ddd, #fff) } }"
    )
    page = show(
        f'<html lang="nl"><title>x</title><style>{style}</style><main><h1>x</h1><p>Tekst</p></main>'
    )
    assert {finding[:2] for finding in violations(page)} == {("light", 1280), ("dark", 320)}

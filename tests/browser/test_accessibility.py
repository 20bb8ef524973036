"""axe tells what a machine can tell of WCAG: of every page of the real site, not one a kind."""

from pathlib import Path

import pytest

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Show, Visit, go
from tests.page_kinds import KINDS, MADE, PageKind, kind_named

PORTIONS = 12  # of all pages, so that workers can share them


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_every_page_is_accessible(portion: int, visit: Visit, real_site: Path, served: str) -> None:
    page = visit(kind_named("home"), bypass_csp=True, reduced_motion="reduce")
    found = {}
    pages = sorted(real_site.rglob("*.html"))
    assert len(pages) > PORTIONS
    for path in pages[portion::PORTIONS]:
        address = str(path.relative_to(real_site)).removesuffix("index.html")
        go(page, served + address)
        found[address] = violations(page)
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

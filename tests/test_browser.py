"""What readers meet, in a real browser: every kind of page, wide and narrow, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.html_pages import read_page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
KINDS = {
    "home": "",
    "article": "artikelen/kopgroepbijeenkomst-zwolle/",
    "article with a footnote": "artikelen/contact-maken-in-flevoland/",
    "articles": "artikelen/",
    "region": "regios/flevoland/",
    "region without reports": "regios/limburg/",
    "regions": "regios/",
    "theme": "themas/zorg-en-technologie/",
    "themes": "themas/",
    "koploper": "kopgroep/sparkcentres/",
    "koplopers": "kopgroep/",
    "tool": "hulpmiddelen/samenwerkingsthermometer/",
    "tools": "hulpmiddelen/",
    "meetings": "bijeenkomsten/",
    "series": "bijeenkomsten/kopgroepbijeenkomsten/",
    "archive": "archief/",
    "reviews": "jaaroverzicht/",
    "review": "jaaroverzicht/2017/",
    "year": "archief/2017/",
    "page": "over-het-zorgpact/",
    "search": "zoeken/",
    "not found": "404.html",
}
# Where a script adds a form to what is there.
WITH_CONTROLS = {"search"}
# WCAG 2.2, 1.4.12: text must bear this spacing without loss.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Readers have other fonts than we; this one, which comes with Debian's browser, is wide.
WIDE = '* { font-family: "DejaVu Sans", Verdana, sans-serif !important; }'


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(chromium),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture(params=["light 1280", "dark 1280", "light 320", "dark 320"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    scheme, width = request.param.split()
    made = browser.new_context(
        color_scheme=scheme, viewport={"width": int(width), "height": 900}, bypass_csp=True
    )
    yield made
    made.close()


def go(page: Page, served: str, address: str) -> None:
    response = page.goto(served + address)
    assert response is not None
    assert response.ok, address


def test_every_kind_of_page_is_accessible(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    found = []
    for kind, address in KINDS.items():
        go(page, served, address)
        page.add_script_tag(path=AXE)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        options = {"runOnly": {"type": "tag", "values": tags}}
        result = page.evaluate("options => axe.run(document, options)", options)
        assert result["passes"], kind
        found += [
            (kind, violation["id"], node["html"][:120])
            for violation in result["violations"]
            for node in violation["nodes"]
        ]
    assert found == []


def test_no_page_scrolls_sideways_at_320_pixels(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for kind, address in KINDS.items():
        go(page, served, address)
        assert overflow(page) <= 0, kind
        page.add_style_tag(content=WIDE)
        assert overflow(page) <= 0, f"{kind}, in a wide font"
        page.add_style_tag(content=SPACING)
        assert overflow(page) <= 0, f"{kind}, with wide spacing"
    page.close()


def overflow(page: Page) -> int:
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(script))


def test_no_page_asks_anything_of_another_host(browser: Browser, served: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for address in KINDS.values():
        if address != "404.html":  # its links start at the site's own root, not at this server's
            go(page, served, address)
    host = served.split("/output/", maxsplit=1)[0]
    assert asked
    assert [url for url in asked if not url.startswith(host)] == []
    assert errors == []
    assert page.context.cookies() == []
    page.close()


def test_everything_is_there_without_javascript(browser: Browser, served: str) -> None:
    plain = browser.new_context(java_script_enabled=False)
    lively = browser.new_context()
    pages = plain.new_page(), lively.new_page()
    for kind, address in KINDS.items():
        texts = []
        for page in pages:
            go(page, served, address)
            # What scripts add (controls for lists, say) they mark as made; all else is the same.
            page.locator("[data-made]").evaluate_all("all => all.forEach(one => one.remove())")
            texts.append(read_page(page.content()).text)
        if kind in WITH_CONTROLS:
            rest = iter(texts[1].split())
            assert all(word in rest for word in texts[0].split()), kind
        else:
            assert texts[0] == texts[1], kind
    plain.close()
    lively.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    go(page, served, KINDS["article"])
    page.keyboard.press("Tab")
    focused = "document.activeElement.textContent.trim()"
    assert page.evaluate(focused) == "Naar de inhoud"
    box = page.locator("a.skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    assert page.evaluate(inside)
    page.close()


def test_every_stop_of_the_keyboard_is_visible(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    go(page, served, KINDS["koploper"])
    seen = set()
    for _stop in range(60):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const one = document.activeElement, style = getComputedStyle(one);
            const box = one.getBoundingClientRect();
            return [one.tagName, one.href || "", style.outlineStyle, parseFloat(style.outlineWidth),
                    box.bottom > 0 && box.top < innerHeight] }"""
        )
        tag, href, outline, width, visible = state
        if tag == "BODY":
            break
        seen.add(href)
        assert outline != "none", href
        assert width >= 2, href
        assert visible, href
    assert len(seen) > 10
    page.close()


def test_from_disk_a_reader_can_click_on(browser: Browser, real_site: Path) -> None:
    page = browser.new_page()
    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Kopgroep").click()
    assert page.locator("h1").inner_text() == "Kopgroep"
    page.get_by_role("link", name="Sparkcentres").first.click()
    assert page.locator("h1").inner_text() == "Sparkcentres"
    page.close()

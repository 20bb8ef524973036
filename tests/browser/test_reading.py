"""An article as it is read: footnotes in place, facts beside the text, no script needed."""

from pathlib import Path

from playwright.sync_api import Browser

ARTICLE = "artikelen/contact-maken-in-flevoland/"


def test_a_footnote_opens_where_its_mark_stands(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + ARTICLE)
    mark = page.get_by_role("button", name="Voetnoot 1")
    assert mark.get_attribute("aria-expanded") == "false"
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".note-here")
    assert "Woonzorg Flevoland" in note.inner_text()
    assert "↩" not in note.inner_text()
    assert mark.get_attribute("aria-expanded") == "true"
    assert page.url.endswith(ARTICLE)
    below = "(note) => note.previousElementSibling.contains(document.activeElement)"
    assert note.evaluate(below)
    page.keyboard.press("Escape")
    assert page.locator(".note-here").count() == 0
    page.keyboard.press(" ")
    assert page.locator(".note-here").count() == 1
    page.close()


def test_without_script_a_footnote_leads_there_and_back(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + ARTICLE)
    page.get_by_role("link", name="Voetnoot 1", exact=True).click()
    assert page.url.endswith("#_noot-1")
    page.get_by_role("link", name="Terug naar de tekst bij voetnoot 1").click()
    assert page.url.endswith("#_noot-1-terug")
    context.close()


def test_only_a_text_with_footnotes_asks_for_their_script(real_site: Path) -> None:
    asks = {
        path.parent.name
        for path in real_site.rglob("artikelen/*/index.html")
        if "scripts/notes-" in path.read_text("utf-8")
    }
    assert asks == {"contact-maken-in-flevoland"}


def test_facts_stand_beside_the_text_where_there_is_room(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served + ARTICLE)
    facts, text = page.locator(".facts").bounding_box(), page.locator(".column").bounding_box()
    assert facts
    assert text
    assert facts["x"] >= text["x"] + text["width"]
    page.set_viewport_size({"width": 320, "height": 800})
    facts, text = page.locator(".facts").bounding_box(), page.locator(".column").bounding_box()
    assert facts
    assert text
    assert facts["y"] + facts["height"] <= text["y"]
    page.close()


def test_a_line_of_text_is_easy_to_follow(browser: Browser, served: str) -> None:
    """60 to 75 characters a line (WCAG 2.2, 1.4.8 allows 80)."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served + ARTICLE)
    line = page.evaluate(
        """() => { const one = document.querySelector(".text > p"), range = new Range();
        const lines = [];
        for (const text of one.childNodes) {
          if (text.nodeType !== Node.TEXT_NODE) continue;
          for (let at = 0; at < text.length; at++) {
            range.setStart(text, at); range.setEnd(text, at + 1);
            const top = Math.round(range.getBoundingClientRect().top / 8);
            lines[top] = (lines[top] ?? 0) + 1;
          } }
        return Math.max(...lines.filter(Boolean)) }"""
    )
    assert 55 <= line <= 80
    page.close()

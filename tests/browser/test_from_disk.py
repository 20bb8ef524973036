"""A site read from disk, without any host."""

from pathlib import Path

from playwright.sync_api import Page


def test_from_disk_a_reader_can_click_on(blank: Page, real_site: Path) -> None:
    blank.goto((real_site / "index.html").as_uri())
    blank.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Kopgroep").click()
    assert blank.locator("h1").inner_text() == "Kopgroep"
    blank.get_by_role("link", name="Sparkcentres").first.click()
    assert blank.locator("h1").inner_text() == "Sparkcentres"

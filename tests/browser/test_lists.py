"""Overviews in a real browser: lists that can be narrowed and ordered, charts that are readable."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations

KINDS = (
    "kopgroep/",
    "archief/",
    "archief/2017/",
    "jaaroverzicht/",
    "jaaroverzicht/2017/",
    "jaaroverzicht/2018/",
    "hulpmiddelen/",
)
WIDE = '* { font-family: "DejaVu Sans", Verdana, sans-serif !important; }'
NAMES = "[data-item]:not([hidden]) h3"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


def names(page: Page) -> list[str]:
    """The items in sight, in their order."""
    # Without the places where a long name may break, which nobody sees.
    return [name.replace("\u00ad", "") for name in page.locator(NAMES).all_inner_texts()]


def test_a_list_narrows_by_word_region_and_theme(page: Page, served: str) -> None:
    page.goto(f"{served}kopgroep/")
    told = page.get_by_role("status")
    expect(told).to_have_text("17 koplopers")
    page.get_by_label("Thema", exact=True).select_option("Zorg en technologie")
    expect(told).to_have_text("5 van 17 koplopers")
    page.get_by_label("Regio", exact=True).select_option("Zwolle")
    expect(told).to_have_text("1 van 17 koplopers")
    assert names(page) == ["Zorgtrainingscentrum"]
    page.get_by_role("button", name="Wis keuzes").click()
    expect(told).to_have_text("17 koplopers")
    page.get_by_label("Zoek in deze lijst").fill("carriere")  # accents need not be typed
    assert names(page) == ["Carrière Switchers"]
    page.get_by_label("Zoek in deze lijst").fill("zorgtrainingsc")  # nor places to break a word
    assert names(page) == ["Zorgtrainingscentrum"]
    page.get_by_label("Zoek in deze lijst").fill("xyz")
    expect(told).to_have_text("Geen van 17 koplopers")
    assert names(page) == []


def test_a_list_takes_another_order_and_back(page: Page, served: str) -> None:
    page.goto(f"{served}kopgroep/")
    by_name = names(page)
    order = page.get_by_label("Volgorde")
    order.select_option("Nieuwste koploper eerst")
    newest = ["Carrière Switchers", "Cordaan", "Op Stap"]
    assert names(page)[:3] == newest  # the others have no date: they keep their order, after these
    assert names(page)[3:] == [name for name in by_name if name not in newest]
    order.select_option("Meeste verslagen eerst")
    counts = page.locator("[data-item]").evaluate_all(
        "all => all.map(one => +one.dataset.verslagen)"
    )
    assert counts == sorted(counts, reverse=True)
    order.select_option("Naam")
    assert names(page) == by_name


def test_the_choice_is_in_the_address_and_the_back_button_undoes_it(
    page: Page, served: str
) -> None:
    page.goto(f"{served}kopgroep/")
    page.get_by_label("Regio", exact=True).select_option("Zwolle")
    search = page.get_by_label("Zoek in deze lijst")
    search.press_sequentially("zorg")
    page.get_by_label("Volgorde").select_option("Nieuwste koploper eerst")
    expect(page).to_have_url(re.compile(r"\?regio=Zwolle&zoek=zorg&volgorde=-sinds$"))
    shared = page.url
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?regio=Zwolle&zoek=zorg$"))
    page.go_back()  # the whole word at once
    expect(page).to_have_url(re.compile(r"\?regio=Zwolle$"))
    expect(search).to_have_value("")
    page.go_back()
    assert len(names(page)) == 17
    page.goto(shared)
    assert names(page) == ["Zorgtrainingscentrum"]
    expect(page.get_by_label("Regio", exact=True)).to_have_value("Zwolle")
    page.goto(f"{served}kopgroep/?regio=Nergens")  # an address may come from an older site
    assert len(names(page)) == 17


def test_tools_narrow_over_their_groups(page: Page, served: str) -> None:
    page.goto(f"{served}hulpmiddelen/")
    expect(page.locator("[data-group]:visible")).to_have_count(3)
    page.get_by_label("Soort").select_option("Meetinstrument")
    expect(page.get_by_role("status")).to_have_text("2 van 9 hulpmiddelen")
    expect(page.locator("[data-group]:visible")).to_have_count(1)
    page.get_by_label("Zoek in deze lijst").fill("thermometer")
    expect(page.locator("[data-group]:visible h2")).to_have_text("Meetinstrument (1)")
    page.get_by_role("button", name="Wis keuzes").click()
    expect(page.locator("[data-group] h2").nth(1)).to_have_text("Meetinstrument (2)")


def test_the_keyboard_can_do_all_of_it(page: Page, served: str) -> None:
    page.goto(f"{served}kopgroep/")
    page.get_by_label("Zoek in deze lijst").focus()
    page.keyboard.type("zwolle")
    page.keyboard.press("Enter")  # sends nothing anywhere
    expect(page).to_have_url(re.compile(r"/kopgroep/\?zoek=zwolle$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Thema", exact=True)).not_to_have_value("")
    for _stop in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "reset":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_label("Zoek in deze lijst")).to_be_focused()
    assert len(names(page)) == 17


def test_from_disk_the_list_works_as_well(page: Page, real_site: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((real_site / "kopgroep" / "index.html").as_uri())
    page.get_by_label("Regio", exact=True).select_option("Zwolle")
    assert names(page) == ["Zorgtrainingscentrum"]
    assert errors == []


def test_without_javascript_there_is_the_whole_list_and_no_control(
    browser: Browser, served: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    for address, count in (("kopgroep/", 17), ("hulpmiddelen/", 9)):
        page.goto(served + address)
        expect(page.locator("[data-item]:visible")).to_have_count(count)
        expect(page.locator("main").locator("form, input, select, button")).to_have_count(0)
    page.close()


# With all of a list in sight they are pages like any, which test_accessibility judges.
@pytest.mark.parametrize("address", ["kopgroep/?zoek=zorg", "hulpmiddelen/?zoek=xyz"])
def test_overviews_are_accessible_when_narrowed(
    browser: Browser, served: str, address: str
) -> None:
    page = browser.new_page(bypass_csp=True)
    page.goto(served + address)
    assert violations(page) == []
    page.close()


def test_no_overview_scrolls_sideways_at_320_pixels(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, bypass_csp=True)
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for address in KINDS:
        page.goto(served + address)
        for table in page.locator(".chart-table").all():
            table.locator("summary").click()
        assert page.evaluate(script) <= 0, address
        page.add_style_tag(content=WIDE)
        assert page.evaluate(script) <= 0, f"{address}, in a wide font"
    page.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_letters_in_charts_are_readable_and_inside(
    browser: Browser, served: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{served}kopgroep/")
    letters = page.locator(".chart svg text:visible").evaluate_all(
        """all => all.map(one => { const box = one.getBoundingClientRect();
        return [one.textContent, parseFloat(getComputedStyle(one).fontSize),
                box.left >= 0 && box.right <= innerWidth] })"""
    )
    assert letters
    for text, size, inside in letters:
        assert size >= 11, text
        assert inside, text
    page.close()


def test_a_chart_is_there_without_colours(browser: Browser, served: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{served}kopgroep/")
    paints = page.locator(".chart .line line").first.evaluate(
        "one => [getComputedStyle(one).stroke, getComputedStyle(document.body).color]"
    )
    assert paints[0] == paints[1]
    page.close()


def test_in_print_the_numbers_of_a_chart_are_there(page: Page, served: str) -> None:
    page.goto(f"{served}kopgroep/")
    row = page.locator(".chart-table tbody tr").first
    assert not row.evaluate("one => one.checkVisibility()")
    page.emulate_media(media="print")
    assert row.evaluate("one => one.checkVisibility()")
    expect(page.locator(".list-tools")).to_be_hidden()

"""Searching as readers do, on the real content, under a path and under the strictest policy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations


@dataclass
class Reader:
    """Somebody at the search page; `heard` are complaints of the browser, `asked` requests."""

    page: Page
    site: str
    heard: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.site}zoeken/{query}")

    def search(self, words: str) -> list[str]:
        """Type words; give the titles of the results."""
        field = self.page.get_by_label("Wat zoekt u?")
        field.fill("")
        field.press_sequentially(words)
        self.wait_for(re.compile(re.escape(f"‘{words}’")))
        return self.titles

    def wait_for(self, count: str | re.Pattern[str]) -> None:
        expect(self.page.locator(".found-count")).to_have_text(count)

    @property
    def titles(self) -> list[str]:
        return self.page.locator(".result h3").all_inner_texts()

    @property
    def total(self) -> int:
        found = re.match(r"\d+", self.page.locator(".found-count").inner_text())
        return int(found[0]) if found else 0


@pytest.fixture
def reader(browser: Browser, served: str) -> Iterator[Reader]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    made = Reader(page, served)
    page.on("console", lambda message: made.heard.append(message.text))
    page.on("pageerror", lambda error: made.heard.append(str(error)))
    page.on("request", lambda request: made.asked.append(request.url))
    yield made
    assert made.heard == []
    assert [url for url in made.asked if not url.startswith(served)] == []
    page.close()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("trainingscentrum", "Zorgtrainingscentrum"),
        ("trainingscentra", "Zorgtrainingscentrum"),
        ("technologieën", "Zorg en technologie"),
        ("technologieen", "Zorg en technologie"),
        ("Zorgtrainingscentrum Zwolle", "Zorgtrainingscentrum"),
        ("Zeeuwse Huiskamers", "De Zeeuwse Huiskamer"),
        ("Zorgpact Flevoland", "Flevoland"),
        ("carriere", "Carrière Switchers"),
        ("health", "MakeHealth"),
        ("thermometer", "Samenwerkingsthermometer"),
    ],
)
def test_words_as_people_type_them_find(reader: Reader, words: str, first: str) -> None:
    reader.open()
    assert reader.search(words)[0] == first


def test_an_answer_is_told_with_the_words_it_answers(reader: Reader) -> None:
    # Somebody types on while the words of the search that has begun are on their way.
    reader.page.add_init_script("""
        const asked = window.fetch;
        window.fetch = (address, ...rest) => {
          const field = document.querySelector(".finder [name=q]");
          if (/\\.pf_index/.test(address)) field.value = "techniek";
          return asked(address, ...rest);
        };
    """)
    reader.open("?q=rondleiding")
    reader.wait_for(re.compile("‘rondleiding’"))
    assert reader.page.get_by_label("Wat zoekt u?").input_value() == "techniek"


def test_the_plural_finds_what_the_singular_finds(reader: Reader) -> None:
    reader.open()
    singular = set(reader.search("technologie"))
    assert set(reader.search("technologieën")) == singular
    assert "GET-LAB" in singular


def test_common_words_are_not_maimed(reader: Reader) -> None:
    reader.open()
    assert "Sparkcentres" in reader.search("gezondheid")
    assert reader.total < 10


def test_a_result_tells_kind_date_region_and_where_the_words_stand(reader: Reader) -> None:
    reader.open("?q=rondleiding")
    reader.wait_for("1 resultaat voor ‘rondleiding’")
    result = reader.page.locator(".result")
    time = result.locator("time")
    assert time.get_attribute("datetime") == "2018-03-27"
    assert time.inner_text() == "27 maart 2018"
    assert result.locator(".meta > *").all_inner_texts() == ["Verslag", "27 maart 2018", "Zwolle"]
    assert result.locator("mark").all_inner_texts() == ["rondleiding"]
    result.get_by_role("link").click()
    assert reader.page.url == f"{reader.site}artikelen/kopgroepbijeenkomst-zwolle/"
    reader.page.go_back()
    reader.wait_for("1 resultaat voor ‘rondleiding’")


def test_excerpts_never_show_the_words_that_were_added(reader: Reader) -> None:
    reader.open("?q=trainingscentra")
    reader.wait_for(re.compile("‘trainingscentra’"))
    shown = reader.page.locator(".results").inner_text().lower()
    assert "zorgtrainingscentrum" in shown
    assert "trainingscentra" not in shown.replace("zorgtrainingscentra", "")


def test_choices_narrow_and_their_counts_are_true(reader: Reader) -> None:
    reader.open("?q=zorg")
    reader.wait_for(re.compile("‘zorg’"))
    whole = reader.total
    kinds = reader.page.get_by_role("group", name="Soort")
    counted = {
        name: int(number) for name, number in re.findall(r"(\w+)\s+\((\d+)\)", kinds.inner_text())
    }
    assert counted["Verslag"] == 3
    kinds.get_by_label("Verslag").check()
    reader.wait_for("3 resultaten voor ‘zorg’")
    assert "soort=Verslag" in reader.page.url
    kinds.get_by_label("Thema").check()
    reader.wait_for(f"{3 + counted['Thema']} resultaten voor ‘zorg’")
    reader.page.get_by_role("group", name="Regio").get_by_label("Flevoland").check()
    reader.wait_for("1 resultaat voor ‘zorg’")
    assert reader.titles == ["Flevoland oefent in contact maken"]
    reader.page.go_back()
    reader.page.go_back()
    reader.wait_for("3 resultaten voor ‘zorg’")
    assert not kinds.get_by_label("Thema").is_checked()
    reader.page.go_back()
    reader.wait_for(f"{whole} resultaten voor ‘zorg’")


def test_results_sort_by_date_with_undated_ones_last(reader: Reader) -> None:
    reader.open("?q=zorg&soort=Verslag&soort=Artikel")
    reader.wait_for("5 resultaten voor ‘zorg’")
    days = reader.page.locator(".result").locator("time")
    for order, wanted in (
        ("nieuwste eerst", ["2018-03-27", "2017-03-07", "2017-03-02"]),
        ("oudste eerst", ["2017-03-02", "2017-03-07", "2018-03-27"]),
    ):
        reader.page.get_by_label("Volgorde").select_option(order)
        expect(days.first).to_have_attribute("datetime", wanted[0])
        assert [one.get_attribute("datetime") for one in days.all()] == wanted
        assert reader.page.locator(".result").last.locator("time").count() == 0


def test_more_results_come_on_request_and_the_focus_goes_there(reader: Reader) -> None:
    reader.open("?q=zorg")
    reader.wait_for(re.compile("‘zorg’"))
    assert len(reader.titles) == 10
    reader.page.get_by_role("button", name="Toon meer resultaten").press("Enter")
    expect(reader.page.locator(".result").nth(10).get_by_role("link")).to_be_focused()
    assert len(set(reader.titles)) == 20


def test_a_mistyped_name_leads_to_the_right_one(reader: Reader) -> None:
    reader.open()
    assert reader.search("qsparkcentres") == []
    reader.wait_for("Niets gevonden voor ‘qsparkcentres’")
    assert reader.page.locator(".near").get_by_role("link", name="Sparkcentres").is_visible()
    assert reader.page.get_by_role("heading", name="Van A tot Z").is_visible()


def test_what_is_not_there_is_said_honestly(reader: Reader) -> None:
    reader.open()
    assert reader.search("appelmoes") == []
    assert reader.search("wijkverpleging")
    reader.wait_for(
        re.compile("Niets gevonden voor ‘wijkverpleging’, wel . resultaten voor ‘wijk’")
    )


def test_everything_from_a_to_z_steps_back_and_returns(reader: Reader) -> None:
    reader.open()
    heading = reader.page.get_by_role("heading", name="Van A tot Z")
    assert heading.is_visible()
    reader.search("zorg")
    assert not heading.is_visible()
    reader.page.get_by_label("Wat zoekt u?").fill("")
    expect(heading).to_be_visible()
    assert "?" not in reader.page.url


def test_the_list_from_a_to_z_can_be_filtered(reader: Reader) -> None:
    reader.open()
    reader.page.get_by_label("Toon alleen namen met").fill("carriere")
    shown = reader.page.locator(".ways a:visible").all_inner_texts()
    assert shown == ["Carrière Switchers"]
    expect(reader.page.locator(".letter-filter [role=status]")).to_have_text("1 naam")


def test_the_box_in_the_header_leads_here(reader: Reader) -> None:
    reader.page.goto(f"{reader.site}artikelen/kopgroepbijeenkomst-zwolle/")
    box = reader.page.get_by_role("searchbox", name="Zoek op deze site")
    box.fill("huiskamer")
    box.press("Enter")
    reader.wait_for(re.compile("‘huiskamer’"))
    assert reader.page.url == f"{reader.site}zoeken/?q=huiskamer"
    assert reader.titles[0] == "De Zeeuwse Huiskamer"


def test_the_index_comes_only_when_somebody_searches(reader: Reader) -> None:
    reader.open()
    reader.page.wait_for_load_state("networkidle")
    assert not [url for url in reader.asked if "/zoeken/index/" in url]
    with reader.page.expect_request(re.compile("pagefind-entry")):
        reader.page.get_by_label("Wat zoekt u?").focus()


def test_text_that_looks_like_markup_stays_text(reader: Reader) -> None:
    evil = "<img src=x onerror=alert(1)>"
    reader.open(f"?q={quote(evil)}&thema={quote(evil)}")
    reader.wait_for(re.compile("Niets gevonden"))
    assert evil in reader.page.locator(".found-count").inner_text()
    assert reader.page.locator("#_zoek img").count() == 0


def test_a_missing_index_is_told_in_dutch_and_tried_again(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.route("**/zoeken/index/**", lambda route: route.abort())
    page.goto(f"{served}zoeken/?q=zorg")
    expect(page.get_by_role("alert")).to_contain_text("Zoeken lukt nu niet")
    assert page.get_by_role("heading", name="Van A tot Z").is_visible()
    page.unroute("**/zoeken/index/**")
    page.reload()
    expect(page.locator(".found-count")).to_contain_text("‘zorg’")
    assert not page.get_by_role("alert").is_visible()
    page.close()


def test_from_disk_there_is_no_search_but_all_the_rest(browser: Browser, real_site: Path) -> None:
    page = browser.new_page()
    page.goto((real_site / "zoeken" / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("vanaf een schijf")
    assert not page.get_by_label("Wat zoekt u?").is_visible()
    assert page.get_by_role("heading", name="Van A tot Z").is_visible()
    page.close()


def test_without_javascript_there_are_facets_and_everything_from_a_to_z(
    browser: Browser, served: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}zoeken/?q=zorg")
    assert "JavaScript" in page.locator("noscript").inner_text()
    main = page.get_by_role("main")
    assert main.locator("input:visible, button:visible, select:visible").count() == 0
    for title in ("Thema’s", "Regio’s", "Kopgroep", "Soort", "Jaar"):
        assert main.get_by_role("heading", name=title, exact=True).is_visible()
    main.get_by_role("link", name="2017").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Artikelen uit 2017"
    page.go_back()
    main.get_by_role("link", name="sTimul Nederland").click()
    assert page.get_by_role("heading", level=1).inner_text() == "sTimul Nederland"
    context.close()


@pytest.mark.parametrize("words", ["zorg", "qsparkcentres", ""])
def test_the_page_in_use_is_accessible(browser: Browser, served: str, words: str) -> None:
    page = browser.new_page(bypass_csp=True, viewport={"width": 320, "height": 900})
    page.goto(f"{served}zoeken/?q={words}")
    if words:
        expect(page.locator(".found-count")).to_contain_text(words)
        if page.locator(".narrow").is_visible():
            page.get_by_text("Verfijn").click()
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(sideways) <= 0
    assert violations(page) == []
    page.close()


def test_the_keyboard_can_do_it_all(reader: Reader) -> None:
    reader.open()
    reader.page.get_by_label("Wat zoekt u?").focus()
    reader.page.keyboard.type("zorg")
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("heading", name="Resultaten")).to_be_focused()
    seen: list[str] = []
    for _stop in range(40):
        reader.page.keyboard.press("Tab")
        focused = reader.page.locator(":focus")
        box = focused.bounding_box()
        assert box is not None
        seen.append(focused.evaluate("one => one.tagName + (one.type ? ':' + one.type : '')"))
        if seen[-1] == "A":
            break
        assert min(box["width"], box["height"]) >= 18  # the label around a box is 24
    assert {"SELECT:select-one", "SUMMARY", "INPUT:checkbox", "BUTTON:button", "A"} <= set(seen)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_jumps_when_the_form_comes(browser: Browser, served: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    tops = []
    for script in (False, True):
        if not script:
            page.route("**/search-*.js", lambda route: route.abort())
        page.goto(f"{served}zoeken/")
        assert (page.locator(".finder").count() == 1) is script
        tops.append(page.locator("#_bladeren").evaluate("it => it.getBoundingClientRect().top"))
        page.unroute_all()
    page.close()
    assert abs(tops[0] - tops[1]) <= 2

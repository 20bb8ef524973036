"""What is ahead by the day of reading: a page built earlier shows it as one of that day does."""

from collections.abc import Callable, Iterator
from datetime import date
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.small_site import build_site, write_site
from tests.static_host import hosted
from zorgpact_site.publishing.publish import publish

BUILT = date(2018, 6, 1)
# On the day itself; a day, three weeks and half a year later; when all of it is over.
DAYS = [BUILT, date(2018, 6, 2), date(2018, 6, 21), date(2018, 12, 31), date(2019, 1, 11)]
MEETINGS = {
    "verleden": "date: 2018-05-02",
    "zelfde-dag": "date: 2018-06-01",
    "meer-dagen": "date: 2018-05-30\nend: 2018-06-03",
    "later": "date: 2018-06-20",
    "ergens-in-juni": "date: 2018-06",
    "jaarwisseling": "date: 2018-12-30\nend: 2019-01-02",
    "volgend-jaar": "date: 2019-01-10",
}
FILES = {
    f"content/articles/{name}.md": (
        f"---\ntitle: {name}\nevent: Werkdag\n{dates}\nregion: Zwolle\n---\nTekst.\n"
    )
    for name, dates in MEETINGS.items()
}
ARTICLE = "artikelen/zelfde-dag/"
DOSSIER = "regios/zwolle/"
AGENDA = "bijeenkomsten/"

Read = Callable[..., Page]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with the site as built on each of the days, under the name of the day."""
    root = write_site(tmp_path_factory.mktemp("turnover"), FILES)
    for day in DAYS:
        publish(build_site(root, today=day).artifacts, root / day.isoformat())
    with hosted({day.isoformat(): root / day.isoformat() for day in DAYS}) as address:
        yield address


@pytest.fixture(scope="module")
def read(browser: Browser, built: str) -> Read:
    """Open a page as built on one day, and read on another; it stays until the next one."""
    windows: dict[str, Page] = {}

    def read(address: str, now: date | str, day: date = BUILT, **options: Any) -> Page:
        options = {"timezone_id": "Europe/Amsterdam", **options}
        if str(options) not in windows:
            windows[str(options)] = browser.new_context(**options).new_page()
        page = windows[str(options)]
        page.clock.set_fixed_time(f"{now}T12:00:00Z" if isinstance(now, date) else now)
        page.goto(f"{built}{day}/{address}")
        return page

    return read


def outline(page: Page) -> list[str]:
    """Headings with their levels and anchors, and what stands where there is nothing."""
    return page.locator("main :is(h1, h2, h3, h4, .empty, [href='#_binnenkort'])").evaluate_all(
        "all => all.map(one => `${one.localName} ${one.id} ${one.innerText}`)"
    )


def ahead(page: Page) -> list[str]:
    """The titles under Binnenkort."""
    section = page.locator("section", has=page.get_by_role("heading", name="Binnenkort"))
    return section.locator("h3").all_inner_texts()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_page_read_later_tells_what_one_built_later_tells(day: date, read: Read) -> None:
    for address in (AGENDA, DOSSIER):
        assert outline(read(address, day)) == outline(read(address, day, day))
    assert ahead(read("", day)) == ahead(read("", day, day))
    notice = read(ARTICLE, day).locator(".notice")
    expect(notice).to_have_count(1)
    told = "moet nog plaatsvinden" if day == BUILT else "is geweest: vrijdag 1 juni 2018."
    expect(notice).to_contain_text(told)


def test_the_agenda_in_words(read: Read) -> None:
    assert outline(read(AGENDA, date(2018, 6, 21))) == [
        "h1  Bijeenkomsten",
        "h2  Binnenkort",
        "h3  ergens-in-juni",
        "h3  jaarwisseling",
        "h3  volgend-jaar",
        "h2  Eerdere bijeenkomsten",
        "h3 _2018 2018",
        "h4  later",
        "h4  zelfde-dag",
        "h4  meer-dagen",
        "h4  verleden",
    ]
    assert outline(read(AGENDA, DAYS[-1]))[:6] == [
        "h1  Bijeenkomsten",
        "h2  Binnenkort",
        "p  Er staan nu geen bijeenkomsten gepland. Hieronder leest u wat er eerder gebeurde.",
        "h2  Eerdere bijeenkomsten",
        "h3 _2019 2019",
        "h4  volgend-jaar",
    ]


def test_without_javascript_each_page_stays_as_built_and_tells_the_dates(read: Read) -> None:
    for address in ("", AGENDA, DOSSIER, ARTICLE):
        page = read(address, DAYS[-1], java_script_enabled=False)
        assert outline(page) == outline(read(address, BUILT))
        expect(page.get_by_text("vrijdag 1 juni 2018").first).to_be_visible()


@pytest.mark.parametrize(
    ("now", "over"), [("2018-06-01T21:59:00Z", False), ("2018-06-01T22:01:00Z", True)]
)
def test_the_day_is_that_of_the_meetings_wherever_the_reader_is(
    now: str, over: bool, read: Read
) -> None:
    for zone in ("America/Los_Angeles", "Pacific/Auckland"):
        page = read("", now, timezone_id=zone)
        assert ("zelfde-dag" not in ahead(page)) is over


def test_a_browser_without_time_zones_goes_by_its_own_day(read: Read) -> None:
    page = read(ARTICLE, BUILT, locale="nl")  # not the window of other tests
    page.add_init_script(
        """const Real = Intl.DateTimeFormat;
        Intl.DateTimeFormat = function (locale, options) {
          if (options.timeZone) throw new RangeError("no such time zone");
          return new Real(locale, options);
        };"""
    )
    page.clock.set_fixed_time("2018-06-02T12:00:00Z")
    page.reload()
    expect(page.locator(".notice")).to_contain_text("is geweest")


def test_readers_see_nothing_shift(read: Read) -> None:
    page = read(AGENDA, BUILT, locale="nl-NL")

    def late(route: Route) -> None:
        sleep(0.3)
        route.continue_()

    page.route("**/agenda-*.js", late)
    page.add_init_script(
        """globalThis.shifted = 0;
        new PerformanceObserver((all) => all.getEntries().forEach((one) => shifted += one.value))
          .observe({ type: "layout-shift", buffered: true });"""
    )
    page.clock.set_fixed_time("2018-06-21T12:00:00Z")
    page.reload()
    painted = """new Promise((done) => new PerformanceObserver(() =>
        requestAnimationFrame(() => requestAnimationFrame(done)))
        .observe({ type: "paint", buffered: true })).then(() => shifted)"""
    assert page.evaluate(painted) == 0
    assert "later" not in ahead(page)


def test_nothing_moves_from_under_a_reader(read: Read) -> None:
    page = read(AGENDA, BUILT)
    link = page.get_by_role("link", name="zelfde-dag")
    link.focus()
    page.clock.set_fixed_time("2018-06-21T12:00:00Z")
    script = page.locator("script[src*=agenda]").evaluate("one => one.src")
    page.add_script_tag(url=script)
    expect(link).to_be_focused()
    assert ahead(page)[0] == "zelfde-dag"
    assert "later" not in ahead(page)

"""What search engines are told: which pages there are, when they changed, what to leave alone."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from urllib.parse import quote, unquote, urljoin
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.html_pages import PageFacts, read_page, read_pages
from tests.page_kinds import REAL_TODAY
from tests.small_site import TODAY, build_site, pages_of, write_site
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.planning.sitemap import Bounds, sitemap_files
from zorgpact_site.scan import scan

JUDGES = Path(__file__).parent / "judges"
BASE = "https://proef.example/"
REAL = "https://zorgpact.example/"
KEPT_OUT = b'<meta name="robots" content="noindex">'
_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def judge(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(JUDGES / name))


def sitemap(data: bytes, name: str = "sitemap.xsd") -> dict[str, str]:
    """The days of pages by address, from a sitemap that its schema accepts."""
    root = etree.fromstring(data)
    judge(name).assertValid(root)
    return {
        one.findtext(f"{_SPACE}loc"): one.findtext(f"{_SPACE}lastmod", default="") for one in root
    }


def files(built: Built) -> dict[str, bytes]:
    return {
        one.path: one.data
        for one in built.artifacts
        if isinstance(one.data, bytes) and one.path.endswith((".xml", ".txt"))
    }


def article(front: str) -> str:
    return f"---\ntitle: A\n{front}---\nTekst.\n"


def days(built: Built) -> dict[str, str]:
    """The days that a small site tells, by address below its root."""
    told = sitemap(files(built)["sitemap.xml"])
    return {address.removeprefix(BASE): day for address, day in told.items()}


def may_be_found(facts: PageFacts) -> bool:
    return {"name": "robots", "content": "noindex"} not in facts.all("meta")


def address_of(path: str, base: str = REAL) -> str:
    return base + quote(path.removesuffix("index.html"))


def test_exactly_the_pages_that_may_be_found_are_listed(real_site: Path) -> None:
    told = sitemap((real_site / "sitemap.xml").read_bytes())
    pages = read_pages(real_site)
    assert {*told} == {address_of(path) for path, facts in pages.items() if may_be_found(facts)}
    assert {path for path, facts in pages.items() if not may_be_found(facts)} == {"404.html"}
    assert told[f"{REAL}artikelen/kopgroepbijeenkomst-zwolle/"] == "2018-03-27"
    assert told[f"{REAL}artikelen/vijf-themas-een-netwerk/"] == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "sitemap.xsd",
            "<urlset><url><loc>https://x.nl/a</loc><lastmod>2018</lastmod></url></urlset>",
        ),
        ("sitemap.xsd", "<urlset><url><lastmod>2018-01-01</lastmod></url></urlset>"),
        ("sitemap.xsd", "<urlset></urlset>"),
        (
            "siteindex.xsd",
            "<sitemapindex><sitemap><url>https://x.nl/a</url></sitemap></sitemapindex>",
        ),
    ],
)
def test_the_judges_see_mistakes(name: str, text: str) -> None:
    spaced = text.replace(">", ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', 1)
    assert not judge(name).validate(etree.fromstring(spaced))


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("date: 2018-03-27\n", "2018-03-27"),
        ("date: 2018-03-27\nupdated: 2018-04-03\n", "2018-04-03"),
        ("date: 2018-03-27\npublished: 2018-03-30\n", "2018-03-30"),
        ("", ""),
        # Not known to the day.
        ("date: 2018-03\n", ""),
        ("date: 2018-03-27\nupdated: 2018\n", "2018-03-27"),
        # A meeting that is still to come was announced before its day; on that it becomes a report.
        ("event: Dag\nregion: Zwolle\ndate: 2018-06-02\n", ""),
        ("event: Dag\nregion: Zwolle\ndate: 2018-06-01\nend: 2018-06-02\n", "2018-06-01"),
        ("event: Dag\nregion: Zwolle\ndate: 2018-09-01\npublished: 2018-05-01\n", "2018-05-01"),
        # Not yet.
        ("date: 2018-03-27\nupdated: 2018-06-02\n", "2018-03-27"),
        ("date: 2018-07-01\n", ""),
    ],
)
def test_the_day_of_a_page_is_the_last_change_that_is_known(
    front: str, day: str, tmp_path: Path
) -> None:
    built = build_site(write_site(tmp_path, {"content/articles/a.md": article(front)}))
    assert days(built)["artikelen/a/"] == day


def test_what_shows_other_texts_changed_when_they_did(tmp_path: Path) -> None:
    fields = "region: Zwolle\nthemes: [Leren in de praktijk]\n"
    content = {
        "content/articles/a.md": article(f"date: 2018-03-27\nevent: Dag\n{fields}"),
        "content/articles/b.md": article("date: 2017-02-01\n").replace(": A", ": B"),
        "content/tools/t.md": "---\ntitle: T\ndate: 2018-04-01\nregions: [Zwolle]\n---\nTekst.\n",
        "content/pages/p.md": "---\ntitle: P\nupdated: 2016-05-06\n---\nTekst.\n",
        "content/koplopers/huiskamer.md": (
            "---\ntitle: De Zeeuwse Huiskamer\nupdated: 2015-01-02\n---\nTekst.\n"
        ),
    }
    told = days(build_site(write_site(tmp_path, content)))
    assert {address: day for address, day in told.items() if day} == {
        "": "2018-04-01",
        "archief/": "2018-03-27",
        "archief/2017/": "2017-02-01",
        "archief/2018/": "2018-03-27",
        "artikelen/": "2018-03-27",
        "artikelen/a/": "2018-03-27",
        "artikelen/b/": "2017-02-01",
        "bijeenkomsten/": "2018-03-27",
        "hulpmiddelen/": "2018-04-01",
        "hulpmiddelen/t/": "2018-04-01",
        "jaaroverzicht/": "2018-04-01",
        "jaaroverzicht/2017/": "2017-02-01",
        "jaaroverzicht/2018/": "2018-04-01",
        "kopgroep/": "2015-01-02",
        "kopgroep/huiskamer/": "2015-01-02",
        "p/": "2016-05-06",
        "regios/": "2018-03-27",
        "regios/zwolle/": "2018-04-01",
        "sitemap/": "2018-04-01",
        "themas/": "2018-03-27",
        "themas/leren/": "2018-03-27",
    }
    assert "themas/zorg-en-technologie/" in told


def test_on_any_day_the_files_are_the_same(real_build: Built) -> None:
    later = build(scan(ROOT, REAL_TODAY + timedelta(days=400), Options()))
    assert {"sitemap.xml", "robots.txt", "llms.txt"} <= {*files(later)}
    assert files(later) == files(real_build)


def many(count: int) -> dict[str, str]:
    first = date(2017, 1, 1)
    return {
        f"content/articles/a{number:02}.md": article(f"date: {first + timedelta(days=number)}\n")
        for number in range(count)
    }


def in_parts(
    root: Path, content: Mapping[str, str], bounds: Bounds, patch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    planner = partial(sitemap_files, bounds=bounds)
    # By its name the package gives the function that is called as the module is.
    patch.setattr(import_module("zorgpact_site.planning.plan"), "FILE_PLANNERS", (planner,))
    return files(build_site(write_site(root, content)))


@pytest.mark.parametrize("bounds", [Bounds(addresses=5), Bounds(addresses=1), Bounds(size=1000)])
def test_too_many_pages_for_one_sitemap_make_an_index(
    bounds: Bounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = many(24)
    whole = days(build_site(write_site(tmp_path, content)))
    made = in_parts(tmp_path, content, bounds, monkeypatch)
    index = sitemap(made.pop("sitemap.xml"), "siteindex.xsd")
    assert {address.removeprefix(BASE) for address in index} == {*made}
    parts = [sitemap(data) for data in made.values()]
    assert max(map(len, parts)) <= bounds.addresses
    assert max(map(len, made.values())) <= bounds.size
    told = list(chain.from_iterable(part.items() for part in parts))
    assert len(told) == len(dict(told))
    assert {address.removeprefix(BASE): day for address, day in told} == whole
    assert {"sitemap-artikelen-1.xml", "sitemap-regios-1.xml", "sitemap-overig-1.xml"} <= {*made}


def test_a_new_text_leaves_the_parts_of_old_ones_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = Bounds(addresses=10)
    before = in_parts(tmp_path, many(24), bounds, monkeypatch)
    after = in_parts(tmp_path, many(25), bounds, monkeypatch)
    old = [name for name in before if name.startswith("sitemap-artikelen-")]
    newest = f"sitemap-artikelen-{len(old)}.xml"
    assert len(old) == 5
    assert {name for name in old if before[name] != after[name]} == {newest}


@pytest.mark.parametrize("base", ["https://proef.example/", "https://proef.example/a&b's/"])
def test_addresses_are_encoded(base: str, tmp_path: Path) -> None:
    names = ["café-’s-avonds", "100-procent", "日本", "a&b"]
    content = {
        f"content/articles/{name}.md": article("").replace(": A", f": {number}")
        for number, name in enumerate(names)
    }
    built = build_site(write_site(tmp_path, content), Options(base_url=base))
    data = files(built)["sitemap.xml"]
    assert data.isascii()
    assert {address_of(path, base) for path in pages_of(built)} >= {*sitemap(data)}
    for address in sitemap(data):
        assert address.startswith(base)
        assert unquote(address.removeprefix(base)) in pages_of(built)


def robots(built: Built) -> RobotFileParser:
    parser = RobotFileParser(f"{BASE}robots.txt")
    parser.parse(files(built)["robots.txt"].decode().splitlines())
    return parser


def test_crawlers_may_read_all_and_are_shown_the_sitemap(tmp_path: Path) -> None:
    told = robots(build_site(write_site(tmp_path, {})))
    assert told.site_maps() == [f"{BASE}sitemap.xml"]
    assert told.can_fetch("*", f"{BASE}zoeken/")


def test_where_the_address_is_not_known_there_is_no_sitemap(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/site.yaml": "title: Proef\nrules: {orphan: off}\n"})
    built = build_site(site)
    assert {*files(built)} == {"robots.txt"}
    assert robots(built).site_maps() is None
    assert robots(built).can_fetch("*", BASE)
    assert files(build_site(site, Options(base_url="file:"))) == {}


def test_under_a_path_there_is_a_sitemap_and_no_robots_txt(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path, {}), Options(base_url="https://host.example/pad/"))
    assert {*files(built)} == {"sitemap.xml", "llms.txt"}


def test_nothing_of_a_preview_with_drafts_is_to_be_found(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path, {}), Options(drafts=True))
    assert {*files(built)} == {"robots.txt"}
    assert not robots(built).can_fetch("*", BASE)
    assert not any(may_be_found(read_page(html)) for html in pages_of(built).values())


def canonical(facts: PageFacts) -> list[str]:
    return [one["href"] for one in facts.all("link") if one.get("rel") == "canonical"]


def told(facts: PageFacts) -> dict[str, str]:
    return {one["property"]: one["content"] for one in facts.all("meta") if "property" in one}


def test_each_page_is_at_its_own_address_and_tells_what_it_is(real_site: Path) -> None:
    for path, facts in read_pages(real_site).items():
        if path == "404.html":
            assert (canonical(facts), told(facts)) == ([], {})
            continue
        assert canonical(facts) == [address_of(path)]
        about = told(facts)
        assert about["og:url"] == address_of(path)
        assert about["og:title"] == facts.headings[0][1]
        assert about["og:type"] == (
            "article" if path.count("/") == 2 and path[:9] == "artikelen" else "website"
        )
        assert about["og:site_name"] == "Zorgpact"
        assert about["og:locale"] == "nl_NL"
        assert about["og:description"]
        image = about["og:image"]
        assert (real_site / urljoin(REAL, image).removeprefix(REAL)).is_file()
        assert about["og:image:alt"]


def test_parts_are_at_their_own_address_and_redirects_at_that_of_the_page(tmp_path: Path) -> None:
    moved = {"content/pages/p.md": "---\ntitle: P\nredirect_from: [/oud/]\n---\nTekst.\n"}
    built = build_site(write_site(tmp_path, {**many(41), **moved}))
    pages = {address: read_page(html) for address, html in pages_of(built).items()}
    parts = [address for address in pages if Addresses.is_part(address)]
    assert "artikelen/pagina/1/" in parts
    assert all(canonical(pages[part]) == [BASE + part] for part in parts)
    assert all(told(pages[part])["og:url"] == BASE + part for part in parts)
    assert canonical(pages["oud/"]) == [f"{BASE}p/"]
    assert told(pages["oud/"]) == {}
    assert {*days(built)} >= {*parts}
    assert "oud/" not in days(built)


def links(html: str, address: str) -> set[str]:
    found = {urljoin(BASE + address, one["href"]) for one in read_page(html).all("a")}
    return {unquote(one.partition("#")[0]).removeprefix(BASE) for one in found}


@pytest.mark.parametrize("site", ["real_site", "made_site"])
def test_the_page_of_all_pages_leads_to_all_but_parts(
    site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")}
    found = {
        path.removesuffix("index.html") for path, html in pages.items() if KEPT_OUT not in html
    }
    wanted = {one for one in found if not Addresses.is_part(one)}
    assert len(wanted) > 50
    html = (folder / "sitemap/index.html").read_text("utf-8")
    assert wanted - links(html, "sitemap/") == set()


def test_of_very_many_articles_it_names_the_years(tmp_path: Path) -> None:
    count = 151
    site = write_site(tmp_path, many(count))
    html = pages_of(build_site(site, today=TODAY))["sitemap/"]
    assert {
        one for one in links(html, "sitemap/") if one.startswith(("artikelen/", "archief/2"))
    } == {
        "artikelen/",
        "archief/2017/",
    }
    assert f"({count})" in read_page(html).text

"""What pages tell programs: in the words of schema.org, and only what the data holds."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tests.schema_org import is_absolute, mistakes, nodes_of
from tests.small_site import TODAY, build_site, pages_of, write_site
from tests.structured_data import documents, only, told_by
from zorgpact_site.build import build
from zorgpact_site.inputs import Options
from zorgpact_site.planning.amsterdam import offset
from zorgpact_site.planning.structured.nodes import data_block
from zorgpact_site.scan import scan
from zorgpact_site.source import Source
from zorgpact_site.wording import educated

BASE = "https://proef.example/"
SITES = {"real_site": "https://zorgpact.example/", "made_site": BASE}


@pytest.fixture(params=SITES)
def published(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """A published site, and its address."""
    folder: Path = request.getfixturevalue(request.param)
    return folder, SITES[request.param]


def test_every_page_speaks_the_words_of_schema_org(published: tuple[Path, str]) -> None:
    folder, base = published
    told = documents(folder)
    silent = {page for page, document in told.items() if document is None}
    # Those that lead on, and the one that is shown wherever nothing is found.
    leading = {page for page in told if "http-equiv" in (folder / page).read_text("utf-8")}
    assert silent == leading | {"404.html"}
    spoken = {page: document for page, document in told.items() if document}
    assert len(spoken) > 60
    assert mistakes(spoken) == []
    for page, document in spoken.items():
        first = document["@graph"][0]
        address = base + page.removesuffix("index.html")
        assert (first["@id"], first["url"]) == (address, address)
        assert f'<link rel="canonical" href="{address}">' in (folder / page).read_text("utf-8")


def test_every_address_is_absolute_and_leads_somewhere(published: tuple[Path, str]) -> None:
    folder, base = published
    for page, document in documents(folder).items():
        for address in addresses_in(document):
            assert is_absolute(address), (page, address)
            if address.startswith((base + "media/", base + "assets/", base + "kaarten/")):
                continue  # pictures of the generated site are not made; links to them are tested
            if address.startswith(base):
                path = address.removeprefix(base).partition("#")[0].partition("?")[0]
                file = folder / (f"{path}index.html" if path.endswith("/") or not path else path)
                assert file.is_file(), (page, address)


def test_what_pages_refer_to_is_told_by_its_own_page(published: tuple[Path, str]) -> None:
    folder, base = published
    told = {page: document for page, document in documents(folder).items() if document}
    names: dict[str, set[str]] = {}
    for document in told.values():
        for one in nodes_of(document["@graph"]):
            if "@id" in one and "@type" in one:
                names.setdefault(one["@id"], set()).add(one.get("name", ""))
    assert {identity: all_ for identity, all_ in names.items() if len(all_) > 1} == {}
    for identity in names:
        path = identity.removeprefix(base).partition("#")[0]
        own = told[f"{path}index.html" if path.endswith("/") or not path else path]
        assert identity in {one.get("@id") for one in nodes_of(own["@graph"])}


def addresses_in(document: Any) -> set[str]:
    """All addresses in a document: those of nodes, and of pages, pictures and files."""
    keys = ("@id", "url", "logo", "contentUrl", "urlTemplate")
    return {
        str(one[key])
        for one in nodes_of(document["@graph"] if document else [])
        for key in keys
        if key in one
    }


THING = {"@type": "Thing", "@id": f"{BASE}#thing", "name": "Iets"}


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ({"@type": "Meeting"}, "no type 'Meeting'"),
        ({"name": "Zonder soort"}, "no type ''"),
        ({"@type": "Event", "datePublished": "2018"}, "Event has no property datePublished"),
        ({"@type": "Article", "author": "Jan"}, "Article.author cannot be 'Jan'"),
        ({"@type": "Article", "about": {"@id": f"{BASE}#weg"}}, "nothing is known of"),
        ({"@type": "Article", "author": {"@id": f"{BASE}#thing"}}, "Article.author cannot be"),
        ({"@type": "Event", "startDate": "27-3-2018"}, "Event.startDate cannot be"),
        ({"@type": "Event", "startDate": "2018-02-30"}, "Event.startDate cannot be"),
        ({"@type": "Event", "startDate": "2018-03-27T25:00:00"}, "Event.startDate cannot be"),
        ({"@type": "Event", "eventStatus": "EventCancelled"}, "Event.eventStatus cannot be"),
        (
            {"@type": "Event", "eventStatus": "https://schema.org/EventOff"},
            "Event.eventStatus cannot be",
        ),
        ({"@type": "Organization", "url": "/contact/"}, "Organization.url cannot be '/contact/'"),
        ({"@type": "ItemList", "numberOfItems": "3"}, "ItemList.numberOfItems cannot be '3'"),
        ({"@type": "Thing", "name": ""}, "Thing.name is empty"),
        ({"@type": "Thing", "@id": f"{BASE}#thing", "name": "x"}, ""),
        ({"@type": "Place", "@id": f"{BASE}#thing", "name": "x"}, f"{BASE}#thing: is"),
        (
            {"@type": "Place", "memberOf": {"@type": "Role", "memberOf": THING}},
            "Place has no property memberOf",
        ),
        (
            {"@type": "Organization", "memberOf": {"@type": "Role", "memberOf": THING}},
            "Organization.memberOf cannot be",
        ),
    ],
)
def test_the_judge_sees_mistakes(node: dict[str, Any], told: str) -> None:
    found = mistakes({"a/": {"@context": "https://schema.org", "@graph": [THING, node]}})
    assert (told in found[0] and len(found) == 1) if told else found == []


def test_the_judge_wants_a_document_of_schema_org() -> None:
    assert mistakes({"a/": {"@context": "https://example.org", "@graph": []}})


def article(title: str, front: str) -> str:
    return f"---\ntitle: {title}\n{front}---\nTekst.\n"


FILES = {
    "content/site.yaml": (
        f"title: Proef\nbase_url: {BASE}\nslogan: Samen verder\ndescription: Een proef.\n"
        "contact: {name: Redactie, to: /contact/}\n"
        "rules: {orphan: off, unused-media: off, silent-event: off, listed-not-mentioned: off}\n"
    ),
    "content/pages/contact.md": "---\ntitle: Contact\n---\nHier.\n",
    "content/pages/over-ons.md": "---\ntitle: Over ons\nupdated: 2018-02\n---\nWij.\n",
    "content/regions/flevoland.md": (
        "---\ntitle: Flevoland\nplace: Lelystad\npartners: [MEE, SBB]\n---\nOver Flevoland.\n"
    ),
    "content/regions/veluwe.md": "---\ntitle: De Veluwe\nplace: Apeldoorn\n---\nEen streek.\n",
    "content/koplopers/gaande.md": (
        "---\ntitle: Gaande\njoined: 2017-05\nleft: 2019\nregion: [Zwolle, Landelijk]\n"
        "website: https://gaande.example/\n---\nEen koploper.\n"
    ),
    "content/media/plan.pdf": "%PDF-1.4",
    "content/tools/plan.md": (
        "---\ntitle: Plan\nkind: handreiking\nfile: ../media/plan.pdf\ndate: 2018\n---\nEen plan.\n"
    ),
    "content/articles/verslag.md": article(
        "Verslag",
        "event: Kennisdag\ndate: 2018-03-27\nstarts: 13:30\nends: 17:00\nregion: Zwolle\n"
        "themes: [Leren in de praktijk]\nkoplopers: [Sparkcentres]\nseries: Kennisdagen\n"
        "location: {name: Hanzeborg, place: Lelystad}\nattendance: ruim 35\n"
        "organizers: [Zorgpact Oost, Spark]\nauthors: [Petra de Braal, Spark]\n"
        "summary: Het was druk.\n",
    ),
    "content/articles/komt.md": article(
        "Kom ook",
        "event: Winterdag\ndate: 2018-12-03\nend: 2018-12-04\nstarts: 9:30\nregion: Zwolle\n"
        "location: Online\nsummary: Twee dagen.\npublished: 2018-05-01\n",
    ),
    "content/articles/af.md": article(
        "Gaat niet door", "event: Afdag\ndate: 2018-09\nstatus: cancelled\nregion: Zwolle\n"
    ),
    "content/articles/verzet.md": article(
        "Verzet",
        "event: Verzetdag\ndate: 2018-10-02\nstatus: moved\nmoved_from: 2018-09-25\n"
        "region: Zwolle\nlocation: Zwolle\n",
    ),
    "content/articles/bericht.md": article(
        "Bericht", "date: 2018-02\nupdated: 2018-04-03\nredirect_from: [/oud/]\n"
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    built = build_site(write_site(tmp_path_factory.mktemp("told"), FILES))
    assert built.errors == 0, built.diagnostics
    return pages_of(built)


@pytest.fixture(scope="module")
def told(pages: dict[str, str]) -> dict[str, Any]:
    return {address: told_by(html) for address, html in pages.items()}


def test_the_small_site_speaks_well(told: dict[str, Any]) -> None:
    assert mistakes({page: document for page, document in told.items() if document}) == []


def test_a_report_is_an_article_about_a_meeting(told: dict[str, Any]) -> None:
    document = told["artikelen/verslag/"]
    report, meeting = only(document, "Article"), only(document, "Event")
    assert report["headline"] == "Verslag"
    assert report["about"][0] == {"@id": meeting["@id"]}
    assert [one["name"] for one in report["about"][1:]] == ["Leren in de praktijk"]
    assert [one["name"] for one in report["mentions"]] == ["Zwolle", "Sparkcentres"]
    # The day of a meeting is not the day on which its report came out.
    assert "datePublished" not in report
    assert meeting == {
        "@type": "Event",
        "@id": f"{BASE}artikelen/verslag/#_event",
        "name": "Kennisdag",
        "url": f"{BASE}artikelen/verslag/",
        "startDate": "2018-03-27T13:30:00+02:00",
        "endDate": "2018-03-27T17:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Hanzeborg",
            "address": {"@type": "PostalAddress", "addressLocality": "Lelystad"},
        },
        # One that the site knows, by any of its names, and one that it does not.
        "organizer": [
            {"@type": "Organization", "name": "Zorgpact Oost"},
            {
                "@type": "Organization",
                "@id": f"{BASE}kopgroep/sparkcentres/#_koploper",
                "name": "Sparkcentres",
            },
        ],
        "superEvent": {
            "@type": "EventSeries",
            "@id": f"{BASE}bijeenkomsten/kennisdagen/#_series",
            "name": "Kennisdagen",
            "url": f"{BASE}bijeenkomsten/kennisdagen/",
        },
    }


def test_who_wrote_is_an_author_only_when_known_here(told: dict[str, Any]) -> None:
    report = only(told["artikelen/verslag/"], "Article")
    assert report["creditText"] == "Petra de Braal en Spark"
    assert [one["name"] for one in report["author"]] == ["Sparkcentres"]


def test_an_announcement_is_the_meeting_itself(told: dict[str, Any]) -> None:
    document = told["artikelen/komt/"]
    page, meeting = document["@graph"][:2]
    assert page["mainEntity"] == {"@id": meeting["@id"]}
    assert (page["datePublished"], meeting["description"]) == ("2018-05-01", "Twee dagen.")
    assert meeting["startDate"] == "2018-12-03T09:30:00+01:00"
    assert meeting["endDate"] == "2018-12-04"
    # What is no place with a town stays words, and tells nothing of how people attend.
    assert meeting["location"] == "Online"
    assert "eventAttendanceMode" not in meeting


def test_meetings_that_are_off_or_moved_say_so(told: dict[str, Any]) -> None:
    off = only(told["artikelen/af/"], "Event")
    assert off["eventStatus"].endswith("/EventCancelled")
    assert off["startDate"] == "2018-09"
    moved = only(told["artikelen/verzet/"], "Event")
    assert moved["eventStatus"].endswith("/EventRescheduled")
    assert (moved["startDate"], moved["previousStartDate"]) == ("2018-10-02", "2018-09-25")
    assert moved["location"]["address"]["addressLocality"] == "Zwolle"


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("{name: Stadhuis, place: Bergen op Zoom}", "Bergen op Zoom"),
        ("Stadhuis, Bergen op Zoom", "Bergen op Zoom"),
        ("Bergen op Zoom", "Bergen op Zoom"),
        ("{name: De Teamsporthal, place: Zwolle}", "Zwolle"),
        ("Zoom", ""),
        ("{name: via Teams, place: Zwolle}", ""),
        ("Webinarstudio, Lelystad", ""),
    ],
)
def test_a_town_is_not_online_for_the_sound_of_its_name(
    typed: str, town: str, tmp_path: Path
) -> None:
    files = {
        **FILES,
        "content/articles/af.md": article("Af", f"event: Dag\ndate: 2018-05\nlocation: {typed}\n"),
    }
    document = told_by(pages_of(build_site(write_site(tmp_path, files)))["artikelen/af/"])
    where = only(document, "Event")["location"]
    assert (where["address"]["addressLocality"] if isinstance(where, dict) else "") == town


def test_an_article_without_a_meeting_is_dated_by_itself(told: dict[str, Any]) -> None:
    found = only(told["artikelen/bericht/"], "Article")
    assert (found["datePublished"], found["dateModified"]) == ("2018-02", "2018-04-03")
    assert "about" not in found


def test_regions_are_what_is_known_of_them(told: dict[str, Any]) -> None:
    pact, area, town, name = (
        told[f"regios/{one}/"]["@graph"][1]
        for one in ("flevoland", "veluwe", "zwolle", "landelijk")
    )
    assert pact["@type"] == "Organization"
    assert [one["name"] for one in pact["member"]] == ["MEE", "SBB"]
    assert pact["areaServed"]["containsPlace"]["name"] == "Lelystad"
    # The point of a town is not that of the region around it.
    assert (area["@type"], "geo" in area) == ("Place", False)
    assert area["containsPlace"]["containedInPlace"]["name"] == "Gelderland"
    assert (town["@type"], town["geo"]["@type"]) == ("Place", "GeoCoordinates")
    assert (name["@type"], name["name"]) == ("Thing", "Landelijk")


def test_a_koploper_is_a_member_for_as_long_as_it_is_known_to_be(told: dict[str, Any]) -> None:
    member = told["kopgroep/gaande/"]["@graph"][1]
    assert member["url"] == "https://gaande.example/"
    role = member["memberOf"]
    assert (role["startDate"], role["endDate"]) == ("2017-05", "2019")
    assert role["memberOf"]["@id"] == told["kopgroep/"]["@graph"][0]["about"]["@id"]
    assert [one if isinstance(one, str) else one["name"] for one in member["areaServed"]] == [
        "Zwolle",
        "Landelijk",
    ]
    assert "foundingDate" not in member
    assert "memberOf" not in told["kopgroep/sparkcentres/"]["@graph"][1]


def test_a_tool_with_a_file_is_a_document(told: dict[str, Any]) -> None:
    tool = told["hulpmiddelen/plan/"]["@graph"][1]
    assert (tool["@type"], tool["genre"]) == ("DigitalDocument", "handreiking")
    assert tool["datePublished"] == "2018"
    assert tool["encoding"] == {
        "@type": "MediaObject",
        "contentUrl": f"{BASE}media/plan.pdf",
        "encodingFormat": "application/pdf",
        "contentSize": "8 bytes",
    }


def test_who_holds_a_meeting_is_told_to_readers_too(pages: dict[str, str]) -> None:
    assert "<dd>Zorgpact Oost en Spark</dd>" in pages["artikelen/verslag/"]


def test_the_open_data_is_a_dataset_with_its_files(told: dict[str, Any]) -> None:
    data = told["data/"]["@graph"][1]
    assert (data["@type"], data["@id"], data["url"]) == (
        "Dataset",
        f"{BASE}data/#_data",
        f"{BASE}data/",
    )
    files = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
    assert files[f"{BASE}data/dataset.json"] == "application/json"
    assert files[f"{BASE}data/artikelen.csv"] == "text/csv"
    assert "license" not in data  # these settings name none


def test_the_first_page_tells_of_the_site_and_how_to_search_it(
    told: dict[str, Any], pages: dict[str, str]
) -> None:
    site, owner = only(told[""], "WebSite"), only(told[""], "Organization")
    assert site["description"] == "Een proef."
    template = site["potentialAction"]["target"]["urlTemplate"]
    word = site["potentialAction"]["query-input"].removeprefix("required name=")
    assert template == f"{BASE}zoeken/?q={{{word}}}"
    # It is what the search box of any page asks for.
    form = LexborHTMLParser(pages[""]).css_first("form.search-box")
    assert form is not None
    assert (form.attributes["action"], form.attributes["method"]) == ("zoeken/", "get")
    assert form.css_first("input").attributes["name"] == "q"  # type: ignore[union-attr]
    assert owner["slogan"] == "Samen verder"
    assert owner["contactPoint"]["url"] == f"{BASE}contact/"
    assert owner["logo"].startswith(f"{BASE}assets/icon-")
    # Other pages say less of both, and nothing else.
    for document in filter(None, told.values()):
        assert only(document, "WebSite").items() <= site.items()
        short = [one for one in document["@graph"] if one.get("@id") == owner["@id"]]
        assert [one.items() <= owner.items() for one in short] == [True]


def test_pages_are_of_the_type_that_fits(told: dict[str, Any]) -> None:
    kinds = {page: document["@graph"][0]["@type"] for page, document in told.items() if document}
    assert kinds["contact/"] == "ContactPage"
    assert kinds["over-ons/"] == "AboutPage"
    assert kinds["zoeken/"] == "SearchResultsPage"
    assert kinds["artikelen/verslag/"] == kinds[""] == "WebPage"
    assert "404.html" not in kinds  # it has no address of its own
    lists = (
        "artikelen",
        "bijeenkomsten",
        "regios",
        "themas",
        "kopgroep",
        "hulpmiddelen",
        "archief",
    )
    assert {kinds[f"{one}/"] for one in lists} == {"CollectionPage"}
    assert "oud/" in told
    assert told["oud/"] is None


def test_lists_and_trails_are_those_of_the_page(
    told: dict[str, Any], pages: dict[str, str]
) -> None:
    listed = told["artikelen/"]["@graph"][0]["mainEntity"]["itemListElement"]
    shown = [
        (one.text(), f"{BASE}{one.attributes['href']}".replace("../", ""))
        for one in LexborHTMLParser(pages["artikelen/"]).css("main h3 a")
    ]
    assert [(one["name"], one["url"]) for one in listed] == shown
    assert [one["position"] for one in listed] == list(range(1, len(shown) + 1))
    trail = told["archief/2018/"]["@graph"][0]["breadcrumb"]["itemListElement"]
    assert [(one["name"], one["item"]["@id"].removeprefix(BASE)) for one in trail] == [
        ("Home", ""),
        ("Archief", "archief/"),
        ("Artikelen uit 2018", "archief/2018/"),
    ]
    assert "breadcrumb" not in told[""]["@graph"][0]


@pytest.mark.parametrize("base_url", ["", "file:"])
def test_a_site_without_an_address_tells_nothing(base_url: str, tmp_path: Path) -> None:
    write_site(tmp_path, {"content/site.yaml": "title: Proef\nrules: {orphan: off}\n"})
    built = build_site(tmp_path, Options(base_url=base_url))
    assert all("ld+json" not in html for html in pages_of(built).values())


def test_another_day_changes_nothing_but_what_became_a_report(
    pages: dict[str, str], tmp_path: Path
) -> None:
    later = pages_of(build_site(write_site(tmp_path, FILES), today=TODAY + timedelta(days=130)))
    changed = {
        address
        for address, html in pages.items()
        if address.startswith(("artikelen/", "regios/", "themas/", "kopgroep/", "hulpmiddelen/"))
        and told_by(html) != told_by(later[address])
    }
    assert changed == {"artikelen/af/", "artikelen/verzet/"}


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_the_clock_is_that_of_amsterdam() -> None:
    """The judge has the tables of IANA; an hour that comes twice means the first."""
    day = date(1996, 1, 1)
    while day.year < 2038:
        changing = day.month in {3, 10} and day.isoweekday() == 7
        for time in (
            ("00:00", "01:59", "02:00", "02:59", "03:00", "23:59") if changing else ("12:00",)
        ):
            hour, minute = map(int, time.split(":"))
            moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)
            assert offset(day, time) == moment.strftime("%z")[:3] + ":00", (day, time)
        day += timedelta(days=1)
    assert offset(date(1995, 7, 1), "12:00") == ""


@settings(max_examples=100)
@given(text=st.text())
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("]]>\u2028\u2029&amp;\"'\\\n\r\t\x00\ufeff\u202e😀")
@example("x" * 300)
def test_any_text_comes_through_a_page_unharmed(text: str) -> None:
    block = data_block([{"@type": "Thing", "name": text}])
    html = f'<!doctype html><script type="application/ld+json">{block}</script><p>na</p>'
    page = LexborHTMLParser(html)
    assert told_by(html)["@graph"] == [{"@type": "Thing", "name": text}]
    assert [one.text() for one in page.css("p")] == ["na"]
    assert len(page.css("script")) == 1
    assert not set("<>&\u2028\u2029") & set(block)


HOSTILE = st.lists(
    st.sampled_from(
        [
            "</script>",
            "<script>alert(1)</script>",
            "<!--",
            "-->",
            "]]>",
            "&amp;",
            '"',
            "'",
            "\\",
            "\\u003c",
            "\n",
            "{{ 7*7 }}",
            "😀",
            "\u200f",
            "\u202b",
            "é",
            "x" * 300,
        ]
    ),
    min_size=1,
    max_size=6,
).map(lambda pieces: ("A" + " ".join(pieces))[:300])


def quoted(text: str) -> str:
    """A text as YAML has it between quotation marks: the escapes of JSON are among its own."""
    return json.dumps(text, ensure_ascii=False)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=HOSTILE, name=HOSTILE)
@example(title="A</script><script>alert(1)</script>", name="A<!--<script>")
def test_hostile_titles_and_names_come_through_unharmed(
    title: str, name: str, tmp_path: Path
) -> None:
    inputs = scan(write_site(tmp_path, {}), TODAY)
    front = (
        f"title: {quoted(title)}\nevent: {quoted(name)}\ndate: 2018-03-27\n"
        f"region: Zwolle\nauthors: [{quoted(name)}]\nlocation: {quoted(title)}\n"
    )
    partners = f"---\ntitle: Elders\npartners: [{quoted(name)}]\n---\nOver elders.\n"
    sources = (
        Source("content/articles/a.md", f"---\n{front}---\nTekst.\n".encode()),
        Source("content/regions/elders.md", partners.encode()),
    )
    built = build(replace(inputs, sources=(*inputs.sources, *sources)))
    assert built.errors == 0, built.diagnostics
    pages = pages_of(built)
    document = told_by(pages["artikelen/a/"])
    report, meeting = only(document, "Article"), only(document, "Event")
    region = told_by(pages["regios/elders/"])["@graph"][1]
    for words, typed in (
        (report["headline"], title),
        (meeting["location"], title),
        (meeting["name"], name),
        (report["creditText"], name),
        (region["member"][0]["name"], name),
    ):
        # Titles get typographic signs, names of people and places stay as they were typed.
        assert educated(words) == educated(" ".join(typed.split()))
    within = LexborHTMLParser(pages["artikelen/a/"]).css("script:not([src])")
    assert [one.attributes for one in within] == [{"type": "application/ld+json"}]

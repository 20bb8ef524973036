"""Feeds, as those who read them see them: feedparser, the schema of RFC 4287, JSON Feed's own."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser
import pytest
import rnc2rng
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from tests.conftest import ROOT
from tests.html_pages import read_page
from tests.page_kinds import REAL_TODAY
from tests.small_site import TODAY, build_site, pages_of, write_site
from zorgpact_site.build import Built, build
from zorgpact_site.model.body import NO_TEXT
from zorgpact_site.outputs.atom import atom
from zorgpact_site.outputs.json_feed import json_feed
from zorgpact_site.planning.pieces import BodyView
from zorgpact_site.planning.views.feeds import FeedCategory, FeedEntry, FeedFile, FeedText
from zorgpact_site.scan import scan

JUDGES = ROOT / "tests" / "judges"
VOID = {"area", "br", "col", "hr", "img", "wbr"}
BASE_URL = "https://zorgpact.example/"


def schema() -> etree.RelaxNG:
    """The schema of RFC 4287; rnc2rng writes down a prefix that stands for no namespace."""
    grammar = rnc2rng.dumps(rnc2rng.load(str(JUDGES / "atom.rnc"))).replace(' xmlns:local=""', "")
    return etree.RelaxNG(etree.fromstring(grammar.encode()))


def json_judge() -> Draft202012Validator:
    return Draft202012Validator(json.loads((JUDGES / "json-feed-1.1.schema.json").read_bytes()))


def files_of(built: Built) -> dict[str, bytes]:
    return {one.path: one.data for one in built.artifacts if isinstance(one.data, bytes)}


def feeds_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(("feed.atom", "feed.json"))}


def entries_of(data: bytes) -> list[Any]:
    read = feedparser.parse(data)
    assert not read.bozo, read.get("bozo_exception")
    return list(read.entries)


def article(*lines: str, text: str = "Tekst.") -> str:
    return "\n".join(("---", *lines, "---", text, ""))


def small(folder: Path, today: date = TODAY, **articles: str) -> dict[str, bytes]:
    files = {f"content/articles/{name}.md": text for name, text in articles.items()}
    built = build_site(write_site(folder, files), today=today)
    assert built.errors == 0, built.diagnostics
    return files_of(built)


class _Balance(HTMLParser):
    """Hears whether every element is closed by its own end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as called
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def judge(files: Mapping[str, bytes], paths: set[str], base: str) -> int:
    """Let all judges look at the feeds of a site; gives how many there are."""
    relax, strict = schema(), json_judge()
    feeds = feeds_of(files)
    seen: set[str] = set()
    for path, data in feeds.items():
        if path.endswith(".atom"):
            assert relax.validate(etree.fromstring(data)), (path, relax.error_log)
            read = feedparser.parse(data)
            assert not read.bozo
            # What the annotations of the schema ask for: somebody wrote it.
            assert read.feed.author
            twin = json.loads(feeds[f"{path.removesuffix('atom')}json"])
            assert [one.id for one in read.entries] == [one["id"] for one in twin["items"]]
            assert [one.updated for one in read.entries] == sorted(
                (one.updated for one in read.entries), reverse=True
            )
        else:
            feed = json.loads(data)
            assert [error.message for error in strict.iter_errors(feed)] == []
            for item in feed["items"]:
                if item["id"] not in seen:
                    seen.add(item["id"])
                    check_content(item["content_html"], paths, base)
    assert seen
    return len(feeds)


def check_content(html: str, paths: set[str], base: str) -> None:
    """Elements are closed, and links lead to what is there, from wherever they are read."""
    balance = _Balance()
    balance.feed(html)
    assert balance.open == []
    for tag, attributes in read_page(html).tags:
        for name in {"href", "src"} & attributes.keys():
            link = attributes[name]
            assert link.startswith(("https://", "http://", "mailto:", "tel:")), (tag, link)
            if link.startswith(base):
                path = unquote(link.removeprefix(base).partition("#")[0])
                assert (f"{path}index.html" if not path or path.endswith("/") else path) in paths
        assert "srcset" not in attributes


def test_all_feeds_of_the_zorgpact_are_right(real_build: Built) -> None:
    files = files_of(real_build)
    paths = {one.path for one in (*real_build.artifacts, *real_build.to_make)}
    site = real_build.site
    assert site
    followed = 1 + len(site.regions) + len(site.themes) + len(site.koplopers) + len(site.series)
    assert judge(files, paths, BASE_URL) == 2 * followed


def test_all_feeds_of_a_long_site_are_right_and_short(made_site: Path) -> None:
    paths = {str(one.relative_to(made_site)) for one in made_site.rglob("*.*")}
    files = {path: (made_site / path).read_bytes() for path in paths if "feed." in path}
    base = json.loads(files["feed.json"])["home_page_url"]
    judge(files, paths, base)
    counts = {path: len(json.loads(files[path])["items"]) for path in files if "json" in path}
    assert counts.pop("feed.json") == 20
    assert max(counts.values()) == 10
    # Announcements are among what is new, on the day they were announced.
    whole = json.loads(files["feed.json"])["items"]
    assert all(one["date_published"] <= "2021-11-01T12:00:00Z" for one in whole)


def test_the_judges_see_mistakes(tmp_path: Path) -> None:
    files = small(tmp_path, a=article("title: A", "date: 2018-05-01"))
    relax, strict = schema(), json_judge()
    root = etree.fromstring(files["feed.atom"])
    assert relax.validate(root)
    root.remove(root.find("{*}updated"))
    assert not relax.validate(root)
    feed = json.loads(files["feed.json"])
    for wrong in ({"version": "1"}, {"author": {}}, {"items": [{"id": "a"}]}, {"icon": "/x.svg"}):
        assert strict.is_valid(feed)
        assert not strict.is_valid(feed | wrong)
    with pytest.raises(AssertionError):
        check_content('<p><a href="/elders/">Elders</a></p>', set(), BASE_URL)
    with pytest.raises(AssertionError):
        check_content("<p><b>Open</p>", set(), BASE_URL)


def test_an_entry_holds_all_that_the_article_has(tmp_path: Path) -> None:
    text = "Met [[Spark]] en [een kop](#kop).[^1]\n\n## Kop\n\nTekst.\n\n[^1]: Een noot."
    files = small(
        tmp_path,
        nieuw=article(
            *("title: Nieuw", "event: Dag", "date: 2018-04-01", "starts: 13:30", "region: Zwolle"),
            *("location: {name: De Zaal, place: Zwolle}", "themes: [Leren in de praktijk]"),
            *("koplopers: [Spark]", "authors: [Piet Pen, Inke Inkt]", "summary: In het kort."),
            *("published: 2018-04-05", "updated: 2018-05-20", "redirect_from: [/artikelen/oud/]"),
            *("contact: {name: Piet, mail: piet@voorbeeld.nl, until: 2030}",),
            "documents: [Verslag op papier]",
            text=text,
        ),
    )
    (entry,) = entries_of(files["feed.atom"])
    base = "https://proef.example"
    assert (entry.id, entry.link) == (f"{base}/artikelen/oud/", f"{base}/artikelen/nieuw/")
    assert (entry.published, entry.updated) == ("2018-04-05T12:00:00Z", "2018-05-20T12:00:00Z")
    assert [one.name for one in entry.authors] == ["Piet Pen", "Inke Inkt"]
    assert [(one.term, one.scheme, one.label) for one in entry.tags] == [
        ("leren", f"{base}/themas/", "Leren in de praktijk"),
        ("zwolle", f"{base}/regios/", "Zwolle"),
        ("sparkcentres", f"{base}/kopgroep/", "Sparkcentres"),
    ]
    assert entry.summary == "In het kort."
    (item,) = json.loads(files["themas/leren/feed.json"])["items"]
    html = item["content_html"]
    assert "<p>Dag<br>zondag 1 april 2018, 13.30 uur<br>De Zaal, Zwolle</p>" in html
    own = f"{base}/artikelen/nieuw/"
    assert f'<a href="{base}/kopgroep/sparkcentres/">Sparkcentres</a>' in html
    assert f'<a href="{own}#kop">een kop</a>' in html
    assert f'<a href="{own}#_noot-1"' in html
    assert f'<a href="{own}#_noot-1-terug"' in html
    assert "<li>Verslag op papier (niet online)</li>" in html
    assert "piet@" not in html
    assert entry.content[0].type == "text/html"


def test_a_summary_that_is_the_beginning_of_the_text_is_not_said_twice(tmp_path: Path) -> None:
    files = small(tmp_path, a=article("title: A", "date: 2018-05-01", text="Zo begint het."))
    (item,) = json.loads(files["feed.json"])["items"]
    assert item["summary"] == "Zo begint het."
    assert item["content_html"] == "<p>Zo begint het.</p>"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("status: cancelled", "Deze bijeenkomst is afgelast."),
        ("status: moved\nmoved_from: 2018-03-01", "Eerst stond 1 maart 2018 gepland."),
    ],
)
def test_what_became_of_a_meeting_comes_first(line: str, told: str, tmp_path: Path) -> None:
    lines = ("title: A", "event: Dag", "date: 2018-05-01", "region: Zwolle", line)
    (item,) = json.loads(small(tmp_path, a=article(*lines))["feed.json"])["items"]
    assert told in item["content_html"].partition("</p>")[0]


def test_feeds_stay_as_they_are_until_the_day_of_an_article_has_come(tmp_path: Path) -> None:
    meeting = ("event: Dag", "date: 2018-09-01", "region: Zwolle")
    known = {
        "oud": article("title: Oud", "date: 2018-03-01"),
        "gezegd": article("title: Gezegd", *meeting, "published: 2018-05-01"),
    }

    def on(day: date, **more: str) -> dict[str, bytes]:
        return feeds_of(small(tmp_path / ("x" if more else "y"), day, **known, **more))

    days = (TODAY, date(2018, 9, 1), date(2031, 1, 1))
    first, *others = (on(day) for day in days)
    assert [one.title for one in entries_of(first["feed.atom"])] == ["Gezegd", "Oud"]
    assert all(one == first for one in others)
    # One that does not say when it was announced is there from the day itself, no day earlier.
    silent = {"stil": article("title: Stil", *meeting), "deels": article("title: D", "date: 2018")}
    before, day_before = on(TODAY, **silent), on(date(2018, 8, 31), **silent)
    assert before == day_before == first
    then = on(date(2018, 9, 1), **silent)
    assert [one.title for one in entries_of(then["feed.atom"])] == ["Stil", "Gezegd", "Oud"]
    assert on(date(2018, 12, 30), **silent) == then
    assert entries_of(on(date(2018, 12, 31), **silent)["feed.atom"])[0].title == "D"


def test_the_feeds_of_the_zorgpact_are_the_same_on_any_day(real_build: Built) -> None:
    later = replace(scan(ROOT, REAL_TODAY), today=date(2033, 2, 3))
    assert feeds_of(files_of(build(later))) == feeds_of(files_of(real_build))


def test_a_change_that_is_yet_to_come_is_passed_over(tmp_path: Path) -> None:
    lines = ("title: A", "date: 2018-05-01", "updated: 2018-09-01")
    (entry,) = entries_of(small(tmp_path, a=article(*lines))["feed.atom"])
    assert entry.updated == "2018-05-01T12:00:00Z"


def test_what_has_no_articles_has_a_feed_as_old_as_the_site(tmp_path: Path) -> None:
    files = small(tmp_path, a=article("title: A", "date: 2018-05-01", "region: Zwolle"))
    read = feedparser.parse(files["regios/landelijk/feed.atom"])
    assert (read.entries, read.feed.updated) == ([], "2018-05-01T12:00:00Z")
    assert json.loads(files["regios/landelijk/feed.json"])["items"] == []


def test_a_followed_address_goes_on_after_a_rename(tmp_path: Path) -> None:
    region = article(
        "title: Zwolle", "redirect_from: [/regios/overijssel/, /oud.html, /versie/1.0/]"
    )
    a = article("title: A", "date: 2018-05-01", "region: Zwolle")
    texts = {"content/regions/zwolle.md": region, "content/articles/a.md": a}
    files = files_of(build_site(write_site(tmp_path, texts)))
    for name in ("feed.atom", "feed.json"):
        assert files[f"regios/overijssel/{name}"] == files[f"regios/zwolle/{name}"]
    assert not [path for path in files if path.startswith("oud.html/")]
    assert files["versie/1.0/feed.atom"] == files["regios/zwolle/feed.atom"]
    own = json.loads(files["regios/overijssel/feed.json"])["feed_url"]
    assert own == "https://proef.example/regios/zwolle/feed.json"


def test_calendars_stand_beside_the_feeds(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/articles/a.md": article("title: A", "date: 2018-05-01")})
    built = build_site(tmp_path)
    page = pages_of(built)["feeds/"]
    assert '<a href="../regios/zwolle/agenda.ics" type="text/calendar">' in page
    linked = {f"{one}agenda.ics" for one in re.findall(r'href="\.\./([^"]*)agenda\.ics"', page)}
    assert linked <= {one.path for one in built.artifacts}
    assert len(linked) == 7


LONGEST = 299  # with the letter before it, as long as a title may be
HOSTILE = st.lists(
    st.sampled_from(
        [
            *(";", ",", "\\", "\\n", "]]>", "<![CDATA[", "</script>", "<!--", "=cmd|' /C calc'!A0"),
            *("&amp;", "&lt;b&gt;", "&nbsp;", "<b>vet</b>", "%s", "{{ x }}", "\U0001f469‍⚕️"),
            *("\u202bomgekeerd\u202c", "\u200fشبكة", "a" * LONGEST, "é", "\xa0", "'", '"', "$(x)"),
        ]
    )
    | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20),
    min_size=1,
    max_size=4,
).map(lambda pieces: "".join(pieces)[:LONGEST])


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=HOSTILE, name=HOSTILE)
def test_hostile_titles_and_names_come_through(title: str, name: str, tmp_path: Path) -> None:
    quoted, author = (json.dumps(one, ensure_ascii=False) for one in (f"T{title}", f"N{name}"))
    lines = (f"title: {quoted}", "date: 2018-05-01", f"authors: [{author}]", "region: Zwolle")
    texts = {
        "content/regions/zwolle.md": article(f"title: {author}", "aliases: [Zwolle]"),
        "content/articles/a.md": article(*lines, text="Kort."),
    }
    built = build_site(write_site(tmp_path, texts))
    assume(not built.errors)  # a reader of texts refuses some signs; nothing is published then
    assert built.site
    (known,) = built.site.articles
    files = files_of(built)
    (entry,) = entries_of(files["regios/zwolle/feed.atom"])
    (item,) = json.loads(files["regios/zwolle/feed.json"])["items"]
    assert entry.title == item["title"] == known.title
    assert [one.name for one in entry.authors] == list(known.authors)
    assert [one["name"] for one in item["authors"]] == list(known.authors)
    assert [one.label for one in entry.tags] == item["tags"] == [known.regions[0].title]
    assert b"</script>" not in files["feed.atom"]


NO_BODY = BodyView(NO_TEXT, (), (), ())


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=30))
def test_whatever_text_gives_files_that_programs_can_read(title: str, content: str) -> None:
    category = FeedCategory("t", title, BASE_URL)
    day = "2018-05-01T12:00:00Z"
    entry = FeedEntry(
        *(BASE_URL, BASE_URL, title, title, FeedText(content, NO_BODY, "", BASE_URL)),
        *(day, day, (title,), (category,), ""),
    )
    feed = FeedFile(
        *(title, title, "nl", BASE_URL, BASE_URL, title, BASE_URL, "", day), entries=(entry,)
    )
    read = ElementTree.fromstring(atom(feed))  # noqa: S314 - our own bytes
    (item,) = json.loads(json_feed(feed))["items"]
    found = read.find("{*}entry/{*}title")
    assert found is not None
    assert (found.text or "") == item.get("title", "")
    kept = [sign for sign in title if sign.isprintable() and sign != " "]
    assert kept == [sign for sign in item.get("title", "") if sign.isprintable() and sign != " "]

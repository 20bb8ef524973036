"""The real site as it is published: complete, whole, valid, quiet."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT, nu_messages
from tests.html_pages import PageFacts, broken_links, read_pages
from tests.page_kinds import REAL_TODAY
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan


@pytest.fixture(scope="session")
def pages(real_site: Path) -> dict[str, PageFacts]:
    return read_pages(real_site)


def test_the_content_has_no_mistakes(real_build: Built) -> None:
    assert real_build.diagnostics == ()


def test_every_link_and_anchor_leads_somewhere(real_site: Path) -> None:
    assert broken_links(real_site) == []


def test_under_a_path_every_link_leads_somewhere(tmp_path: Path) -> None:
    built = build(scan(ROOT, REAL_TODAY, Options(base_url="https://host.example/pad/")))
    publish(built.artifacts, tmp_path / "output")
    assert broken_links(tmp_path / "output", root="/pad/") == []


def test_from_disk_every_link_names_a_file(tmp_path: Path) -> None:
    built = build(scan(ROOT, REAL_TODAY, Options(base_url="file:")))
    publish(built.artifacts, tmp_path / "output")
    assert broken_links(tmp_path / "output", index=False) == []


def test_every_page_is_valid_html(real_site: Path) -> None:
    assert nu_messages(real_site) == []


def test_the_judge_of_html_sees_mistakes(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><p><div>x</p>")
    assert nu_messages(tmp_path)


def test_no_page_asks_anything_of_another_host(pages: dict[str, PageFacts]) -> None:
    for path, facts in pages.items():
        for tag, attributes in facts.tags:
            asked = [attributes[name] for name in ("src", "srcset", "data") if name in attributes]
            if tag == "link" and attributes.get("rel") != "canonical":
                asked.append(attributes["href"])
            for url in asked:
                assert not re.match(r"[a-z][a-z0-9+.-]*:|//", url), (path, url)
            assert "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
        # Scripts are files of their own; what stands in a page is data, which nothing runs.
        within = [script for script in facts.all("script") if "src" not in script]
        assert within in ([], [{"type": "application/ld+json"}]), path
        assert not facts.all("style"), path


def test_style_sheets_ask_nothing_of_another_host(real_site: Path) -> None:
    for path in real_site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", path.read_text("utf-8"))


def test_each_page_has_a_title_a_language_and_one_h1(pages: dict[str, PageFacts]) -> None:
    for path, facts in pages.items():
        levels = [level for level, _text in facts.headings]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        for before, after in pairwise(levels):
            assert after <= before + 1, (path, facts.headings)
        assert all(text.strip() for _level, text in facts.headings), path
        assert facts.all("html")[0]["lang"] == "nl", path
        assert len(facts.all("main")) == 1, path


def test_no_two_pages_have_one_title(real_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in real_site.rglob("*.html")]
    titles = [page.partition("<title>")[2].partition("</title>")[0] for page in pages]
    assert [title for title in titles if titles.count(title) > 1 or not title.strip()] == []


def test_no_page_has_two_headings_with_the_same_words(pages: dict[str, PageFacts]) -> None:
    """Two parts called “Wat er gebeurde” cannot be told apart in a list of headings."""
    twice = {
        path: words
        for path, facts in pages.items()
        if (words := _twice([text.strip() for level, text in facts.headings if level <= 2]))
    }
    assert twice == {}


def _twice(words: list[str]) -> set[str]:
    return {word for word in words if words.count(word) > 1}


def test_every_text_has_its_page(real_build: Built, pages: dict[str, PageFacts]) -> None:
    site = real_build.site
    assert site is not None
    assert (len(site.articles), len(site.themes)) == (5, 5)
    sections = {"kopgroep": site.koplopers, "regios": site.regions, "themas": site.themes}
    for folder, entries in {**sections, "hulpmiddelen": site.tools}.items():
        for entry in entries:
            facts = pages[f"{folder}/{entry.key.slug}/index.html"]
            assert facts.headings[0][1] == entry.title


FACTS = {
    "artikelen/kopgroepbijeenkomst-zwolle": [
        "dinsdag 27 maart 2018",
        "ruim 35",
        "Zwolle",
        "Zorgtrainingscentrum",
        "Coloriet",
        "Technische Unie",
        "Baalderborg",
        "Deelsessie 1",
        "Deelsessie 2",
        "Vijf nieuwe koplopers",
        "Cordaan",
        "Op Stap",
        "Carrière Switchers",
        "73 koplopers",
        "17 april 2018",
        "Tekening: Coloriet",
        "Tekening: vijf nieuwe koplopers",
        "Gerelateerd",
        "Terug naar alle regionale pacten",
    ],
    "artikelen/kopgroepontmoeting-duurzaam-resultaat": [
        "dinsdag 7 maart 2017",
        "17 koplopers",
        "Naar een duurzaam resultaat",
        "Carolien Smits",
        "Bert Mulder",
        "Samenwerkingsthermometer",
        "Digitaal in Zorg & Welzijn",
        "Landelijk",
        "Terug naar alle regionale pacten",
    ],
    "artikelen/vijf-themas-een-netwerk": [
        "Leren in de praktijk",
        "Permanent leren",
        "Zorg en technologie",
        "Toenemende opleidingseisen",
        "Vmbo zorg en welzijn",
        "laatste jaar",
        "Meer dan 30",
        "meer dan 70",
        "handreiking Leren in de praktijk",
        "etwerkkaart Zorg en technologie",
        "Hoe lerend werkt de zorg?",
        "amenwerkingstoolkit vmbo",
        "Vier inzichten",
        "Evolva Werkplekleren",
        "sTimul Nederland",
        "MakeHealth",
        "Zorgtechniek Limburg",
        "Praktijkroute Zorg",
        "GET-LAB",
        "Stedendriehoek/Noord-Veluwe",
        "Midden-Nederland",
        "SER",
        "Actie Leer Netwerk",
        "Platform vmbo zorg en welzijn",
    ],
    "artikelen/wat-levert-het-koplopers-op": [
        "33 leden",
        "Ivo Hendriks",
        "Petra de Braal",
        "Sparkcentres",
        "De Zeeuwse Huiskamer",
        "Arnhem-Nijmegen",
        "Zeeland",
        "Tekening: het interieur van een gezondheidscentrum als Thermion",
        "Tekening: vertrouwde voorwerpen",
    ],
    "artikelen/contact-maken-in-flevoland": [
        "donderdag 2 maart 2017",
        "Flevoland",
        "Hanzeborg, Lelystad",
        "ongeveer 250",
        "Woonzorg Flevoland",
        "MBO College Almere",
        "MBO College Lelystad",
        "ROC Landstede",
        "ROC Friese Poort",
        "ROC TOP",
        "InteraktContour",
        "Triade",
        "Kwintes",
        "MEE IJsseloevers",
        "SBB",
        "gemeente Almere",
        "Welzijn Lelystad",
        "Groeidocument Zorgpact Flevoland",
        "Versie van maart",
        "aansluiten",
    ],
}


@pytest.mark.parametrize("address", FACTS)
def test_the_page_shows_the_facts_of_the_old_one(address: str, pages: dict[str, PageFacts]) -> None:
    text = pages[f"{address}/index.html"].text
    assert [fact for fact in FACTS[address] if fact not in text] == []


def test_undated_articles_claim_no_date(pages: dict[str, PageFacts]) -> None:
    for address in ("vijf-themas-een-netwerk", "wat-levert-het-koplopers-op"):
        facts = pages[f"artikelen/{address}/index.html"]
        main = facts.text.partition("Genoemd in")[0].partition("Gerelateerd")[0]
        assert "Wanneer" not in main


def test_there_is_no_mail_address_or_phone_number(pages: dict[str, PageFacts]) -> None:
    for path, facts in pages.items():
        assert not re.search(r"\S+@\S+\.\S+|\b0\d{2,3}[ -]\d{3}", facts.text), path

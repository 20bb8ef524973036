"""Why a page shows what it shows: every reason names the line that makes it so."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.small_site import write_site
from zorgpact_site.build import Built
from zorgpact_site.cli import main
from zorgpact_site.editing.importing import rules as importing
from zorgpact_site.explaining import PartName, Why, explain_page, survey_of
from zorgpact_site.stocktaking import Topic
from zorgpact_site.weighing import RULES

TODAY = "2018-06-01"
FIRST = """---
title: Eerste dag
event: Kopgroepdag
date: 2018-03-27
region: Zwolle
koplopers: [Sparkcentres]
themes:
  - Zorg en technologie
series: Kopgroepdagen
redirect_from: /oud/pad/
---
Wij waren te gast bij [[Sparkcentres]] in de stad.
"""
SECOND = """---
title: Tweede dag
event: Kopgroepdag
date: 2018-06-12
region: Zwolle
series: Kopgroepdagen
---
Lees ook [[Eerste dag|hoe de eerste dag verliep]] voordat u komt.
"""
FILES = {
    "content/articles/2018-03-27-eerste-dag.md": FIRST,
    "content/articles/2018-06-12-tweede-dag.md": SECOND,
    "content/articles/los.md": "---\ntitle: Los stuk\n---\nTekst.\n",
    "content/articles/klad.md": "---\ntitle: Klad\ndraft: true\n---\nTekst.\n",
    "content/tools/kaart.md": "---\ntitle: Kaart\nkoplopers: Sparkcentres\n---\nTekst.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"), FILES)


def run(site: Path, *arguments: str) -> Result:
    command = ["explain", "--site", str(site), "--today", TODAY, *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def page(site: Path, what: str, *arguments: str) -> dict[str, Any]:
    result = run(site, what, "--format", "json", "--lang", "en", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["page"]


def why(told: dict[str, Any], part: str) -> dict[str, list[str]]:
    """The reasons in a part by address: what they say, with the line that says so."""
    return {
        item["address"]: [
            one["text"] + (f" @{one['line']}" if "line" in one else "") for one in item["reasons"]
        ]
        for item in told["parts"].get(part, ())
    }


def test_an_article_stands_in_its_lists_because_of_what_its_front_matter_says(site: Path) -> None:
    assert why(page(site, "/artikelen/eerste-dag/"), "stands-in") == {
        "/regios/zwolle/": ["named under region @5"],
        "/themas/zorg-en-technologie/": ["named under themes @8"],
        "/kopgroep/sparkcentres/": ["named under koplopers @6", "the text links to it @12"],
        "/": ["one of the newest articles"],
        "/artikelen/": ["here stands every article"],
        "/bijeenkomsten/": ["the meeting was on 2018-03-27 @4"],
        "/bijeenkomsten/kopgroepdagen/": ["belongs to the series Kopgroepdagen @9"],
        "/archief/2018/": ["the date is 2018-03-27 @4"],
        "/jaaroverzicht/2018/": ["the date is 2018-03-27 @4"],
        "/sitemap/": ["here stands every article"],
    }


def test_an_announcement_stands_in_the_agenda_until_it_is_over(site: Path) -> None:
    stands = why(page(site, "Tweede dag"), "stands-in")
    assert stands["/bijeenkomsten/"] == ["the meeting of 2018-06-12 is not over yet @4"]
    assert stands["/"] == ["the meeting of 2018-06-12 is not over yet @4"]
    later = why(page(site, "Tweede dag", "--today", "2018-06-13"), "stands-in")
    assert later["/bijeenkomsten/"] == ["the meeting was on 2018-06-12 @4"]


def test_without_a_date_an_article_stands_apart(site: Path) -> None:
    stands = why(page(site, "los"), "stands-in")
    assert stands["/archief/zonder-datum/"] == ["there is no date @1"]
    assert "/bijeenkomsten/" not in stands


def test_what_ties_an_article_to_others(site: Path) -> None:
    told = page(site, "eerste-dag")
    assert why(told, "series") == {
        "/artikelen/tweede-dag/": ["belongs to the series Kopgroepdagen @6"]
    }
    assert why(told, "related") == {
        "/artikelen/tweede-dag/": [
            "both have Kopgroepdagen, as 2 of the 3 articles do",
            "both have Zwolle, as 2 of the 3 articles do",
            "days between them: 77",
        ]
    }
    assert why(told, "mentions") == {"/artikelen/tweede-dag/": ["the text links to it @8"]}
    (mention,) = told["parts"]["mentions"]
    assert mention["sentence"] == "Lees ook hoe de eerste dag verliep voordat u komt."
    assert why(told, "redirects") == {"/oud/pad/": ["named under redirect_from @10"]}


def test_what_follows_says_goes_before_the_series(tmp_path: Path) -> None:
    derde = "---\ntitle: Derde\ndate: 2018-04\nfollows: Eerste dag\n---\nTekst.\n"
    site = write_site(tmp_path, {**FILES, "content/articles/derde.md": derde})
    told = why(page(site, "Derde"), "series")
    assert told == {"/artikelen/eerste-dag/": ["named under follows, in “Derde” @4"]}


def test_a_koploper_shows_what_names_it(site: Path) -> None:
    told = page(site, "content/koplopers/sparkcentres.md")
    assert (told["address"], told["kind"]) == ("/kopgroep/sparkcentres/", "koploper")
    assert why(told, "reports") == {
        "/artikelen/eerste-dag/": ["named under koplopers @6", "the text links to it @12"]
    }
    assert why(told, "tools") == {"/hulpmiddelen/kaart/": ["named under koplopers @3"]}
    assert why(told, "stands-in")["/regios/zwolle/"] == ["named under region @4"]
    assert why(page(site, "/regios/zwolle"), "koplopers") == {
        "/kopgroep/sparkcentres/": ["named under region @4"]
    }


def test_an_overview_tells_what_it_lists_and_from_what(site: Path) -> None:
    told = page(site, "/archief/2018/")
    assert (told["kind"], told["file"], told["template"]) == ("overview", "", "year.html")
    assert why(told, "lists") == {
        "/artikelen/tweede-dag/": ["the date is 2018-06-12 @4"],
        "/artikelen/eerste-dag/": ["the date is 2018-03-27 @4"],
    }
    assert set(why(page(site, "Bijeenkomsten"), "lists")) == {
        "/artikelen/eerste-dag/",
        "/artikelen/tweede-dag/",
    }


def test_an_earlier_address_leads_on(site: Path) -> None:
    told = page(site, "/oud/pad/")
    assert told["kind"] == "redirect"
    assert why(told, "leads-to") == {"/artikelen/eerste-dag/": ["named under redirect_from @10"]}


@pytest.mark.parametrize(
    "what",
    [
        "/regios/zwolle/",
        "regios/zwolle",
        "https://proef.example/regios/zwolle/#top",
        "/regios/zwolle/index.html",
        "content/regions/zwolle.md",
        "./content/regions/zwolle.md",
        "regions/zwolle.md",
        "Zwolle",
        "zwolle",
        "regio:Zwolle",
    ],
)
def test_a_page_has_many_names(what: str, site: Path) -> None:
    assert page(site, what)["address"] == "/regios/zwolle/"


def test_a_page_of_a_site_in_a_folder_of_its_host_has_its_whole_address(site: Path) -> None:
    settings = site / "content/site.yaml"
    told = settings.read_text("utf-8")
    settings.write_text(told.replace("proef.example/", "proef.example/pad/"), "utf-8")
    assert "/pad/" in settings.read_text("utf-8")
    for what in ("https://proef.example/pad/regios/zwolle/", "https://a.example/regios/zwolle/"):
        assert page(site, what)["address"] == "/regios/zwolle/"


def test_a_draft_makes_no_page_and_that_is_said(site: Path) -> None:
    told = json.loads(run(site, "Klad", "--format", "json").stdout)["absent"]
    assert told["address"] == "/artikelen/klad/"
    assert told["reason"]["line"] == 3
    assert "het is een concept, dus het staat niet op de site (regel 3: draft: true)" in (
        run(site, "Klad").stdout
    )
    assert page(site, "Klad", "--drafts")["kind"] == "article"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\ntitle: Kapot\n", "het blok met eigenschappen is niet te lezen"),
        ("---\ntitle: Dubbel\n---\nTekst.\n", "een ander bestand heeft hetzelfde adres"),
    ],
)
def test_a_file_that_makes_no_page_is_told_so(text: str, says: str, tmp_path: Path) -> None:
    path = "content/articles/2019-01-01-eerste-dag.md"
    if "Kapot" in text:
        path = "content/articles/kapot.md"
    result = run(write_site(tmp_path, {**FILES, path: text}), path)
    assert result.exit_code == 0
    assert says in result.stdout


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("raw-htm", "raw-html"),
        ("regios/zwole", "/regios/zwolle/"),
        ("Eerste dgg", "Eerste dag"),
        ("content/regions/zwole.md", "content/regions/zwolle.md"),
        ("http://[regios/zwolle", "/regios/zwolle/"),
    ],
)
def test_what_is_not_known_ends_with_2_and_what_was_perhaps_meant(
    slip: str, meant: str, site: Path
) -> None:
    result = run(site, slip)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"“{meant}”" in result.stderr
    assert "is geen pagina en geen controle" in result.stderr


def test_a_name_of_two_pages_is_not_guessed_at(tmp_path: Path) -> None:
    files = {"content/themes/zwolle.md": "---\ntitle: Zwolle\n---\nTekst.\n"}
    result = run(write_site(tmp_path, files), "Zwolle")
    assert result.exit_code == 2
    assert "content/regions/zwolle.md" in result.stderr
    assert "content/themes/zwolle.md" in result.stderr


def test_the_text_for_an_editor(site: Path) -> None:
    assert run(site, "/hulpmiddelen/kaart/").stdout == (
        "Kaart\n"
        "  adres     /hulpmiddelen/kaart/\n"
        "  soort     hulpmiddel\n"
        "  bestand   content/tools/kaart.md\n"
        "  sjabloon  tool.html\n"
        "\n"
        "Staat op deze pagina’s (5)\n"
        "  Sparkcentres  /kopgroep/sparkcentres/\n"
        "    genoemd bij koplopers (regel 3: koplopers: Sparkcentres)\n"
        "  Proef  /\n"
        "    een van de eerste hulpmiddelen op alfabet\n"
        "  Hulpmiddelen  /hulpmiddelen/\n"
        "    hier staat elk hulpmiddel\n"
        "  Zoeken  /zoeken/\n"
        "    hier staat elk hulpmiddel\n"
        "  Alle pagina’s  /sitemap/\n"
        "    hier staat elk hulpmiddel\n"
    )


def test_a_rule_is_told_with_its_weight_here_and_what_it_says_now(tmp_path: Path) -> None:
    site = write_site(
        tmp_path,
        {
            "content/site.yaml": "title: Proef\nrules: {raw-html: error}\n",
            "content/articles/a.md": "---\ntitle: A\n---\nDit is <b>vet</b>.\n",
            "content/articles/b.md": (
                "---\ntitle: B\nignore: {raw-html: gaat over HTML}\n---\nDit is <b>vet</b>.\n"
            ),
        },
    )
    result = run(site, "raw-html")
    assert result.exit_code == 0
    told = result.stdout
    assert "gewicht  fout op deze site, gewoonlijk waarschuwing (instelbaar)" in told
    assert "ignore:\n    raw-html: waarom dit hier niet geldt" in told
    assert "content/articles/b.md:3  gaat over HTML" in told
    assert "content/articles/a.md:4:8  fout  raw-html" in told
    made = json.loads(run(site, "raw-html", "--format", "json", "--lang", "en").stdout)["rule"]
    assert (made["severity"], made["usual_severity"]) == ("error", "warning")
    assert made["ignored"] == [
        {"path": "content/articles/b.md", "line": 3, "reason": "gaat over HTML"}
    ]
    assert {one["path"] for one in made["found"]} == {"content/articles/a.md"}


def test_a_rule_can_be_looked_up_where_there_is_no_site(tmp_path: Path) -> None:
    result = run(tmp_path, "unknown-key")
    assert result.exit_code == 0
    assert "fout (vast)" in result.stdout
    assert "ignore:" not in result.stdout
    assert run(tmp_path, "/regios/").exit_code == 2


def test_every_rule_can_be_explained(tmp_path: Path) -> None:
    for rule in (*RULES, *importing.RULES):
        assert run(tmp_path, rule.slug).stdout.startswith(f"{rule.slug}\n")


def test_who_names_nothing_gets_a_line_for_every_rule(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/site.yaml": "title: Proef\nrules: {raw-html: error}\n"})
    lines = run(site).stdout.splitlines()
    rows = [line.split() for line in lines if line.startswith("  ")]
    every = [*RULES, *importing.RULES]
    assert sorted(row[0] for row in rows) == sorted(rule.slug for rule in every)
    assert "Bestanden" in lines[0]
    assert next(row[1] for row in rows if row[0] == "raw-html") == "fout"
    made = json.loads(run(site, "--format", "json", "--lang", "en").stdout)["rules"]
    assert [one["slug"] for one in made] == [row[0] for row in rows]
    html = next(one for one in made if one["slug"] == "raw-html")
    assert (html["severity"], html["usual_severity"]) == ("error", "warning")


def test_the_list_of_rules_needs_no_site_that_can_be_read(tmp_path: Path) -> None:
    usual = run(tmp_path).stdout
    write_site(tmp_path, {"content/site.yaml": "title: [\n"})
    result = run(tmp_path)
    assert result.exit_code == 0
    assert result.stdout == usual


def test_every_page_of_the_site_is_explained_and_nothing_stands_there_without_a_reason(
    real_build: Built,
) -> None:
    survey = survey_of(real_build)
    assert survey
    seen = set()
    for one in survey.pages.values():
        told = explain_page(one, survey)
        for part in told.parts:
            seen.add(part.name)
            for item in part.items:
                assert item.reasons, (told.address, part.name, item.address)
    assert seen >= {PartName.STANDS_IN, PartName.LISTS, PartName.RELATED, PartName.MENTIONS}


def test_what_an_article_says_of_its_lists_the_lists_say_of_the_article(
    real_build: Built,
) -> None:
    survey = survey_of(real_build)
    assert survey
    lists = {
        (told.address, item.address): item.reasons
        for told in (explain_page(one, survey) for one in survey.pages.values())
        for part in told.parts
        if part.name is PartName.LISTS
        for item in part.items
    }
    stands = {
        (item.address, told.address): item.reasons
        for told in (explain_page(one, survey) for one in survey.pages.values())
        for part in told.parts
        if part.name is PartName.STANDS_IN
        for item in part.items
    }
    assert lists
    assert lists == {pair: why for pair, why in stands.items() if pair in lists}


def test_the_documentation_names_every_reason_part_and_topic() -> None:
    told = (ROOT / "docs" / "explain-report-json.md").read_text("utf-8")
    assert [word for word in (*Why, *PartName, *Topic) if f"`{word}`" not in told] == []

"""The open data: what its files hold, read back with the readers and judges of others."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.html_pages import read_page
from tests.small_site import TODAY, build_site, pages_of, write_site
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.scan import scan
from zorgpact_site.source import Source

HOME = "https://proef.example/"
REPORT = """---
title: Verslag uit Zwolle
event: Kopgroepdag
date: 2018-03
end: 2018-04
starts: 9:30
status: moved
moved_from: 2018-02-01
region: Zwolle
koplopers: [Sparkcentres]
themes: [Leren in de praktijk]
location: {name: Hanzeborg, place: Lelystad}
series: Kopgroepdagen
attendance: ruim 35
membership: 73
authors: [Redactie, "A|B"]
contact: {name: Projectleider, mail: leider@voorbeeld.nl, until: 2020}
redirect_from: [/artikelen/eerste-naam/, /oud/]
---
Zie [[De Zeeuwse Huiskamer]] en [[Sparkcentres]].
"""
FILES = {
    "content/articles/verslag.md": REPORT,
    "content/articles/vervolg.md": (
        "---\ntitle: =1+1;2\nattendance: -1\nauthors: ['@SUM', +1]\nfollows: verslag\n---\nTekst.\n"
    ),
    "content/regions/zuid.md": "---\ntitle: Zuid\nlat: -12.5\nlon: 6\n---\nOver Zuid.\n",
    "content/tools/kaart.md": "---\ntitle: Kaart\nkind: kaart\nurl: https://é.nl/a\n---\nTekst.\n",
}
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "'=1",
    "''t Gooi",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "a;b,c\\d",
    'zeg "hallo" tegen "]]>"',
    "</script><b>",
    "👩‍⚕️ \u202bomgekeerd\u202c \u200fאב",
    "x" * 300,
    "|",
    "2018-03",
    "0012",
]


def files_of(built: Built) -> dict[str, str]:
    """The files of the open data by name."""
    return {
        one.path.removeprefix("data/"): one.data.decode()
        for one in built.artifacts
        if one.path.startswith("data/") and isinstance(one.data, bytes)
    }


def dataset_of(built: Built) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files_of(built)["dataset.json"])
    return read


def spreadsheet(text: str) -> list[dict[str, str]]:
    """A CSV file as a spreadsheet with Dutch settings reads it."""
    assert text.startswith("\ufeff")
    assert text.replace("\r\n", "").count("\n") == 0
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))


def cell_of(value: object) -> str:
    """A value of the JSON as the page says that it stands in CSV, but for the apostrophe."""
    match value:
        case None:
            return ""
        case list():
            return "|".join(one.replace("|", "¦") for one in value)
        case float():
            return str(value).replace(".", ",")
        case _:
            return str(value)


def without_apostrophe(cell: str) -> str:
    return cell[1:] if re.match(r"'+[=+\-@＝＋－＠]", cell) else cell


def schema_mistakes(files: Mapping[str, str], data: object) -> list[str]:
    schema = json.loads(files["schema.json"])
    return [one.message for one in Draft202012Validator(schema).iter_errors(data)]


def package_report(files: Mapping[str, str], folder: Path) -> list[str]:
    """What Frictionless says of the package with all its files: form, values, keys, digests."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    report = frictionless.validate(str(folder / "datapackage.json"))
    found = [*report.errors, *(one for task in report.tasks for one in task.errors)]
    return [f"{one.type}: {one.message}" for one in found]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_site(write_site(tmp_path_factory.mktemp("site"), FILES))
    assert built.diagnostics == ()
    return built


def test_a_row_holds_the_facts_of_its_text(small: Built) -> None:
    rows = {row["id"]: row for row in dataset_of(small)["artikelen"]}
    assert rows["eerste-naam"] == {
        "id": "eerste-naam",
        "adres": f"{HOME}artikelen/verslag/",
        "titel": "Verslag uit Zwolle",
        "bijeenkomst": "Kopgroepdag",
        "datum": "2018-03",
        "datum_tot": "2018-04",
        "begintijd": "09:30",
        "eindtijd": None,
        "status": "verplaatst",
        "verplaatst_van": "2018-02-01",
        "locatie": "Hanzeborg",
        "plaats": "Lelystad",
        "organisatie": [],
        "aanwezig": "ruim 35",
        "leden_kopgroep": 73,
        "reeks": "kopgroepdagen",
        "vervolg_op": None,
        "regios": ["zwolle"],
        "themas": ["leren"],
        "koplopers": ["sparkcentres"],
        "auteurs": ["Redactie", "A|B"],
        "verschenen": None,
        "samenvatting": "Zie De Zeeuwse Huiskamer en Sparkcentres.",
        "bijgewerkt": None,
    }
    assert rows["vervolg"]["vervolg_op"] == "eerste-naam"
    (tool,) = dataset_of(small)["hulpmiddelen"]
    assert (tool["soort"], tool["vindplaats"]) == ("kaart", "https://é.nl/a")


def test_relations_are_told_once_each(small: Built) -> None:
    rows = [tuple(row.values()) for row in dataset_of(small)["relaties"]]
    start = ("artikel", "eerste-naam")
    assert rows == [
        (*start, "hoort_bij", "koploper", "sparkcentres"),
        (*start, "hoort_bij", "thema", "leren"),
        (*start, "hoort_bij", "regio", "zwolle"),
        (*start, "deel_van", "reeks", "kopgroepdagen"),
        (*start, "noemt", "koploper", "huiskamer"),
        ("artikel", "vervolg", "vervolgt", "artikel", "eerste-naam"),
        ("koploper", "sparkcentres", "hoort_bij", "regio", "zwolle"),
    ]


def test_no_contact_details_get_into_the_data(small: Built) -> None:
    for name, text in files_of(small).items():
        assert "leider" not in text.lower(), name


def test_csv_is_what_a_dutch_spreadsheet_opens(small: Built) -> None:
    files = files_of(small)
    south = next(row for row in spreadsheet(files["regios.csv"]) if row["id"] == "zuid")
    # A number stays a number, with a comma, whatever sign it begins with.
    assert (south["breedtegraad"], south["lengtegraad"]) == ("-12,5", "6,0")
    report = next(row for row in spreadsheet(files["artikelen.csv"]) if row["id"] == "eerste-naam")
    assert report["auteurs"] == "Redactie|A¦B"
    later = next(row for row in spreadsheet(files["artikelen.csv"]) if row["id"] == "vervolg")
    assert (later["titel"], later["aanwezig"], later["auteurs"]) == ("'=1+1;2", "'-1", "'@SUM|+1")


@pytest.mark.parametrize("which", ["small", "real_build"])
def test_the_judges_find_no_mistake(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    files = files_of(request.getfixturevalue(which))
    Draft202012Validator.check_schema(json.loads(files["schema.json"]))
    assert schema_mistakes(files, json.loads(files["dataset.json"])) == []
    assert package_report(files, tmp_path) == []


def test_every_key_leads_to_a_row(small: Built, real_build: Built) -> None:
    tables = {
        "artikel": "artikelen",
        "regio": "regios",
        "thema": "themas",
        "koploper": "koplopers",
        "hulpmiddel": "hulpmiddelen",
        "reeks": "reeksen",
    }
    for data in map(dataset_of, (small, real_build)):
        ids = {name: {row["id"] for row in data[name]} for name in tables.values()}
        assert all(len(found) == len(data[name]) for name, found in ids.items())
        for row in data["relaties"]:
            assert row["van"] in ids[tables[row["van_soort"]]]
            assert row["naar"] in ids[tables[row["naar_soort"]]]
        for name in ("artikelen", "koplopers", "hulpmiddelen"):
            for row in data[name]:
                assert {*row["regios"]} <= ids["regios"]
                assert {*row["themas"]} <= ids["themas"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.update(extra=1), "Additional properties"),
        (lambda data: data.pop("versie"), "'versie' is a required property"),
        (lambda data: data["artikelen"][0].update(mail="x"), "Additional properties"),
        (lambda data: data["artikelen"][0].pop("datum"), "'datum' is a required property"),
        (lambda data: data["artikelen"][0].update(datum="27-03-2018"), "does not match"),
        (lambda data: data["artikelen"][0].update(datum="2018-13"), "does not match"),
        (lambda data: data["artikelen"][0].update(titel=None), "is not of type 'string'"),
        (lambda data: data["artikelen"][0].update(status="uitgesteld"), "is not one of"),
        (lambda data: data["artikelen"][0].update(themas=["a", "a"]), "non-unique"),
        (lambda data: data["themas"][0].update(adres="/themas/"), "does not match"),
        (lambda data: data["relaties"].append(data["relaties"][0]), "non-unique"),
        (lambda data: data.update(licentie={"naam": "CC0"}), "not valid under any"),
    ],
)
def test_the_schema_sees_mistakes(small: Built, change: Any, message: str) -> None:
    data = dataset_of(small)
    change(data)
    (found,) = schema_mistakes(files_of(small), data)
    assert message in found


def test_the_judge_of_packages_sees_mistakes(small: Built, tmp_path: Path) -> None:
    files = files_of(small)
    files["artikelen.csv"] = files["artikelen.csv"].replace(";kopgroepdagen;", ";onbekend;")
    files["themas.csv"] = files["themas.csv"].replace("\r\nleren;", "\r\n;")
    found = {one.partition(":")[0] for one in package_report(files, tmp_path)}
    assert {"hash-count", "foreign-key", "constraint-error"} <= found


def test_one_table_of_columns_makes_every_description(small: Built) -> None:
    files = files_of(small)
    page = read_page(files["index.html"]).text
    schema = json.loads(files["schema.json"])
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"][:-1]:
        fields = {one["name"]: one["description"] for one in resource["schema"]["fields"]}
        header = files[resource["path"]][1:].partition("\r\n")[0].split(";")
        described = schema["$defs"][resource["name"]]
        assert [*fields] == header == described["required"] == [*described["properties"]]
        for name, meaning in fields.items():
            assert described["properties"][name]["description"].startswith(meaning)
            assert meaning in page
    assert package["version"] == json.loads(files["dataset.json"])["versie"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(HOSTILE) | st.text(max_size=40), min_size=7, max_size=7))
@example(words=HOSTILE[:7])
@example(words=HOSTILE[7:14])
@example(words=HOSTILE[-7:])
def test_hostile_words_come_through_unharmed(words: list[str], tmp_path: Path) -> None:
    inputs = scan(write_site(tmp_path, {}), TODAY)
    # Quoted as JSON, which YAML reads as it is, but for halves of signs such as emoji: those stand
    # there as they are. What cannot stand in a file is refused elsewhere.
    usable = [" ".join(word.split()) or "leeg" for word in words]
    quoted = (json.dumps(word, ensure_ascii=False) for word in usable)
    title, event, series, summary, present, *authors = quoted
    front = (
        f"title: {title}\nevent: {event}\ndate: 2018\nregion: Zwolle\nseries: {series}\n"
        f"summary: {summary}\nattendance: {present}\nauthors: [{', '.join(authors)}]\n"
    )
    source = Source(
        "content/articles/a.md", f"---\n{front}---\nTekst.\n".encode("utf-8", "replace")
    )
    built = build(replace(inputs, sources=(*inputs.sources, source)))
    if built.errors:
        assert not set(words) <= set(HOSTILE)
        return
    files = files_of(built)
    data = json.loads(files["dataset.json"])
    assert schema_mistakes(files, data) == []
    assert built.site
    (article,) = built.site.articles
    (row,) = data["artikelen"]
    assert (row["titel"], row["bijeenkomst"], row["samenvatting"], row["aanwezig"]) == (
        article.title,
        article.event,
        article.summary,
        article.attendance,
    )
    assert row["auteurs"] == list(dict.fromkeys(article.authors))
    for name in ("artikelen", "regios", "reeksen", "relaties"):
        read = spreadsheet(files[f"{name}.csv"])
        for cells, row in zip(read, data[name], strict=True):
            for column, value in row.items():
                assert without_apostrophe(cells[column]) == cell_of(value)
                if not isinstance(value, int | float):
                    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cells[column])


def test_unchanged_content_gives_the_same_bytes_on_any_day(small: Built, tmp_path: Path) -> None:
    later = build_site(write_site(tmp_path, FILES), today=date(2018, 11, 1))
    assert files_of(later) == files_of(small)


def test_a_meeting_that_lies_ahead_has_changed_nothing_yet(tmp_path: Path) -> None:
    ahead = "---\ntitle: Dag\nevent: Dag\ndate: 2018-09-01\nregion: Zwolle\n---\nKomt allen.\n"
    past = "---\ntitle: Nieuws\ndate: 2018-05-02\n---\nTekst.\n"
    texts = {"content/articles/dag.md": ahead, "content/articles/nieuws.md": past}
    built = build_site(write_site(tmp_path, texts))
    assert json.loads(files_of(built)["dataset.json"])["bijgewerkt"] == "2018-05-02"
    assert '<time datetime="2018-05-02">2 mei 2018</time>' in pages_of(built)["data/"]


def test_without_a_web_address_the_page_stands_alone(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**FILES, "content/site.yaml": "title: Proef\n"})
    for options in (Options(), Options(base_url="file:")):
        built = build_site(site, options)
        assert [*files_of(built)] == ["index.html"]
        page = pages_of(built)["data/"]
        assert "niet bekend" in read_page(page).text
        assert "download>" not in page


def test_the_licence_is_told_when_there_is_one(small: Built, tmp_path: Path) -> None:
    settings_ = (
        "title: Proef\nbase_url: https://proef.example/pad/\ncontact: {name: Redactie}\n"
        "sections: {data: {address: /gegevens/, label: Gegevens}}\n"
    )
    given_ = "license: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}\n"
    site = write_site(tmp_path, {**FILES, "content/site.yaml": settings_ + given_})
    built = build_site(site)
    files = {one.path: one.data for one in built.artifacts if one.path.startswith("gegevens/")}
    package = json.loads(files["gegevens/datapackage.json"])  # type: ignore[arg-type] # bytes
    assert package["licenses"] == [
        {"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    assert package["homepage"] == "https://proef.example/pad/gegevens/"
    assert "licenses" not in json.loads(files_of(small)["datapackage.json"])
    assert dataset_of(small)["licentie"] is None
    assert "geen licentie gegeven" in read_page(files_of(small)["index.html"]).text
    page = build_site(write_site(tmp_path, {"content/site.yaml": settings_}))
    assert "vraag dan eerst of dat mag: Redactie" in read_page(pages_of(page)["gegevens/"]).text

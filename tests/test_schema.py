"""The schemas for text editors: valid, and of one mind with the check."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, generated
from tests.small_site import TODAY, build_site, write_site
from tests.yaml_values import as_typed, as_yaml
from zorgpact_site import placed_yaml
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Diagnostic, Location, Severity
from zorgpact_site.fields import Field, read_fields, table
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.read import read_front
from zorgpact_site.reading.settings import SETTINGS_FIELDS
from zorgpact_site.scan import scan
from zorgpact_site.schemas import SITE, KnownNames, known_names, schema_of
from zorgpact_site.schemas.values import Describer
from zorgpact_site.weighing import RULE_NAMES

SUBJECTS = (*Kind, SITE)


def schemas(site: Path) -> dict[str, Draft202012Validator]:
    inputs = scan(site, TODAY)
    names = known_names(map(read_front, inputs.sources), RULE_NAMES.settable)
    return {one: Draft202012Validator(schema_of(one, names, str)) for one in SUBJECTS}


def block_of(text: str) -> str:
    return text.removeprefix("---\n").partition("\n---")[0]


def properties(block: str) -> placed_yaml.Mapping:
    mapping, problems = placed_yaml.parse("x.md", block, 2)
    assert mapping is not None
    assert problems == ()
    return mapping


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with names of all sorts."""
    article = "---\ntitle: Eerste dag\nseries: Kopgroepdagen\n---\nTekst.\n"
    cafe = '---\ntitle: Café ’t Hoekje\naliases: ["IJ-lab"]\n---\nEen koploper.\n'
    files = {"content/articles/2018-03-27-eerste-dag.md": article, "content/koplopers/c.md": cafe}
    return write_site(tmp_path_factory.mktemp("small"), files)


@pytest.fixture(scope="module")
def small_schemas(small: Path) -> dict[str, Draft202012Validator]:
    return schemas(small)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_schema_is_valid_and_says_what_each_key_means(
    subject: str, small_schemas: dict[str, Draft202012Validator]
) -> None:
    schema = small_schemas[subject].schema
    Draft202012Validator.check_schema(schema)
    assert all(one["description"] for one in schema["properties"].values())


def test_all_texts_of_this_site_and_of_a_generated_one_are_accepted(tmp_path: Path) -> None:
    for site in (ROOT, generated(tmp_path, "--size", "150")):
        validators = schemas(site)
        for path in sorted((site / "content").rglob("*.md")):
            block = properties(block_of(path.read_text("utf-8")))
            validator = validators[path.relative_to(site / "content").parts[0]]
            for value in (as_typed(block), as_yaml(block)):
                assert [str(one) for one in validator.iter_errors(value)] == [], path
        settings = properties((site / "content" / "site.yaml").read_text("utf-8"))
        assert [*validators[SITE].iter_errors(as_yaml(settings))] == []


NAMES = {"region", "regions", "koplopers", "themes"}
EXAMPLES = [
    (subject, field.key, field.example)
    for subject in SUBJECTS
    for field in (SETTINGS_FIELDS if subject == SITE else table.fields_of(subject))
    if field.key not in NAMES
]


@pytest.mark.parametrize(("subject", "key", "example"), EXAMPLES)
def test_the_example_of_each_key_is_accepted(
    subject: str, key: str, example: str, small_schemas: dict[str, Draft202012Validator]
) -> None:
    value = as_yaml(properties(f"{key}: {example}\n"))
    asked = {"title": "Proef"} | ({"date": "2018"} if key == "event" else {})
    found = small_schemas[subject].iter_errors(asked | value)
    assert [str(one) for one in found] == []


# What is laid over a good article, and whether the check has an error for it.
LINES = [
    "event: Kopgroepdag",
    "datum: 2018-03-27",
    "x-notitie: foto nog vragen",
    "summary:",
    "summary: ~",
    "attendance: 35",
    "attendance: [35]",
    "membership: 73",
    "membership: -1",
    "membership: veel",
    "starts: 13:30",
    "starts: 24:00",
    "starts: 13.30",
    *(f"updated: {day}" for day in ("2018-03-27", "2018-3-27", "2018-02-29", "2016-02-29")),
    *(
        f"updated: {day}"
        for day in ("1900-02-29", "2000-02-29", "2018-04-31", "2018-13", "27 maart")
    ),
    *(f"updated: {day}" for day in ("2018", "218", "2018-00", "0000", '"2018"')),
    *(f"draft: {word}" for word in ("true", "false", "ja", "no", "1", "TRUE")),
    *(f"region: {name}" for name in ("Zwolle", "zwolle", "Zwole", "[Zwolle, landelijk]", "[]")),
    *(f"region: {name}" for name in ("regio:Zwolle", "thema:Zwolle", "Region:zwolle", "Zwölle")),
    *(
        f"themes: {name}"
        for name in ("zorg-en-technologie", "Zorgtechnologie", "Zorg  en technologie")
    ),
    *(f"themes: {name}" for name in ("[Leren]", "[leren in de praktik]", "[Leren in de praktijk]")),
    *(f"koplopers: {name}" for name in ("cafe 't hoekje", "IJ-LAB", "huiskamer", "hoekje")),
    "series: Kopgroepdagen",
    "series: Iets nieuws",
    "location: Hanzeborg",
    "location: {name: Hanzeborg, plaats: Lelystad}",
    "documents: [Groeidocument, {title: Plan, url: https://voorbeeld.nl/plan}]",
    "documents: {url: https://voorbeeld.nl/plan}",
    "documents: {title: Plan, url: voorbeeld.nl}",
    "documents: {title: Plan, url: 'https://piet@voorbeeld.nl'}",
    "redirect_from: /oud/pad/",
    "redirect_from: [oud/pad/]",
    "redirect_from: [/oud/../pad/]",
    "ignore: {raw-html: gaat over HTML}",
    "ignore: {raw-htm: gaat over HTML}",
    "ignore: {unknown-key: mag niet}",
    "ignore: [raw-html]",
    "color: '#0f4c5c'",
]
BODY = "Dit is <b>vet</b>."


def block_with(line: str) -> str:
    date = "" if line.startswith("event") else "date: 2018-03-27\n"
    return f"title: Proef {LINES.index(line)}\n{date}{line}"


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory, small: Path) -> set[str]:
    """The lines that the check has an error for, each in an article of its own."""
    site = shutil.copytree(small, tmp_path_factory.mktemp("lines") / "site")
    paths = {f"content/articles/proef-{at}.md": line for at, line in enumerate(LINES)}
    articles = {path: f"---\n{block_with(line)}\n---\n{BODY}\n" for path, line in paths.items()}
    found = build_site(write_site(site, articles, base=False)).diagnostics
    return {paths[one.where.path] for one in found if one.weight is Severity.ERROR}


@pytest.mark.parametrize("line", LINES)
def test_the_schema_and_the_check_are_of_one_mind(
    line: str, refused: set[str], small_schemas: dict[str, Draft202012Validator]
) -> None:
    value = as_yaml(properties(block_with(line)))
    assert small_schemas[Kind.ARTICLE].is_valid(value) is (line not in refused)


def test_some_lines_are_refused_and_some_are_not(refused: set[str]) -> None:
    assert 20 < len(refused) < len(LINES) - 20


SINGLE = [table.UPDATED, table.STARTS, table.DRAFT, table.COLOR, table.URL, table.REDIRECT_FROM]
SEEDS = {
    "updated": [
        "2018-03-27",
        "0018-03-27",
        "3018",
        "2016-02-29",
        "2018-12",
        "2018",
        "27 maart 2018",
    ],
    "starts": ["13:30", "9:05", "23:59", "13.30"],
    "draft": ["true", "Ja", "nee", "FALSE"],
    "color": ["#0f4c5c", "#ABCDEF", "#fff"],
    "url": ["https://voorbeeld.nl/", "HTTP://a.b:80?x#y", "https://u@b.nl", "http://localhost"],
    "redirect_from": ["/oud/pad/", "/a", "/", "/./a", "/a/../b", "/.a/b.c/"],
}


@pytest.mark.parametrize("field", SINGLE, ids=lambda field: field.key)
@given(data=st.data())
def test_a_slip_in_a_value_is_seen_by_both_or_by_none(field: Field[object], data: Any) -> None:
    value = data.draw(st.sampled_from(SEEDS[field.key]))
    for _slip in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(value)))
        sign = data.draw(st.sampled_from(["", *"0123459-:/.?#@aeJN\\%é²٣"]))
        value = value[:at] + sign + value[at + 1 :]
    found: list[Diagnostic] = []
    where = Location("x.md")
    node = placed_yaml.Mapping(
        ((placed_yaml.Scalar(field.key, where), placed_yaml.Scalar(value, where, plain=False)),),
        where,
    )
    read_fields(node, [field], found)
    schema = Describer(KnownNames({}, {}), str).field(field)
    assert Draft202012Validator(schema).is_valid(value) is (found == []), value


def test_without_names_none_can_be_right_and_the_schema_stays_valid() -> None:
    empty = dict.fromkeys(Kind, ())
    schema = schema_of(Kind.ARTICLE, KnownNames(empty, empty), str)
    Draft202012Validator.check_schema(schema)
    assert not Draft202012Validator(schema).is_valid({"title": "A", "region": "Zwolle"})
    assert Draft202012Validator(schema).is_valid({"title": "A", "series": "Nieuw"})


def test_the_command_prints_one_schema_with_the_names_of_now(small: Path) -> None:
    made = json.loads(run("schema", "koploper", "--site", small).stdout)
    offered = made["properties"]["region"]["anyOf"][0]["anyOf"][0]["enum"]
    assert offered == ["Landelijk", "Zwolle"]
    assert made["properties"]["mention"]["description"].startswith("false als de naam een gewoon")
    english = json.loads(run("schema", "koploper", "--site", small, "--lang", "en").stdout)
    assert english["properties"]["left"]["description"] == (
        "when it left the Kopgroep\nfor example: 2019-01"
    )


def test_the_command_writes_all_schemas(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    result = run("schema", "--site", small, "--output", folder)
    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{one}.json" for one in SUBJECTS
    )
    assert result.stdout.splitlines() == [str(folder / f"{one}.json") for one in SUBJECTS]
    again = (folder / "articles.json").read_bytes()
    run("schema", "--site", small, "--output", folder)
    assert (folder / "articles.json").read_bytes() == again


@pytest.mark.parametrize("arguments", [(), ("bestaat-niet",), ("site", "--output", "map")])
def test_one_kind_or_a_folder_is_needed(arguments: tuple[str, ...], small: Path) -> None:
    assert run("schema", "--site", small, *arguments).exit_code == 2

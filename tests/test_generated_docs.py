"""The generated pages of docs/: fresh, complete, and with examples that work."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs import generate
from docs.messages import named_fields
from tests.small_site import build_site, write_site
from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.editing.importing.rules import RULES as IMPORT_RULES
from zorgpact_site.fields import Field, read_fields, table
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.settings import SETTINGS_FIELDS
from zorgpact_site.weighing import RULES

PAGES = generate.pages()
NAMED = [*named_fields(table.FIELDS), *named_fields(SETTINGS_FIELDS)]


def part(page: str, title: str) -> str:
    """What stands under a heading of a page."""
    return PAGES[page].partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str) -> None:
    assert (generate.FOLDER / name).read_text("utf-8") == PAGES[name]


def test_every_rule_has_its_paragraph_once() -> None:
    headings = re.findall(r"^### (.+)$", PAGES["rules.md"], re.MULTILINE)
    assert sorted(headings) == sorted(rule.slug for rule in (*RULES, *IMPORT_RULES))


def test_every_other_text_stands_there_once_in_both_languages() -> None:
    told = part("rules.md", generate.OTHER_TEXTS).splitlines()
    rows = [row for row in told if row.startswith("| ")]
    assert len(rows) == len(set(rows))
    assert any("geen fouten gevonden" in row and "no mistakes found" in row for row in rows)
    assert any("2 fouten" in row and "2 errors" in row for row in rows)


def test_a_rule_tells_how_heavy_it_weighs_and_what_it_says() -> None:
    told = PAGES["rules.md"].partition("### raw-html\n")[2].partition("\n### ")[0]
    assert "**Waarschuwing**, instelbaar." in told
    assert "warning, settable." in told
    told = PAGES["rules.md"].partition("### not-publishable\n")[2].partition("\n### ")[0]
    assert "**Fout**, vast." in told
    assert "bestanden van de soort “…” komen niet op de site\ngebruik een van deze" in told
    assert "files of the kind “…” are not published\nuse one of: …" in told


@pytest.mark.parametrize(("kind", "words"), generate.KINDS.items(), ids=str)
def test_every_key_stands_with_its_kind(kind: Kind, words: tuple[str, str]) -> None:
    told = part("front-matter.md", "Elk bestand") + part("front-matter.md", words[0])
    for name, field in named_fields(table.fields_of(kind)):
        shown = "` › `".join(name.split("."))
        assert f"| `{shown}` |" in told
        assert f"| `{field.example}` |" in told


def test_every_kind_is_told_of() -> None:
    assert set(generate.KINDS) == set(Kind)


def test_every_setting_is_told_of() -> None:
    told = part("front-matter.md", "De site zelf")
    for name, _field in named_fields(SETTINGS_FIELDS):
        shown = re.sub(r"^`sections` › `\w+` › ", "`sections` › … › ", name_in_cells(name))
        assert f"| {shown} |" in told


def name_in_cells(name: str) -> str:
    return " › ".join(f"`{key}`" for key in name.split("."))


@pytest.mark.parametrize(("name", "field"), NAMED, ids=[name for name, _field in NAMED])
def test_the_example_of_a_key_is_accepted(name: str, field: Field[object]) -> None:
    mapping, problems = placed_yaml.parse("x.md", f"{field.key}: {field.example}\n", 1)
    assert mapping is not None
    found: list[Diagnostic] = [*problems]
    values = read_fields(mapping, [field], found)
    assert found == []
    assert values.get(field) is not None


def test_the_example_at_the_top_makes_a_page(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/voorbeeld.md": generate.example_block()})
    assert build_site(site).diagnostics == ()


def test_the_examples_of_setting_a_rule_work(tmp_path: Path) -> None:
    for_site, for_file = re.findall(r"```yaml\n(.*?)```", generate.RULES_INTRO, re.DOTALL)
    article = "---\ntitle: Over HTML\n{}---\nEen <b>vet</b> woord.\n"
    settings = f"title: Proef\n{for_site}  orphan: off\n"
    files = {"content/site.yaml": settings, "content/articles/html.md": article.format("")}
    assert build_site(write_site(tmp_path, files)).errors
    files["content/articles/html.md"] = article.format(for_file)
    assert build_site(write_site(tmp_path, files)).diagnostics == ()


def test_a_stale_page_is_told_and_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    monkeypatch.setattr(generate, "pages", lambda: PAGES)  # fresh a moment ago
    (tmp_path / "rules.md").write_text("# Oud\n", "utf-8")
    runner = CliRunner()
    told = runner.invoke(generate.main, ["--check"])
    assert told.exit_code == 1
    assert told.output.splitlines() == [f"stale: docs/{name}" for name in PAGES]
    assert (tmp_path / "rules.md").read_text("utf-8") == "# Oud\n"
    assert runner.invoke(generate.main).exit_code == 0
    assert (tmp_path / "rules.md").read_text("utf-8") == PAGES["rules.md"]
    assert runner.invoke(generate.main, ["--check"]).exit_code == 0

"""The editors' guide and the glossary: examples work, commands exist, every output is real."""

import pkgutil
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from docs.messages import named_fields
from tests.html_pages import broken_links
from tests.small_site import BASE, DOT, build_site, pages_of, write_site
from zorgpact_site.build import Built
from zorgpact_site.cli import main
from zorgpact_site.cli.serve import serve
from zorgpact_site.fields import table
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import LEDGER_FILE, MEDIA_FOLDER, SETTINGS_FILE, Kind
from zorgpact_site.media import DOCUMENTS, PICTURES
from zorgpact_site.model.settings import SECTIONS
from zorgpact_site.names import slug
from zorgpact_site.publishing.publish import publish
from zorgpact_site.reading.markdown.writing import BLOCKS
from zorgpact_site.reading.settings import SETTINGS_FIELDS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs"
GUIDE = (FOLDER / "redactie.md").read_text("utf-8")
GLOSSARY = (FOLDER / "glossary.md").read_text("utf-8")
REPORT = "content/articles/2018-03-27-kopgroep-bijeen-in-zwolle.md"
# What the examples name besides the small site that all tests start from.
NAMED = {
    "content/koplopers/zorgtrainingscentrum.md": "---\ntitle: Zorgtrainingscentrum\n---\nTekst.\n",
    "content/themes/zorg-en-technologie.md": "---\ntitle: Zorg en technologie\n---\nTekst.\n",
    "content/media/drie-nieuwe-partners.svg": DOT,
    "content/media/lab.svg": DOT,
    "content/media/programma.pdf": "%PDF-1.7",
}
ANSWERS = [
    "Kopgroep bijeen in Zwolle",
    "Kopgroepdag",
    "27 maart",
    "2018-03-27",
    *("zwolle", ""),
    *("zorgtrainingscentrum", ""),
    *("zorg en technologie", ""),
    "",
    "Zorgtrainingscentrum",
]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its language, the word after that, and what stands in it."""

    language: str
    name: str
    text: str


FENCES = [
    Fence(*found)
    for found in re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
]
PROSE = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
MISTAKES = re.findall(r"^\| .+? \| `(.+?)` \| `(.+?)` \| \[(.+?)\]", PROSE, re.MULTILINE)
SPANS = sorted({span for span in re.findall(r"`([^`]+)`", PROSE) if span not in sum(MISTAKES, ())})
PAIRS = [span for span in SPANS if re.match(r"[a-z_]+: ", span)]
KEYS = {key for name, _field in named_fields(table.FIELDS) for key in name.split(".")}


def fences(language: str, name: str = "") -> list[str]:
    return [one.text for one in FENCES if (one.language, one.name) == (language, name)]


ADDRESSES = {
    **{
        f"content/{kind}": f"/{SECTIONS[kind].address}/…/" if kind in SECTIONS else "/…/"
        for kind in Kind
    },
    f"content/{MEDIA_FOLDER}": f"/{MEDIA_FOLDER}/…",
}
LINK = re.compile(r"\[\[(?:\w+:)?([^]|]+)(?:\|([^]]+))?\]\]|\[([^][]+)\]\(")
(EXAMPLE,) = fences("markdown", REPORT)
(BROKEN,) = fences("markdown", "kapot")
LINKS = [line for text in fences("markdown") for line in text.splitlines() if LINK.search(line)]
CONSOLES = [
    (command.removeprefix("$ "), output)
    for text in fences("console")
    for command, _end, output in [text.partition("\n")]
]


def built(site: Path, **files: str) -> Built:
    return build_site(write_site(site, {**NAMED, **files}))


def article(line: str) -> str:
    """An article with a line in its properties or its text, where such a line belongs."""
    key = re.match(r"[a-z]+:(?!:)", line)
    properties = "" if line.startswith("title:") else "title: Proef\n"
    if key:
        return f"---\n{properties}{line}\n---\nTekst.\n"
    more = "\nTekst.\n" if line.startswith("#") else ""
    return f"---\n{properties}---\n{line}\n{more}"


def whole(yaml: str) -> str:
    """A file around properties; their examples come with or without the lines of dashes."""
    block = yaml if yaml.startswith("---\n") else f"---\ntitle: Proef\n{yaml}---\n"
    return f"{block}{'<b>HTML</b>' if 'raw-html' in yaml else 'Tekst.'}\n"


def run(command: str, typed: str | None = None) -> str:
    """Everything that a command prints, with what was typed, as a terminal shows it."""
    arguments = command.split()[1:]
    output = CliRunner().invoke(main, arguments, input=typed, catch_exceptions=False).output
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the reader of the guide stands."""
    monkeypatch.chdir(write_site(tmp_path, NAMED))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1527854400")  # 2018-06-01
    return tmp_path


def test_an_old_text_is_taken_over_as_shown(site: Path) -> None:
    (shown,) = fences("console", "import")
    command, _end, output = shown.removeprefix("$ ").partition("\n")
    (site / "oud").mkdir()
    sample = "verslag-werkdag.txt"
    (site / "oud" / sample).write_bytes((ROOT / "tests" / "imports" / sample).read_bytes())
    form = "(?:.*\n)+".join(re.escape(part) for part in output.split("…\n"))
    assert re.fullmatch(f"{form}(?:.*\n)*", run(command))


def test_the_example_report_becomes_a_page_without_a_word(tmp_path: Path) -> None:
    done = built(tmp_path, **{REPORT: EXAMPLE})
    assert done.diagnostics == ()
    assert "Verslag" in pages_of(done)["artikelen/kopgroep-bijeen-in-zwolle/"]


def test_the_questions_are_asked_as_shown(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zorgpact_site.cli.new.on_terminal", lambda: True)
    command, shown = CONSOLES[1]
    printed = run(command, "".join(f"{answer}\n" for answer in ANSWERS))
    form = "(?:.*\n)+".join(re.escape(part) for part in shown.split("…\n"))
    assert re.fullmatch(form, printed), printed
    made = (site / REPORT).read_text("utf-8")
    properties, _dashes, text = made.removeprefix("---\n").partition("---\n")
    assert set(properties.splitlines()) - set(EXAMPLE.splitlines()) == {"draft: true"}
    headings = re.findall("^## .*$", text, re.MULTILINE)
    assert re.findall("^## .*$", EXAMPLE, re.MULTILINE) == headings
    assert len(headings) == 4


@pytest.mark.parametrize(("report", "console"), [(EXAMPLE, 2), (BROKEN, 3)])
def test_a_check_says_what_is_shown(report: str, console: int, site: Path) -> None:
    (site / REPORT).parent.mkdir()
    (site / REPORT).write_text(report, "utf-8")
    command, shown = CONSOLES[console]
    assert run(command) == shown


def test_a_fix_says_what_is_shown(site: Path) -> None:
    (site / REPORT).parent.mkdir()
    (site / REPORT).write_text(BROKEN, "utf-8")
    command, shown = CONSOLES[4]
    assert run(command) == shown


def test_a_name_changes_as_shown(site: Path) -> None:
    (command,) = fences("shell")
    arguments = [*shlex.split(command)[1:], "--yes"]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    assert (site / "content/koplopers/huiskamers-in-zeeland.md").is_file()


@pytest.mark.parametrize("start", ["zorgpact explain ", "zorgpact report"])
def test_a_question_is_answered_as_shown(start: str, site: Path) -> None:
    (site / REPORT).parent.mkdir()
    (site / REPORT).write_text(EXAMPLE, "utf-8")
    ((command, shown),) = (one for one in CONSOLES if one[0].startswith(start))
    form = "(?:.*\n)+".join(re.escape(part) for part in shown.split("…\n"))
    assert re.fullmatch(form, run(command))


def test_there_are_examples_of_everything() -> None:
    assert len(MISTAKES) == PROSE.count("](rules.md#") - 6  # those in running text
    assert (
        len(fences("markdown")) + len(fences("yaml")) == len(FENCES) - len(CONSOLES) - 5
    )  # files and shell
    assert min(len(LINKS), len(PAIRS), len(fences("yaml"))) > 1


def test_two_versions_of_a_text_are_told_of(tmp_path: Path) -> None:
    (text,) = fences("markdown", "conflict")
    (told,) = built(tmp_path, **{"content/articles/proef.md": article(text)}).diagnostics
    assert told.rule.slug == "merge-conflict"


@pytest.mark.parametrize("text", [*map(whole, fences("yaml")), *map(article, fences("markdown"))])
def test_every_other_example_has_nothing_wrong(text: str, tmp_path: Path) -> None:
    assert built(tmp_path, **{REPORT: EXAMPLE, "content/articles/proef.md": text}).diagnostics == ()


@pytest.mark.parametrize("line", LINKS)
def test_every_link_leads_somewhere(line: str, tmp_path: Path) -> None:
    files = {REPORT: EXAMPLE, "content/articles/proef.md": article(line)}
    done = built(tmp_path, **files)
    assert done.diagnostics == ()
    publish(done.artifacts, tmp_path / "output")
    assert broken_links(tmp_path / "output") == []
    html = pages_of(done)["artikelen/proef/"]
    words = [named or wiki or text for wiki, named, text in re.findall(LINK, line)]
    assert words
    for word in words:
        assert re.search(rf'<a href="[^"]+">{re.escape(word)}</a>|<img [^>]*alt="{word}"', html)


@pytest.mark.parametrize(("wrong", "right", "rule"), MISTAKES)
def test_a_mistake_is_called_so_and_cured_so(
    wrong: str, right: str, rule: str, tmp_path: Path
) -> None:
    path = "content/articles/proef.md"
    found = built(tmp_path, **{path: article(wrong)}).diagnostics
    assert {one.rule.slug for one in found} == {rule}
    assert built(tmp_path, **{path: article(right)}).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (EXAMPLE.removeprefix("---\n"), "front-matter-missing"),
        ("---".join(EXAMPLE.split("---")[:2]), "front-matter-unclosed"),
    ],
)
def test_a_forgotten_line_of_dashes_is_called_so(text: str, rule: str, tmp_path: Path) -> None:
    found = built(tmp_path, **{REPORT: text}).diagnostics
    assert [one.rule.slug for one in found] == [rule]
    assert f"[{rule}](rules.md#{rule})" in PROSE


@pytest.mark.parametrize("pair", PAIRS)
def test_every_key_takes_the_value_beside_it(pair: str, tmp_path: Path) -> None:
    key = pair.partition(":")[0]
    if key in {one.key for one in SETTINGS_FIELDS}.difference(KEYS):
        settings = f"{BASE[SETTINGS_FILE]}{pair}\n"
        assert built(tmp_path, **{SETTINGS_FILE: settings}).diagnostics == ()
        return
    field = next(one for one in table.FIELDS if one.key == key)
    kind = next(kind for kind in Kind if kind in field.where)
    files = {f"content/{kind}/proef.md": f"---\ntitle: Proef\n{pair}\n---\nTekst.\n"}
    assert built(tmp_path, **files).diagnostics == ()


def test_a_mistake_in_a_draft_is_an_error_only_when_drafts_count(tmp_path: Path) -> None:
    text = "---\ntitle: Proef\nregion: Zwole\ndraft: true\n---\nTekst.\n"
    hidden = built(tmp_path, **{REPORT: text})
    assert (hidden.errors, hidden.warnings) == (0, 1)
    assert build_site(tmp_path, Options(drafts=True)).errors == 1


def test_every_word_between_backticks_is_known() -> None:
    assert [span for span in SPANS if span not in PAIRS and not is_known(span)] == []


def is_known(span: str) -> bool:
    """Whether a word is a sign, a key, a command, a place, or shown in a tested example."""
    if not any(sign.isalnum() for sign in span):
        return True
    if span.startswith("--"):
        # This file stands for the old text, which must exist.
        old = shlex.quote(str(FOLDER / "redactie.md"))
        commands = ("zorgpact new article", f"zorgpact import {old}")
        return any(is_understood(f"{command} {span}") for command in commands)
    if span.startswith("zorgpact"):
        return is_understood(span)
    places = {
        "content",
        LEDGER_FILE,
        Path(SETTINGS_FILE).name,
        ".md",
        Path(REPORT).name,
        preview_address(),
        *ADDRESSES.values(),
    }
    places |= {f"{folder}/" for folder in ADDRESSES} | {"/artikelen/kopgroep-bijeen-in-zwolle/"}
    return span in KEYS | places | set(BLOCKS) or any(span in one.text for one in FENCES)


def is_understood(typed: str) -> bool:
    """Whether a command exists, and takes these options with these values."""
    command, words = main, shlex.split(typed)[1:]
    while words and isinstance(command, click.Group):
        command = command.get_command(click.Context(command), words.pop(0))
    if not words:
        return command is not None
    try:
        return command is not None and bool(command.make_context(typed, words))
    except click.UsageError:
        return False


def preview_address() -> str:
    (port,) = (one.default for one in serve.params if one.name == "port")
    return f"http://127.0.0.1:{port}/"


def test_the_folders_have_the_addresses_beside_them() -> None:
    rows = re.findall(r"^\| `(content/\w+)/` \| .+? \| `(.+?)` \|$", PROSE, re.MULTILINE)
    assert dict(rows) == ADDRESSES


def test_the_setting_up_is_that_of_the_makefile() -> None:
    assert CONSOLES[0] == ("make site", "$ source .venv/bin/activate\n")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search("^site: ", makefile, re.MULTILINE)
    assert re.search("^VENV +:= .venv$", makefile, re.MULTILINE)
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert "Python 3.11 of nieuwer" in PROSE


def test_every_part_is_in_the_table_of_contents() -> None:
    headings = re.findall("^## (.*)$", PROSE, re.MULTILINE)
    contents = PROSE.partition("\n## ")[0]
    assert re.findall(r"\[([^]]+)\]\(#", contents) == headings


# Without what is shown between backticks, which may lead nowhere.
_SAID = re.sub("`[^`\n]+`", "", PROSE)


def test_every_link_of_the_guide_itself_leads_somewhere() -> None:
    for name, anchor in re.findall(r"\]\(((?:[\w-]+\.md)?)#?([\w-]*)\)", _SAID):
        page = (FOLDER / name).read_text("utf-8") if name else GUIDE
        anchors = {slug(heading) for heading in re.findall("^#+ (.*)$", page, re.MULTILINE)}
        assert not anchor or anchor in anchors


def test_all_kinds_of_media_are_named() -> None:
    assert f"- Soorten afbeeldingen: {', '.join(PICTURES)}." in PROSE
    assert f"- Soorten documenten: {', '.join(DOCUMENTS)}." in PROSE


def test_all_blocks_are_named() -> None:
    assert set(re.findall("^::: ([a-z-]+)", GUIDE, re.MULTILINE)) == set(BLOCKS)


def test_the_glossary_names_what_is_in_the_code_in_alphabetical_order() -> None:
    for name in re.findall(r"`([\w.]+)` \|$", GLOSSARY, re.MULTILINE):
        assert pkgutil.resolve_name(f"zorgpact_site.{name}") is not None
    for group in GLOSSARY.split("\n## ")[1:]:
        words = re.findall(r"^\| \*\*(.+?)\*\*", group, re.MULTILINE)
        assert words
        assert words == sorted(words, key=str.casefold)

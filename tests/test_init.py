"""`zorgpact init`: what it lays down is ready to build, and it never touches what is there."""

import errno
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.html_pages import broken_links
from tests.small_site import build_site, pages_of, tree_of
from zorgpact_site import __version__
from zorgpact_site.cli import main
from zorgpact_site.editing.laying import lay_down
from zorgpact_site.editing.starting import HOSTS, Start, files_of, wrong_with
from zorgpact_site.kinds import SETTINGS_FILE, Kind
from zorgpact_site.publishing.publish import publish

START = Start("Zorgnetwerk", "https://netwerk.example/")
# The day of its only report, the days around it, and days long after.
DAYS = ("2026-03-16", "2026-03-17", "2026-03-18", "2026-11-27", "2031-01-01", "2050-12-31")


def init(folder: Path, *arguments: str, typed: str = "") -> Result:
    command = ["init", str(folder), "--lang", "en", *arguments]
    return CliRunner().invoke(main, command, input=typed, catch_exceptions=False)


def laid(folder: Path, start: Start = START) -> Path:
    lay_down(folder, files_of(start))
    return folder


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zorgpact_site.cli.init.on_terminal", lambda: True)


@pytest.mark.parametrize("host", ["", *HOSTS])
def test_what_it_lays_down_builds_without_a_word(tmp_path: Path, host: str) -> None:
    folder = tmp_path / "nieuw" / "site"
    options = ["--title", "Zorgnetwerk", "--base-url", "https://netwerk.example"]
    done = init(folder, *options, *(["--host", host] if host else []))
    assert done.exit_code == 0, done.output
    assert set(done.stdout.split()) == {str(folder / path) for path in tree_of(folder)}
    asked = yaml.safe_load((folder / SETTINGS_FILE).read_text("utf-8"))
    assert asked.get("publication", {}).get("host", "") == host
    built = build_site(folder, today=date(2026, 11, 27))
    assert built.diagnostics == ()
    assert "Zorgnetwerk" in pages_of(built)[""]
    assert (folder / "PUBLICEREN.md").exists() == bool(host)


@pytest.mark.parametrize("host", ["", *HOSTS])
def test_its_readme_tells_of_all_that_lies_beside_it(tmp_path: Path, host: str) -> None:
    folder = laid(tmp_path, Start("Zorgnetwerk", host=host))
    told = (folder / "README.md").read_text("utf-8")
    technical = {"publiceren", "netlify.toml"}  # told of in PUBLICEREN.md
    names = {one.name for one in folder.iterdir() if not one.name.startswith(".")}
    missing = {name for name in names - technical - {"README.md"} if f"`{name}" not in told}
    assert missing == set()


@pytest.mark.parametrize("example", [True, False])
def test_it_stays_so_on_any_day(tmp_path: Path, example: bool) -> None:
    site = laid(tmp_path, Start("Zorgnetwerk", example=example))
    assert [build_site(site, today=date.fromisoformat(day)).diagnostics for day in DAYS] == [()] * 6


def test_it_speaks_of_no_regional_pact(tmp_path: Path) -> None:
    pages = pages_of(build_site(laid(tmp_path)))
    assert not [address for address, page in pages.items() if "regiona" in page]


def test_the_example_shows_one_of_each_kind(tmp_path: Path) -> None:
    site = build_site(laid(tmp_path / "site")).site
    assert site
    assert {entry.key.kind for entry in site.entries} == set(Kind)
    folder = tmp_path / "output"
    publish(build_site(tmp_path / "site").artifacts, folder)
    assert broken_links(folder) == []


def test_without_the_example_only_pages_about_the_site_are_left(tmp_path: Path) -> None:
    init(tmp_path, "--title", "Kaal", "--no-example")
    texts = [path for path in tree_of(tmp_path / "content") if path.endswith(".md")]
    assert texts
    assert {Path(path).parts[0] for path in texts} == {"pages"}
    assert not list(tmp_path.rglob("*.svg"))


@pytest.mark.parametrize(
    "taken", ["README.md", ".vscode", "content", "content/site.yaml", ".vscode/settings.json"]
)
@pytest.mark.parametrize("by", ["file", "link"])
def test_what_stands_there_is_never_overwritten(tmp_path: Path, taken: str, by: str) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    place = site / taken
    place.parent.mkdir(parents=True)
    if by == "file":
        place.write_text("van een ander")
    else:
        place.symlink_to(other)
    before = tree_of(tmp_path)
    done = init(site, "--title", "Nieuw")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"  {place}\n" in done.stderr
    assert done.stderr.endswith("zorgpact: nothing was made\n")
    assert tree_of(tmp_path) == before
    assert not list(other.iterdir())


def test_what_is_not_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("van een ander")
    assert init(tmp_path, "--title", "Nieuw").exit_code == 0
    assert (tmp_path / "LICENSE").read_text() == "van een ander"
    assert init(tmp_path, "--title", "Nieuw").exit_code == 2


@pytest.mark.parametrize("fails_at", [1, 9, 15])
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    calls = iter(range(1, 1000))
    write = os.write

    def failing(file: int, data: bytes) -> int:
        if next(calls) == fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", failing)
        done = init(tmp_path / "a" / "b", "--title", "Nieuw")
    assert done.exit_code == 3
    assert f"the disk is full ({tmp_path}/a/b/" in done.stderr
    assert not list(tmp_path.iterdir())


def test_who_sits_at_a_terminal_is_asked(tmp_path: Path, at_terminal: None) -> None:
    answers = ["", "  Zorg:  netwerk ", "netwerk.example", "https://netwerk.example/pad", ""]
    done = init(tmp_path, typed="\n".join([*answers, "gitlap", "GitLab", ""]))
    assert done.exit_code == 0, done.output
    assert "this cannot be left out" in done.stderr
    assert "did you mean “gitlab”?" in done.stderr
    found = yaml.safe_load((tmp_path / SETTINGS_FILE).read_text("utf-8"))
    assert (found["title"], found["base_url"]) == ("Zorg: netwerk", "https://netwerk.example/pad")
    assert "Zorg: netwerk" in found["description"]
    assert (tmp_path / ".gitlab-ci.yml").is_file()


def test_who_stops_halfway_leaves_nothing(tmp_path: Path, at_terminal: None) -> None:
    folder = tmp_path / "site"
    assert init(folder, typed="Zorgnetwerk\n").exit_code == 130
    assert not folder.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "the title is missing; give it with --title"),
        (["--title", "x" * 81], "--title: "),
        (["--title", "a\x07b"], "--title: "),
        (["--title", "A", "--base-url", "netwerk.example"], "--base-url: "),
        (["--title", "A", "--base-url", "https://a.example/?b"], "--base-url: "),
        (["--title", "A", "--description", "x" * 601], "--description: "),
        (["--title", "A", "--host", "elders"], "'elders'"),
    ],
)
def test_elsewhere_options_must_say_it(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = init(tmp_path / "site", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not list(tmp_path.iterdir())


@settings(max_examples=30)
@given(title=st.text(min_size=1, max_size=80), description=st.text(max_size=100))
def test_any_name_comes_through_whole_or_is_refused(title: str, description: str) -> None:
    title, description = " ".join(title.split()), " ".join(description.split())
    start = Start(title, description=description)
    if not title or wrong_with(start):
        return
    files = files_of(start)
    found = yaml.load(files[SETTINGS_FILE], Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert found["title"] == title
    assert found["description"] == (
        description or f"Verslagen, thema’s en hulpmiddelen van {title}."
    )
    assert not [path for path, data in files.items() if "‹".encode() in data and "‹" not in title]


def test_editors_programs_can_read_their_files(tmp_path: Path) -> None:
    site = laid(tmp_path)
    told, tasks, wanted = (
        json.loads((site / ".vscode" / f"{name}.json").read_text("utf-8"))
        for name in ("settings", "tasks", "extensions")
    )
    assert wanted["recommendations"]
    (schema,) = told["yaml.schemas"]
    commands = [task["command"] for task in tasks["tasks"]]
    assert f"zorgpact schema --output {Path(schema).parent}" in commands
    first = (site / SETTINGS_FILE).read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../{schema}"
    assert ".zorgpact" in (site / ".gitignore").read_text("utf-8")


def test_the_hook_is_the_one_that_is_offered(tmp_path: Path) -> None:
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = yaml.safe_load((laid(tmp_path) / ".pre-commit-config.yaml").read_text("utf-8"))[
        "repos"
    ]
    needs = {"additional_dependencies": [f"zorgpact-site=={__version__}"]}
    assert repository == {"repo": "local", "hooks": [{**offered, **needs}]}
    asked = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()[-1]
    assert asked == f"zorgpact-site=={__version__}"


def test_git_keeps_all_that_is_laid_down(tmp_path: Path) -> None:
    site = laid(tmp_path)
    git = shutil.which("git")
    assert git
    subprocess.run([git, "init", "--quiet", site], check=True)
    subprocess.run([git, "-C", site, "add", "."], check=True)
    kept = subprocess.run([git, "-C", site, "ls-files"], check=True, capture_output=True, text=True)
    assert set(kept.stdout.split()) == files_of(START).keys()


@pytest.mark.parametrize("output", ["output", "public", "voorbeeld"])
def test_git_keeps_nothing_that_is_made(output: str, tmp_path: Path) -> None:
    site = laid(tmp_path)
    git = shutil.which("git")
    assert git
    subprocess.run([git, "init", "--quiet", site], check=True)
    arguments = ["build", "--site", str(site), "--output", str(site / output)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    subprocess.run([git, "-C", site, "add", "."], check=True)
    kept = subprocess.run([git, "-C", site, "ls-files"], check=True, capture_output=True, text=True)
    assert set(kept.stdout.split()) == files_of(START).keys()


def test_other_commands_start_without_it() -> None:
    code = "import sys, zorgpact_site.cli; sys.exit('zorgpact_site.cli.init' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

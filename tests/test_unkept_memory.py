"""A memory only saves work: where it cannot be kept or read, the site is published all the same."""

import errno
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.small_site import tree_of, write_site
from zorgpact_site.artifact import PartOf, bytes_of
from zorgpact_site.build import build as full_build
from zorgpact_site.cli import main
from zorgpact_site.remembering import database
from zorgpact_site.remembering.memory import from_nothing
from zorgpact_site.remembering.standing import Standing
from zorgpact_site.scan import scan

ARTICLE = "content/articles/a.md"
TEXT = "---\ntitle: A\n---\nOver leren in de praktijk.\n\nEn toen.\n"
TOLD = "niet alles kon worden onthouden voor de volgende bouw"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'
    return write_site(tmp_path / "site", {ARTICLE: TEXT, "content/media/punt.svg": drawing})


def build(site: Path, *more: str) -> Result:
    arguments = ["build", "--site", str(site), "--today", "2018-06-01", "--jobs", "1", *more]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def is_plain(site: Path) -> bool:
    """Whether what stands is what a build without any memory makes."""
    plain = site.parent / "plain"
    for again in (plain, plain.with_name(".plain.inventory")):
        shutil.rmtree(again, ignore_errors=True)
    copy = shutil.copytree(site / "content", plain / "content").parent
    assert build(copy, "--no-cache").exit_code == 0
    return tree_of(copy / "output") == tree_of(site / "output")


def refuse(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk take nothing of a memory, half of each file at most."""
    open_file = Path.open

    class Full(io.FileIO):
        def write(self, data: Any) -> int:
            super().write(data[: len(data) // 2])
            raise OSError(number, os.strerror(number))

    def opened(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:
        if mode == "wb" and ".zorgpact" in path.parts[:-1]:
            return Full(path, mode)
        return open_file(path, mode, *given, **named)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_memory_that_takes_nothing_keeps_no_site_from_being_published(
    number: int, options: tuple[str, ...], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as refusing:
        refuse(number, refusing)
        result = build(site, *options)
        assert result.exit_code == 0
        assert result.stderr.count(TOLD) == 1
        assert not list((site / ".zorgpact").rglob("*.new"))
        assert not list((site / ".zorgpact").rglob("*.png"))
        quiet = build(site, *options, "-q")
        assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert is_plain(site)
    assert TOLD not in build(site).stderr


def fill(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the database not grow any more."""
    monkeypatch.setattr(database, "_QUICK", f"{database._QUICK} PRAGMA max_page_count = 1;")


def close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be kept of what is published, as where the memory can only be read."""

    def keep(*_given: object) -> None:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error

    monkeypatch.setattr(Standing, "keep", keep)


@pytest.mark.parametrize("trouble", [fill, close])
@pytest.mark.parametrize(
    ("old", "new"),
    [("title: A", "title: Anders"), ("En toen.", "En later.")],
    ids=["all", "words alone"],
)
def test_what_is_published_is_counted_though_it_cannot_be_remembered(
    trouble: Callable[[pytest.MonkeyPatch], None],
    old: str,
    new: str,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert build(site).exit_code == 0
    before = tree_of(site / "output")
    file = site / ARTICLE
    file.write_text(TEXT.replace(old, new) + "\nNog een zin.\n" * 900, "utf-8")
    with monkeypatch.context() as refusing:
        trouble(refusing)
        result = build(site)
    after = tree_of(site / "output")
    number = sum(before.get(path) != data for path, data in after.items() if path in before)
    assert result.exit_code == 0, result.output
    assert number
    assert f"{number} gewijzigd" in result.stderr
    assert result.stderr.count(TOLD) == 1
    assert is_plain(site)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary files come."""
    folder = tmp_path / "temporary"
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_build_that_passes_its_memory_by_holds_no_page_either(
    site: Path, temporary: Path
) -> None:
    temporary.mkdir()
    inputs = scan(site, date(2018, 6, 1))
    with from_nothing(site / "output", map) as means:
        built = full_build(inputs, means.read, means.make)
        pages = {one.path: one.data for one in built.artifacts if one.path.endswith(".html")}
        assert pages.keys() >= {"artikelen/a/index.html", "index.html"}
        assert {type(data) for data in pages.values()} == {PartOf}
        assert b"Over leren in de praktijk." in bytes_of(pages["artikelen/a/index.html"])
    assert build(site, "--no-cache").exit_code == 0
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("filled", [False, True])
def test_a_build_that_passes_its_memory_by_needs_no_room_for_temporary_files(
    filled: bool, site: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if filled:
        temporary.mkdir()
        fill(monkeypatch)
    result = build(site, "--no-cache")
    assert result.exit_code == 0, result.output
    assert TOLD not in result.stderr
    assert (site / "output" / "index.html").is_file()


ONE_BY_ONE = """
import os, shutil, sys
from pathlib import Path
from tests.test_unkept_memory import ARTICLE, TEXT, build

kind, site = sys.argv[1], Path(sys.argv[2])
memory, good = site / ".zorgpact", site.parent / "good"
assert build(site).exit_code == 0
shutil.copytree(memory, good)
files = [one.relative_to(good) for one in good.rglob("*") if one.is_file()]
assert len(files) > 5, files
for turn, path in enumerate(files):
    shutil.rmtree(memory)
    shutil.copytree(good, memory)
    (memory / path).unlink()
    (os.mkfifo if kind == "pipe" else os.mkdir)(memory / path)
    for edit in (TEXT, TEXT + f"{turn}", TEXT.replace("title: A", f"title: A{turn}")):
        (site / ARTICLE).write_text(edit, "utf-8")
        result = build(site)
        assert result.exit_code == 0, (path, result.output)
    print(path)
inventory = site / ".output.inventory"
inventory.unlink()
(os.mkfifo if kind == "pipe" else os.mkdir)(inventory)
assert build(site).exit_code == 0
"""


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_file_of_a_memory_is_as_good_as_none(kind: str, site: Path) -> None:
    command = [sys.executable, "-c", ONE_BY_ONE, kind, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert is_plain(site)

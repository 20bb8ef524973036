"""Watching: every save is seen once, and what editors leave about is not."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from watchdog.observers import Observer

from zorgpact_site.serving.folders import Folders, folders_of
from zorgpact_site.serving.stirring import stirrings
from zorgpact_site.serving.watching import Snapshot, next_change, snapshot

NOTHING: Snapshot = {}
ONE: Snapshot = {"a": (1, 1, 1, 1)}
TWO: Snapshot = {"a": (2, 2, 1, 1)}
THREE: Snapshot = {"a": (2, 2, 1, 1), "b": (1, 1, 1, 1)}


def seeing(views: Iterable[Snapshot]) -> Callable[[], Snapshot]:
    """A look that sees one thing after another; it fails on a look too many."""
    return iter(views).__next__


def test_a_burst_of_saves_is_one_change() -> None:
    look = seeing([ONE, ONE, TWO, THREE, THREE])
    assert asyncio.run(next_change(look, ONE)) == THREE


def test_a_file_that_comes_and_goes_is_no_change() -> None:
    look = seeing([ONE, THREE, ONE, ONE, TWO, TWO])
    assert asyncio.run(next_change(look, ONE)) == TWO


def test_a_burst_without_end_is_built_at_last() -> None:
    views: list[Snapshot] = [{"a": (number, 0, 0, 0)} for number in range(40)]
    found = asyncio.run(next_change(seeing(views), NOTHING))
    assert found in views[1:]


def write_with_the_time_set_back(file: Path) -> None:
    file.write_text("TEKST")
    os.utime(file, ns=(1, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text("meer tekst"),
        write_with_the_time_set_back,
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("nieuw.md")),
        lambda file: file.with_name("b.md").write_text("tekst"),
        lambda file: file.with_name("b.md").symlink_to(file),
        lambda file: file.chmod(0o600),
        lambda file: (file.with_name("c").write_text("tekst"), file.with_name("c").replace(file)),
    ],
)
def test_every_kind_of_save_is_seen(tmp_path: Path, change: Callable[[Path], object]) -> None:
    file = tmp_path / "diep" / "in" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_text("tekst")
    os.utime(file, ns=(1, 1))
    before = snapshot([tmp_path])
    assert snapshot([tmp_path]) == before
    change(file)
    assert snapshot([tmp_path]) != before


def test_what_editors_leave_about_is_not_seen(tmp_path: Path) -> None:
    before = snapshot([tmp_path, tmp_path / "bestaat-niet"])
    for name in (".a.md.swp", "a.md~", "4913", ".#a.md", ".DS_Store", "a.swp"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("x")
    assert snapshot([tmp_path]) == before == {}


def test_links_are_not_followed(tmp_path: Path) -> None:
    watched = tmp_path / "site"
    watched.mkdir()
    (watched / "alles").symlink_to(tmp_path)
    before = snapshot([watched])
    (tmp_path / "elders.md").write_text("x")
    assert snapshot([watched]) == before


def test_the_default_templates_are_watched_beside_the_site(tmp_path: Path) -> None:
    content, own, defaults = folders_of(tmp_path).watched
    assert (content, own) == (tmp_path / "content", tmp_path / "templates")
    assert (defaults / "base.html").is_file()


def test_a_default_template_is_located_where_it_lies(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "site", tmp_path / "pakket")
    assert folders.locate("templates/base.html") == tmp_path / "pakket" / "base.html"
    own = tmp_path / "site" / "templates" / "base.html"
    own.parent.mkdir(parents=True)
    own.write_text("x")
    assert folders.locate("templates/base.html") == own
    assert folders.locate("content/a.md") == tmp_path / "site" / "content" / "a.md"


@pytest.mark.parametrize("step", ["__init__", "schedule", "start"])
def test_a_system_that_watches_no_more_is_done_without(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr(Observer, step, refuse)
    with stirrings([tmp_path], refuse):
        (tmp_path / "a.md").write_text("tekst")

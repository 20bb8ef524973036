"""Templates are compiled once, and what was kept of that is believed only where it is right."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from tests.conftest import REAL_TODAY, ROOT
from zorgpact_site.build import Built
from zorgpact_site.maker import Maker
from zorgpact_site.planning.page import DrawnPage
from zorgpact_site.remembering.compiled import CompiledTemplates, compiled_templates
from zorgpact_site.rendering import Rendered
from zorgpact_site.rendering.pages import _environment
from zorgpact_site.scan import scan

TEMPLATES = scan(ROOT, REAL_TODAY).templates


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str | None]]:
    """The names of templates that were compiled, in a program that keeps what it compiles."""
    names: list[str | None] = []
    compiling = Environment._generate

    def generate(*given: Any, **more: Any) -> str:
        names.append(given[2])
        return compiling(*given, **more)

    monkeypatch.setattr(Environment, "_generate", generate)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield names
    _environment.cache_clear()


@pytest.fixture
def page(real_build: Built) -> DrawnPage:
    return next(one.drawn() for one in real_build.pages if one.template == "article.html")


def made(page: DrawnPage, folder: Path | None, **own: bytes) -> Rendered:
    """What a program that has just begun makes of a page."""
    _environment.cache_clear()
    kept = folder and CompiledTemplates(folder)
    return Maker({**TEMPLATES, **{f"{name}.html": text for name, text in own.items()}}, kept)(page)


def test_templates_are_compiled_once_to_the_same_bytes(
    page: DrawnPage, compiled: list[str], tmp_path: Path
) -> None:
    plain = made(page, None)
    assert "article.html" in compiled
    for first in (True, False):
        compiled.clear()
        assert made(page, tmp_path / "new" / "folder") == plain
        assert bool(compiled) == first


def test_only_a_template_that_changed_is_compiled_again(
    page: DrawnPage, compiled: list[str], tmp_path: Path
) -> None:
    before = made(page, tmp_path)
    compiled.clear()
    own = TEMPLATES["article.html"].replace(b"<article", b"<article id=eigen", 1)
    for _time in range(2):
        after = made(page, tmp_path, article=own)
        assert after != before
        assert after == made(page, None, article=own)
    compiled.clear()
    made(page, tmp_path, article=own)
    assert not compiled
    assert made(page, tmp_path) == before
    assert compiled == ["article.html"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "of another", "of another program", "gone"])
def test_what_is_not_what_was_kept_is_not_run(
    damage: str,
    page: DrawnPage,
    compiled: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = made(page, tmp_path)
    files = sorted(tmp_path.iterdir())
    kept = [file.read_bytes() for file in files]
    for file, data, next_one in zip(files, kept, [*kept[1:], kept[0]], strict=True):
        match damage:
            case "cut":
                file.write_bytes(data[:-1])
            case "flipped":
                file.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
            case "of another":
                file.write_bytes(next_one)
            case "gone":
                file.unlink()
    if damage == "of another program":
        monkeypatch.setattr("zorgpact_site.remembering.compiled.program", lambda: b"another")
    compiled.clear()
    assert made(page, tmp_path) == plain
    assert len(compiled) == len(files)


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(
    page: DrawnPage, compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = made(page, None)
    (tmp_path / "file").write_text("")
    assert made(page, tmp_path / "file" / "below") == plain
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert made(page, tmp_path / "folder") == plain
    assert not (tmp_path / "folder").exists()
    assert "article.html" in compiled


def test_a_mistake_in_a_template_is_told_at_its_line_when_it_was_compiled_before(
    page: DrawnPage, tmp_path: Path
) -> None:
    own = b"<p>\n<b>\n{{ page.article.is_niet_er }}\n"
    (first,) = made(page, tmp_path, article=own).diagnostics
    (again,) = made(page, tmp_path, article=own).diagnostics
    assert first == again
    assert (first.where.path, first.where.line) == ("templates/article.html", 3)


def test_they_lie_where_python_keeps_its_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_templates.cache_clear()
    monkeypatch.setattr(sys, "pycache_prefix", None)
    kept = compiled_templates()
    assert kept
    assert kept.folder == ROOT / "zorgpact_site" / "__pycache__" / "templates"
    compiled_templates.cache_clear()
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert compiled_templates() is None
    compiled_templates.cache_clear()


def test_what_travels_to_another_machine_keeps_nothing_there(
    page: DrawnPage, tmp_path: Path
) -> None:
    there = pickle.loads(pickle.dumps(Maker(TEMPLATES, CompiledTemplates(tmp_path))))  # noqa: S301
    _environment.cache_clear()
    assert there(page) == made(page, None)
    assert not list(tmp_path.iterdir())

"""What is absent from a site and named by many texts costs no more than those texts."""

from pathlib import Path
from typing import Any

import pytest

from tests.small_site import build_site, write_site
from zorgpact_site.linking import absent_files, resolve

MANY = 230


def article(number: int) -> str:
    return (
        f"---\ntitle: Artikel {number}\nkoplopers: [Verdwenen huis]\n---\n"
        f"[een](../media/weg-{number}.pdf) en [twee](weg-{number}.md)\n"
    )


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[tuple[Any, ...]]:
    """The arguments of every call of a function of a module from now on."""
    calls: list[tuple[Any, ...]] = []
    found = getattr(module, name)

    def call(*given: Any) -> Any:
        calls.append(given)
        return found(*given)

    monkeypatch.setattr(module, name, call)
    return calls


def test_no_name_is_compared_with_all_others_for_every_text_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"content/articles/{number}.md": article(number) for number in range(MANY)}
    write_site(tmp_path, files)
    of_files = counted(monkeypatch, absent_files, "nearest")
    of_names = counted(monkeypatch, resolve, "nearest")
    built = build_site(tmp_path)
    assert built.errors == 3 * MANY
    assert len(of_files) <= 200
    # Two of each 200 guesses that are told, and for what is meant once in reading and linking.
    assert len(of_names) <= 202

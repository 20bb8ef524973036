"""What fuzzers found once, and the texts that they begin with, keep to the laws."""

from pathlib import Path

import pytest

from tests.fuzz.laws import TARGETS, Broken, in_place, within_time
from zorgpact_site.diagnostics import Location, Rule, Severity, problem

HERE = Path(__file__).parent
FOUND = sorted((HERE / "found").iterdir())
RULE = Rule("proef", Severity.ERROR, "wrong", "", "")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


def test_texts_to_begin_with_keep_to_the_law() -> None:
    seeds = sorted((HERE / "seeds" / "text").iterdir())
    assert len(seeds) >= 50
    for path in seeds:
        TARGETS["text"](path.read_bytes())


@pytest.mark.parametrize(
    "where",
    [Location("b.md"), Location("a.md", 3), Location("a.md", 1, 4), Location("a.md", 2, 1, 2)],
)
def test_a_place_outside_its_file_is_noticed(where: Location) -> None:
    in_place([problem(RULE, Location("a.md", 2, 1, 1))], {"a.md": b"ab\nc"})
    with pytest.raises(Broken, match="place"):
        in_place([problem(RULE, where)], {"a.md": b"ab\nc"})


def test_work_without_end_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.laws.SECONDS", -1)
    with pytest.raises(Broken, match="seconds"):
        within_time(lambda: 1)

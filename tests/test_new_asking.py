"""`zorgpact new` at a terminal asks for what is missing."""

import os
import pty
import sys
from pathlib import Path

import pytest

from tests.new_command import MORE, made_by, new, properties
from tests.small_site import tree_of, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", MORE)


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zorgpact_site.cli.new.on_terminal", lambda: True)


def test_who_sits_at_a_terminal_is_asked(site: Path, at_terminal: None) -> None:
    answers = ["", "Samen", "Werkdag", "", "2018-02-30", "2018-03-27", "", "Zwole", "zwolle"]
    answers += ["ZWOLLE", "landelijk", "", "spark", "", "", "kopgroepdagen", ""]
    path, text = made_by(site, "article", *answers)
    assert path == "articles/2018-03-27-samen.md"
    assert properties(text) == (
        "title: Samen\nevent: Werkdag\ndate: 2018-03-27\nregion:\n  - Zwolle\n  - Landelijk\n"
        "koplopers:\n  - Sparkcentres\nseries: Kopgroepdagen\ndraft: true\n"
    )


def test_a_wrong_answer_is_asked_again_and_says_why(site: Path, at_terminal: None) -> None:
    told = new(site, "article Een", "Dag", "", "2018", "Zwole", "Zwolle", *[""] * 5).output
    assert "this cannot be left out\nDate" in told
    assert "this region does not exist: “Zwole”\n  did you mean “Zwolle”?" in told


def test_enter_skips_what_is_not_needed(site: Path, at_terminal: None) -> None:
    text = made_by(site, "theme Goud", "#ffd700", "#0f4c5c", "")[1]
    assert properties(text) == 'title: Goud\ncolor: "#0f4c5c"\norder: 8\n'
    text = made_by(site, "article --date gisteren", "Kopgroepdag", "Een", "", "2018", *[""] * 3)[1]
    assert properties(text) == "title: Een\ndate: 2018\ndraft: true\n"


def test_who_stops_halfway_leaves_nothing(site: Path, at_terminal: None) -> None:
    before = tree_of(site)
    assert new(site, "article Een", "Werkdag").exit_code == 130
    assert new(site, "article Een --slug kopgroepdag").exit_code == 2
    assert tree_of(site) == before


def test_a_real_terminal(site: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "zorgpact_site", "new", "region", "--site", str(site)]
        os.execv(sys.executable, command)  # noqa: S606 - our own command
    os.write(terminal, b"Goes\nGoes\n")
    shown = b""
    try:
        while piece := os.read(terminal, 1000):
            shown += piece
    except OSError:  # how Linux tells that nobody is left at the other end
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown
    made = (site / "content/regions/goes.md").read_text("utf-8")
    assert properties(made) == "title: Goes\nplace: Goes\n"

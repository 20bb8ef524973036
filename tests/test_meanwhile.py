"""What another process answers meanwhile is the answer, and no process is left behind."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from zorgpact_site.publishing.meanwhile import meanwhile

with_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="no children on this system"
)


def telling(file: Path, then: Callable[[], bool]) -> Callable[[], bool]:
    """A question that first writes down which process answers it."""

    def question() -> bool:
        file.with_suffix(".new").write_text(str(os.getpid()))
        file.with_suffix(".new").replace(file)
        return then()

    return question


def asleep() -> bool:
    time.sleep(60)
    return True


def wrong() -> bool:
    raise OSError("gone")


def told_by(file: Path) -> int:
    """The process that answers; waits until it has begun."""
    for _time in range(6000):
        if file.exists():
            break
        time.sleep(0.005)
    return int(file.read_text())


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@with_fork
@pytest.mark.parametrize(
    ("then", "answered"), [(lambda: True, True), (lambda: False, False), (wrong, False)]
)
def test_another_process_answers(
    then: Callable[[], bool], answered: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with meanwhile(telling(tmp_path / "who", then)) as answer:
        process = told_by(tmp_path / "who")
        assert process != os.getpid()
        assert answer() is answered
        assert answer() is answered
    assert is_gone(process)
    assert capfd.readouterr() == ("", "")


@with_fork
def test_who_is_not_asked_is_ended(tmp_path: Path) -> None:
    def long() -> bool:
        time.sleep(5)
        return bool((tmp_path / "ended").write_text("it was waited for"))

    with pytest.raises(KeyError), meanwhile(telling(tmp_path / "who", long)):
        process = told_by(tmp_path / "who")
        raise KeyError
    assert is_gone(process)
    assert not (tmp_path / "ended").exists()


@with_fork
def test_the_answer_of_a_process_that_was_killed_is_no(tmp_path: Path) -> None:
    with meanwhile(telling(tmp_path / "who", asleep)) as answer:
        os.kill(told_by(tmp_path / "who"), signal.SIGKILL)
        assert not answer()


@with_fork
def test_where_ends_of_children_are_ignored_the_answer_is_no(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with meanwhile(lambda: True) as answer:
            assert not answer()
        with meanwhile(telling(tmp_path / "who", asleep)):
            process = told_by(tmp_path / "who")
        assert is_gone(process)
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.parametrize("found", [True, False])
def test_where_no_process_can_be_had_this_one_answers(
    found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fork", wrong, raising=False)
    with meanwhile(telling(tmp_path / "who", lambda: found)) as answer:
        assert not (tmp_path / "who").exists()
        assert answer() is found
        assert told_by(tmp_path / "who") == os.getpid()

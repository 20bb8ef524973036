"""A question that another process answers while this one does something else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

# Where there is fork, but a child may find system libraries in a state that they cannot be used in.
_FORKS = hasattr(os, "fork") and sys.platform != "darwin"


@contextmanager
def meanwhile(question: Callable[[], bool]) -> Iterator[Callable[[], bool]]:
    """Give what waits for the answer; a child that nobody waited for is ended.

    The answer is no as well when the child is killed. Where no child can be had the question is
    answered when it is asked for.
    """
    child = 0
    with suppress(OSError):  # no process or memory left
        child = _asked(question) if _FORKS else 0
    if not child:
        yield question
        return
    answers: list[bool] = []

    def answer() -> bool:
        if not answers:
            answers.append(_came_well(child))
        return answers[0]

    try:
        yield answer
    finally:
        if not answers:
            os.kill(child, signal.SIGKILL)
            _came_well(child)


def _asked(question: Callable[[], bool]) -> int:
    child = os.fork()
    if child:
        return child
    yes = False
    try:
        yes = question()
    finally:  # nothing of this process is the child's to end, and nobody hears of its mistakes
        os._exit(not yes)


def _came_well(child: int) -> bool:
    return os.waitpid(child, 0)[1] == 0

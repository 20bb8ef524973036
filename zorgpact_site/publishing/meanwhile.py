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

    The answer is no as well when the child is killed, or when the system lets go of it unheard, as
    it does where ends of children are ignored. Where no child can be had the question is answered
    when it is asked for.
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
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            _came_well(child)


def _asked(question: Callable[[], bool]) -> int:
    asking, yes = os.getpid(), False
    try:
        child = os.fork()
        yes = not child and question()
    finally:
        # The child ends here whatever comes up in it, also Ctrl-C right after it began: nothing of
        # the process that asks is its to end, and nobody hears of its mistakes.
        if os.getpid() != asking:
            os._exit(not yes)
    return child


def _came_well(child: int) -> bool:
    try:
        return os.waitpid(child, 0)[1] == 0
    except ChildProcessError:
        return False

"""Ctrl-C and requests to end, heard also where Python lets what they raise get lost."""

import _thread
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer, get_ident
from types import FrameType

_SOON = 0.01  # seconds: by then Python has left the place where nothing can be raised


class Terminated(SystemExit):  # as asyncio lets only this and KeyboardInterrupt through
    """Somebody asked this program to end, with SIGTERM."""


class HungUp(SystemExit):
    """The terminal, or the line to it, is gone: SIGHUP."""


_MEANING: dict[int, type[BaseException]] = {
    signal.SIGINT: KeyboardInterrupt,
    signal.SIGTERM: Terminated,
    **({signal.SIGHUP: HungUp} if hasattr(signal, "SIGHUP") else {}),  # Windows has none
}
_UNHEARD = (signal.SIG_DFL, signal.default_int_handler)  # nobody decided yet what it should do


@contextmanager
def hearing_signals() -> Iterator[None]:
    """Raise KeyboardInterrupt, Terminated or HungUp when a signal asks for it.

    Python calls a handler between any two steps, also while it makes a class, or tidies up after
    an object that is gone. There it makes another mistake of what was raised, or tells of it and
    goes on; so what goes wrong after a signal is that signal, and what was lost is raised again.
    """
    main = get_ident()
    asked: list[int] = []
    waiting: list[Timer] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        raise _MEANING[number]

    def ask_again(lost: "sys.UnraisableHookArgs") -> None:
        number = next((one for one, meaning in _MEANING.items() if lost.exc_type is meaning), 0)
        if not number:
            sys.__unraisablehook__(lost)
            return
        again = Timer(_SOON, _wake, (main, number))
        again.daemon = True
        waiting.append(again)
        again.start()

    before = {number: signal.getsignal(number) for number in _MEANING if _is_ours(number)}
    telling = sys.unraisablehook
    for number in before:
        signal.signal(number, ask)
    sys.unraisablehook = ask_again
    try:
        yield
    except Exception as error:
        if asked:
            raise _MEANING[asked[-1]] from error
        raise
    finally:
        sys.unraisablehook = telling
        for again in waiting:  # a thread that outlives Python tells of what it misses
            again.cancel()
            again.join()
        for number, handler in before.items():
            signal.signal(number, handler)


def _wake(main: int, number: int) -> None:
    """Signal the main thread, also where it waits: for a disk, or for another process."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main, number)
    else:  # Windows has none
        _thread.interrupt_main(signal.Signals(number))


def _is_ours(number: int) -> bool:
    """Whether we are to hear it: who began us may not want that, as `nohup` does."""
    return number == signal.SIGTERM or signal.getsignal(number) in _UNHEARD

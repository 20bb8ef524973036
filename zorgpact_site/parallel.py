"""A function laid over many values by several processes, with results in the order of the values.

Function, values and results travel, each value when it is its turn: so values need not be there
before, and the others hold a few of them, not all that this process has in memory. This process
works along: instead of waiting it does the next itself.
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from multiprocessing.process import BaseProcess
from threading import Thread, get_ident
from typing import Any, Protocol, TypeVar

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)
B = TypeVar("B")

_FEW = 48  # values: to ask other processes takes about as long as to do so many
_LEFT = 8  # shares of what is left, for each process: they shrink, so all end at about one time
_LARGEST = 64  # values in a share, so that results flow and none is large
_AHEAD = 4  # shares that each other process has to go on with
# Seconds. What a child sends comes in many pieces, and for each a thread of ours waits for the one
# that works along. With Python's own five thousandths that was a twelfth of its time.
_SWITCH = 0.0005
# With these the system asks to end; Windows, where nothing is forked, has no second one.
_ENDING = {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}
_PATIENCE = 1.0  # seconds: when a child has ended, a pool that can tell does so long before


class Values(Protocol[A_co]):
    """Values whose number is known before the first is there."""

    def __iter__(self) -> Iterator[A_co]:
        """Give one after another."""

    def __len__(self) -> int:
        """How many there are."""


class Spread(Protocol):
    """How a function is laid over many values: `map`, or something with its manners."""

    def __call__(self, function: Callable[[A], B], values: Values[A], /) -> Iterable[B]:
        """Give the results in the order of the values, which are asked for in that order too."""


@contextmanager
def processes(jobs: int, few: int = _FEW) -> Iterator[Spread]:
    """Spread over so many processes of this machine, this one among them; alone it is `map`.

    Where there is fork, the others begin at once: what this one takes into its memory from then
    on is not in theirs. Where the machine has no others to give, it is `map` too: they only save
    time.
    """
    pool = _others(jobs - 1) if jobs > 1 else None
    if pool is None:
        yield map
        return
    try:
        yield OverExecutor(pool, jobs - 1, few, partial(_has_lost, pool))
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown()


@dataclass(frozen=True, slots=True)
class OverExecutor:
    """Spreads over `jobs` workers of an executor, such as a cluster of Dask (`get_executor`).

    `has_lost` tells whether a worker is gone, for executors that may not notice it themselves.
    """

    executor: Executor
    jobs: int
    few: int = _FEW
    has_lost: Callable[[], bool] = bool

    def __call__(self, function: Callable[[A], B], values: Values[A], /) -> Iterator[B]:
        """Give the results in the order of the values. Raises what the function raises."""
        if len(values) < self.few:
            return map(function, values)
        return self._spread(function, values)

    def _spread(self, function: Callable[[A], B], values: Values[A]) -> Iterator[B]:
        # As bytes, since executors differ in what else they look into, and how long that takes.
        packed = pickle.dumps(function)
        switch = sys.getswitchinterval()
        try:
            sys.setswitchinterval(_SWITCH)
            yield from _together(
                _shares(values, self.jobs + 1),
                lambda share: self.executor.submit(_apply, packed, pickle.dumps(share)),
                lambda share: list(map(function, share)),
                _AHEAD * self.jobs,
                self.has_lost,
            )
        finally:
            sys.setswitchinterval(switch)


def _together(
    shares: Iterator[list[A]],
    ask: Callable[[list[A]], Future[list[B]]],
    do: Callable[[list[A]], list[B]],
    ahead: int,
    has_lost: Callable[[], bool],
) -> Iterator[B]:
    """Results in order: others have some to go on with, and instead of waiting we do the next.

    What is done is given before others are asked for more: whoever is slower than they are would
    else have ever more results in memory. A mistake comes out when it is its turn.
    """
    pending: deque[Future[list[B]]] = deque()
    while True:
        while pending and pending[0].done():
            yield from _result_of(pending.popleft(), has_lost)
        asked = sum(not one.done() for one in pending)
        pending.extend(map(ask, islice(shares, max(0, ahead - asked))))
        if not pending:
            return
        waiting = not pending[0].done() and len(pending) < 3 * ahead
        if waiting and (share := next(shares, None)):
            pending.append(_done(do, share))
        else:
            yield from _result_of(pending.popleft(), has_lost)


def _result_of(future: Future[B], has_lost: Callable[[], bool]) -> B:
    """What comes of it. Raises BrokenProcessPool when nothing will."""
    while wait([future], _PATIENCE).not_done:
        if has_lost():
            raise BrokenProcessPool("a worker ended in the middle of what it told")
    return future.result()


def _done(do: Callable[[A], B], value: A) -> Future[B]:
    done: Future[B] = Future()
    try:
        done.set_result(do(value))
    except Exception as error:
        done.set_exception(error)
    return done


def _shares(values: Values[A], workers: int) -> Iterator[list[A]]:
    given, left = iter(values), len(values)
    while share := list(islice(given, max(1, min(_LARGEST, left // (workers * _LEFT))))):
        yield share
        left -= len(share)


def _apply(packed: bytes, share: bytes) -> list[Any]:
    function = _unpacked(packed, get_ident())
    return list(map(function, pickle.loads(share)))  # noqa: S301 - packed by ourselves


@lru_cache(maxsize=8)
def _unpacked(packed: bytes, _thread: int) -> Callable[[Any], Any]:
    """The function, made ready once for all shares of a thread: no two have the same at work."""
    function: Callable[[Any], Any] = pickle.loads(packed)  # noqa: S301 - likewise
    return function


def _has_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _others(count: int) -> ProcessPoolExecutor | None:
    """So many other processes; None where there can be none."""
    forks = _has_fork()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    begin = _begin_forked if forks else _end_with_parent
    try:
        pool = ProcessPoolExecutor(count, context, initializer=begin)
    except (OSError, ImportError, NotImplementedError):  # as in containers without /dev/shm
        return None
    try:
        if forks:
            _fork(pool)
    except OSError:  # there are as many processes as there may be
        _abandon(pool)
        return None
    except BaseException:
        _abandon(pool)
        raise
    return pool


def _fork(pool: ProcessPoolExecutor) -> None:
    # What a signal raises while Python forks would be lost, and locks of its own stay taken.
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *_ENDING})
    try:
        pool.submit(int)  # the first to be asked for forks all children at once
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _children(pool: ProcessPoolExecutor) -> Iterable[BaseProcess]:
    return tuple((pool._processes or {}).values())  # nothing public tells of them


def _has_lost(pool: ProcessPoolExecutor) -> bool:
    return any(child.exitcode is not None for child in _children(pool))


def _abandon(pool: ProcessPoolExecutor) -> None:
    """End its children now, and wait for nothing.

    A signal to all of us, or the system, may have ended some in the middle of a message. Threads
    of the pool then wait for its other half, and who waits for them never ends.
    """
    for child in _children(pool):
        child.kill()
    pool._call_queue.cancel_join_thread()  # type: ignore[attr-defined]
    pool.shutdown(wait=False, cancel_futures=True)


def _begin_forked() -> None:
    """Hear of being ended again, and do so at once; of Ctrl-C the parent alone hears."""
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    _end_with_parent()


def _end_with_parent() -> None:
    """Let this child end when its parent does, even by a kill, of which children hear nothing."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""A function laid over many values by several processes, with results in the order of the values.

Where there is fork, children have the function and the values as they were at that moment, so
only results travel, and this process works along: what it has in memory it has already. Elsewhere,
and with an executor of one's own, both are copied.
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from threading import Thread, get_ident
from typing import Any, Protocol, TypeAlias, TypeVar

A = TypeVar("A")
B = TypeVar("B")
_Range: TypeAlias = tuple[int, int]  # of values: the first, and the one after the last

_FEW = 48  # values: to start processes costs about as much as to do so many
_LEFT = 8  # shares of what is left, for each process: they shrink, so all end at about one time
_LARGEST = 64  # values in a share, so that results flow and none is large
_AHEAD = 4  # shares that each child has to go on with
# Seconds. What a child sends comes in many pieces, and for each a thread of ours waits for the one
# that works along. With Python's own five thousandths that was a twelfth of its time.
_SWITCH = 0.0005


class Spread(Protocol):
    """How a function is laid over many values: `map`, or something with its manners."""

    def __call__(self, function: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        """Give the results in the order of the values."""


@dataclass(frozen=True, slots=True)
class Processes:
    """Spreads over so many processes of this machine; with one job, or few values, it is `map`."""

    jobs: int
    few: int = _FEW

    def __call__(self, function: Callable[[A], B], values: Iterable[A], /) -> Iterator[B]:
        """Give the results in the order of the values. Raises what the function raises."""
        given = values if isinstance(values, Sequence) else tuple(values)
        if self.jobs < 2 or len(given) < self.few:  # noqa: PLR2004 - one alone is no spreading
            return map(function, given)
        if "fork" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
            return _spawned(function, given, self.jobs, self.few)
        return _forked(function, given, self.jobs)


@dataclass(frozen=True, slots=True)
class OverExecutor:
    """Spreads over `jobs` workers of an executor, such as a cluster of Dask (`get_executor`).

    Function, values and results are copied to and from them.
    """

    executor: Executor
    jobs: int
    few: int = _FEW

    def __call__(self, function: Callable[[A], B], values: Iterable[A], /) -> Iterator[B]:
        """Give the results in the order of the values. Raises what the function raises."""
        given = values if isinstance(values, Sequence) else tuple(values)
        if len(given) < self.few:
            return map(function, given)
        # As bytes, since executors differ in what else they look into, and how long that takes.
        packed = pickle.dumps(function)
        futures = (
            self.executor.submit(_apply, packed, pickle.dumps(given[start:end]))
            for start, end in _ranges(len(given), self.jobs)
        )
        return _in_order(futures, 2 * self.jobs)


# What children are forked with. It is set for that moment only, by the one who forks.
_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _forked(function: Callable[[A], B], values: Sequence[A], jobs: int) -> Iterator[B]:
    pool = _pool("fork", jobs - 1, _begin_forked)  # this process is the one more
    switch = sys.getswitchinterval()
    try:
        _inherited.append((function, values))
        # What a signal raises while Python forks would be lost, and locks of its own stay taken.
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            pool.submit(int)  # the first to be asked for forks all children at once
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
            _inherited.pop()
        sys.setswitchinterval(_SWITCH)
        yield from _together(
            _ranges(len(values), jobs),
            lambda share: pool.submit(_inherited_share, *share),
            lambda share: [function(value) for value in values[slice(*share)]],
            _AHEAD * (jobs - 1),
        )
    finally:
        sys.setswitchinterval(switch)
        pool.shutdown(cancel_futures=True)


def _together(
    shares: Iterator[_Range],
    ask: Callable[[_Range], Future[list[B]]],
    do: Callable[[_Range], list[B]],
    ahead: int,
) -> Iterator[B]:
    """Results in order: children have some to go on with, and instead of waiting we do the next.

    A mistake comes out when it is its turn.
    """
    pending: deque[Future[list[B]]] = deque()
    while True:
        asked = sum(not one.done() for one in pending)
        pending.extend(map(ask, islice(shares, max(0, ahead - asked))))
        if not pending:
            return
        waiting = not pending[0].done() and len(pending) < 3 * ahead
        if waiting and (share := next(shares, None)):
            pending.append(_done(do, share))
        else:
            yield from pending.popleft().result()


def _done(do: Callable[[A], B], value: A) -> Future[B]:
    done: Future[B] = Future()
    try:
        done.set_result(do(value))
    except Exception as error:
        done.set_exception(error)
    return done


def _spawned(function: Callable[[A], B], values: Sequence[A], jobs: int, few: int) -> Iterator[B]:
    pool = _pool("spawn", jobs, _end_with_parent)
    try:
        yield from OverExecutor(pool, jobs, few)(function, values)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(start: str, jobs: int, begin: Callable[[], None]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context(start), initializer=begin)


def _begin_forked() -> None:
    """Hear of being ended again, and do so at once; of Ctrl-C the parent alone hears."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    _end_with_parent()


def _end_with_parent() -> None:
    """Let this child end when its parent does, even by a kill, of which children hear nothing."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_order(futures: Iterator[Future[list[B]]], ahead: int) -> Iterator[B]:
    # Few ahead, so that results do not pile up where what is done with them takes longer.
    pending = deque(islice(futures, ahead))
    try:
        while pending:
            results = pending.popleft().result()
            pending.extend(islice(futures, 1))
            yield from results
    finally:
        for one in pending:
            one.cancel()


def _inherited_share(start: int, end: int) -> list[Any]:
    function, values = _inherited[-1]
    return [function(value) for value in values[start:end]]


def _apply(packed: bytes, values: bytes) -> list[Any]:
    function = _unpacked(packed, get_ident())
    return [function(value) for value in pickle.loads(values)]  # noqa: S301 - packed by ourselves


@lru_cache(maxsize=8)
def _unpacked(packed: bytes, _thread: int) -> Callable[[Any], Any]:
    """The function, made ready once for all shares of a thread: no two have the same at work."""
    function: Callable[[Any], Any] = pickle.loads(packed)  # noqa: S301 - likewise
    return function


def _ranges(count: int, jobs: int) -> Iterator[_Range]:
    start = 0
    while start < count:
        size = max(1, min(_LARGEST, (count - start) // (jobs * _LEFT)))
        yield start, start + size
        start += size

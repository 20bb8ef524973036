"""A bar that tells how far a long stage is, on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import click

from zorgpact_site.cli.options import Common
from zorgpact_site.cli.report import Watch
from zorgpact_site.parallel import Spread, Values

A = TypeVar("A")
B = TypeVar("B")

_MANY = 200  # texts or pages: fewer are done before anybody reads a bar
# They come in bursts: after the first one of a burst, all would seem to take an hour.
_STEP = 64


@dataclass(frozen=True, slots=True)
class Progress:
    """Spreads as `spread` does, and shows how many are done of the stage that `watch` is at."""

    spread: Spread
    common: Common
    watch: Watch

    def __call__(self, function: Callable[[A], B], values: Values[A], /) -> Iterable[B]:
        """Give the results in the order of the values."""
        results = self.spread(function, values)
        shown = self.common.verbose >= 0 and sys.stderr.isatty() and len(values) >= _MANY
        return self._told(results, len(values)) if shown else results

    def _told(self, results: Iterable[B], count: int) -> Iterator[B]:
        text = self.common.messages.text
        reading = self.watch.stages[-1][0] == "read"
        label = text("texts are read") if reading else text("pages are made")
        with click.progressbar(
            length=count, label=label, file=sys.stderr, show_pos=True, show_eta=True
        ) as bar:
            for number, result in enumerate(results, 1):
                if number % _STEP == 0 or number == count:
                    bar.update(number - bar.pos)
                yield result

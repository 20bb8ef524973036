"""A look at the site: what changed since the last one is read, and all that follows from it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock

from zorgpact_site.build import Examined, examine
from zorgpact_site.diagnostics import Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.model.entries import Linked
from zorgpact_site.noticing import Noted
from zorgpact_site.remembering.memory import Means
from zorgpact_site.serving.ahead import Ahead, own_pages
from zorgpact_site.serving.live import Live, live_of
from zorgpact_site.serving.moves import Moves
from zorgpact_site.serving.texts import Texts
from zorgpact_site.source import Source


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen; `live` is the site in memory, None when there are mistakes.

    `broken` says so too, but knows nothing yet of mistakes that only making pages brings out.
    """

    inputs: Inputs
    examined: Examined
    broken: bool
    live: Live | None


@dataclass(slots=True)
class Looker:
    """Looks again and again, and remembers what it saw.

    `live` is what browsers see: the site of the last look, with texts that went ahead of it. A
    look that takes more seconds than `patience` is too long to wait for lists that name those.
    """

    scan: Callable[[], Inputs]
    site: Path
    texts: Texts = field(default_factory=Texts)
    moves: Moves = field(default_factory=Moves)
    live: Live | None = None
    patience: float = 0.3
    _took: float = 0.0
    _last: Look | None = None
    _ahead: Ahead | None = None
    _behind: Live | None = None
    _entries: dict[str, Linked] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _fine: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Live | None, int]:
        """Another one whenever browsers may see something different."""
        return self.live, self.texts.saves

    def save(self, paths: Iterable[str]) -> None:
        """Show texts that were saved: everywhere, or on their own pages until the next look."""
        for path in paths:
            with suppress(OSError):  # it is gone again, or not ours to read: the next look tells
                told = self.texts.save(Source(path, (self.site / path).read_bytes()))
                self._go_ahead(path, told)

    def _go_ahead(self, path: str, told: Noted | None) -> None:
        """Show the pages of a text before the next look, or as they were when it is so again."""
        ahead = self._ahead
        entry = ahead.entry(told) if ahead and told else None
        if told and not entry:
            return  # nothing is shown yet, or something is wrong with it: what is shown stays
        with self._lock:
            others = {at: one for at, one in self._entries.items() if at != path}
            if entry:
                self._show({**others, path: entry})
            elif path in self._entries:
                self._behind = self._last.live if self._last else None
                self._show(others)

    def spread(self) -> None:
        """Show texts that went ahead on all other pages too, when the next look takes too long."""
        ahead, behind, entries = self._ahead, self._behind, self._entries
        if not (ahead and behind) or self._took < self.patience:
            return
        pages = ahead.everywhere(entries.values())
        with self._lock:
            if pages and self._ahead is ahead and self._entries is entries:
                self._behind = behind.with_pages(pages)
                self._show(entries)

    def _show(self, entries: dict[str, Linked]) -> None:
        """Show what the last look saw with these texts ahead of it."""
        live = self._behind
        for entry in entries.values():
            live = live and live.with_pages(own_pages(entry, live.wanted))
        # At once: browsers ask for pages meanwhile.
        self._entries, self.live = entries, live

    def prepare(self) -> None:
        """Prepare for the next save, once there is time for that."""
        if self._ahead:
            _ = self._ahead.catalogue

    def forget(self) -> None:
        """Read all texts anew at the next look."""
        self.texts.forget()
        self._last = self._ahead = None

    def look(self, means: Means) -> Look:
        """Look at all files, with the means of one rebuild."""
        self.texts.begin()
        went_ahead, started = self._entries, time.perf_counter()
        inputs = self.scan()
        if self._last is not None:
            self.moves.note(self._last.inputs.sources, inputs.sources)
        if self._last is not None and self._stays(self._last, inputs):
            self.texts.note(means, inputs.sources)
            look = replace(self._last, inputs=inputs)
        else:
            examined = examine(inputs, partial(self.texts.read, means))
            broken = any(one.weight is Severity.ERROR for one in examined.weighed())
            live = None if broken else self._live(inputs, examined)
            look = Look(inputs, examined, broken, live)
            self._took = time.perf_counter() - started
            if live:
                self.moves.show(live.wanted.values())
        with self._lock:
            self._last, self._behind, self._ahead = look, look.live, _ahead_of(look)
            # Those that went ahead since belong to the next look.
            now = self._entries.items()
            self._show({at: one for at, one in now if went_ahead.get(at) is not one})
        return look

    def _stays(self, last: Look, inputs: Inputs) -> bool:
        """Whether all that was found still holds, mistakes and their places too."""
        return (
            replace(inputs, sources=()) == replace(last.inputs, sources=())
            and self.texts.take(inputs.sources)
            and not any(one.where.path in self.texts.moved for one in last.examined.found)
        )

    def _live(self, inputs: Inputs, examined: Examined) -> Live | None:
        if examined.whole is None:
            return None
        live = live_of(inputs, examined.whole[2])
        if inputs.templates != self._fine and not live.tried():
            return None
        self._fine = inputs.templates
        return live


def _ahead_of(look: Look) -> Ahead | None:
    if look.live is None or look.examined.whole is None:
        return None
    _, site, planned = look.examined.whole
    return Ahead(look.inputs.media, look.examined.readings, site, planned.frame)

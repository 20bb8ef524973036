"""A look at the site: what changed since the last one is read, and all that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock

from zorgpact_site.build import Examined, examine
from zorgpact_site.diagnostics import Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.noticing import Noted
from zorgpact_site.planning.page import Page
from zorgpact_site.remembering.memory import Means
from zorgpact_site.serving.ahead import Ahead
from zorgpact_site.serving.live import Live, live_of
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

    `live` is what browsers see: the site of the last look, with pages that went ahead of it.
    """

    scan: Callable[[], Inputs]
    site: Path
    texts: Texts = field(default_factory=Texts)
    live: Live | None = None
    _last: Look | None = None
    _ahead: Ahead | None = None
    _pages: dict[str, Page] = field(default_factory=dict)
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
        last, ahead = self._last, self._ahead
        if not (last and last.live and ahead):
            return
        pages = ahead.pages(told, last.live.wanted) if told else {}
        with self._lock:
            stay = {at: one for at, one in self._pages.items() if told or one.source != path}
            if pages or len(stay) < len(self._pages):
                self._show({**stay, **pages})

    def _show(self, pages: dict[str, Page]) -> None:
        live = self._last.live if self._last else None
        self._pages, self.live = pages, live.with_pages(pages) if live else None

    def prepare(self) -> None:
        """Prepare for the next save, once there is time for that."""
        last = self._last
        if last and last.live and last.examined.whole:
            self._ahead = Ahead(last.inputs, last.examined, last.examined.whole[1])

    def forget(self) -> None:
        """Read all texts anew at the next look."""
        self.texts.forget()
        self._last = None

    def look(self, means: Means) -> Look:
        """Look at all files, with the means of one rebuild."""
        self.texts.begin()
        went_ahead = self._pages
        inputs = self.scan()
        if self._last is not None and self._stays(self._last, inputs):
            self.texts.note(means, inputs.sources)
            look = replace(self._last, inputs=inputs)
        else:
            examined = examine(inputs, partial(self.texts.read, means))
            broken = any(one.weight is Severity.ERROR for one in examined.weighed())
            live = None if broken else self._live(inputs, examined)
            look = Look(inputs, examined, broken, live)
        with self._lock:
            self._last = look
            # Those that went ahead since belong to the next look.
            self._show(dict(self._pages.items() - went_ahead.items()))
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

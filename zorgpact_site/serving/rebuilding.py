"""One try at a rebuild: look, build, publish. What goes wrong comes back as a value."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Inputs
from zorgpact_site.making import made
from zorgpact_site.model.draft import Reading
from zorgpact_site.publishing import Changes, Place, publish_held
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A build that ran to its end; no `changes` when the content has errors."""

    inputs: Inputs
    built: Built
    changes: Changes | None
    milliseconds: int

    @property
    def touched(self) -> int:
        """How many files of the published tree came, went or changed."""
        one = self.changes
        return len(one.added) + len(one.changed) + len(one.removed) if one else 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A build that the machine cut short: a disk that is full, a right that is missing."""

    error: OSError


Outcome = Rebuilt | Refused


class Stopped(Exception):
    """The preview has ended, so nothing is published any more."""


@dataclass(slots=True)
class Rebuilder:
    """Rebuilds in the `place` whose lock the caller holds, and remembers texts it has read.

    `making` is told how many pictures are about to be made.
    """

    scan: Callable[[], Inputs]
    site: Path
    place: Place
    making: Callable[[int], None] = lambda _count: None
    _stopped: bool = False
    _publishing: threading.Lock = field(default_factory=threading.Lock)
    _known: dict[str, tuple[Source, Reading]] = field(default_factory=dict)

    def rebuild(self) -> Outcome:
        """Build the site as it is now. Raises `Stopped` when `stop` came before publishing."""
        started = time.perf_counter()
        try:
            inputs = self.scan()
            built = build(inputs, read=self._read)
            changes = None if built.errors else self._make_and_publish(built)
        except OSError as error:
            return Refused(error)
        milliseconds = round(1000 * (time.perf_counter() - started))
        return Rebuilt(inputs, built, changes, milliseconds)

    def stop(self) -> None:
        """Publish nothing from now on; a publication that is under way is waited for."""
        with self._publishing:
            self._stopped = True

    def _make_and_publish(self, built: Built) -> Changes:
        # Outside the lock, so that a preview that is stopped need not wait for pictures.
        with made(built.to_make, self.site, self.making) as pictures:
            return self._publish((*built.artifacts, *pictures))

    def _publish(self, artifacts: Sequence[Artifact]) -> Changes:
        with self._publishing:
            if self._stopped:
                raise Stopped
            # Somebody may have cleaned up around a preview that stays open for days.
            self.place.folder.parent.mkdir(parents=True, exist_ok=True)
            return publish_held(artifacts, self.place)

    def _read(self, source: Source) -> Reading:
        """Read a text anew only when it changed: what reading gives depends on nothing else."""
        known = self._known.get(source.path)
        if known is None or known[0] != source:
            known = self._known[source.path] = source, read_source(source)
        return known[1]

"""One try at a rebuild: look, build, publish, index. What goes wrong comes back as a value."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Inputs
from zorgpact_site.making import made
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted, Reader, Things
from zorgpact_site.publishing import Changes, Place, publish_held
from zorgpact_site.searching import IndexingFailed
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
Trouble = OSError | IndexingFailed
Index = Callable[[Site], tuple[Artifact, ...]]


class Stopped(Exception):
    """The preview has ended, so nothing is published any more."""


@dataclass(slots=True)
class Rebuilder:
    """Rebuilds in the `place` whose lock the caller holds, and remembers texts it has read.

    `index` makes the search index of a site, which may take long; `last_index` gives the one of
    an earlier preview at once. `making` is told how many pictures are about to be made.
    """

    scan: Callable[[], Inputs]
    site: Path
    place: Place
    index: Index
    last_index: Index
    making: Callable[[int], None] = lambda _count: None
    _built: Built | None = None
    _indexed: tuple[Artifact, ...] | None = None
    _indexed_of: Built | None = None
    _stopped: bool = False
    _publishing: threading.Lock = field(default_factory=threading.Lock)
    _things: Things | None = None
    _reader: Reader = field(default_factory=lambda: Reader(Things()))
    _known: dict[str, tuple[Source, Noted]] = field(default_factory=dict)

    def rebuild(self) -> Outcome:
        """Build the site as it is now. Raises `Stopped` when `stop` came before publishing."""
        started = time.perf_counter()
        try:
            inputs = self.scan()
            built = build(inputs, self._read)
            changes = None if built.errors else self._publish(built)
        except OSError as error:
            return Refused(error)
        milliseconds = round(1000 * (time.perf_counter() - started))
        return Rebuilt(inputs, built, changes, milliseconds)

    def index_again(self) -> Trouble | None:
        """Index what was published last, and publish that too; give what went wrong, if anything.

        Raises `Stopped` as `rebuild` does.
        """
        built = self._built
        if built is None or built.site is None or built is self._indexed_of:
            return None
        try:
            indexed = self.index(built.site)
            with self._publishing:
                if indexed == self._indexed:
                    self._indexed_of = built
                    return None
                self._indexed, newest = indexed, self._built or built
            with made(newest.to_make, self.site) as pictures, self._publishing:
                # A build that came meanwhile was published with the new index already.
                if self._built is newest:
                    self._publish_held(newest, pictures)
            self._indexed_of = built
        except (OSError, IndexingFailed) as error:
            return error
        return None

    def stop(self) -> None:
        """Publish nothing from now on; a publication that is under way is waited for."""
        with self._publishing:
            self._stopped = True

    def _publish(self, built: Built) -> Changes:
        # Pictures outside the lock, so that a preview that is stopped need not wait for them.
        with made(built.to_make, self.site, self.making) as pictures, self._publishing:
            self._built = built
            if self._indexed is None:
                self._indexed = self.last_index(built.site) if built.site else ()
            return self._publish_held(built, pictures)

    def _publish_held(self, built: Built, pictures: tuple[Artifact, ...]) -> Changes:
        if self._stopped:
            raise Stopped
        # Somebody may have cleaned up around a preview that stays open for days.
        self.place.folder.parent.mkdir(parents=True, exist_ok=True)
        return publish_held((*built.artifacts, *pictures, *(self._indexed or ())), self.place)

    def _read(self, things: Things, sources: Sequence[Source]) -> Iterator[Noted]:
        """Read a text anew only when it changed, or a thing that it may name."""
        if self._things != things:
            self._things, self._known = things, {}
            self._reader = Reader(things)
        return map(self._remembered, sources)

    def _remembered(self, source: Source) -> Noted:
        known = self._known.get(source.path)
        if known is None or known[0] != source:
            known = self._known[source.path] = source, self._reader(source)
        return known[1]

"""Pages and files as they were published before: only those that would differ are made anew."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from zorgpact_site.artifact import Artifact, Kept, PartOf
from zorgpact_site.build import Maker
from zorgpact_site.parallel import Spread
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.digests import digest, digest_of
from zorgpact_site.remembering.seeing import seen
from zorgpact_site.rendering import Rendered

_Known = tuple[bytes, Kept]  # under which key, and what stands
_Asked = tuple[Page | DataFile, _Known | None]


@dataclass(frozen=True, slots=True)
class _Work:
    """Makes a page or file unless it would be the one that is known; tells under which key."""

    make: Maker
    stamp: bytes

    def __call__(self, asked: _Asked) -> tuple[bytes, Rendered]:
        wanted, known = asked
        drawn = wanted.drawn()
        key = digest(self.stamp, seen(drawn))
        if known and known[0] == key:
            return key, Rendered(Artifact(drawn.path, known[1]))
        rendered = self.make(drawn)
        match rendered.artifact:
            case Artifact(path, bytes() as data):
                return key, Rendered(Artifact(path, data, hashlib.sha256(data).digest()))
        return key, rendered


@dataclass(slots=True)
class Pages:
    """The remembered pages of one output folder, known as `output`.

    What is made goes through `spool`, so that a large site is never in memory as a whole; `fresh`
    counts what had to be made.
    """

    rows: sqlite3.Connection
    output: bytes
    spread: Spread
    spool: IO[bytes]
    fresh: int = 0
    _found: dict[str, tuple[bytes, bytes, int]] = field(default_factory=dict)

    def make(
        self, templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile]
    ) -> Iterator[Rendered]:
        """Make each page or file, or say that it stands where it was published."""
        work, known = _Work(Maker(templates), digest_of(templates)), self._known()
        asked: list[_Asked] = [(one, known.get(one.path)) for one in wanted]
        for key, rendered in self.spread(work, asked):
            yield self._taken(key, rendered)
        self.spool.flush()  # publishing opens the file anew

    def keep(self) -> None:
        """Remember what was made: it has been published now, and nothing else has."""
        rows = ((self.output, path, *found) for path, found in self._found.items())
        with self.rows:
            self.rows.execute("DELETE FROM page WHERE output = ?", (self.output,))
            self.rows.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?)", rows)

    def forget(self) -> None:
        """Forget what was published, as it is not there any more."""
        with self.rows:
            self.rows.execute("DELETE FROM page WHERE output = ?", (self.output,))

    def _known(self) -> dict[str, _Known]:
        asked = "SELECT path, key, digest, size FROM page WHERE output = ?"
        found = self.rows.execute(asked, (self.output,))
        return {path: (key, Kept(whole, size)) for path, key, whole, size in found}

    def _taken(self, key: bytes, rendered: Rendered) -> Rendered:
        artifact = rendered.artifact
        match artifact:
            case Artifact(path, Kept(whole, size)):
                self._found[path] = (key, whole, size)
            case Artifact(path, bytes() as data, bytes() as whole):
                self.fresh += 1
                self._found[path] = (key, whole, len(data))
                start = self.spool.tell()
                self.spool.write(data)
                part = PartOf(Path(self.spool.name), start, len(data))
                return Rendered(Artifact(path, part, whole))
        return rendered

"""Pages and files as they were published before: only those that would differ are made anew."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from zorgpact_site.artifact import Artifact, Kept, PartOf
from zorgpact_site.build import Maker
from zorgpact_site.parallel import Spread
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.digests import digest, digest_of
from zorgpact_site.remembering.marks import Marks
from zorgpact_site.remembering.seeing import seen
from zorgpact_site.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Row:
    """What is kept of a page: of what it was drawn and made, and what came of it.

    `mark` is the digest of all that it was drawn of, where that can be told; `key` that of all
    that its template or writer saw.
    """

    mark: bytes | None
    key: bytes
    digest: bytes
    size: int

    @property
    def kept(self) -> Kept:
        """The bytes as they were published."""
        return Kept(self.digest, self.size)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page or file, its mark, and what is known of it."""

    wanted: Page | DataFile
    mark: bytes | None
    known: Row | None

    @property
    def stands(self) -> Rendered | None:
        """What was published, when it would be drawn of the same again."""
        if self.known is None or self.mark is None or self.known.mark != self.mark:
            return None
        return Rendered(Artifact(self.wanted.path, self.known.kept))


@dataclass(frozen=True, slots=True)
class _Work:
    """Makes a page or file, unless its template or writer would see the same again."""

    make: Maker
    stamp: bytes

    def __call__(self, asked: _Asked) -> tuple[Row | None, Rendered]:
        drawn, known = asked.wanted.drawn(), asked.known
        key = digest(self.stamp, seen(drawn))
        if known and known.key == key:
            return replace(known, mark=asked.mark), Rendered(Artifact(drawn.path, known.kept))
        rendered = self.make(drawn)
        match rendered.artifact:
            case Artifact(path, bytes() as data):
                whole = hashlib.sha256(data).digest()
                made = Rendered(Artifact(path, data, whole))
                return Row(asked.mark, key, whole, len(data)), made
        return None, rendered


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
    _found: dict[str, Row] = field(default_factory=dict)

    def make(
        self, templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile], marks: Marks
    ) -> Iterator[Rendered]:
        """Make each page or file, or say that it stands where it was published."""
        stamp, known = digest_of(templates), self._known()
        marked = ((one, marks.of(one)) for one in wanted)
        asked = [
            _Asked(one, mark and digest(stamp, mark), known.get(one.path)) for one, mark in marked
        ]
        # After a small change most pages stand; to ask other processes would take longer.
        changed = [one for one in asked if not one.stands]
        made = iter(self.spread(_Work(Maker(templates), stamp), changed))
        for one in asked:
            stands = one.stands
            row, rendered = (one.known, stands) if stands else next(made)
            yield self._taken(row, rendered)
        self.spool.flush()  # publishing opens the file anew

    def keep(self) -> None:
        """Remember what was made: it has been published now, and nothing else has."""
        rows = (
            (self.output, path, one.mark, one.key, one.digest, one.size)
            for path, one in self._found.items()
        )
        with self.rows:
            self.rows.execute("DELETE FROM page WHERE output = ?", (self.output,))
            self.rows.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?)", rows)

    def forget(self) -> None:
        """Forget what was published, as it is not there any more."""
        with self.rows:
            self.rows.execute("DELETE FROM page WHERE output = ?", (self.output,))

    def _known(self) -> dict[str, Row]:
        asked = "SELECT path, mark, key, digest, size FROM page WHERE output = ?"
        return {path: Row(*row) for path, *row in self.rows.execute(asked, (self.output,))}

    def _taken(self, row: Row | None, rendered: Rendered) -> Rendered:
        artifact = rendered.artifact
        if row is None or artifact is None:
            return rendered
        self._found[artifact.path] = row
        if not isinstance(artifact.data, bytes):
            return rendered
        self.fresh += 1
        start = self.spool.tell()
        self.spool.write(artifact.data)
        part = PartOf(Path(self.spool.name), start, len(artifact.data))
        return Rendered(Artifact(artifact.path, part, artifact.digest))

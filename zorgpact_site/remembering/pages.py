"""Pages and files as they were published before: only those that would differ are made anew."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

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
    """A page or file, with what is known of it; travels to other processes drawn and marked."""

    wanted: Page | DataFile
    known: Row | None
    marks: Marks | bytes | None

    @property
    def mark(self) -> bytes | None:
        """A digest of all that it will be drawn of."""
        return self.marks.of(self.wanted) if isinstance(self.marks, Marks) else self.marks

    def __reduce__(self) -> tuple[type["_Asked"], tuple[Any, ...]]:
        return _Asked, (self.wanted, self.known, self.mark)


@dataclass(frozen=True, slots=True)
class _Work:
    """Makes a page or file, unless it would be the one that is known."""

    make: Maker
    stamp: bytes

    def __call__(self, asked: _Asked) -> tuple[Row | None, Rendered]:
        wanted, known, mark = asked.wanted, asked.known, asked.mark
        mark = mark and digest(self.stamp, mark)
        if known and mark and known.mark == mark:
            return known, Rendered(Artifact(wanted.path, known.kept))
        drawn = wanted.drawn()
        key = digest(self.stamp, seen(drawn))
        if known and known.key == key:
            return replace(known, mark=mark), Rendered(Artifact(wanted.path, known.kept))
        rendered = self.make(drawn)
        match rendered.artifact:
            case Artifact(path, bytes() as data):
                whole = hashlib.sha256(data).digest()
                made = Rendered(Artifact(path, data, whole))
                return Row(mark, key, whole, len(data)), made
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
        work, known = _Work(Maker(templates), digest_of(templates)), self._known()
        asked = [_Asked(one, known.get(one.path), marks) for one in wanted]
        for row, rendered in self.spread(work, asked):
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

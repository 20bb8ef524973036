"""Pages and files as they were published before: only those that would differ are made anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from zorgpact_site.artifact import Artifact, PartOf
from zorgpact_site.named_errors import named
from zorgpact_site.outputs.searchable import Searchable
from zorgpact_site.parallel import Spread
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.digests import digest
from zorgpact_site.remembering.marks import Marks
from zorgpact_site.remembering.seeing import pack_searchables
from zorgpact_site.remembering.standing import Row, Standing, Whole
from zorgpact_site.remembering.texts import MemoryLost, losing
from zorgpact_site.remembering.work import Asked, Looks, Made, Work
from zorgpact_site.rendering import Rendered


@dataclass(slots=True)
class Pages:
    """Makes the pages of one site that do not stand in its output folder as they would be made.

    What is made goes through `spool`, so that a large site is never in memory as a whole; `fresh`
    counts what had to be made. Without `with_sights` no text of it can be reworded.
    """

    standing: Standing
    spread: Spread
    spool: IO[bytes]
    with_sights: bool = True
    fresh: int = 0
    _known: dict[str, Row] = field(default_factory=dict)
    _found: dict[str, Row] = field(default_factory=dict)
    _sights: dict[str, tuple[PartOf | None, frozenset[str]]] = field(default_factory=dict)
    _things: bytes = b""
    _published: list[tuple[bytes]] = field(default_factory=list)
    _spool: Path = field(init=False)
    _spooled: int = 0

    def __post_init__(self) -> None:
        """Name the spool once: of tens of thousands of parts each would hold a path of its own."""
        self._spool = Path(self.spool.name)

    def make(
        self, templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile], marks: Marks
    ) -> Iterator[Rendered]:
        """Make each page or file, or say that it stands where it was published."""
        work, known, self._things = Work(templates), self.standing.pages(), marks.things
        self._known, self._published = known, self.standing.published()

        def marking(one: Page | DataFile) -> bytes | None:
            mark = marks.of(one)
            return mark and digest(work.stamp, mark)

        asked = [Asked(one, marking, known.get(one.path)) for one in wanted]
        # After a small change most pages stand; to ask other processes would take longer.
        looks = Looks([one for one in asked if not one.stands], work)
        made = looks.made(self.spread(work, looks))
        for one in asked:
            yield self._taken(one.stands or next(made))
        with losing(OSError), named(self.spool.name):
            self.spool.flush()  # publishing opens the file anew

    def keep(self, searchables: Iterable[Searchable] = (), published: bytes = b"") -> None:
        """Remember what was made and can be searched: it is published now, and nothing else is.

        Raises MemoryLost when what was made cannot be read any more.
        """
        old, new = self._known, self._found
        with self.standing.rows, losing(OSError):  # what is published needs no memory
            self.standing.rows.execute("BEGIN IMMEDIATE")
            if self.standing.published() != self._published:
                self.standing.forget()  # another build kept its own: together they tell of no site
                return
            self.standing.keep(
                ((path, row) for path, row in new.items() if old.get(path) != row),
                (
                    (path, self._get(part) if part else b"", texts)
                    for path, (part, texts) in self._sights.items()
                ),
                Whole(self._things, pack_searchables(tuple(searchables)), published),
                (path for path in self._sights if path in old),
                (path for path in old if path not in new),
            )

    def forget(self) -> None:
        """Forget what was published, as it is not there any more."""
        with self.standing.rows:
            self.standing.forget()

    def _taken(self, made: Made) -> Rendered:
        artifact = made.rendered.artifact
        if made.row is None or artifact is None:
            return made.rendered
        self._found[artifact.path] = made.row
        if not isinstance(artifact.data, bytes):
            return made.rendered
        self.fresh += 1
        if made.seen and self.with_sights:
            sight = self._put(made.seen.data) if made.seen.texts else None
            self._sights[artifact.path] = sight, made.seen.texts
        return Rendered(Artifact(artifact.path, self._put(artifact.data), artifact.digest))

    def _put(self, data: bytes) -> PartOf:
        part = PartOf(self._spool, self._spooled, len(data))
        try:  # not `with`, which does more for each page of a large site
            self.spool.write(data)
        except OSError as error:
            error.filename = self.spool.name
            raise MemoryLost(str(error)) from error
        self._spooled += len(data)
        return part

    def _get(self, part: PartOf) -> bytes:
        """A part of the spool; who opens its file for each takes longer. Raises MemoryLost."""
        self.spool.seek(part.start)
        data = self.spool.read(part.size)
        if len(data) < part.size:
            raise MemoryLost(self.spool.name)
        return data

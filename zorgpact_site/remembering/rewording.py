"""A published site of which some texts were reworded, nothing more: what shows them, made anew.

Most edits change words alone: no name, link, heading or date, nothing that another page tells of.
What shows the HTML of the text is then made of what was seen of it the last time, and nothing
else of the site is looked at. In any doubt there is no rewording, and the whole site is looked at.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass
from operator import eq
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.model.body import Laid
from zorgpact_site.noticing import Noted, Reader
from zorgpact_site.outputs.searchable import Searchable
from zorgpact_site.remembering.database import file_of_memory, name_of, open_database
from zorgpact_site.remembering.digests import program
from zorgpact_site.remembering.forms import pack_noted, unpacker
from zorgpact_site.remembering.sameness import same_but_places, same_thing
from zorgpact_site.remembering.seeing import (
    Lay,
    drawn_again,
    searchables_again,
    seen,
    unpack_searchables,
)
from zorgpact_site.remembering.standing import Standing, Whole
from zorgpact_site.remembering.texts import BROKEN, Aside, MemoryLost, Texts, key_of, losing, reopen
from zorgpact_site.remembering.work import Made, Work, row_of
from zorgpact_site.source import Source


@dataclass(frozen=True, slots=True)
class _Text:
    """A text before and after it was saved; `told` and `html` are as the memory keeps them."""

    path: str
    old: bytes
    new: bytes
    told: bytes
    html: bytes


@dataclass(frozen=True, slots=True)
class Reworded:
    """All that a rewording changes; after publication `keep` must hear its digest.

    `searchables` gives all that can be searched, unpacked when the first is asked for. It and
    `keep` raise MemoryLost when they cannot do it: the memory is not of what stands then.
    """

    made: tuple[Made, ...]
    searchables: Callable[[], Iterator[Searchable]]
    keep: Callable[[bytes], None]

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """The pages and files to publish in place of those at their paths."""
        return tuple(one.rendered.artifact for one in self.made if one.rendered.artifact)


class _Doubt(Exception):
    """More may have changed than words."""


@contextmanager
def rewording(site: Path, output: Path) -> Iterator["Rewording | None"]:
    """Open the memory of a site for a rewording of what is published in `output`."""
    file = file_of_memory(site)
    rows = open_database(file, program()) if file.is_file() else None
    if rows is None:
        yield None
        return
    reopen()
    with closing(rows):
        yield Rewording(rows, file, name_of(output, site))


@dataclass(frozen=True, slots=True)
class Rewording:
    """Rewords texts of one published site."""

    rows: sqlite3.Connection
    file: Path
    output: bytes

    def of(
        self,
        sources: Sequence[Source],
        templates: Mapping[str, bytes],
        found: Sequence[Diagnostic],
        published: bytes,
    ) -> Reworded | None:
        """What comes of saved texts when nothing else was saved; None when more may change.

        `found` are the mistakes of the site as it was published, and that has the digest
        `published`. In a text that has a mistake nothing may have moved either.
        """
        told_of = repr(found)
        with_mistakes = frozenset(one.path for one in sources if one.path in told_of)
        work = Work(templates)
        try:
            return self._of(sources, work, with_mistakes, published)
        except (_Doubt, MemoryLost, *BROKEN):
            return None

    def _of(
        self, sources: Sequence[Source], work: Work, fixed: Set[str], published: bytes
    ) -> Reworded:
        standing = Standing(self.rows, self.output)
        whole = standing.whole()
        texts = Texts(self.rows, self.file, map)
        things = texts.things(whole.things) if whole else None
        if whole is None or whole.published != published:
            raise _Doubt
        if things is None or standing.showing(""):
            raise _Doubt
        reader = Reader(things)
        same = {one.path: eq if one.path in fixed else same_but_places for one in sources}
        saved = {
            one.path: _saved(one, texts, reader, whole.things, same[one.path]) for one in sources
        }
        shown = [standing.showing(path) for path in saved]
        if not all(shown):
            raise _Doubt
        before, after = self._lay(saved, renew=False), self._lay(saved, renew=True)
        paths = sorted({path for paths in shown for path in paths})
        made = tuple(_made(standing, path, work, before, after) for path in paths)
        searched = searchables_again(whole.searchables, saved.keys(), after)

        def renewed(path: str, key: bytes) -> Laid:
            return Aside(self.file, path, key, saved[path].html if path in saved else None)

        def searchables() -> Iterator[Searchable]:
            with losing(*BROKEN):
                texts = unpack_searchables(searched, renewed)
            yield from texts

        def keep(published: bytes) -> None:
            with losing(sqlite3.Error), self.rows:
                for text in saved.values():
                    texts.learn(text.path, text.new, text.told, text.html)
                each = tuple(zip(paths, made, strict=True))
                standing.keep(
                    ((path, one.row) for path, one in each if one.row),
                    ((path, one.seen.data, one.seen.texts) for path, one in each if one.seen),
                    Whole(whole.things, searched, published),
                    paths,
                )

        return Reworded(made, searchables, keep)

    def _lay(self, saved: Mapping[str, _Text], *, renew: bool) -> Lay:
        """What gives the HTML of texts, of saved ones as they were or as they are now."""

        def lay(path: str, key: bytes) -> Laid:
            text = saved.get(path)
            if text is None:
                return Aside(self.file, path, key)
            if text.old != key:
                raise _Doubt
            return (
                Aside(self.file, path, text.new, text.html)
                if renew
                else Aside(self.file, path, key)
            )

        return lay


def _saved(
    source: Source, texts: Texts, reader: Reader, stamp: bytes, same: Callable[[Noted, Noted], bool]
) -> _Text:
    """A saved text beside what is known of it. Raises _Doubt when it says anything else."""
    known = texts.told(source.path)
    if known is None or not same_thing(source, reader.things):
        raise _Doubt
    old, noted = known
    told, html = pack_noted(reader(source))
    again = unpacker(lambda path: Aside(texts.file, path, old))(told)
    if not html or not same(again, noted):
        raise _Doubt
    return _Text(source.path, old, key_of(source, stamp), told, html)


def _made(standing: Standing, path: str, work: Work, before: Lay, after: Lay) -> Made:
    """A page or file made anew. Raises _Doubt when what is known of it is not what it was."""
    known = standing.page(path)
    if known is None:
        raise _Doubt
    row, sight = known
    if work.key(seen(drawn_again(sight, before))) != row.key:
        raise _Doubt
    renewed = seen(drawn_again(sight, after))
    rendered = work(renewed)
    made = Made(rendered, row_of(rendered, work.key(renewed)), renewed)
    if made.row is None or rendered.diagnostics:
        raise _Doubt
    return made

"""What is kept of the pages and files that stand published in one output folder."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from zorgpact_site.artifact import Kept


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
class Whole:
    """What is kept of a site as a whole: the stamp of its things, and what can be searched.

    `published` is the digest of the site in its folder, that all rows are about: a build without
    memory may have published another since.
    """

    things: bytes
    searchables: bytes
    published: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """The pages that stand in one output folder, known as `output`, in a database."""

    rows: sqlite3.Connection
    output: bytes

    def pages(self) -> dict[str, Row]:
        """What is kept of each page and file, by path."""
        asked = "SELECT path, mark, key, digest, size FROM page WHERE output = ?"
        return {path: Row(*row) for path, *row in self.rows.execute(asked, (self.output,))}

    def page(self, path: str) -> tuple[Row, bytes] | None:
        """What is kept of one page, and what was seen of it."""
        asked = (
            "SELECT mark, key, digest, size, seen FROM page JOIN view USING (output, path)"
            " WHERE output = ? AND path = ?"
        )
        for *row, sight in self.rows.execute(asked, (self.output, path)):
            return Row(*row), sight
        return None

    def showing(self, text: str) -> list[str]:
        """The paths of all pages and files that show the HTML of a text."""
        asked = "SELECT path FROM shown WHERE output = ? AND text = ? ORDER BY path"
        return [path for (path,) in self.rows.execute(asked, (self.output, text))]

    def whole(self) -> Whole | None:
        """What is kept of the site as a whole."""
        asked = "SELECT things, searchables, published FROM site WHERE output = ?"
        for row in self.rows.execute(asked, (self.output,)):
            return Whole(*row)
        return None

    def published(self) -> list[tuple[bytes]]:
        """The digest of the site that the rows are about, if any."""
        asked = "SELECT published FROM site WHERE output = ?"
        return self.rows.execute(asked, (self.output,)).fetchall()

    def keep(
        self,
        pages: Iterable[tuple[str, Row]],
        sights: Iterable[tuple[str, bytes, Collection[str]]],
        whole: Whole,
        seen_before: Iterable[str],
        gone: Iterable[str] = (),
    ) -> None:
        """Keep these pages, and let go of those that are gone.

        `sights` is what was seen of some, with the texts of which they show the HTML; of those that
        were `seen_before` it takes the place of what is kept.
        """
        told = ((self.output, path, *_values(row)) for path, row in pages)
        self.rows.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)", told)
        for path in gone:
            self._take_away(path, "page", "view", "shown")
        for path in seen_before:
            self._take_away(path, "view", "shown")
        for path, sight, texts in sights:
            if texts:
                self.rows.execute("INSERT INTO view VALUES (?, ?, ?)", (self.output, path, sight))
                shown = ((self.output, path, text) for text in texts)
                self.rows.executemany("INSERT INTO shown VALUES (?, ?, ?)", shown)
        site = (self.output, whole.things, whole.searchables, whole.published)
        self.rows.execute("INSERT OR REPLACE INTO site VALUES (?, ?, ?, ?)", site)

    def forget(self) -> None:
        """Forget all of them."""
        for table in ("page", "view", "shown", "site"):
            self.rows.execute(f"DELETE FROM {table} WHERE output = ?", (self.output,))  # noqa: S608 - ours

    def _take_away(self, path: str, *tables: str) -> None:
        for table in tables:
            where = (self.output, path)
            self.rows.execute(f"DELETE FROM {table} WHERE output = ? AND path = ?", where)  # noqa: S608 - ours


def _values(row: Row) -> Iterator[object]:
    yield from (row.mark, row.key, row.digest, row.size)

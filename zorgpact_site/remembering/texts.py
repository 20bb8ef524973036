"""Texts as they were read before: only those that changed are read anew."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from zorgpact_site.model.body import Laid, Pieces
from zorgpact_site.noticing import Noted, Reader, Things
from zorgpact_site.remembering.database import refusal_in
from zorgpact_site.remembering.digests import digest, digest_of
from zorgpact_site.remembering.forms import (
    pack_noted,
    pack_things,
    unpack_html,
    unpack_things,
    unpacker,
)
from zorgpact_site.source import Source

if TYPE_CHECKING:
    from zorgpact_site.parallel import Spread

BROKEN = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, RecursionError)


class MemoryLost(Exception):
    """What was remembered a moment ago is not there any more, as another build wrote over it.

    Or nothing more can be: `refusal` is what the disk said then.
    """

    @property
    def refusal(self) -> OSError | None:
        """What the disk refused, if it did."""
        return refusal_in(self.__cause__)


@contextmanager
def losing(*troubles: type[Exception]) -> Iterator[None]:
    """Raise MemoryLost where any of these troubles comes up."""
    try:
        yield
    except troubles as error:
        raise MemoryLost(str(error)) from error


class Aside(Laid):
    """The HTML of a text, which stays in the memory until a page is made of it.

    `key` is the digest of all that it follows from, so equal ones stand for the same. It takes the
    HTML along, as `carried`, when it is copied to where the memory may not be.
    """

    __slots__ = ("_carried", "file", "key", "path")

    def __init__(self, file: Path, path: str, key: bytes, carried: bytes | None = None) -> None:
        self.file, self.path, self.key, self._carried = file, path, key, carried

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Aside) and (self.path, self.key) == (other.path, other.key)

    def __hash__(self) -> int:
        return hash(self.key)

    def __reduce__(self) -> tuple[type[Aside], tuple[Path, str, bytes, bytes]]:
        return Aside, (self.file, self.path, self.key, self._packed())

    def __call__(self) -> Pieces:
        """Fetch it. Raises MemoryLost."""
        with losing(*BROKEN):
            return unpack_html(self._packed())

    def _packed(self) -> bytes:
        if self._carried is not None:
            return self._carried
        wanted = (self.path, self.key)
        with losing(*BROKEN):
            rows = _rows(self.file, os.getpid())
            found = rows.execute(
                "SELECT pieces, digest FROM html WHERE path = ? AND key = ?", wanted
            )
            pieces, whole = found.fetchone()
            if digest(pieces) != whole:
                raise ValueError("damaged")
            return bytes(pieces)


def key_of(source: Source, stamp: bytes) -> bytes:
    """What stands for all that is told of a text among things of this stamp."""
    return digest(stamp, os.fsencode(source.path), source.data)


def _has_plain_name(source: Source) -> bool:
    """Whether its name is text: a name that the disk has in other bytes cannot be kept."""
    try:
        source.path.encode()
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _rows(file: Path, _process: int) -> sqlite3.Connection:
    """A connection for each process: one does not outlive a fork. Threads share it, to read."""
    address = f"{file.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def reopen() -> None:
    """Take up the memory as it is now: a build before this one may have seen another file."""
    _rows.cache_clear()


@dataclass(frozen=True, slots=True)
class _Work:
    """Reads one text for the memory; travels to other processes as the things it knows."""

    reader: Reader

    def __call__(self, source: Source) -> tuple[bytes, bytes]:
        return pack_noted(self.reader(source))


@dataclass(slots=True)
class Texts:
    """The remembered texts in a database; `fresh` are the paths of those that had to be read.

    `keys` are the digests of all texts by path, and `stamp` that of the things they may name.
    """

    rows: sqlite3.Connection
    file: Path
    spread: Spread
    fresh: frozenset[str] = frozenset()
    keys: Mapping[str, bytes] = field(default_factory=dict)
    stamp: bytes = b""

    def note(self, things: Things, sources: Sequence[Source]) -> None:
        """Note what texts there are, for who makes pages of them and knows them already."""
        self.stamp = stamp = digest_of(things)
        self.keys = {one.path: key_of(one, stamp) for one in sources}

    def read(self, things: Things, sources: Sequence[Source]) -> Iterable[Noted]:
        """Tell of each source, in their order."""
        reopen()
        self.note(things, sources)
        keys = self.keys
        if not all(_has_plain_name(one) for one in sources):  # a mistake, and seldom made
            self.fresh = frozenset(keys)
            return self.spread(Reader(things), sources)
        told = self._known(keys)
        missing = [one for one in sources if one.path not in told]
        self.fresh = frozenset(one.path for one in missing)
        unpack = unpacker(lambda path: self._aside(path, keys[path]))
        read: dict[str, Noted] = {}
        with self.rows:
            for source, made in zip(
                missing, self.spread(_Work(Reader(things)), missing), strict=True
            ):
                self.learn(source.path, keys[source.path], *made)
                read[source.path] = unpack(made[0])  # now, while other processes read on
            self._keep_things(things)
            self._forget(keys)
        return (
            read.pop(path) if path in read else unpack(told.pop(path))
            for path in (one.path for one in sources)
        )

    def things(self, stamp: bytes) -> Things | None:
        """The things of this stamp, when they are known."""
        found = self.rows.execute("SELECT told, digest FROM things WHERE stamp = ?", (stamp,))
        for told, whole in found:
            return unpack_things(told) if digest(told) == whole else None
        return None

    def told(self, path: str) -> tuple[bytes, Noted] | None:
        """The key of one text, and what is told of it but for its HTML."""
        found = self.rows.execute("SELECT key, told, digest FROM text WHERE path = ?", (path,))
        for key, told, whole in found:
            if digest(told) == whole:
                unpack = unpacker(partial(self._aside, key=key))
                return key, unpack(told)
        return None

    def _aside(self, path: str, key: bytes) -> Aside:
        return Aside(self.file, path, key)

    def learn(self, path: str, key: bytes, told: bytes, html: bytes) -> None:
        """Keep what is told of a text, in a transaction of the caller."""
        for table, data in (("text", told), ("html", html)):
            row = (path, key, data, digest(data))
            self.rows.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)", row)  # noqa: S608 - ours

    def _keep_things(self, things: Things) -> None:
        """Keep the things too, and let go of those that no published site knows."""
        if self.things(self.stamp) is None:
            told = pack_things(things)
            row = (self.stamp, told, digest(told))
            self.rows.execute("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", row)
            self.rows.execute(
                "DELETE FROM things WHERE stamp != ? AND stamp NOT IN (SELECT things FROM site)",
                (self.stamp,),
            )

    def _known(self, keys: Mapping[str, bytes]) -> dict[str, bytes]:
        found = self.rows.execute("SELECT path, key, told, digest FROM text")
        return {
            path: told
            for path, key, told, whole in found
            if keys.get(path) == key and type(told) is bytes and digest(told) == whole
        }

    def _forget(self, keys: Iterable[str]) -> None:
        """Take away what is told of texts that are gone."""
        kept = {path for (path,) in self.rows.execute("SELECT path FROM text")}
        gone = [(path,) for path in kept.difference(keys)]
        self.rows.executemany("DELETE FROM text WHERE path = ?", gone)
        self.rows.executemany("DELETE FROM html WHERE path = ?", gone)

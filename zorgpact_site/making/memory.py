"""Made files, kept so that the next build need not make them again."""

import hashlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.file_states import state_of
from zorgpact_site.kept_files import Lost, keep, read_kept
from zorgpact_site.making.elsewhere import Elsewhere
from zorgpact_site.making.known import Known

_NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})\.[a-z]+")
_LONG = 32
_DAY = 24 * 60 * 60.0
_KEPT = 30 * _DAY


@dataclass(frozen=True, slots=True)
class Remembered:
    """A made file, and the SHA-256 digest of its bytes."""

    path: Path
    digest: bytes

    def at(self, path: str) -> Artifact:
        """What is published of it at a place in the site."""
        return Artifact(path, CopyOf(self.path), self.digest)


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of files named `<digest of the recipe>-<digest of the bytes>.<ending>`.

    So nothing but the files themselves can be damaged, and a damaged one is as good as none.
    """

    folder: Path
    known: Known
    elsewhere: Elsewhere
    lost: Lost

    @classmethod
    @contextmanager
    def of(cls, folder: Path, lost: Lost) -> Iterator["Memory"]:
        """The memory in a folder. What it does not take lasts until the end of the block.

        Of that `lost` is told.
        """
        with closing(Elsewhere()) as elsewhere:
            yield cls(folder, Known.of(folder), elsewhere, lost)

    def find(self, wanted: Iterable[str]) -> dict[str, Remembered]:
        """The whole files for digests of recipes; what nobody asked for in a month is removed."""
        asked = {digest[:_LONG]: digest for digest in wanted}
        found: dict[str, Remembered] = {}
        old = time.time() - _KEPT
        for entry in self._entries():
            name = _NAME.fullmatch(entry.name)
            digest = asked.get(name[1]) if name else None
            try:
                seen = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # another build has just given it its name
            if name and digest and (whole := self._whole(entry.name, name[2], seen)):
                found[digest] = whole
            elif digest or (seen.st_mtime < old and _NAME.match(entry.name)):
                with suppress(OSError):
                    Path(entry.path).unlink()
            else:
                self.known.keep(entry.name)
        return found

    def _entries(self) -> Iterator["os.DirEntry[str]"]:
        """What is in the folder; nothing when it is none or cannot be looked into."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            yield from entries

    def keep(self, digest: str, ending: str, data: bytes) -> Remembered:
        """Write a made file, so that it is there whole or not at all.

        Raises OSError when it cannot be written anywhere.
        """
        content = hashlib.sha256(data).digest()
        path = self.folder / f"{digest[:_LONG]}-{content.hex()[:_LONG]}.{ending}"
        try:
            keep(path, data)
        except OSError as error:
            self.lost(error)
            path = self.elsewhere.folder() / path.name
            keep(path, data)
            return Remembered(path, content)
        with suppress(OSError):
            self.known.note(path.name, state_of(path.lstat()), content)
        return Remembered(path, content)

    def _whole(self, name: str, content: str, seen: os.stat_result) -> Remembered | None:
        """The file of this name when it holds that content; when it was used is noted as well."""
        path, state = self.folder / name, state_of(seen)
        try:
            digest = self.known.digest(name, state) or hashlib.sha256(read_kept(path)).digest()
            if digest.hex()[:_LONG] != content:
                return None
        except OSError:
            return None
        if seen.st_mtime < time.time() - _DAY:
            with suppress(OSError):  # of somebody else it may be read and not be touched
                os.utime(path)
                state = state_of(path.lstat())
        self.known.note(name, state, digest)
        return Remembered(path, digest)

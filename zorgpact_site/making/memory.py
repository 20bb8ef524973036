"""Made files, kept so that the next build need not make them again."""

import hashlib
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.named_errors import named

_NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})\.[a-z]+")
_LONG = 32
_DAY = 24 * 60 * 60.0
_KEPT = 30 * _DAY


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of files named `<digest of the recipe>-<digest of the bytes>.<ending>`.

    So nothing but the files themselves can be damaged, and a damaged one is as good as none.
    """

    folder: Path

    def find(self, wanted: Iterable[str]) -> dict[str, Path]:
        """The whole files for digests of recipes; what nobody asked for in a month is removed."""
        asked = {digest[:_LONG]: digest for digest in wanted}
        found: dict[str, Path] = {}
        now = time.time()
        with os.scandir(self.folder) as entries:
            for entry in entries:
                name = _NAME.fullmatch(entry.name)
                digest = asked.get(name[1]) if name else None
                age = now - entry.stat(follow_symlinks=False).st_mtime
                path = Path(entry.path)
                if name and digest and _is_whole(path, name[2]):
                    found[digest] = path
                    if age > _DAY:
                        _touch(path)
                elif digest or (age > _KEPT and _NAME.match(entry.name)):
                    with suppress(OSError):
                        path.unlink()
        return found

    def keep(self, digest: str, ending: str, data: bytes) -> Path:
        """Write a made file, so that it is there whole or not at all."""
        content = hashlib.sha256(data).hexdigest()[:_LONG]
        path = self.folder / f"{digest[:_LONG]}-{content}.{ending}"
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            with named(new):
                new.write_bytes(data)
            new.replace(path)
        except OSError:
            with suppress(OSError):
                new.unlink()
            raise
        return path


def _is_whole(path: Path, content: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:_LONG] == content
    except OSError:
        return False


def _touch(path: Path) -> None:
    with suppress(OSError):
        os.utime(path)

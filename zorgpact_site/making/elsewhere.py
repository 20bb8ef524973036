"""A folder outside the memory, for what the memory of a site does not take."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock


@dataclass(slots=True)
class Elsewhere:
    """Makes the folder when it is asked for first, by whatever thread; `close` takes it away."""

    _made: "TemporaryDirectory[str] | None" = None
    _lock: Lock = field(default_factory=Lock)

    def folder(self) -> Path:
        """The folder. Raises OSError when there is no place for one."""
        with self._lock:
            if self._made is None:
                self._made = TemporaryDirectory(prefix="zorgpact-", ignore_cleanup_errors=True)
            return Path(self._made.name)

    def close(self) -> None:
        """Take the folder away with all that is in it."""
        if self._made is not None:
            self._made.cleanup()

"""What was saved, as the system tells it, until somebody takes it in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Saves:
    """Gathers paths below `root`, a real path.

    `stirred` and `overtaken` are set at each: for who looks, and for who rebuilds.
    """

    root: Path
    overtaken: threading.Event
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    _paths: dict[str, None] = field(default_factory=dict)
    _some: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, path: str) -> None:
        """A file was saved, or came or went."""
        if Path(path).is_relative_to(self.root):
            self._paths[Path(path).relative_to(self.root).as_posix()] = None
        self._some.set()
        self.stirred.set()
        self.overtaken.set()

    async def taken(self) -> Collection[str]:
        """Take the paths of all that was saved since the last time, from the site; wait for it."""
        await self._some.wait()
        self._some.clear()
        paths, self._paths = self._paths, {}
        return paths

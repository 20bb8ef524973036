"""The system tells of files that are written, at once; looking again sees what it does not tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from zorgpact_site.serving.watching import is_no_save

# Not that files are opened: we open all of them ourselves.
_TOLD = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


@contextmanager
def stirrings(folders: Iterable[Path], tell: Callable[[str], None]) -> Iterator[None]:
    """Call `tell` with the path of each file below `folders` that changes, in another thread.

    It is a hint: of some file systems nothing is told, and of others too much.
    """
    with ExitStack() as watching:
        with suppress(OSError):  # the system can watch no more
            observer = Observer()
            for folder in filter(Path.is_dir, folders):
                observer.schedule(_Teller(tell), str(folder), recursive=True, event_filter=_TOLD)
            observer.start()
            watching.callback(observer.stop)
        yield


class _Teller(FileSystemEventHandler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell where something is now, or was last."""
        path = os.fsdecode(event.dest_path or event.src_path)
        if not is_no_save(os.path.basename(path)):  # noqa: PTH119 - it may come very often
            self._tell(path)

"""Take artifacts as they come: write those that are not published yet beside the site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from zorgpact_site.artifact import Artifact, Kept, size_of
from zorgpact_site.publishing.contents import digest_of, write_new
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.inventory import SIZE
from zorgpact_site.publishing.place import MARKER, MARKER_TEXT
from zorgpact_site.publishing.rights import usual_modes
from zorgpact_site.publishing.tree import Layout, Standing


@dataclass(slots=True)
class Staged:
    """All artifacts of a site, taken in one by one.

    Those in `written` stand in `folder` under their own paths, the others in the published folder
    already, as does what is in `digests` from the first. The former must not exist, and is made at
    the first file that goes in.
    """

    folder: Path
    standing: Standing
    layout: Layout
    digests: dict[str, bytes] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    mode: int = 0  # that the umask gives to files today
    _made: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Make the folder, unless it is there."""
        if not self.mode:
            self.folder.mkdir()
            # The marker first, so that a tree cut off halfway is known as ours.
            write_new(self.folder / MARKER, MARKER_TEXT)
            self.mode = os.lstat(self.folder / MARKER).st_mode

    def has_rights_of_today(self) -> bool:
        """Whether all that stands has the mode that files and folders get now.

        Where that is not what the umask tells, both are made to see it: not every file system
        goes by that alone.
        """
        modes = self.standing.modes()
        if not self.mode and modes <= usual_modes():
            return True
        self.begin()
        return modes <= {self.mode, os.lstat(self.folder).st_mode}

    def make(self, folder: str) -> None:
        """Make a folder and those around it, unless they are there."""
        if folder and folder not in self._made:
            self.make(folder.rpartition("/")[0])
            os.mkdir(f"{self.folder}/{folder}")  # noqa: PTH102 - a large site has thousands
            self._made.add(folder)

    def take_all(self, artifacts: Iterable[Artifact]) -> None:
        """Take in artifacts, and our marker.

        Raises what the iterator raises, `CannotKeep` at the end with all that cannot be kept, and
        `OSError`, with the file name set, when the disk is full, a right is missing or a source is
        gone.
        """
        marker = Artifact(MARKER, MARKER_TEXT)
        lost = tuple(one.path for one in chain((marker,), artifacts) if not self.take(one))
        if lost:
            raise CannotKeep(lost)

    def take(self, artifact: Artifact) -> bool:
        """Take in an artifact; False for one to be kept of which the bytes are not there."""
        path, data = artifact.path, artifact.data
        state = self.standing.files.get(path)
        same = None if state is None else self._standing(artifact, state[SIZE])
        if same is not None:
            self.digests[path] = same
            return True
        if isinstance(data, Kept):
            return False
        self.written.add(path)
        if path == MARKER:  # `begin` writes it
            self.digests[path] = digest_of(data)
            return True
        self.begin()
        self.make(path.rpartition("/")[0])
        self.digests[path] = write_new(f"{self.folder}/{path}", data)
        return True

    def _standing(self, artifact: Artifact, size: int) -> bytes | None:
        """The digest of the bytes when the file of that size at their place has them."""
        data = artifact.data
        if isinstance(data, Kept):
            wanted = data.digest if data.size == size else None
        else:
            wanted = (artifact.digest or digest_of(data)) if size_of(data) == size else None
        return wanted if wanted and wanted == self.standing.digest(artifact.path) else None


def laid_out(artifacts: Iterable[Artifact], layout: Layout) -> Iterator[Artifact]:
    """The same artifacts, taken in by the layout as they come. Raises what `Layout.add` raises."""
    for one in artifacts:
        layout.add(one.path)
        yield one

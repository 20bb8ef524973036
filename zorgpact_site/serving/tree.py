"""The published tree of a preview: pages as they are rebuilt, the search index after them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from zorgpact_site.artifact import Artifact, Kept, PartOf
from zorgpact_site.build import Built
from zorgpact_site.making import made
from zorgpact_site.model.site import Site
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.place import Place
from zorgpact_site.publishing.publish import publish_held
from zorgpact_site.publishing.tree import Changes
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.searching import IndexingFailed

Trouble = OSError | IndexingFailed
Index = Callable[[Site], tuple[Artifact, ...]]


class Stopped(Exception):
    """The preview has ended, so nothing is published any more."""


@dataclass(slots=True)
class Tree:
    """Publishes in the `place` whose lock the caller holds.

    `index` makes the search index of a site, which may take long; `last_index` gives the one of
    an earlier preview at once. `making` is told how many pictures are about to be made.
    """

    site: Path
    place: Place
    index: Index
    last_index: Index
    making: Callable[[int], None] = lambda _count: None
    _built: Built | None = None
    _indexed: tuple[Artifact, ...] | None = None
    _indexed_of: Built | None = None
    _stopped: bool = False
    _beside: frozenset[str] = frozenset()
    _publishing: threading.Lock = field(default_factory=threading.Lock)

    def publish(self, built: Built) -> Changes:
        """Publish with the newest index there is. Raises `Stopped` after `stop`."""
        # Pictures outside the lock, so that a preview that is stopped need not wait for them.
        with made(built.to_make, self.site, self.making) as pictures, self._publishing:
            if self._indexed is None:
                self._indexed = self.last_index(built.site) if built.site else ()
            changes = self._publish_held(built, pictures)
            self._built = replace(built, artifacts=tuple(map(_standing, built.artifacts)))
            # What was saved just before the index was published went along with that.
            told = self._beside.difference(changes.added, changes.removed)
            self._beside = frozenset()
            return replace(changes, changed=tuple(sorted(told.union(changes.changed))))

    def index_again(self) -> Trouble | None:
        """Index what was published last, and publish that too; give what went wrong, if anything.

        Raises `Stopped` as `publish` does.
        """
        built = self._built
        if built is None or built.site is None or built is self._indexed_of:
            return None
        try:
            indexed = self.index(built.site)
            with self._publishing:
                if indexed == self._indexed:
                    self._indexed_of = built
                    return None
                self._indexed, newest = indexed, self._built or built
            with made(newest.to_make, self.site) as pictures, self._publishing:
                # A build that came meanwhile was published with the new index already.
                if self._built is newest:
                    changed = self._publish_held(newest, pictures).changed
                    self._beside |= set(changed).difference(one.path for one in indexed)
            self._indexed_of = built
        except (OSError, IndexingFailed) as error:
            return error
        except (CannotKeep, MemoryLost):
            self._built = None  # somebody was at the preview; the next rebuild makes it whole
        return None

    def stop(self) -> None:
        """Publish nothing from now on; a publication that is under way is waited for."""
        with self._publishing:
            self._stopped = True

    def _publish_held(self, built: Built, pictures: tuple[Artifact, ...]) -> Changes:
        if self._stopped:
            raise Stopped
        # Somebody may have cleaned up around a preview that stays open for days.
        self.place.folder.parent.mkdir(parents=True, exist_ok=True)
        return publish_held((*built.artifacts, *pictures, *(self._indexed or ())), self.place)


def _standing(artifact: Artifact) -> Artifact:
    """The same once it is published: what waited on disk for that does not wait there any more."""
    match artifact:
        case Artifact(path, PartOf(size=size), bytes() as digest):
            return Artifact(path, Kept(digest, size))
    return artifact

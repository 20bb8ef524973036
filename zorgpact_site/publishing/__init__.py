"""Publishing, all or nothing: a folder becomes exactly the set of artifacts, or stays as it was.

The new tree is made beside the old one, synced to the disk and swapped with it in one step, so
that a reader, a kill or a full disk finds either the old site or the new one, never a mixture.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.publishing.errors import Busy, NotOurs
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER, Place
from zorgpact_site.publishing.swapping import settle, swap
from zorgpact_site.publishing.tree import Changes, Wanted, compare, stand, want
from zorgpact_site.publishing.writing import write_tree

__all__ = ["MARKER", "Busy", "Changes", "NotOurs", "Place", "hold", "publish", "publish_held"]


def publish(artifacts: Iterable[Artifact], output: Path) -> Changes:
    """Make the folder `output` exactly the set of `artifacts`, plus our marker file.

    When everything is there already, nothing is written in `output`.

    Raises `ValueError` when two artifacts cannot stand in one tree or a path leads out of it,
    `NotOurs` when `output` is a file or a non-empty folder without our marker, `Busy` when
    another build holds the lock, and `OSError`, with the file name set, when the disk is full or
    a right is missing: `output` is then what it was, or wholly the new tree.
    """
    wanted = want(artifacts)
    with hold(output) as place:
        return _replace(wanted, place)


def publish_held(artifacts: Iterable[Artifact], place: Place) -> Changes:
    """Do as `publish`, in the `place` that the caller got from `hold` and holds still."""
    return _replace(want(artifacts), place)


def _replace(wanted: Wanted, place: Place) -> Changes:
    # Again, although `hold` did so: an earlier publication in the same hold may have failed.
    settle(place)
    difference = compare(wanted, stand(place.folder), place.folder)
    if difference.same:
        return difference.changes
    try:
        write_tree(wanted, difference.kept, place)
        swap(place)
    except BaseException:
        with suppress(OSError, NotOurs):  # the next build tries again; what went wrong goes first
            settle(place)
        raise
    settle(place)
    return difference.changes

"""Publishing, all or nothing: a folder becomes exactly the set of artifacts, or stays as it was.

The new tree is made beside the old one, synced to the disk and swapped with it in one step, so
that a reader, a kill or a full disk finds either the old site or the new one, never a mixture.

What stands is known from an inventory beside the folder, so that it need not be read, and the new
tree is made of the one before the old, so that only changes cost work (`renewing.py`). Where either
is absent or in doubt, the folder is read and all that stays is linked anew. See
docs/publishing-tree.md.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.publishing.errors import CannotKeep, NotOurs
from zorgpact_site.publishing.inventory import (
    MODE,
    Inventory,
    write_inventory,
)
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER, Place, remove_tree
from zorgpact_site.publishing.renewing import (
    fill,
    has_spare,
    note,
    note_links,
    note_same,
    note_spare,
    renew,
)
from zorgpact_site.publishing.staging import Staged, laid_out
from zorgpact_site.publishing.swapping import settle, swap, sync_names
from zorgpact_site.publishing.syncing import Sync, syncing
from zorgpact_site.publishing.tree import Changes, Layout, compare, layout_of, stand


def publish(artifacts: Iterable[Artifact], output: Path) -> Changes:
    """Make the folder `output` exactly the set of `artifacts`, plus our marker file.

    When everything is there already, with the rights that files get today, nothing is written in
    `output`. Artifacts that come from an
    iterator are written as they come and not held.

    Raises `ValueError` when two artifacts cannot stand in one tree or a path leads out of it,
    `CannotKeep` with all that is to be kept but is not there, `NotOurs` when `output` is a file
    or a non-empty folder without our marker, `Busy` when another build holds the lock, and
    `OSError`, with the file name set, when the disk is full or a right is missing: `output` is
    then what it was, or wholly the new tree. The same goes for what the iterator itself raises.
    """
    layout = _layout_of(artifacts)
    with hold(output) as place:
        return _publish(artifacts, layout, place)


def publish_held(artifacts: Iterable[Artifact], place: Place) -> Changes:
    """Do as `publish`, in the `place` that the caller got from `hold` and holds still."""
    return _publish(artifacts, _layout_of(artifacts), place)


def publish_into(
    artifacts: Sequence[Artifact],
    output: Path,
    site: bytes,
    gone: Callable[[str], bool],
    looked: Callable[[], bool] = bool,
) -> Changes:
    """Put artifacts into the site that is published in `output`, of which all else stays.

    Only files at paths that are `gone` do not. `looked` is what `looked_ahead` gives of the same
    site. Raises as `publish` does, and `CannotKeep` too when what stands there is not wholly the
    site of this digest.
    """
    with hold(output) as place:
        settle(place)
        standing = stand(place, lambda stands: stands == site and looked())
        inventory = standing.inventory
        if inventory is None or inventory.site != site:
            raise CannotKeep(())
        put = {MARKER, *(one.path for one in artifacts)}
        stay = {
            path: digest
            for path, digest in inventory.digests.items()
            if path not in put and not gone(path)
        }
        layout = layout_of([*(one.path for one in artifacts), *stay])
        return _replace_with(artifacts, Staged(place.new, standing, layout, stay), place)


def _layout_of(artifacts: Iterable[Artifact]) -> Layout | None:
    """Their layout when they are all there, so that a mistake is found before all else."""
    if not isinstance(artifacts, Collection):
        return None
    return layout_of([one.path for one in artifacts])


def _publish(artifacts: Iterable[Artifact], layout: Layout | None, place: Place) -> Changes:
    # Again, although `hold` did so: an earlier publication in the same hold may have failed.
    settle(place)
    staged = Staged(place.new, stand(place), layout or Layout({MARKER}))
    if layout is None:
        artifacts = laid_out(artifacts, staged.layout)
    return _replace_with(artifacts, staged, place)


def _replace_with(artifacts: Iterable[Artifact], staged: Staged, place: Place) -> Changes:
    standing = staged.standing
    try:
        with syncing(place.folder.parent) as sync:
            staged.take_all(artifacts)
            difference = compare(staged.layout, staged.written, standing)
            if difference.same and staged.has_rights_of_today():
                inventory = standing.inventory or _noted(staged, place)
            else:
                inventory = _replace(staged, difference.changes, place, sync)
            if inventory is not standing.inventory:
                write_inventory(inventory, place)
    except BaseException:
        with suppress(OSError, NotOurs):  # the next build tries again; what went wrong goes first
            settle(place)
        raise
    with suppress(OSError):  # as in `_replace`
        settle(place)
    return replace(difference.changes, site=inventory.site)


def prepare(place: Place) -> None:
    """Make the spare tree now, so that also the next publication costs only its changes.

    For who has time left after the first publication. Raises as `publish_held`.
    """
    settle(place)
    standing = stand(place)
    inventory = standing.inventory
    if inventory is None or has_spare(standing, inventory.files[MARKER][MODE], place):
        return
    layout = Layout(set(inventory.files), set(standing.folders))
    staged = Staged(place.new, standing, layout, dict(inventory.digests))
    _discard_spare(place)
    if fill(staged, place):
        place.new.rename(place.spare)
        write_inventory(note_spare(inventory, place), place)
    settle(place)


def _noted(staged: Staged, place: Place) -> Inventory:
    _discard_spare(place)
    return note_same(staged)


def _discard_spare(place: Place) -> None:
    """Remove a spare that is in doubt before any state is noted: a link less is a change."""
    if os.path.lexists(place.spare):
        place.spare.rename(place.next)
        remove_tree(place.next)


def _replace(staged: Staged, changes: Changes, place: Place, sync: Sync) -> Inventory:
    standing = staged.standing
    staged.begin()
    usual = staged.has_rights_of_today()
    if standing.inventory is not None and usual and has_spare(standing, staged.mode, place):
        tree, keep = place.next, True
        inventory = renew(standing.inventory, staged, changes, place)
        sync(tree)
    else:
        tree = place.new
        _discard_spare(place)
        keep = fill(staged, place) and usual and MARKER in standing.files
        sync(tree)
        inventory = note(staged, changes if keep else None, place)
    swap(tree, place)
    with suppress(OSError):  # published it is; what is not put in order now the next build does
        sync_names(place.folder.parent)
        if keep:
            tree.rename(place.spare)
        elif os.path.lexists(tree):
            remove_tree(tree)
            inventory = note_links(inventory, place)
    return inventory

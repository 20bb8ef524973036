"""Make the whole new tree: by links to all that stays, or of the spare tree by the difference.

A site of 25,000 files has some hundred changes from one build to the next, but linking all files
into a fresh tree and removing the old tree takes seconds. So the old tree is not removed: it is the
spare, and the next publication brings it up to date and exchanges it with the published one. That
is done under another name, so that a spare is always whole and what is cut off is always rubbish.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from zorgpact_site.artifact import CopyOf
from zorgpact_site.publishing.contents import digest_of_published, write_new
from zorgpact_site.publishing.inventory import (
    MODE,
    FolderState,
    Inventory,
    file_states,
    folder_states,
    has_folders,
    site_digest,
)
from zorgpact_site.publishing.place import MARKER, Place
from zorgpact_site.publishing.staging import Staged
from zorgpact_site.publishing.tree import Changes, Standing


def has_spare(standing: Standing, mode: int, place: Place) -> bool:
    """Whether there is a spare tree that is proven to be what the inventory tells.

    Its folders tell what was made, renamed or removed. Its files need no look: those that count
    are links to files of the published tree, which was looked at.
    """
    inventory = standing.inventory
    return (
        inventory is not None
        and bool(inventory.spare)
        and inventory.files[MARKER][MODE] == mode
        and (standing.looked or has_folders(inventory.spare, place.spare))
        and digest_of_published(f"{place.spare}/{MARKER}") == inventory.digests[MARKER]
    )


def fill(staged: Staged, place: Place) -> bool:
    """Add all that is kept to the staged files; whether all of it became links.

    A file with another mode than files get today, perhaps one that the web server may not read,
    is not worth a link.
    """
    staged.begin()
    for folder in sorted(staged.layout.folders):
        staged.make(folder)
    linked = True
    for path in sorted(staged.layout.files - staged.written - {MARKER}):
        source, target = f"{place.folder}/{path}", f"{staged.folder}/{path}"
        worth = staged.standing.files[path][MODE] == staged.mode
        if not (worth and _link(source, target)):
            write_new(target, CopyOf(Path(source)))
            linked = False
    return linked


def _link(source: str, target: str) -> bool:
    try:
        os.link(source, target)
    except OSError:
        # A link only saves work. Where the cause is more than a lack of links (a full disk, a
        # lost right), writing the file meets it too and says so.
        return False
    return True


def renew(inventory: Inventory, staged: Staged, changes: Changes, place: Place) -> Inventory:
    """Bring the spare tree up to date as `place.next`; the inventory as it will be then."""
    tree = place.next
    place.spare.rename(tree)
    lag = frozenset((*changes.added, *changes.changed, *changes.removed))
    touched = inventory.lag | lag
    for path in touched - inventory.spare.keys():
        with suppress(FileNotFoundError, NotADirectoryError):
            Path(f"{tree}/{path}").unlink()
    folders = staged.layout.folders
    there = inventory.spare.keys() - {""}
    gone, new = there - folders, folders - there
    for folder in sorted(gone, reverse=True):
        Path(f"{tree}/{folder}").rmdir()
    for folder in sorted(new):
        Path(f"{tree}/{folder}").mkdir()
    put = set(touched & staged.layout.files)
    linked = {path: inventory.files[path] for path in put - staged.written}
    for path in linked:
        os.link(f"{place.folder}/{path}", f"{tree}/{path}")
    for path in put & staged.written:
        Path(f"{staged.folder}/{path}").rename(f"{tree}/{path}")
    around = {path.rpartition("/")[0] for path in (*touched, *gone, *new)} | new
    put |= {MARKER}  # each tree has one of its own, so that it is never without
    files, still = dict(inventory.files), dict(inventory.spare)
    for path in changes.removed:
        del files[path]
    for path in gone:
        del still[path]
    return Inventory(
        site_digest(staged.digests),
        files | file_states(tree, put, linked),
        still | folder_states(tree, around & (folders | {""})),
        staged.digests,
        spare=inventory.folders,
        lag=lag,
    )


def note(staged: Staged, changes: Changes | None, place: Place) -> Inventory:
    """Write down the filled tree; with `changes`, the published one is its spare from now on."""
    spare: dict[str, FolderState] = {}
    lag: frozenset[str] = frozenset()
    if changes is not None:
        spare = folder_states(place.folder, staged.standing.folders | {""})
        lag = frozenset((*changes.added, *changes.changed, *changes.removed))
    return Inventory(
        site_digest(staged.digests),
        file_states(staged.folder, sorted(staged.layout.files), staged.standing.files),
        folder_states(staged.folder, sorted(staged.layout.folders | {""})),
        staged.digests,
        spare,
        lag,
    )


def note_same(staged: Staged) -> Inventory:
    """Write down the tree that stood already."""
    standing = staged.standing
    files = file_states(standing.folder, standing.files, standing.files)
    folders = folder_states(standing.folder, sorted(standing.folders | {""}))
    digest = site_digest(staged.digests)
    return Inventory(digest, files, folders, staged.digests, {}, frozenset())


def note_spare(inventory: Inventory, place: Place) -> Inventory:
    """Write down that the spare tree is a tree of links to the published one."""
    spare = folder_states(place.spare, inventory.folders)
    return replace(note_links(inventory, place), spare=spare, lag=frozenset())


def note_links(inventory: Inventory, place: Place) -> Inventory:
    """Write down the published files again: a link more or less is a change of a file."""
    return replace(inventory, files=file_states(place.folder, inventory.files, inventory.files))

"""The inventory beside a published folder: what stands there, so that it need not be read again.

It only ever saves work. One that is absent, damaged or about another tree is as good as none.
It imports nothing heavy, as `standing_whole` is asked before anything else is done.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import zlib
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from zorgpact_site.publishing.place import Place

# Of a file: its mode, size, times of change (of its bytes, of anything) and inode.
State = tuple[int, ...]
MODE, SIZE, _CHANGED = 0, 1, 3
# Of a folder: time of change and inode. The former is that of an entry made, renamed or removed.
FolderState = tuple[int, ...]

_MAGIC = b"zorgpact-site inventory 1\n"
_HEAD = len(_MAGIC) + 4  # and a check of all that follows
_Packed = tuple[str, bytes]  # the paths, and the numbers of their states
_POSITIVE = (1 << 63) - 1  # some file systems number their inodes up to 2 ** 64
_FILE, _FOLDER = 5, 2  # numbers in a state


@dataclass(frozen=True, slots=True)
class Inventory:
    """A published tree, and how the spare tree beside it differs.

    Keys are paths in the site; that of the root among `folders` is empty. `spare` holds the
    folders of the spare tree, nothing when there is none; a file of it that is not in `lag` is a
    hard link to the published one, so that no edit in place can make them differ. `site` is the
    digest of the whole.
    """

    site: bytes
    files: Mapping[str, State]
    folders: Mapping[str, FolderState]
    digests: Mapping[str, bytes]
    spare: Mapping[str, FolderState]
    lag: frozenset[str]


def site_digest(digests: Mapping[str, bytes]) -> bytes:
    """One digest of all: the same for the same paths with the same bytes, whatever their order."""
    paths = sorted(digests)
    names = hashlib.sha256("\0".join(paths).encode("utf-8", "surrogatepass"))
    return hashlib.sha256(b"".join([names.digest(), *(digests[path] for path in paths)])).digest()


def standing_whole(output: Path) -> bytes | None:
    """Tell whether the folder still is wholly what we published: the digest of that, or None.

    It notices a file or folder that was added, removed, replaced, renamed or written to, one with
    other rights, another folder at this place, and a clock that was set back. It does not notice
    bytes that rot on the disk or are written around the file system, other rights of a folder, nor
    a file rewritten in the same size within the same tick of the kernel's clock (at most some
    milliseconds) as our own writing. It takes no lock: of a publication that is under way it
    sees the time before or the time after.
    """
    place = Place.of(output)
    found = _read(place)
    if found is None:
        return None
    site, files, folders, _ = found
    whole = _has_all(_unpack(files, _FILE), _unpack(folders, _FOLDER), place.folder)
    return site if whole else None


def is_whole(inventory: Inventory, folder: Path) -> bool:
    """Whether the tree in `folder` is still the one that the inventory tells of."""
    return _has_all(inventory.files, inventory.folders, folder)


def _has_all(files: Mapping[str, State], folders: Mapping[str, FolderState], folder: Path) -> bool:
    if not has_folders(folders, folder):
        return False
    tree = str(folder)
    try:
        for path, state in files.items():
            if state_of(os.lstat(f"{tree}/{path}")) != state:
                return False
    except OSError:
        return False
    return True


def has_folders(folders: Mapping[str, FolderState], tree: Path) -> bool:
    """Whether nothing was made, renamed or removed in any of the folders, nor any of them."""
    root = str(tree)
    try:
        for path, state in folders.items():
            if folder_state_of(os.lstat(f"{root}/{path}")) != state:
                return False
    except OSError:
        return False
    return True


def state_of(at: os.stat_result) -> State:
    """What of the answer of the system tells one state of a file from another."""
    return at.st_mode, at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino & _POSITIVE


def folder_state_of(at: os.stat_result) -> FolderState:
    """The same of a folder."""
    return at.st_mtime_ns, at.st_ino & _POSITIVE


def file_states(tree: Path, paths: Iterable[str], linked: Mapping[str, State]) -> dict[str, State]:
    """The states of files of a tree, those in `linked` being known from before they got a link.

    One of these that was written to meanwhile keeps that state: then it is in doubt, as it is.
    """
    states = {}
    for path in paths:
        state = state_of(os.lstat(f"{tree}/{path}"))
        before = linked.get(path, state)
        states[path] = before if _is_written_to(before, state) else state
    return states


def _is_written_to(before: State, after: State) -> bool:
    return before[:_CHANGED] != after[:_CHANGED] and before[-1] == after[-1]


def folder_states(tree: Path, paths: Iterable[str]) -> dict[str, FolderState]:
    """The states of folders of a tree."""
    return {path: folder_state_of(os.lstat(f"{tree}/{path}")) for path in paths}


def read_inventory(place: Place) -> Inventory | None:
    """Read the inventory of a place; None when it is absent or damaged in any way."""
    found = _read(place)
    if found is None:
        return None
    site, files, folders, more = found
    digests, spare, lag = marshal.loads(more)  # noqa: S302 - as in `_read`
    states = _unpack(files, _FILE)
    pieces = (digests[start : start + 32] for start in range(0, len(digests), 32))
    known = dict(zip(states, pieces, strict=True))
    folder_states = _unpack(folders, _FOLDER)
    return Inventory(site, states, folder_states, known, _unpack(spare, _FOLDER), frozenset(lag))


def _read(place: Place) -> tuple[bytes, _Packed, _Packed, bytes] | None:
    """Read what tells whether a tree is whole, and the rest still packed."""
    try:
        text = place.inventory.read_bytes()
    except OSError:
        return None
    head, body = text[:_HEAD], memoryview(text)[_HEAD:]
    if head != _MAGIC + zlib.crc32(body).to_bytes(4, "big"):
        return None
    # It holds values only, and who could write it could write the site itself.
    site, files, folders, more = marshal.loads(body)  # noqa: S302 - said above
    return site, files, folders, more


def write_inventory(inventory: Inventory, place: Place) -> None:
    """Write the inventory, which is not worth a failure: a torn one is known by its check."""
    digests = b"".join([inventory.digests[path] for path in inventory.files])
    more = marshal.dumps((digests, _pack(inventory.spare), sorted(inventory.lag)))
    body = marshal.dumps((inventory.site, _pack(inventory.files), _pack(inventory.folders), more))
    with suppress(OSError):
        place.inventory.write_bytes(_MAGIC + zlib.crc32(body).to_bytes(4, "big") + body)


def _pack(table: Mapping[str, State]) -> _Packed:
    return "\0".join(table), array("q", chain.from_iterable(table.values())).tobytes()


def _unpack(packed: _Packed, width: int) -> dict[str, State]:
    names, numbers = packed
    flat = array("q")
    flat.frombytes(numbers)
    columns = (flat[start::width] for start in range(width))
    return dict(zip(names.split("\0"), zip(*columns, strict=True), strict=False))

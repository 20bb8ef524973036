"""The inventory beside a published folder: what stands there, so that it need not be read again.

It only ever saves work. One that is absent, damaged or about another tree is as good as none.
It imports nothing heavy, as `looked_at` is asked before anything else is done.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter, eq
from pathlib import Path

from zorgpact_site.file_states import (
    Packed,
    State,
    columns,
    pack,
    sealed,
    states_of,
    unpack,
    unsealed,
)
from zorgpact_site.kept_files import read_kept
from zorgpact_site.publishing.meanwhile import meanwhile
from zorgpact_site.publishing.place import Place

# Of a file: its mode, size, times of change (of its bytes, of anything) and inode.
MODE, SIZE, _CHANGED = 0, 1, 3
# Of a folder: its mode, time of change (an entry made, renamed or removed) and inode.
FolderState = tuple[int, ...]

# What of the answer of the system tells one state of a file, or of a folder, from another.
state_of: Callable[[os.stat_result], State] = attrgetter(
    "st_mode", "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"
)
folder_state_of: Callable[[os.stat_result], FolderState] = attrgetter(
    "st_mode", "st_mtime_ns", "st_ino"
)

# So many files are looked at in no time. Of more another process looks at this part, and at all
# folders, while this one looks at the texts of the site.
_FEW, _FIRST = 4000, 0.58

_MAGIC = b"zorgpact-site inventory 3\n"
# The kinds of numbers in a state; some file systems number their inodes up to 2 ** 64.
_FILE, _FOLDER = "qqqqQ", "qqQ"


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
    pieces = map(digests.__getitem__, paths)
    return hashlib.sha256(b"".join([names.digest(), *pieces])).digest()


@contextmanager
def looked_at(
    output: Path, processes: int = 1, few: int = _FEW
) -> Iterator[Callable[[], bytes | None]]:
    """Tell whether the folder still is wholly what we published: the digest of that, or None.

    Another process begins with that at once, if there may be one and there are more than a `few`
    files; what is given does the rest.

    It notices a file or folder that was added, removed, replaced, renamed or written to, one with
    other rights, another folder at this place, and a clock that was set back. It does not notice
    bytes that rot on the disk or are written around the file system, nor a file rewritten in the
    same size within the same tick of the kernel's clock (at most some milliseconds) as our own
    writing. It takes no lock: of a publication that is under way it sees the time before or the
    time after.
    """
    place = Place.of(output)
    found = _read(place)
    if found is None:
        yield lambda: None
        return
    site, files, folders, _ = found
    many = files[0].count("\0") + 1
    first = int(many * _FIRST) if processes > 1 and many > few else 0

    def stand(start: int, end: int | None) -> bool:
        paths, states = columns(files, _FILE)
        return _stand_so(place.folder, paths[start:end], islice(states, start, end), state_of)

    def begun() -> bool:
        table = columns(folders, _FOLDER)
        return _stand_so(place.folder, *table, folder_state_of) and stand(0, first)

    with meanwhile(begun) if first else nullcontext(begun) as answer:
        yield lambda: site if stand(first, None) and answer() else None


def is_whole(inventory: Inventory, folder: Path) -> bool:
    """Whether the tree in `folder` is still the one that the inventory tells of."""
    files = inventory.files
    return has_folders(inventory.folders, folder) and _stand_so(
        folder, files, files.values(), state_of
    )


def is_rooted(inventory: Inventory, place: Place) -> bool:
    """Whether both trees still are those that the inventory tells of, whatever is in them now."""
    trees = (inventory.folders, place.folder), (inventory.spare, place.spare)
    return all(has_folders({"": table[""]}, tree) for table, tree in trees if table)


def has_folders(folders: Mapping[str, FolderState], tree: Path) -> bool:
    """Whether nothing was made, renamed or removed in any of the folders, nor their rights."""
    return _stand_so(tree, folders, folders.values(), folder_state_of)


def _stand_so(
    tree: Path,
    paths: Iterable[str],
    states: Iterable[State],
    of: Callable[[os.stat_result], State],
) -> bool:
    try:
        return all(map(eq, states_of(str(tree), paths, of), states))
    except OSError:
        return False


def file_states(tree: Path, paths: Iterable[str], linked: Mapping[str, State]) -> dict[str, State]:
    """The states of files of a tree, those in `linked` being known from before they got a link.

    One of these that was written to meanwhile keeps that state: then it is in doubt, as it is.
    """
    paths = tuple(paths)
    states = dict(zip(paths, states_of(str(tree), paths, state_of), strict=True))
    for path in states.keys() & linked.keys():
        if _is_written_to(linked[path], states[path]):
            states[path] = linked[path]
    return states


def _is_written_to(before: State, after: State) -> bool:
    return before[:_CHANGED] != after[:_CHANGED] and before[-1] == after[-1]


def folder_states(tree: Path, paths: Iterable[str]) -> dict[str, FolderState]:
    """The states of folders of a tree."""
    paths = tuple(paths)
    return dict(zip(paths, states_of(str(tree), paths, folder_state_of), strict=True))


def read_inventory(place: Place) -> Inventory | None:
    """Read the inventory of a place; None when it is absent or damaged in any way."""
    found = _read(place)
    if found is None:
        return None
    site, files, folders, more = found
    digests, spare, lag = marshal.loads(more)  # noqa: S302 - as in `unsealed`
    states = unpack(files, _FILE)
    pieces = (digests[start : start + 32] for start in range(0, len(digests), 32))
    known = dict(zip(states, pieces, strict=True))
    folder_states = unpack(folders, _FOLDER)
    return Inventory(site, states, folder_states, known, unpack(spare, _FOLDER), frozenset(lag))


def _read(place: Place) -> tuple[bytes, Packed, Packed, bytes] | None:
    """Read what tells whether a tree is whole, and the rest still packed."""
    try:
        text = read_kept(place.inventory)
    except OSError:
        return None
    found = unsealed(_MAGIC, text)
    if found is None:
        return None
    site, files, folders, more = found
    return site, files, folders, more


def write_inventory(inventory: Inventory, place: Place) -> None:
    """Write the inventory, which is not worth a failure: a torn one is known by its check."""
    digests = b"".join(map(inventory.digests.__getitem__, inventory.files))
    more = marshal.dumps((digests, pack(inventory.spare, _FOLDER), sorted(inventory.lag)))
    files, folders = pack(inventory.files, _FILE), pack(inventory.folders, _FOLDER)
    with suppress(OSError):
        place.inventory.unlink(missing_ok=True)  # it may be no file, and never take what is written
        place.inventory.write_bytes(sealed(_MAGIC, (inventory.site, files, folders, more)))

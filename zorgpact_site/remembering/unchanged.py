"""Whether anything changed since the last publication, told before anything heavy is loaded.

A file is the same when its size, times and number are, as the system keeps them; else when its
bytes are, so that a fresh checkout in CI is known again too. A file that was written so shortly
before it was looked at that clocks cannot tell is looked into as well.
"""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias

from zorgpact_site.file_states import KINDS, State, columns, pack, state_of, states_of
from zorgpact_site.kept_files import Lost, keep, read_kept
from zorgpact_site.remembering.digests import program
from zorgpact_site.walking import walk

MEMORY = Path(".zorgpact") / "memory"
_FILE = "unchanged"
# Nanoseconds that clocks of file systems cannot tell apart. Some count in steps of two seconds, all
# others in those of the kernel, of at most ten milliseconds.
_COARSE, _FINE, _SECOND = 2_000_000_000, 20_000_000, 1_000_000_000
_BROKEN = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
_FOLDERS = ("content", "templates")
_Files: TypeAlias = dict[str, tuple[State, bytes]]  # with the digest of the bytes
_DIGEST = 16  # bytes
_PARTS, _SIZE = 4, 8


@dataclass(frozen=True, slots=True)
class Published:
    """What the last publication came to, and what was `asked` of it.

    `site` is the digest of all that was published, `verdict` the name of its mistakes in memory,
    empty when there were none.
    """

    asked: list[str]
    site: str
    pages: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Moment:
    """The files of a site at one moment, before anything is read of them."""

    started: int
    files: dict[str, State]


def moment(root: Path) -> Moment:
    """Look at all files of a site."""
    now = time.time_ns()
    paths = [path for folder in _FOLDERS for path, _ in walk(root / folder, folder)]
    return Moment(now, dict(zip(paths, states_of(str(root), paths, state_of), strict=True)))


def digests(texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """What stands for the bytes of each text, once those are not at hand any more."""
    return {path: _digest_of(data) for path, data in texts.items()}


def remember(
    folder: Path,
    root: Path,
    seen: Moment,
    texts: Mapping[str, bytes],
    published: Published,
    *,
    lost: Lost = lambda _error: None,
) -> None:
    """Note what was published of the files as they were `seen` before they were read.

    `texts` are the digests of the bytes that were read of some. Nothing is noted when another file
    may have changed since it was seen, or when it cannot be written; of the latter `lost` is told.
    """
    with suppress(*_BROKEN):
        known, files = _known(folder), _Files()
        now = states_of(str(root), seen.files, state_of)
        for (path, state), again in zip(seen.files.items(), now, strict=True):
            old = known.get(path)
            sure = state == again and _is_settled(state, seen.started)
            if sure and old and old[0] == state:
                files[path] = old
            elif path in texts:
                # With no time, so that it is looked into the next time, if clocks cannot tell.
                files[path] = state if sure else (state[0], 0, 0, 0), texts[path]
            elif sure:
                files[path] = state, _digest(root / path)
            else:
                (folder / _FILE).unlink(missing_ok=True)
                return
        try:
            _write(folder, files, published)
        except OSError as error:
            lost(error)


@dataclass(frozen=True, slots=True)
class Recalled:
    """The last publication, and which of the files it follows from were `changed` since.

    The files are as they were `seen` at this moment.
    """

    published: Published
    changed: tuple[str, ...]
    seen: Moment


def recall(folder: Path, root: Path, asked: list[str]) -> Recalled | None:
    """What was published, unless files came or went since, or anything else is asked now."""
    try:
        made_by, published, files = _kept(folder)
        renewed, changed = False, []
        if published.asked != asked or made_by != program().hex():
            return None
        seen = moment(root)
        if seen.files.keys() != files.keys():
            return None
        for path, state in seen.files.items():
            known, digest = files[path]
            if state != known:
                if _digest(root / path) != digest:
                    changed.append(path)
                elif _is_settled(state, seen.started):
                    files[path], renewed = (state, digest), True
        if renewed and not changed:
            with suppress(OSError):  # then they are looked into again the next time
                _write(folder, files, published)
    except _BROKEN:
        return None
    return Recalled(published, tuple(changed), seen)


def _is_settled(state: State, now: int) -> bool:
    """Whether a change after `now` would give the file another time."""
    _, changed, touched, _ = state
    coarse = changed % _SECOND == 0 or touched % _SECOND == 0
    return max(changed, touched) < now - (_COARSE if coarse else _FINE)


def _digest(file: Path) -> bytes:
    return _digest_of(bytes(file.readlink()) if file.is_symlink() else file.read_bytes())


def _digest_of(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _known(folder: Path) -> _Files:
    """The files of the last time; none when nothing was kept, or when that is damaged."""
    try:
        return _kept(folder)[-1]
    except _BROKEN:
        return {}


def _kept(folder: Path) -> tuple[str, Published, _Files]:
    kept = memoryview(read_kept(folder / _FILE))
    if kept[:_DIGEST] != _digest_of(kept[_DIGEST:]):
        raise ValueError("damaged")
    parts, start = [], _DIGEST
    for _ in range(_PARTS):
        end = start + _SIZE + int.from_bytes(kept[start : start + _SIZE], "big")
        parts.append(bytes(kept[start + _SIZE : end]))
        start = end
    head, names, numbers, digests = parts
    about: dict[str, Any] = json.loads(head)
    paths, states = columns((os.fsdecode(names), numbers), KINDS)
    each = (digests[at : at + _DIGEST] for at in range(0, len(digests), _DIGEST))
    files = dict(zip(paths, zip(states, each, strict=True), strict=True))
    return about["program"], Published(**about["published"]), files


def _write(folder: Path, files: _Files, published: Published) -> None:
    head = json.dumps({"program": program().hex(), "published": asdict(published)}).encode()
    names, numbers = pack({path: state for path, (state, _) in files.items()}, KINDS)
    digests = b"".join([digest for _, digest in files.values()])
    parts = (head, os.fsencode(names), numbers, digests)
    body = b"".join([len(part).to_bytes(_SIZE, "big") + part for part in parts])
    keep(folder / _FILE, _digest_of(body) + body)

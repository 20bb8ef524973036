"""What the system tells of many files or folders: asked in a row, and kept column by column.

Both are for sites of ten thousand texts, where every step of Python for each of them is felt.
"""

import marshal
import os
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeAlias

# Some numbers of a file or folder, as many as there are in the `kinds` of the table it is in.
State: TypeAlias = tuple[int, ...]
# The paths, and the numbers of their states, column by column.
Packed: TypeAlias = tuple[str, bytes]

# Of a file: its size, the times of change of its bytes and of anything, its number. Who changes
# its bytes can put back the first of these times (`cp -p` does), but not the second.
KINDS = "qqqQ"
state_of: Callable[[os.stat_result], State] = attrgetter(
    "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"
)


def states_of(
    root: str, paths: Iterable[str], of: Callable[[os.stat_result], State]
) -> Iterator[State]:
    """The states of what lies at these paths below a folder. Raises OSError for what is absent."""
    return map(of, map(os.lstat, [f"{root}/{path}" for path in paths]))


def pack(table: Mapping[str, State], kinds: str) -> Packed:
    """A table of states by path; `kinds` are the kinds of their numbers, as `array` names them."""
    columns = zip(kinds, zip(*table.values(), strict=True), strict=False)  # no rows, no columns
    return "\0".join(table), b"".join([array(*column).tobytes() for column in columns])


def columns(packed: Packed, kinds: str) -> tuple[list[str], Iterator[State]]:
    """The paths and the states; of no paths the one name that is empty, and no state.

    Raises ValueError for numbers that are not of these kinds.
    """
    names, numbers = packed
    size = len(numbers) // len(kinds)
    pieces = (array(kind, numbers[size * n :][:size]) for n, kind in enumerate(kinds))
    return names.split("\0"), zip(*pieces, strict=True)


def unpack(packed: Packed, kinds: str) -> dict[str, State]:
    """The table again."""
    return dict(zip(*columns(packed, kinds), strict=False))


def sealed(magic: bytes, values: tuple[Any, ...]) -> bytes:
    """Values as a file holds them, behind a word for its form and a check of all that follows."""
    body = marshal.dumps(values)
    return magic + zlib.crc32(body).to_bytes(4, "big") + body


def unsealed(magic: bytes, text: bytes) -> Any:
    """The values again; None when the file has another form or is damaged in any way."""
    size = len(magic) + 4
    head, body = text[:size], memoryview(text)[size:]
    if head != magic + zlib.crc32(body).to_bytes(4, "big"):
        return None
    # It holds values only, and who could write it could write what it tells of.
    return marshal.loads(body)  # noqa: S302 - said above

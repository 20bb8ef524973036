"""Long lists in parts, numbered from the oldest.

Part 1 holds the oldest items for ever, so one new article changes only the newest part and
an address once shared keeps its contents. Only the newest part may tell how much there is in all:
then the others stay as they are to the byte. When enough has come for one more part, the part
before it gets another link to what is newer, and that is all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from zorgpact_site.planning.addresses import Addresses, Here
from zorgpact_site.planning.pieces import Link, Pager

T = TypeVar("T")
PART = 20


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part of a list: `number` of `total`, the newest part having the highest number.

    `whole` counts the items of all parts together.
    """

    number: int
    total: int
    whole: int
    items: tuple[T, ...]

    @property
    def newest(self) -> bool:
        """Whether this is the part that stands on the list's own address."""
        return self.number == self.total


def parts_of(items: Sequence[T], size: int = PART) -> Iterator[Part[T]]:
    """Cut a list (newest first) into parts, newest part first; an empty list is one part.

    All parts hold `size` items, but the newest, which holds up to twice as many, less one.
    """
    total = max(len(items) // size, 1)
    first = len(items) - (total - 1) * size
    yield Part(total, total, len(items), tuple(items[:first]))
    for number in range(total - 1, 0, -1):
        start = first + (total - 1 - number) * size
        yield Part(number, total, len(items), tuple(items[start : start + size]))


def address_of(address: str, part: Part[T]) -> str:
    """Where a part stands: the newest on the list's own address."""
    return address if part.newest else Addresses.part(address, part.number)


def pager(address: str, part: Part[T], here: Here) -> Pager | None:
    """Links to the parts before and after; None when there is only one part."""
    if part.total == 1:
        return None
    newer = older = None
    if not part.newest:
        after = part.number + 1
        to = address if after == part.total else Addresses.part(address, after)
        newer = Link("Nieuwere", here.to(to))
    if part.number > 1:
        older = Link("Oudere", here.to(Addresses.part(address, part.number - 1)))
    return Pager(name_of_part(part), newer, older)


def name_of_part(part: Part[T]) -> str:
    """What a part of several is called."""
    if part.newest:
        return f"Nieuwste van {part.total} delen"
    return f"Deel {part.number}{' (oudste)' if part.number == 1 else ''}"

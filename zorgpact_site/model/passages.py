"""The words of a text block by block, as typed, each with its place in the file."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from zorgpact_site.diagnostics import Location

# What stands for something that has no words of its own, such as code between backticks.
THING = "\ufffc"
# Signs without a width of their own: zero-width spaces and joiners, marks of direction, soft
# hyphens. The joiner U+200D is none of them here: it holds the parts of an emoji together.
NO_WIDTH = "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"
# Spaces at which no line may end.
FIXED_SPACES = "\u00a0\u2007\u202f"
INVISIBLE = f" \t\n{FIXED_SPACES}{NO_WIDTH}"


class Role(StrEnum):
    """What kind of block holds the words."""

    TITLE = "title"
    SUMMARY = "summary"
    CAPTION = "caption"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Stretch:
    r"""From `offset` on, the words of a passage stand at `line` and `column`, both from 1.

    They are not `plain` when the file has another form of them, such as `&nbsp;` or `\*`.
    """

    offset: int
    line: int
    column: int
    plain: bool = True


class Typed(Protocol):
    """Where the words of a passage stand in the file; found out when it is asked, so seldom.

    `stretches` are in the order of the text and the first has offset 0; without them the words
    stand somewhere in `where`, such as the value of a key that is folded over lines.
    """

    @property
    def where(self) -> Location:
        """The first line of the block, or the whole value."""

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The pieces of the words that stand apart in the file."""


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a key, or words that stand in no file."""

    where: Location
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block without markup, on one line, with the signs as typed.

    A line break counts as a space and code as `THING`; notes and pictures leave no sign.
    `linked` holds start and end of the words of each link, in their order.
    """

    role: Role
    text: str
    typed: Typed
    linked: tuple[tuple[int, int], ...] = ()

    def locate(self, start: int, end: int) -> Location:
        """Where the words from `start` to `end` stand; the part on the first line of them."""
        stretches = self.typed.stretches
        if not stretches:
            return self.typed.where
        first = _at(stretches, start)
        begun = stretches[first]
        stop = end
        for later in stretches[first + 1 :]:
            if later.offset >= end or later.line != begun.line:
                stop = min(end, later.offset)
                break
        last = stretches[_at(stretches, max(stop - 1, start))]
        column = begun.column + start - begun.offset
        length = max(last.column + stop - last.offset - column, 0)
        if stop < end and self.text[start:stop].endswith(" "):
            length -= 1  # the space that stands for a line break is not in the file
        return Location(self.typed.where.path, begun.line, column, length)

    def exact(self, start: int, end: int) -> bool:
        """Whether the file holds precisely these words at one place, without markup between."""
        stretches = self.typed.stretches
        if not stretches:
            return False
        first = _at(stretches, start)
        return stretches[first].plain and first == _at(stretches, max(end - 1, start))

    def is_linked(self, start: int, end: int) -> bool:
        """Whether any of these words is part of a link."""
        return any(begin < end and start < stop for begin, stop in self.linked)


def _at(stretches: tuple[Stretch, ...], offset: int) -> int:
    return max(bisect_right(stretches, offset, key=lambda one: one.offset) - 1, 0)

"""The words of a text block by block, as typed, each with its place in the file."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block without markup, on one line, with the signs as typed.

    A line break counts as a space and code as `THING`; notes and pictures leave no sign.
    `linked` holds start and end of the words of each link, in their order. The stretches
    are in the order of the text and the first has offset 0; without stretches the words
    stand somewhere in `where`, such as the value of a key that is folded over lines.
    """

    role: Role
    text: str
    where: Location
    stretches: tuple[Stretch, ...] = ()
    linked: tuple[tuple[int, int], ...] = ()

    def locate(self, start: int, end: int) -> Location:
        """Where the words from `start` to `end` stand; the part on the first line of them."""
        if not self.stretches:
            return self.where
        first = self._at(start)
        begun = self.stretches[first]
        stop = end
        for later in self.stretches[first + 1 :]:
            if later.offset >= end or later.line != begun.line:
                stop = min(end, later.offset)
                break
        last = self.stretches[self._at(max(stop - 1, start))]
        column = begun.column + start - begun.offset
        length = max(last.column + stop - last.offset - column, 0)
        if stop < end and self.text[start:stop].endswith(" "):
            length -= 1  # the space that stands for a line break is not in the file
        return Location(self.where.path, begun.line, column, length)

    def exact(self, start: int, end: int) -> bool:
        """Whether the file holds precisely these words at one place, without markup between."""
        if not self.stretches:
            return False
        first = self._at(start)
        return self.stretches[first].plain and first == self._at(max(end - 1, start))

    def is_linked(self, start: int, end: int) -> bool:
        """Whether any of these words is part of a link."""
        return any(begin < end and start < stop for begin, stop in self.linked)

    def _at(self, offset: int) -> int:
        return max(bisect_right(self.stretches, offset, key=lambda one: one.offset) - 1, 0)

"""A file as it lies on disk beside the text that places are counted in, so that edits keep bytes.

Places count lines and columns of a text without byte order mark and with one kind of line end.
An edit becomes a splice of that text; here it finds its way back to the bytes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from zorgpact_site.diagnostics import Location
from zorgpact_site.source import Source, Text, as_text

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Doubt(StrEnum):
    """Why an edit is not made; English, and keys of the message catalogue."""

    NO_PLACE = "the file has no such place"
    NOT_UTF8 = "the file is not saved as UTF-8"
    NO_PROPERTIES = "the block of properties cannot be read"
    WOULD_BREAK = "the block of properties would break"
    CHANGES_MORE = "more would change than was asked for"
    CHANGES_NOTHING = "it would change nothing"
    NO_VALUE = "no value of the properties starts here"
    NO_ROOM = "a list does not fit in this place"
    GROUP = "the value is a group of keys, no list"
    FORM = "the list has a form that is not understood"
    SEVERAL_LINES = "the value runs over several lines"
    NOTE_BEHIND = "a note stands behind the value"
    NO_LINK = "the link is not found in the text"
    NO_TEXT = "the file is no text of the site"
    HARM = "it would bring another mistake"


class Unsafe(Exception):
    """An edit that cannot be made with certainty."""

    def __init__(self, reason: Doubt) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Splice:
    """From `start` to `end` of a text (signs from 0, a line end is one) comes `text`."""

    start: int
    end: int
    text: str

    def overlaps(self, other: "Splice") -> bool:
        """Whether the two want the same place, so that their order would matter."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


@dataclass(frozen=True, slots=True)
class Original:
    """The signs of a file as stored (`raw`), its text, and where lines start in each."""

    raw: str
    text: Text
    raw_starts: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def content(self) -> str:
        """The text that places are counted in."""
        return self.text.content

    def offset(self, line: int, column: int = 1) -> int:
        """How many signs of the text stand before a place; Unsafe when there is no such place."""
        if not (0 < line <= len(self.text.lines) and 0 < column <= len(self.text.line(line)) + 1):
            raise Unsafe(Doubt.NO_PLACE)
        return self.starts[line - 1] + column - 1

    def span(self, where: Location) -> tuple[int, int]:
        """Start and end of a location; the length may run over line ends."""
        start = self.offset(where.line, where.column)
        if start + where.length > len(self.content):
            raise Unsafe(Doubt.NO_PLACE)
        return start, start + where.length

    def line_of(self, offset: int) -> int:
        """The line, from 1, that the sign at an offset stands on."""
        return bisect_right(self.starts, offset)

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with these splices made, which do not overlap."""
        ordered = sorted(splices, key=lambda one: (one.start, one.end))
        if any(one.overlaps(two) for one, two in pairwise(ordered)):
            raise ValueError("splices overlap")
        done, parts, line_end = 0, list[str](), self.line_end
        for one in ordered:
            parts += [self.raw[done : self._raw(one.start)], one.text.replace("\n", line_end)]
            done = self._raw(one.end)
        return "".join([*parts, self.raw[done:]]).encode()

    @property
    def line_end(self) -> str:
        """The line end that the file uses most."""
        found = _LINE_END.findall(self.raw)
        return max(("\n", "\r\n", "\r"), key=found.count)

    def _raw(self, offset: int) -> int:
        line = bisect_right(self.starts, offset) - 1
        return self.raw_starts[line] + offset - self.starts[line]


@lru_cache(maxsize=4)  # of one file each edit asks anew
def original_of(source: Source) -> Original:
    """Look at a file; Unsafe when it is not UTF-8."""
    try:
        raw = source.data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unsafe(Doubt.NOT_UTF8) from None
    first = len(_MARK) if raw.startswith(_MARK) else 0
    ends = list(_LINE_END.finditer(raw, first))
    text = as_text(source.path, raw)
    starts = [0]
    for line in text.lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return Original(raw, text, (first, *(end.end() for end in ends)), tuple(starts))

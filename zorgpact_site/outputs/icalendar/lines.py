"""Content lines: texts made harmless, and lines folded. Source: RFC 5545, 3.1 and 3.3.11."""

import re
from collections.abc import Iterable, Iterator

_OCTETS = 75  # of a line, without its end
_LATER = range(0b1000_0000, 0b1100_0000)  # octets of a character in UTF-8 after its first
_HARMFUL = re.compile(r"\r\n|[\\;,\x00-\x08\n-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_ENDS = ("\r\n", *"\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# What else is harmful is a control character, and is left out.
_HARMLESS = {sign: f"\\{sign}" for sign in "\\;,"} | dict.fromkeys(_LINE_ENDS, "\\n")


def text(value: str) -> str:
    """A value of type TEXT: whatever it holds, it stays one value of one property."""
    return _HARMFUL.sub(lambda one: _HARMLESS.get(one[0], ""), value)


def texts(values: Iterable[str]) -> str:
    """Several values of type TEXT in one property."""
    return ",".join(map(text, values))


def encoded(lines: Iterable[str]) -> bytes:
    """The bytes of content lines: folded, each ended by CR and LF."""
    return b"".join(
        b"%s\r\n" % part
        for line in map(str.encode, lines)
        for part in ((line,) if len(line) <= _OCTETS else _folded(line))
    )


def _folded(line: bytes) -> Iterator[bytes]:
    """A line in parts of at most 75 octets, never cut within a character."""
    start = b""
    while len(start) + len(line) > _OCTETS:
        end = _OCTETS - len(start)
        while line[end] in _LATER:
            end -= 1
        yield start + line[:end]
        line, start = line[end:], b" "
    yield start + line

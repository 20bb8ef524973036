"""What files for programs may hold, as data; `outputs` write it down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextFile:
    """A plain text; lines end in a line feed, the last one too."""

    text: str


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """What is written down already, as others tell of its size: it may be too large to copy."""

    data: bytes

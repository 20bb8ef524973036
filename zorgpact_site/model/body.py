"""A text as read: HTML with open places for what only the whole site can tell."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from zorgpact_site.diagnostics import Location


class Fill(StrEnum):
    """What belongs in an open place."""

    HREF = "href"
    LABEL = "label"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Slot:
    """An open place: `index` counts the references of the body it stands in."""

    fill: Fill
    index: int


# Characters; a summary made of a text takes no further sentence once it has so many.
EXCERPT = 200
Pieces: TypeAlias = tuple[str | Slot, ...]


class Laid(ABC):
    """The HTML of a text, open or aside, from where it comes when it is asked for."""

    __slots__ = ()

    @abstractmethod
    def __call__(self) -> Pieces:
        """Give it."""


@dataclass(frozen=True, slots=True)
class Open(Laid):
    """HTML at hand; false when there is none."""

    pieces: Pieces = ()

    def __call__(self) -> Pieces:
        """Give it."""
        return self.pieces

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.pieces)


NO_TEXT = Open()


class Manner(StrEnum):
    """How an editor wrote a reference.

    As BARE it is an address in the text that became a link by itself, as NAME a plain name that
    was made a link.
    """

    WIKI = "wiki"
    LINK = "link"
    BARE = "bare"
    IMAGE = "image"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Reference:
    """Something the text points to.

    `target` is as typed, without `#anchor`; `title` is the caption of a picture, or the own words
    of a link by name; `sentence` is the one that it stands in, empty when it stands in none.
    """

    manner: Manner
    target: str
    anchor: str
    where: Location
    alt: str = ""
    title: str = ""
    sentence: Pieces = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, with the anchor that leads to it.

    `signs` are the `#` it is typed with at the start of `where`, 0 when it is typed otherwise.
    A `bare` one has nothing below it before the next heading or the end of what holds it.
    """

    level: int
    anchor: str
    text: str
    where: Location
    signs: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page: `html` and `opening` have slots for `references`.

    `laid` is false where there is no HTML. `opening` are its first sentences, of which a summary
    can be made. `notes` counts the footnotes that the text refers to. Its words are in `Words`,
    which only reading sees.
    """

    laid: Laid = NO_TEXT
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    opening: tuple[Pieces, ...] = ()
    notes: int = 0

    @property
    def html(self) -> Pieces:
        """The text with its slots."""
        return self.laid()


def filled(pieces: Pieces, fill: Callable[[Slot], str]) -> str:
    """Join pieces to one text, each slot filled by `fill`."""
    return "".join([piece if isinstance(piece, str) else fill(piece) for piece in pieces])

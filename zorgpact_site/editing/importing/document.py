"""What an old text holds, whatever its form: title, blocks, and what there is to say of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from zorgpact_site.diagnostics import Rule


class Shape(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text: `markdown` as it goes into the draft, `words` without any markup.

    `level` is that of a heading, from 2.
    """

    shape: Shape
    markdown: str
    words: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the editor must look at; `near` is a piece of the draft by which its place is found."""

    rule: Rule
    near: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An old text; `left_out` are lines that were navigation, in their order.

    `title` and `summary` are empty when the source has none. `pictures` tell by the name it
    gets in `content/media/` which file beside the source a picture is.
    """

    title: str
    summary: str
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = field(default=())
    published: str = ""

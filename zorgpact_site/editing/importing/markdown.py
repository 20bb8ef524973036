"""Plain words become Markdown that shows precisely those words."""

import re
from collections.abc import Iterable

from zorgpact_site.editing.importing.document import Block, Shape

_ADDRESS = re.compile(r"(https?://[^\s<>\"“”‘’]+)")
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_RISKY = re.compile(r"[\\`*\[\]~&]|(?<![^\W_])_|_(?![^\W_])")
_START = re.compile(r"[#>:~]|[-+](?:\s|$)|--")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NOTE = re.compile(r"\\\[(\d{1,3})\\\](?:[.:])?\s+(?=\S)")
_MARK = re.compile(r" ?\\\[(\d{1,3})\\\]")


def escaped(text: str) -> str:
    """Words with a backslash before each sign that means something; addresses stay links."""
    pieces = _ADDRESS.split(text)
    return "".join(
        (f"<{piece}>" if _RISKY.search(piece) else piece) if at % 2 else escaped_words(piece)
        for at, piece in enumerate(pieces)
    )


def escaped_words(text: str) -> str:
    """Words with a backslash before each sign that means something, in addresses too."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def started(markdown: str) -> str:
    """A line of Markdown whose start does not happen to be a list, heading or block."""
    number = _NUMBER.match(markdown)
    if number:
        return f"{number[1]}\\{markdown[number.end(1) :]}"
    return f"\\{markdown}" if _START.match(markdown) else markdown


def text_block(words: str) -> Block:
    """A paragraph of plain words."""
    return Block(Shape.TEXT, started(escaped(words)), words)


def heading(markdown: str, words: str, level: int = 2) -> Block:
    """A heading in the text, at most six levels deep."""
    level = min(max(level, 2), 6)
    # Signs at the end would be read as the closing signs of a heading.
    shown = re.sub(r"#+$", lambda match: match[0].replace("#", "\\#"), markdown)
    return Block(Shape.HEADING, f"{'#' * level} {shown}", words, level)


def with_notes(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in which `[1]` is a footnote, when it is both a mark and the start of a block."""
    blocks = tuple(blocks)
    notes: dict[str, int] = {}
    for at, block in enumerate(blocks):
        match = _NOTE.match(block.markdown) if block.shape is Shape.TEXT else None
        if match:
            notes.setdefault(match[1], at)
    places = frozenset(notes.values())
    marked = {
        label
        for at, block in enumerate(blocks)
        if at not in places
        for label in _MARK.findall(block.markdown)
    }
    used = {label: at for label, at in notes.items() if label in marked}
    starts = {at: label for label, at in used.items()}
    return tuple(_noted(block, starts.get(at, ""), used) for at, block in enumerate(blocks))


def body(blocks: Iterable[Block]) -> str:
    """The text of a draft."""
    return "".join(f"{block.markdown}\n\n" for block in blocks).rstrip("\n") + "\n"


def _noted(block: Block, label: str, used: dict[str, int]) -> Block:
    if label:
        rest = _NOTE.sub("", block.markdown, count=1)
        return Block(Shape.OTHER, f"[^{label}]: {started(rest)}", block.words)
    marked = _MARK.sub(lambda one: f"[^{one[1]}]" if one[1] in used else one[0], block.markdown)
    return Block(block.shape, marked, block.words, block.level)

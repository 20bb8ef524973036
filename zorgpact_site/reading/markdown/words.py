"""The words of a block without its markup, and where each piece of them was typed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.model.passages import THING, Passage, Role, Stretch
from zorgpact_site.reading.markdown.places import END, START, Block

_WORDS = "words"
_BREAKS = {"softbreak", "hardbreak"}
_MARKS = {"em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"}
_ROLES = {
    "heading_open": Role.HEADING,
    "th_open": Role.CELL,
    "td_open": Role.CELL,
    "dt_open": Role.ITEM,
}
_HOLDERS = {
    "blockquote": Role.QUOTE,
    "footnote": Role.NOTE,
    "list_item": Role.ITEM,
    "dd": Role.ITEM,
}


@dataclass(slots=True)
class Words:
    """Words of a block; `pieces` pair an offset in them with one in the block's content.

    With each pair stands whether the content has the words in plain form.
    """

    text: str = ""
    pieces: list[tuple[int, int, bool]] = field(default_factory=list)
    linked: list[tuple[int, int]] = field(default_factory=list)


def note_words(state: StateCore) -> None:
    """The core rule, right after inline: later rules join tokens and change their signs."""
    for token in state.tokens:
        if token.type == "inline":
            token.meta = {**token.meta, _WORDS: _words(token)}


def passages(tokens: list[Token], blocks: Iterator[Block]) -> tuple[Passage, ...]:
    """The passages of a body; `blocks` gives a block for each inline token, in their order."""
    found: list[Passage] = []
    held: list[Role] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        kind, _, end = token.type.rpartition("_")
        if kind in _HOLDERS and end == "open":
            held.append(_HOLDERS[kind])
        elif kind in _HOLDERS and end == "close":
            held.pop()
        elif token.type == "inline":
            role = _ROLES.get(before.type if before else "") or (held[-1] if held else Role.TEXT)
            found.append(_passage(token.meta[_WORDS], role, next(blocks)))
    return tuple(found)


def _words(inline: Token) -> Words:
    words, at, opened = Words(), 0, (0, 0)
    for token in inline.children or ():
        match token.type:
            case "text" | "text_special" | "wikilink_label" if token.content:
                at = _take(words, inline.content, token, at)
            case "link_open":
                opened = (len(words.text), token.meta.get(END, at))
                at = token.meta.get(START, at)
            case "link_close":
                words.linked.append((opened[0], len(words.text)))
                at = opened[1]
            case "code_inline":
                begin = max(inline.content.find("`", at), at)
                words.pieces.append((len(words.text), begin, False))
                words.text += THING
                at = _after(inline.content, token.markup + token.content, at)
            case "image" | "footnote_ref":
                at = token.meta.get(END, at)
            case kind if kind in _BREAKS:
                begin = max(inline.content.find("\n", at), at)
                words.pieces.append((len(words.text), begin, True))
                words.text += " "
                at = _after(inline.content, "\n", at)
            case kind if kind in _MARKS:
                at = _after(inline.content, token.markup, at)
    return words


def _take(words: Words, content: str, token: Token, at: int) -> int:
    typed = token.markup if token.type == "text_special" else token.content
    start = content.find(typed, at)
    begin = start if start >= 0 else at
    words.pieces.append((len(words.text), begin, typed == token.content))
    words.text += token.content
    return begin + len(typed)


def _after(content: str, sign: str, at: int) -> int:
    found = content.find(sign, at)
    return found + len(sign) if found >= 0 else at


def _passage(words: Words, role: Role, block: Block) -> Passage:
    stretches: list[Stretch] = []
    for offset, position, plain in words.pieces if block.typed else ():
        where = block.locate(position, position)
        piece = Stretch(offset, where.line, where.column, plain)
        if not (stretches and _goes_on(stretches[-1], piece)):
            stretches.append(piece)
    whole = block.text.whole_line(block.first_line)
    return Passage(role, words.text, whole, tuple(stretches), tuple(words.linked))


def _goes_on(before: Stretch, piece: Stretch) -> bool:
    beside = piece.column - before.column == piece.offset - before.offset
    return beside and before.line == piece.line and before.plain and piece.plain

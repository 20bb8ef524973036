"""The words of a block without its markup, and where each piece of them was typed."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.model.passages import THING, Passage, Role, Stretch
from zorgpact_site.reading.markdown.places import END, START, Block

_WORDS = "words"
_MARKS = {"em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"}
_ROLES = {
    "heading_open": Role.HEADING,
    "th_open": Role.CELL,
    "td_open": Role.CELL,
    "dt_open": Role.ITEM,
}
_HOLDERS = {
    "blockquote_open": Role.QUOTE,
    "footnote_open": Role.NOTE,
    "list_item_open": Role.ITEM,
    "dd_open": Role.ITEM,
}
_HOLDER_ENDS = {opening.replace("open", "close") for opening in _HOLDERS}


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
        if token.type in _HOLDERS:
            held.append(_HOLDERS[token.type])
        elif token.type in _HOLDER_ENDS:
            held.pop()
        elif token.type == "inline":
            role = _ROLES.get(before.type if before else "") or (held[-1] if held else Role.TEXT)
            found.append(_passage(token.meta[_WORDS], role, next(blocks)))
    return tuple(found)


def _words(inline: Token) -> Words:
    words, at, opened = Words(), 0, (0, 0)
    for token in inline.children or ():
        match token.type:
            case "text" | "wikilink_label" if token.content:
                at = _take(words, inline.content, token.content, token.content, at)
            case "text_special":
                at = _take(words, inline.content, token.content, token.markup, at)
            case "softbreak" | "hardbreak":
                at = _break(words, inline.content, at)
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
            case kind if kind in _MARKS:
                at = _after(inline.content, token.markup, at)
    return words


def _take(words: Words, content: str, shown: str, typed: str, at: int) -> int:
    begin = content.find(typed, at)
    if begin < 0:
        begin = at
    words.pieces.append((len(words.text), begin, shown == typed))
    words.text += shown
    return begin + len(typed)


def _break(words: Words, content: str, at: int) -> int:
    end = content.find("\n", at)
    words.pieces.append((len(words.text), max(end, at), True))
    words.text += " "
    return max(end + 1, at)


def _after(content: str, sign: str, at: int) -> int:
    found = content.find(sign, at)
    return found + len(sign) if found >= 0 else at


def _passage(words: Words, role: Role, block: Block) -> Passage:
    stretches = tuple(_stretches(words, block)) if block.typed else ()
    whole = block.text.whole_line(block.first_line)
    return Passage(role, words.text, whole, stretches, tuple(words.linked))


def _stretches(words: Words, block: Block) -> Iterator[Stretch]:
    """The pieces with their places in the file, without those that go on where one left off."""
    starts, columns = block.lines()
    before = (-1, 0, False)
    for offset, position, plain in words.pieces:
        at = bisect_right(starts, position) - 1
        column = columns[at] + position - starts[at] + 1 if columns[at] >= 0 else 1
        here = (at, column - offset, plain)
        if not plain or here != before:
            before = here
            yield Stretch(offset, block.first_line + at, column, plain)

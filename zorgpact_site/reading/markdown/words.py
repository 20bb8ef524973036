"""The words of a block without its markup, and where each piece of them was typed."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.diagnostics import Location
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


class Words(NamedTuple):
    """Words of a block; `pieces` pair an offset in them with one in the block's content.

    With each pair stands whether the content has the words in plain form.
    """

    text: str
    pieces: tuple[tuple[int, int, bool], ...]
    linked: tuple[tuple[int, int], ...]


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
            words: Words = token.meta[_WORDS]
            typed = _Typed(words, next(blocks))
            found.append(Passage(role, words.text, typed, words.linked))
    return tuple(found)


def _words(inline: Token) -> Words:
    content, text, at, opened = inline.content, "", 0, (0, 0)
    pieces, linked = list[tuple[int, int, bool]](), list[tuple[int, int]]()
    for token in inline.children or ():
        match token.type:
            case "text" | "wikilink_label" if token.content:
                begin = max(content.find(token.content, at), at)
                pieces.append((len(text), begin, True))
                text += token.content
                at = begin + len(token.content)
            case "softbreak" | "hardbreak":
                begin = content.find("\n", at)
                pieces.append((len(text), max(begin, at), True))
                text += " "
                at = max(begin + 1, at)
            case "text_special":
                begin = max(content.find(token.markup, at), at)
                pieces.append((len(text), begin, token.content == token.markup))
                text += token.content
                at = begin + len(token.markup)
            case "link_open":
                opened = (len(text), token.meta.get(END, at))
                at = token.meta.get(START, at)
            case "link_close":
                linked.append((opened[0], len(text)))
                at = opened[1]
            case "code_inline":
                pieces.append((len(text), max(content.find("`", at), at), False))
                text += THING
                at = _after(content, token.markup + token.content, at)
            case "image" | "footnote_ref":
                at = token.meta.get(END, at)
            case kind if kind in _MARKS:
                at = _after(content, token.markup, at)
    return Words(text, tuple(pieces), tuple(linked))


def _after(content: str, sign: str, at: int) -> int:
    found = content.find(sign, at)
    return found + len(sign) if found >= 0 else at


@dataclass(frozen=True)
class _Typed:
    """Where the words of a block stand in the file."""

    words: Words
    block: Block

    @property
    def where(self) -> Location:
        return self.block.text.whole_line(self.block.first_line)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(self._stretches()) if self.block.typed else ()

    def _stretches(self) -> Iterator[Stretch]:
        """The pieces with their places, without those that go on where one left off."""
        starts, columns = self.block.lines()
        before = (-1, 0, False)
        for offset, position, plain in self.words.pieces:
            at = bisect_right(starts, position) - 1
            column = columns[at] + position - starts[at] + 1 if columns[at] >= 0 else 1
            here = (at, column - offset, plain)
            if not plain or here != before:
                before = here
                yield Stretch(offset, self.block.first_line + at, column, plain)

"""Dutch typography: quotation marks, apostrophes, dashes and the ellipsis."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# The apostrophe that stands for lost letters: ’s avonds, ’t Gooi, ’n, ’k, ’m, ’r, ’90.
_LOST_LETTERS = re.compile(r"'(?=(?:[sSnNtTmMkKrR](?!\w)|\d\d(?!\d)))")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{<‘“–—/-")
_MARKS = {'"': ("“", "”"), "'": ("‘", "’")}


def dutch_signs(state: StateCore) -> None:
    """The core rule: straight signs in running text become typographic ones.

    A mark opens after a space or an opening sign and closes elsewhere (Taaladvies:
    double and single quotation marks, apostrophe). One pass, so linear in the text.
    """
    for block in state.tokens:
        if block.type == "inline" and block.children:
            _educate(block.children)


def _educate(tokens: list[Token]) -> None:
    before = ""
    for token in tokens:
        if token.type == "text":
            token.content = educated(token.content, before)
        if token.type in {"softbreak", "hardbreak"}:
            before = "\n"
        elif token.content:
            before = token.content[-1]


def educated(text: str, before: str = "") -> str:
    """The text with typographic signs; `before` is the sign that comes before it."""
    if "..." in text:
        text = re.sub(r"\.{3,}", "…", text)
    if "--" in text:
        text = re.sub(r"(?<!-)-{2,3}(?!-)", "–", text)
    if "'" not in text and '"' not in text:
        return text
    text = _LOST_LETTERS.sub(lambda match: _apostrophe(text, match.start(), before), text)
    signs = list(text)
    for at, sign in enumerate(signs):
        if sign in _MARKS:
            previous = signs[at - 1] if at else before
            opens = not previous or previous in _OPENS_AFTER
            signs[at] = _MARKS[sign][0 if opens else 1]
    return "".join(signs)


def _apostrophe(text: str, at: int, before: str) -> str:
    """An apostrophe at the start of a word; inside one the general rule gives the same sign."""
    previous = text[at - 1] if at else before
    return "’" if not previous or previous in _OPENS_AFTER else "'"

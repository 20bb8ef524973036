"""What must be seen between blocks and inline: notes and their lines, paragraphs too long."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from mdit_py_plugins.footnote.index import footnote_def

# Two printed pages without an empty line are no paragraph.
MAX_PARAGRAPH = 5_000
# Each opening bracket makes the parser look through the rest of the block, so their number is
# bounded too: the cost then grows with the text and not with its square.
MAX_SIGNS = 250
_NOTED = "zorgpact"


@dataclass(slots=True)
class Noted:
    """Footnotes by label with the line (from 0) they are explained on, and refused blocks.

    `nested` are those within another, which is being parsed while `within` is true.
    """

    notes: list[tuple[str, int]] = field(default_factory=list)
    nested: list[tuple[str, int]] = field(default_factory=list)
    within: bool = False
    too_long: list[tuple[int, int]] = field(default_factory=list)
    crowded: list[tuple[int, int]] = field(default_factory=list)


def no_note_within_a_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: a footnote is explained, unless that is within another, which has no end."""
    noted = noted_in(state.env)
    if noted.within:
        here = footnote_def(state, start, end, True)
        if here and not silent:
            line = state.getLines(start, start + 1, 0, False).strip()
            noted.nested.append((line[2 : line.index("]")], start))
            state.line = start + 1  # else it would be taken for the target of a link
        return here
    noted.within = not silent
    try:
        return footnote_def(state, start, end, silent)
    finally:
        noted.within = False


def look_before_inline(state: StateCore) -> None:
    """The core rule: note what inline parsing or the footnote plugin will take away."""
    noted = noted_in(state.env)
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        if token.type == "footnote_reference_open":
            noted.notes.append((token.meta["label"], line))
        elif token.type == "inline" and len(token.content) > MAX_PARAGRAPH:
            noted.too_long.append((line, len(token.content)))
            token.content = ""
        elif token.type == "inline" and len(token.content) > MAX_SIGNS:
            signs = token.content.count("[") + token.content.count("://")
            if signs > MAX_SIGNS:
                noted.crowded.append((line, signs))
                token.content = ""


def noted_in(env: MutableMapping[str, Any]) -> Noted:
    """What was noted while parsing with this environment."""
    noted = env.setdefault(_NOTED, Noted())
    if not isinstance(noted, Noted):  # pragma: no cover - the key is ours
        raise TypeError(_NOTED)
    return noted

"""Anchors: each heading gets an id made from its text."""

from collections.abc import Iterable

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.model.passages import INVISIBLE
from zorgpact_site.names import slug

_LOWEST = 6


def anchors(state: StateCore) -> None:
    """The core rule: ids for headings, and one level down for all when one is a page title."""
    headings = [token for token in state.tokens if token.type == "heading_open"]
    shift = 1 if any(token.tag == "h1" for token in headings) else 0
    taken: dict[str, int] = {}
    for opening, inline, closing in zip(
        state.tokens, state.tokens[1:], state.tokens[2:], strict=False
    ):
        if opening.type != "heading_open":
            continue
        level = min(int(opening.tag[1]) + shift, _LOWEST)
        was_title, signs = opening.tag == "h1", opening.markup.count("#")
        opening.meta = {**opening.meta, "level": level, "was_title": was_title, "signs": signs}
        opening.tag = closing.tag = f"h{level}"
        opening.attrSet("id", _free(slug(plain(inline.children or ())) or "kop", taken))


def note_bare(tokens: Iterable[Token]) -> None:
    """Leave with each heading whether nothing follows up to the next one, seen from the end.

    A rule across the page and a paragraph without a visible sign are nothing; footnotes, which
    stand at the end, belong to no heading.
    """
    nothing, around = True, list[bool]()
    for token in reversed(list(tokens)):
        if token.nesting < 0:
            around.append(nothing)
            nothing = True
        elif token.type == "heading_open":
            token.meta = {**token.meta, "bare": around.pop()}
            nothing = True
        elif token.nesting > 0:
            after = around.pop()
            nothing = token.type == "footnote_block_open" or (nothing and after)
        elif token.type != "hr":
            nothing = nothing and token.type == "inline" and _blank(token)


def _blank(inline: Token) -> bool:
    children = inline.children or ()
    return "source" not in inline.meta and not any(
        child.type in {"image", "footnote_ref"} or child.content.strip(INVISIBLE)
        for child in children
    )


def plain(tokens: Iterable[Token]) -> str:
    """The text of inline tokens without their markup; for a picture its description."""
    parts = []
    for token in tokens:
        if token.type in {"text", "code_inline", "wikilink_label"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain(token.children or ()))
    return "".join(parts)


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The anchor itself, or with the first free number; `taken` holds the last one tried."""
    anchor, number = wanted, taken.get(wanted, 0)
    while anchor in taken:
        number = max(number + 1, 2)
        anchor = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(anchor, 0)
    return anchor

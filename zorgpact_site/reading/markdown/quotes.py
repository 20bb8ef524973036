"""A quotation whose last line starts with a dash has that line as its source."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_SOURCE = re.compile(r"^(?:—|–|--)\s+")


def sources(state: StateCore) -> None:
    """The core rule: move a last line `— name` out of the quotation, into a caption."""
    opened: list[int] = []
    for at, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            opened.append(at)
        elif token.type == "blockquote_close":
            _mark(state.tokens, opened.pop(), at)


def _mark(tokens: list[Token], opening: int, closing: int) -> None:
    inline = tokens[closing - 2] if closing - opening > 3 else None  # noqa: PLR2004 - p, text, /p
    if inline is None or inline.type != "inline" or not inline.children:
        return
    breaks = [at for at, child in enumerate(inline.children) if child.type.endswith("break")]
    start = breaks[-1] + 1 if breaks else 0
    first = inline.children[start] if start < len(inline.children) else None
    if first is None or first.type != "text" or not _SOURCE.match(first.content):
        return
    first.content = _SOURCE.sub("", first.content, count=1)
    # Kept with the text as well, so that its links and mistakes are seen like any others.
    inline.meta = {**inline.meta, "source": inline.children[start:]}
    tokens[opening].meta = {**tokens[opening].meta, "source": inline.children[start:]}
    tokens[closing].meta = tokens[opening].meta
    inline.children = inline.children[: max(start - 1, 0)]
    if not inline.children:
        tokens[closing - 3].hidden = inline.hidden = tokens[closing - 1].hidden = True

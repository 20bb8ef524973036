"""Inline rules only at signs with which they can begin, and what stands between as one run of text.

The tokens are those of the plain rules.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# The signs at which each inline rule can begin.
_BEGIN = {
    "text": "",
    "newline": "",  # these two are as one rule here
    "html_inline": "",  # HTML is off
    "linkify": ":",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "wikilink": "[",
    "link": "[",
    "span": "[",
    "footnote_ref": "[",
    "image": "!",
    "autolink": "<",
    "entity": "&",
}
_LINE_END = re.compile("\n[ \t]*")
# Every sign at which an inline rule can begin, and `]`, which the rules for links look for.
_INLINE_SIGNS = re.compile(r"[\\`~_*\[\]<&!:](?<!!(?!\[))(?<!:(?!//))")
_InlineRule: TypeAlias = Callable[[StateInline, bool], bool]


def take_inline_shortcuts(md: MarkdownIt) -> None:
    """Put the shortcuts in the place of the rules they save."""
    md.core.ruler.at("inline", plain_inline)
    _look_at_signs(md)


def plain_inline(state: StateCore) -> None:
    """The core rule, for `inline`: a block without a sign that means something is all text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _INLINE_SIGNS.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            *lines, last = _LINE_END.split(token.content)
            text = [Token("text", "", 0, content=last)] if last else []
            token.children = [*_broken(lines, 0), *text]


def _look_at_signs(md: MarkdownIt) -> None:
    """Try at each sign only the inline rules that can begin with it, in their order."""
    by_sign: dict[str, list[_InlineRule]] = defaultdict(list)
    for rule in md.inline.ruler.__rules__:
        for sign in _BEGIN[rule.name] if rule.enabled else "":
            by_sign[sign].append(rule.fn)

    def at_sign(state: StateInline, silent: bool) -> bool:
        if plain_text(state, silent):
            return True
        return any(rule(state, silent) for rule in by_sign[state.src[state.pos]])

    md.inline.ruler.at("text", at_sign)
    md.inline.ruler.enableOnly("text")


def plain_text(state: StateInline, silent: bool) -> bool:
    """The inline rule, for `text`: up to the next sign that means something, over line ends."""
    found = _INLINE_SIGNS.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        _append(state, state.src[state.pos : end])
    state.pos = end
    return True


def _append(state: StateInline, text: str) -> None:
    """What `text` and `newline` do in turn; only the first break can find something pending."""
    first, *more = _LINE_END.split(text)
    if not more:
        state.append_pending(first)
        return
    kept = first.rstrip(" ")
    state.append_pending(kept)
    state.push(_break(first, kept), "br", 0)
    state.tokens += _broken(more[:-1], state.level)
    state.tokens_meta.extend([None] * (len(more) - 1))
    state.append_pending(more[-1])


def _broken(lines: Iterable[str], level: int) -> Iterator[Token]:
    """Lines, each with the break at its end."""
    for line in lines:
        kept = line.rstrip(" ")
        if kept:
            yield Token("text", "", 0, content=kept, level=level)
        yield Token(_break(line, kept), "br", 0, level=level)


def _break(line: str, kept: str) -> str:
    return "hardbreak" if len(line) - len(kept) > 1 else "softbreak"

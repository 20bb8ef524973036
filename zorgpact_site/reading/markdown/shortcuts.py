"""Shortcuts past rules of markdown-it that cannot fire; without them the tokens are the same."""

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, heading
from markdown_it.rules_core import StateCore, linkify, normalize, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from zorgpact_site.reading.markdown.typography import dutch_signs

# The first sign of every line at which a block rule can begin, or end a paragraph,
# and what such a line can start with and still be running text.
_BLOCK_SIGNS = frozenset("#*+-0123456789:=>[_`|~")
_HARMLESS = re.compile(r"\[\[|\*{1,2}[^\s*]|_{1,2}[^\s_]|[0-9]++(?![.)])")
_NEXT_ITEM = re.compile(r"[-+*][ \t]")
_DEFINES = frozenset(":~")
_DELIMITS = frozenset("|-:")
_CODE_INDENT = 4
_LINE_END = re.compile("\n[ \t]*")
# Every sign at which an inline rule can begin, and `]`, which the rules for links look for.
_INLINE_SIGNS = re.compile(r"[\\`~_*\[\]<&!:](?<!!(?!\[))(?<!:(?!//))")
# Core rules that look at one block after another, and what a block holds in which they find work.
_OF_BLOCKS: tuple[tuple[str, Callable[[StateCore], None], tuple[str, ...]], ...] = (
    ("linkify", linkify, ("://", "@")),
    ("text_join", text_join, ("\\", "&")),
    ("dutch_signs", dutch_signs, ("'", '"', "...", "--", "&", "%", "\\")),
)


def take_shortcuts(md: MarkdownIt) -> None:
    """Put the shortcuts before the rules they save."""
    md.core.ruler.at("normalize", normalize_line_ends)
    md.core.ruler.at("inline", plain_inline)
    for name, rule, signs in _OF_BLOCKS:
        md.core.ruler.at(name, _where_it_has_work(rule, signs))
    md.block.ruler.before("table", "plain_heading", plain_heading)
    md.block.ruler.before("table", "plain_paragraph", plain_paragraph)
    md.inline.ruler.at("text", plain_text)
    _look_for_signs_of_addresses(md)


def normalize_line_ends(state: StateCore) -> None:
    """The core rule, for `normalize`: most texts have nothing to normalize."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _where_it_has_work(
    rule: Callable[[StateCore], None], signs: tuple[str, ...]
) -> Callable[[StateCore], None]:
    """The core rule, but only for the blocks that hold one of these signs, if the text does."""

    def has_work(token: Token) -> bool:
        return token.type == "inline" and any(sign in token.content for sign in signs)

    def quick(state: StateCore) -> None:
        if not any(sign in state.src for sign in signs):
            return
        blocks = list(filter(has_work, state.tokens))
        if blocks:
            whole, state.tokens = state.tokens, blocks
            rule(state)
            state.tokens = whole

    return quick


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


def _look_for_signs_of_addresses(md: MarkdownIt) -> None:
    """The tests of linkify run a dozen patterns over a text; an address holds one of two signs."""
    if md.linkify is None:  # pragma: no cover - linkify-it-py is a dependency
        return
    thorough = md.linkify.test
    md.linkify.pretest = _may_hold_address
    md.linkify.test = lambda text: _may_hold_address(text) and thorough(text)


def _may_hold_address(text: str) -> bool:
    return "://" in text or "@" in text


def plain_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: a heading that is not the first row of a table."""
    return (
        not silent
        and _sign(state, start) == "#"
        and _sign(state, start + 1) not in _DELIMITS
        and heading(state, start, end, silent)
    )


def plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: lines up to an empty one, none of which can be anything but running text."""
    if silent or end != state.lineMax:
        return False
    line = _end_of_running_text(state, start, end)
    if line <= start or _sign(state, line + 1) in _DEFINES:
        return False  # the second is a term, with its definition after an empty line
    state.line = line
    state.parentType = "paragraph"  # as the rule for underlined headings leaves it
    state.push("paragraph_open", "p", 1).map = [start, line]
    token = state.push("inline", "", 0)
    token.content = mdTrim(state.getLines(start, line, state.blkIndent, False))
    token.map = [start, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _sign(state: StateBlock, line: int) -> str:
    """The first sign on a line; empty when there is none."""
    if line >= state.lineMax:
        return ""
    first = state.bMarks[line] + state.tShift[line]
    return state.src[first] if first < state.eMarks[line] else ""


def _end_of_running_text(state: StateBlock, start: int, end: int) -> int:
    """The line after running text: an empty one, the next item of a list, or the end.

    0 where it takes the rules of markdown-it to tell.
    """
    src, begins, shifts, ends = state.src, state.bMarks, state.tShift, state.eMarks
    for line in range(start, end):
        first = begins[line] + shifts[line]
        if first >= ends[line]:
            return line
        indent = state.sCount[line]
        if indent < state.blkIndent:
            deep = indent < 0 or indent - state.listIndent >= _CODE_INDENT
            return 0 if deep or not _NEXT_ITEM.match(src, first) else line
        if indent - state.blkIndent >= _CODE_INDENT:
            return 0
        if src[first] in _BLOCK_SIGNS and not _HARMLESS.match(src, first):
            return 0
    return end


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

"""Shortcuts past rules of markdown-it that cannot fire; without them the tokens are the same."""

import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, heading
from markdown_it.rules_core import StateCore, linkify, normalize, text_join

from zorgpact_site.reading.markdown.inline_shortcuts import take_inline_shortcuts
from zorgpact_site.reading.markdown.typography import dutch_signs

# The first sign of every line at which a block rule can begin, or end a paragraph,
# and what such a line can start with and still be running text.
_BLOCK_SIGNS = frozenset("#*+-0123456789:=>[_`|~")
_HARMLESS = re.compile(r"\[\[|\*{1,2}[^\s*]|_{1,2}[^\s_]|[0-9]++(?![.)])")
_NEXT_ITEM = re.compile(r"[-+*][ \t]")
_DEFINES = frozenset(":~")
_DELIMITS = frozenset("|-:")
_CODE_INDENT = 4

# A path, or an address of the web with a host in small letters.
_NORMAL = re.compile(r"(?:https?://[a-z0-9]++(?:[.-][a-z0-9]++)*+/|(?!//))[a-zA-Z0-9/._-]*+")
_LONG = 200  # signs; hosts have a limit
_CoreRule: TypeAlias = Callable[[StateCore], None]


def take_shortcuts(md: MarkdownIt) -> None:
    """Put the shortcuts before the rules they save."""
    md.core.ruler.at("normalize", normalize_line_ends)
    md.core.ruler.at("linkify", _where_it_has_work(linkify, _may_hold_address))
    md.core.ruler.at("text_join", _where_it_has_work(text_join, _may_hold_special))
    md.core.ruler.at("dutch_signs", _where_it_has_work(dutch_signs, _may_hold_plain_signs))
    md.block.ruler.before("table", "plain_heading", plain_heading)
    md.block.ruler.before("table", "plain_paragraph", plain_paragraph)
    take_inline_shortcuts(md)
    _look_for_signs_of_addresses(md)
    _leave_normal_addresses(md)


def normalize_line_ends(state: StateCore) -> None:
    """The core rule, for `normalize`: most texts have nothing to normalize."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _where_it_has_work(rule: _CoreRule, has_work: Callable[[str], bool]) -> _CoreRule:
    """The core rule, which looks at one block after another, for those with work alone."""

    def quick(state: StateCore) -> None:
        if has_work(state.src):
            whole = state.tokens
            state.tokens = [one for one in whole if one.type == "inline" and has_work(one.content)]
            rule(state)
            state.tokens = whole

    return quick


def _may_hold_address(text: str) -> bool:
    return "://" in text or "@" in text


def _may_hold_special(text: str) -> bool:
    return "\\" in text or "&" in text


def _may_hold_plain_signs(text: str) -> bool:
    """Whether there are such signs: typed as they are, by their names, or in an address by code."""
    return (
        "'" in text or '"' in text or "..." in text or "--" in text or "%" in text
    ) or _may_hold_special(text)


def _look_for_signs_of_addresses(md: MarkdownIt) -> None:
    """The tests of linkify run a dozen patterns over a text; an address holds one of two signs."""
    if md.linkify is None:  # pragma: no cover - linkify-it-py is a dependency
        return
    thorough = md.linkify.test
    md.linkify.pretest = _may_hold_address
    md.linkify.test = lambda text: _may_hold_address(text) and thorough(text)


def _leave_normal_addresses(md: MarkdownIt) -> None:
    """Addresses are taken apart and put together again; most come out as they were."""
    thorough = md.normalizeLink

    def quick(url: str) -> str:
        return url if len(url) < _LONG and _NORMAL.fullmatch(url) else thorough(url)

    md.normalizeLink = quick  # type: ignore[method-assign]


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

"""Tables: column headings with a scope, alignment by class, sideways scroll of their own."""

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import text_rules as rules
from zorgpact_site.source import Text

_ALIGN = "text-align:"


def accessible_tables(state: StateCore) -> None:
    """The core rule: a strict content security policy forbids the style that markdown-it sets."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"}:
            style = str(token.attrs.pop("style", ""))
            if style.startswith(_ALIGN):
                token.attrSet("class", f"align-{style.removeprefix(_ALIGN)}")
        if token.type == "th_open":
            token.attrSet("scope", "col")


def check_tables(text: Text, tokens: list[Token], first: int, found: list[Diagnostic]) -> None:
    """Find rows with more cells than the table has columns: markdown-it drops those."""
    columns = 0
    for token in tokens:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            where = text.whole_line(token.map[0] + first)
            cells = _cells(text.line(where.line))
            if cells > columns:
                found.append(problem(rules.LOST_CELLS, where, size=cells, limit=columns))


def _cells(line: str) -> int:
    """How many cells a row has, as markdown-it cuts it; its ends count when not empty."""
    parts = escapedSplit(line.lstrip(" >").strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return len(parts)

"""Tables: column headings with a scope, alignment by class, sideways scroll of their own."""

from collections.abc import Iterable
from itertools import islice, takewhile

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import block_rules as rules
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
    """Find columns without names, and rows with more cells than those, which nobody would see."""
    columns = 0
    for at, token in enumerate(tokens):
        if token.type == "thead_open":
            names = _column_names(islice(tokens, at, None))
            columns = len(names)
            if not any(names) and token.map:
                found.append(problem(rules.EMPTY_TABLE_HEAD, text.whole_line(token.map[0] + first)))
        elif token.type == "tr_open" and columns and token.map:
            where = text.whole_line(token.map[0] + first)
            cells = _cells(text.line(where.line))
            if cells > columns:
                found.append(problem(rules.LOST_CELLS, where, size=cells, limit=columns))


def _column_names(tokens: Iterable[Token]) -> list[str]:
    """What stands in the head of the table that begins here."""
    head = takewhile(lambda token: token.type != "thead_close", tokens)
    return [token.content.strip() for token in head if token.type == "inline"]


def _cells(line: str) -> int:
    """How many cells a row has, as markdown-it cuts it; its ends count when not empty."""
    parts = escapedSplit(line.lstrip(" >").strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return len(parts)

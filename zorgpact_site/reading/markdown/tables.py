"""Tables: column headings with a scope, alignment by class, sideways scroll of their own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import block_rules as rules
from zorgpact_site.diagnostics.literal_rules import LITERAL_TABLE
from zorgpact_site.fields.types import LINE_END, shown
from zorgpact_site.source import Text

MORE_OF_A_TABLE = "rows"
_BAR = "|"
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
    """Find columns without names, cells that nobody would see, and rows that are none or should be.

    A paragraph that is more of a table has that among its `meta`.
    """
    columns, opened = 0, Token("", "", 0)
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            opened = token
        elif token.type == "thead_open":
            names = _column_names(islice(tokens, at, None))
            columns = len(names)
            if not any(names) and token.map:
                found.append(problem(rules.EMPTY_TABLE_HEAD, text.whole_line(token.map[0] + first)))
        elif token.type == "tr_open" and columns and token.map:
            where = text.whole_line(token.map[0] + first)
            cells = _cells(text.line(where.line))
            if cells > columns:
                found.append(problem(rules.LOST_CELLS, where, size=cells, limit=columns))
        elif token.type == "table_close" and opened.map:
            if columns > 1:
                lines = range(opened.map[0] + first, opened.map[1] + first)
                found.extend(_text_within(text, opened, lines))
            found.extend(_rows_below(text, tokens, at + 1, (opened.map[1], columns, first)))


def _text_within(text: Text, opened: Token, lines: range) -> Iterator[Diagnostic]:
    """The first line of a table without any bar: a text that stands right below it."""
    bare = [number for number in lines if _BAR not in text.line(number)]
    if bare:
        ends = bare == list(range(bare[0], lines.stop)) and not opened.level
        fix = (Replace(text.at(bare[0]), "\n"),) if ends else ()
        yield problem(rules.GLUED_TEXT, text.whole_line(bare[0]), fix=fix, part="the table")


def _rows_below(
    text: Text, tokens: Sequence[Token], at: int, table: tuple[int, int, int]
) -> Iterator[Diagnostic]:
    """Rows that an empty line cuts off from the table above them, with its end and columns."""
    end, columns, first = table
    while at + 1 < len(tokens) and tokens[at].type == "paragraph_open" and tokens[at].map:
        begin, stop = tokens[at].map or (0, 0)
        lines = tokens[at + 1].content.split("\n")
        if not all(line.startswith(_BAR) and 1 < _cells(line) <= columns for line in lines):
            return
        tokens[at].meta = {**tokens[at].meta, MORE_OF_A_TABLE: True}
        gap = sum(len(text.line(number + first)) + 1 for number in range(end, begin))
        fix = () if tokens[at].level else (Replace(text.at(end + first, 1, gap), ""),)
        above = text.line(end - 1 + first).strip()
        where, near = text.whole_line(begin + first), (shown(f"{above}{LINE_END}{lines[0]}"),)
        yield problem(LITERAL_TABLE, where, near=near, fix=fix)
        end, at = stop, at + 3


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

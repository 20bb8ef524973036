"""Checks on blocks: their names and ends, and how deep they are nested."""

import re
from collections.abc import Callable, Iterator, Mapping

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import block_rules as rules
from zorgpact_site.diagnostics.literal_rules import LITERAL_BLOCK
from zorgpact_site.fields.types import shown
from zorgpact_site.names import nearest, slug
from zorgpact_site.reading.markdown.alerts import check_quotation
from zorgpact_site.reading.markdown.before_inline import MAX_PARAGRAPH, MAX_SIGNS, Noted
from zorgpact_site.reading.markdown.lists import check_indented, check_list
from zorgpact_site.reading.markdown.writing import BLOCKS
from zorgpact_site.source import Text

# A list costs two levels, its text one, so editors can nest ten deep; the parser goes further.
MAX_LEVEL = 21
_SIGN = ":::"
_GROUPS: Mapping[str, Callable[[Text, list[Token], int, int], Iterator[Diagnostic]]] = {
    "blockquote_open": check_quotation,
    "bullet_list_open": check_list,
    "ordered_list_open": check_list,
}
_LONGEST_HEADING = 80  # signs
_LIKE_TEXT = re.compile(r"\n|[.;,]$|^[\w-]+: ")
_MARKDOWN = frozenset(("markdown", "md"))
_FEW_COLONS = re.compile(r"::? ?([\w-]+)(?=\s|$)")
_NEARLY_A_BLOCK = re.compile(
    rf"(?:{'|'.join(name.replace('-', '[ _-]?') for name in BLOCKS)})(?![\w-])", re.IGNORECASE
)
_BARE_ITEM = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]*")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
# A label with what it is for, which no heading is: “Bron: CBS”.
_LABELLED = re.compile(
    r"(?:bron(?:nen)?|foto(?:['’]s|graaf|grafie)?|beeld|illustraties?|tekst|redactie|auteurs?|datum|"
    r"tijd|locatie|plaats|waar|wanneer|adres|kosten|prijs|aanmelden|contact|telefoon|tel|e?-?mail|"
    r"website|let op|noot|p\.?s\.?) ?: ?\S|©",
    re.IGNORECASE,
)
_ENDS = (".", "?", "!")
_FEWEST_SPACES = 4  # in what is a sentence, and no name or date below a label
_ENDS_AS_TEXT = tuple(".,;:!?… ")


def check_blocks(text: Text, tokens: list[Token], first: int, found: list[Diagnostic]) -> None:
    """Look at the blocks of a body that starts on line `first`."""
    too_deep = False
    for at, token in enumerate(tokens):
        line = (token.map[0] if token.map else 0) + first
        if token.type == "container_block_open":
            _check_block(text, token, first, found)
        elif token.level > MAX_LEVEL and not too_deep and token.map:
            too_deep = True
            limit = MAX_LEVEL // 2
            found.append(problem(rules.NESTED_TOO_DEEP, text.whole_line(line), limit=limit))
        elif token.type == "fence":
            _check_code(text, token, first, found)
        elif token.type == "code_block":
            found.extend(check_indented(text, token, line))
        elif token.type == "list_item_open" and tokens[at + 1].type == "list_item_close":
            if _BARE_ITEM.fullmatch(text.line(line)):  # else a footnote is all that it holds
                found.append(problem(rules.EMPTY_ITEM, text.whole_line(line)))
        elif token.type in _GROUPS:
            found.extend(_GROUPS[token.type](text, tokens, at, first))
        elif token.type == "inline":
            _check_inline(text, token, tokens[at - 1], line, found)


def _check_inline(
    text: Text, token: Token, opening: Token, line: int, found: list[Diagnostic]
) -> None:
    if _SIGN in token.content:
        _check_stray_ends(text, token, line, found)
    elif token.content.startswith(":"):
        _check_few_colons(text, token, line, found)
    if token.level == 1 and opening.markup == "-":
        _check_underlined(text, token, line, found)
    elif token.content.startswith("**") and opening.type == "heading_open":
        _check_bold_within(text, token, line, found)
    elif token.level == 1 and token.content.startswith("**"):
        _check_bold(text, token, line, found)


def check_paragraphs(text: Text, noted: Noted, first: int, found: list[Diagnostic]) -> None:
    """Look at paragraphs that were not read."""
    for line, size in noted.too_long:
        where = text.at(line + first)
        found.append(problem(rules.PARAGRAPH_TOO_LONG, where, size=size, limit=MAX_PARAGRAPH))
    for line, size in noted.crowded:
        where = text.at(line + first)
        found.append(problem(rules.CROWDED_PARAGRAPH, where, size=size, limit=MAX_SIGNS))


def _check_block(text: Text, token: Token, first: int, found: list[Diagnostic]) -> None:
    start, end = token.map or (0, 0)
    where = text.whole_line(start + first)
    name = token.info.split()[0]
    if name not in BLOCKS:
        found.append(_unknown_block(text, token, where))
    if _SIGN not in text.line(end + first):
        found.append(problem(rules.UNCLOSED_BLOCK, where))


def _unknown_block(text: Text, token: Token, where: Location) -> Diagnostic:
    """A block by another name; one that differs in capitals, or has no dash, is surely meant."""
    name, choices = token.info.split()[0], ", ".join(BLOCKS)
    match = _NEARLY_A_BLOCK.match(token.info.strip())
    if match is None:
        near = nearest(name, BLOCKS)
        return problem(rules.UNKNOWN_BLOCK, where, near=near, value=name, choices=choices)
    meant = next(one for one in BLOCKS if slug(match[0]).replace("-", "") == one.replace("-", ""))
    at = text.line(where.line).find(match[0])
    fix = (Replace(text.at(where.line, at + 1, len(match[0])), meant),) if at >= 0 else ()
    value = match[0]
    return problem(rules.UNKNOWN_BLOCK, where, near=(meant,), fix=fix, value=value, choices=choices)


def _check_code(text: Text, token: Token, first: int, found: list[Diagnostic]) -> None:
    """Code that goes on to the end of the text, or of the quotation or list that it is in."""
    start, end = token.map or (0, 0)
    if token.info.strip().lower() in _MARKDOWN:
        found.append(problem(rules.MARKDOWN_AS_CODE, text.whole_line(start + first)))
    last = text.line(end - 1 + first).strip(" \t>")
    if end - start < 2 or last.strip(token.markup[0]) or len(last) < len(token.markup):  # noqa: PLR2004 - lines
        where = text.whole_line(start + first)
        found.append(problem(rules.UNCLOSED_CODE, where, signs=token.markup))


def _check_stray_ends(text: Text, token: Token, line: int, found: list[Diagnostic]) -> None:
    for offset, typed in enumerate(token.content.split("\n")):
        if typed.strip() and not typed.strip().strip(":") and len(typed.strip()) >= len(_SIGN):
            found.append(problem(rules.STRAY_BLOCK_END, text.whole_line(line + offset)))


def _check_few_colons(text: Text, token: Token, line: int, found: list[Diagnostic]) -> None:
    match = _FEW_COLONS.match(token.content)
    if match and match[1].lower() in BLOCKS:
        near = (f"{_SIGN} {match[1].lower()}",)
        found.append(problem(LITERAL_BLOCK, text.whole_line(line), near=near))


def _check_underlined(text: Text, token: Token, line: int, found: list[Diagnostic]) -> None:
    """A heading by a line of dashes below it, unless its words are those of a heading."""
    if _LIKE_TEXT.search(token.content) or len(token.content) > _LONGEST_HEADING:
        found.append(problem(rules.UNDERLINED_TEXT, text.whole_line(line)))


def _check_bold_within(text: Text, token: Token, line: int, found: list[Diagnostic]) -> None:
    """A heading of nothing but bold words."""
    match = _BOLD.fullmatch(token.content)
    if match:
        at = text.line(line).find(match[0])
        where = text.at(line, at + 1, len(match[0]))
        fix = (Replace(where, match[1]),) if at >= 0 else ()
        found.append(problem(rules.BOLD_IN_HEADING, where, near=(shown(match[1]),), fix=fix))


def _check_bold(text: Text, token: Token, line: int, found: list[Diagnostic]) -> None:
    """A paragraph, or a line above one or more sentences, of bold words that end as a heading."""
    first, _end, below = token.content.partition("\n")
    match = _BOLD.fullmatch(first)
    if below and not (below.endswith(_ENDS) and below.count(" ") >= _FEWEST_SPACES):
        return
    if match is None or match[1].endswith(_ENDS_AS_TEXT) or _LABELLED.match(match[1]):
        return
    if len(match[1]) <= _LONGEST_HEADING:
        near = (f"## {match[1]}",)
        found.append(problem(rules.BOLD_HEADING, text.whole_line(line), near=near))

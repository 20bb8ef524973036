"""Lists that hold what was no item: a line right below the last one, a year that begins a line."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import block_rules as rules
from zorgpact_site.diagnostics.literal_rules import LITERAL_LIST
from zorgpact_site.fields.types import shown
from zorgpact_site.source import Text

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# A sentence of its own: who only ends a line within an item goes on in small letters.
SENTENCE = re.compile(r"[\"“‘'*\[_]{0,3}[A-ZÀ-Þ]")
# What no item ends with: the line ended within a sentence.
_GOES_ON = re.compile(
    r"(?:,|\b(?:aan|bij|de|door|een|en|het|in|met|naar|of|om|op|te|uit|van|voor))$"
)
_ENDS = (".", "!", "?", ":", "…")
_WORDS = 3
_TIGHT_DASH = re.compile(r"-(?=[^\W\d_])")
_GAP = re.compile(r"[ >]*(?P<sign>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]{2,})(?=\S)")
_CODE_FROM = 5  # columns behind the sign of an item; words that stand so far away are code
_TAB = 4
_WIDE = 60  # signs; a line that is this long may end because it was full


def check_indented(text: Text, code: Token, line: int) -> Iterator[Diagnostic]:
    """Tell of text that became code, once for items in a row that all stand far from their sign."""
    gap = _gap(text.line(line))
    if gap is None:
        yield problem(rules.INDENTED_CODE, text.whole_line(line))
    elif not _gap(text.line(line - 1)):
        where = text.at(line, gap.start("sign") + 1, len(text.line(line)) - gap.start("sign"))
        near = f"{gap['sign']} {text.line(line)[gap.end() :]}"
        is_sure = code.content.count("\n") == 1
        fix = tuple(_closer(text, line)) if is_sure else ()
        yield problem(rules.INDENTED_CODE, where, near=(shown(near),), fix=fix)


def _gap(line: str) -> re.Match[str] | None:
    """The sign of an item that a word processor aligned, and the space behind it."""
    gap = _GAP.match(line)
    if gap is None:
        return None
    begin, end = (len(line[:at].expandtabs(_TAB)) for at in gap.span("gap"))
    return gap if end - begin >= _CODE_FROM else None


def _closer(text: Text, line: int) -> Iterator[Replace]:
    """One space behind the sign of this item and of those in the lines right below it."""
    while gap := _gap(text.line(line)):
        begin, end = gap.span("gap")
        yield Replace(text.at(line, begin + 1, end - begin), " ")
        line += 1


def check_list(text: Text, tokens: list[Token], begin: int, first: int) -> Iterator[Diagnostic]:
    """Look at the list that begins at one of the tokens, and not at those within it."""
    level, starts = tokens[begin].level, list[int]()
    for at in range(begin + 1, len(tokens)):
        token = tokens[at]
        if token.level == level:
            break
        if token.level == level + 1 and token.type == "list_item_open":
            starts.append(at)
    if _YEAR.fullmatch(tokens[starts[0]].info):
        yield from _years(text, [tokens[at] for at in starts], first)
    elif len(starts) > 1:
        yield from _glued(text, [tokens[at + 2] for at in starts], first)
    for at in starts:
        if "\n-" in tokens[at + 2].content:
            yield from _tight(text, tokens[at + 2], first)


def _tight(text: Text, words: Token, first: int) -> Iterator[Diagnostic]:
    """A line right below an item that lacks the space behind its dash; of more the list tells."""
    lines = words.content.split("\n")
    places = [at for at in range(1, len(lines)) if _TIGHT_DASH.match(lines[at])]
    if len(places) != 1 or not words.map or _GOES_ON.search(lines[places[0] - 1]):
        return
    line = words.map[0] + first + places[0]
    dash = text.at(line, text.line(line).find("-") + 1, 1)
    near = f"- {lines[places[0]][1:]}"
    yield problem(LITERAL_LIST, dash, near=(shown(near),), fix=(Replace(dash, "- "),))


def _years(text: Text, items: Sequence[Token], first: int) -> Iterator[Diagnostic]:
    """A list counts on from its first number; years in a row are right by that."""
    numbers = [int(item.info) for item in items]
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return
    line = (items[0].map or [0])[0] + first
    typed = text.line(line)
    at = typed.find(items[0].info)
    end = at + len(items[0].info)
    words = typed[end + 1 :].strip()
    where, value = text.at(line, at + 1, end - at + 1), items[0].info
    several = len(items) > 1
    near = f"- {value}: {words}" if several else f"{value}\\{typed[end : end + 1]} {words}"
    is_sure = not several and items[0].level == 1
    fix = _escaped(text, line, end, first) if is_sure else ()
    yield problem(rules.YEAR_AS_NUMBER, where, near=(shown(near),), fix=fix, value=value)


def _escaped(text: Text, line: int, end: int, first: int) -> tuple[Replace, ...]:
    """The edits that make a sentence of the line, apart from what stands right above it."""
    backslash = Replace(text.at(line, end + 1), "\\")
    if line == first or not text.line(line - 1).strip():
        return (backslash,)
    return (Replace(text.at(line), "\n"), backslash)


def _glued(text: Text, words: Sequence[Token], first: int) -> Iterator[Diagnostic]:
    """A sentence that became part of the last item, when each other item is one line."""
    *others, last = words
    if last.type != "inline" or "\n" not in last.content or not last.map:
        return
    if any(one.type == "inline" and "\n" in one.content for one in others):
        return
    line = last.map[0] + first
    item, _end, sentence = last.content.partition("\n")
    is_short = len(text.line(line)) < _WIDE and not _GOES_ON.search(item)
    is_sentence = (
        SENTENCE.match(sentence) and sentence.endswith(_ENDS) and len(sentence.split()) >= _WORDS
    )
    if is_short and is_sentence and not text.line(line + 1)[:1].isspace():
        yield problem(rules.GLUED_TEXT, text.whole_line(line + 1), part="the list")

"""PyYAML's words for what is wrong, turned into the rule an editor can act on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.diagnostics.file_rules import CONTROL_CHARACTER
from zorgpact_site.yaml_marks import (
    closing,
    elided,
    goes_on,
    indent_of,
    line_at,
    quoting,
    requoted,
)
from zorgpact_site.yaml_slips import dashed, slip_in, without_tabs

# libyaml and the pure Python parser word some of these differently; both are listed.
_WORDS: tuple[tuple[str, Rule], ...] = (
    ("mapping values are not allowed", rules.UNQUOTED_COLON),
    ("while scanning a quoted scalar", rules.UNCLOSED_QUOTE),
    ("cannot start any token", rules.UNQUOTED_SIGN),
    ("could not find expected ':'", rules.MISSING_COLON),
    ("while parsing a flow", rules.UNCLOSED_LIST),
    ("while scanning a directive", rules.UNQUOTED_SIGN),
    ("while scanning an anchor", rules.ANCHOR),
    ("while scanning an alias", rules.ANCHOR),
    ("while scanning a tag", rules.TAG),
    ("while parsing a tag", rules.TAG),
    ("undefined tag handle", rules.TAG),
    ("did not find expected <document start>", rules.SEVERAL),
    ("while parsing a block", rules.BAD_INDENT),
    ("block sequence entries are not allowed", rules.BAD_INDENT),
    ("did not find expected", rules.BAD_INDENT),
)
_KEY_AND_TEXT = re.compile(r"[\w-]+:(?:[ ]+(?:[^\s\[{|>&*!-]|[|>][+-]?$)|[ ]*$)")
_KEY_AND_VALUE = re.compile(r"(?P<indent>[ ]*(?:- )?)[\w-]+:[ ]+[^\s|>]")
_TEXT_AFTER_BRACKET = re.compile(r"(?P<before>[\w-]+:[ ]+)[\[{][^\[\]{}]*[\]}]\s*[^\s,\[\]{}#:]")
_KEY_ALONE = re.compile(r"[ ]*[\w-]+:(?:[ ]|$)")
_KEY = re.compile(r"[\w-]+:(?: |$)|[-#]")
_SENTENCE = 3  # words: fewer may be a key
# These mistakes start where the construct opened, not where the parser gave up.
_AT_START = (rules.UNCLOSED_QUOTE, rules.UNCLOSED_LIST, rules.MISSING_COLON, rules.ANCHOR)


def syntax_problem(error: Exception, path: str, block: str, first_line: int) -> Diagnostic:
    """The diagnostic for an error that PyYAML raised on `block`."""
    if isinstance(error, ReaderError):
        return _unreadable_sign(error, path, block, first_line)
    if not isinstance(error, MarkedYAMLError):
        return problem(rules.SYNTAX, Location(path, first_line))
    lines = block.split("\n")
    if told := elided(lines, Location(path, first_line)):
        return told
    rule, line, column = _narrow(*_place(error), lines)
    text, start = line_at(lines, line), Location(path, first_line + line)
    if slip := slip_in(text, rule, start) or _slip_among(lines, line, rule, start):
        return slip
    if rule is rules.TAB and not text[:column].strip():
        fix = without_tabs(block, Location(path, first_line))
    elif rule is rules.BAD_INDENT:
        fix = _straight(lines, line, start)
    elif rule is rules.UNCLOSED_LIST:
        fix = () if goes_on(lines, line) else closing(text, start)
    else:  # where a value goes on below, marks would make two of it
        fix = () if goes_on(lines, line) else quoting(text, rule, start)
    near = requoted(text, fix) if rule is rules.TEXT_AFTER_QUOTE else ()
    if not text.strip():  # the parser gave up where nothing stands any more
        line, column = _last_sign(block, line, "[{" if rule is rules.UNCLOSED_LIST else "")
    text = line_at(lines, line)
    column = min(column, max(len(text) - 1, 0))
    where = Location(path, first_line + line, column + 1, 1)
    return problem(rule, where, near=near, fix=fix, sign=text[column : column + 1] or "&")


def refused(told: Diagnostic, block: str, first_line: int) -> Diagnostic:
    """The same about what YAML takes for an anchor or a tag, with what an editor meant by it."""
    if told.rule not in {rules.ANCHOR, rules.TAG}:
        return told
    lines, at = block.split("\n"), told.where.line - first_line
    start = Location(told.where.path, told.where.line)
    fix = () if goes_on(lines, at) else quoting(line_at(lines, at), told.rule, start)
    return slip_in(line_at(lines, at), told.rule, start) or replace(told, fix=fix)


def _place(error: MarkedYAMLError) -> tuple[Rule, int, int]:
    """The rule for what the parser complains of, with the line and the column of its mark."""
    words = f"{error.context or ''} {error.problem or ''}"
    rule = next((rule for part, rule in _WORDS if part in words), rules.SYNTAX)
    mark = error.problem_mark
    if rule in _AT_START and error.context_mark is not None:
        mark = error.context_mark
    return (rule, mark.line, mark.column) if mark is not None else (rule, 0, 0)


def _slip_among(lines: Sequence[str], at: int, rule: Rule, start: Location) -> Diagnostic | None:
    """What an editor meant by a line beside those around it."""
    if rule is rules.BAD_INDENT:
        text, below = line_at(lines, at), line_at(lines, at + 1)
        return dashed(text, below, start) or _after_bracket(text, start)
    if rule is not rules.MISSING_COLON or not _is_more(lines, at):
        return None
    whole = replace(start, length=len(line_at(lines, at).rstrip()))
    fix = (Replace(replace(start, line=start.line + one), "  ") for one in _more(lines[at:]))
    return problem(rules.UNINDENTED_LINE, whole, fix=tuple(fix))


def _after_bracket(text: str, start: Location) -> Diagnostic | None:
    """What to say of a value such as “[Concept] Verslag”, which begins as a list does."""
    match = _TEXT_AFTER_BRACKET.match(text)
    if match is None:
        return None
    where = replace(start, column=match.end("before") + 1, length=1)
    fix = quoting(text, rules.UNQUOTED_SIGN, start)
    return problem(rules.UNQUOTED_SIGN, where, fix=fix)


def _straight(lines: Sequence[str], at: int, start: Location) -> tuple[Replace, ...]:
    """The edit that takes away the one space by which a key stands beside that above it.

    With more spaces it may be a word of the value above, with a colon behind it.
    """
    text, above = line_at(lines, at), _KEY_AND_VALUE.match(line_at(lines, at - 1)) if at else None
    is_askew = above and indent_of(text) == above.end("indent") + 1 and _KEY_ALONE.match(text)
    return (Replace(replace(start, length=1), ""),) if is_askew else ()


def _narrow(rule: Rule, line: int, column: int, lines: Sequence[str]) -> tuple[Rule, int, int]:
    """Tell apart mistakes that the parser words alike, and go to where they were made."""
    text = line_at(lines, line)
    if text[column : column + 1] == "\t":
        return rules.TAB, line, column
    if rule is rules.BAD_INDENT and text[:column].rstrip().endswith(('"', "'")):
        return rules.TEXT_AFTER_QUOTE, line, column
    if rule is rules.UNQUOTED_COLON and line > 0 and ": " not in text[:column]:
        # The key on this line is in order: the line above it was taken for its first half,
        # because it has no colon, or because this line is indented by mistake.
        if ": " in line_at(lines, line - 1):
            if not _KEY_ALONE.match(text):  # a sentence with a colon in it
                return rule, line, column
            return rules.BAD_INDENT, line, len(text) - len(text.lstrip())
        return rules.MISSING_COLON, line - 1, 0
    return _before(lines, line) if rule is rules.SEVERAL and line > 0 else (rule, line, column)


def _before(lines: Sequence[str], line: int) -> tuple[Rule, int, int]:
    """What ends the properties before a line, for YAML."""
    if lines[0].startswith(" "):  # the first key, so that others are not straight below it
        return rules.BAD_INDENT, 0, indent_of(lines[0])
    above = line_at(lines, line - 1)[:1]
    if above == "%":  # an order to the parser, such as %TAG
        return rules.UNQUOTED_SIGN, line - 1, 0
    return rules.SEVERAL, line - (above == "."), 0


def _is_more(lines: Sequence[str], at: int) -> bool:
    """Whether a line without a colon is more of the text at the key above it."""
    text = line_at(lines, at)
    above = next((one for one in reversed(lines[:at]) if one.strip()), "")
    words = len(text.split())
    return _KEY_AND_TEXT.match(above) is not None and text[:1].strip() != "" and words >= _SENTENCE


def _more(lines: Sequence[str]) -> Iterator[int]:
    """The first line, and those right below it that are no key and not indented either."""
    for number, text in enumerate(lines):
        if number and (not text[:1].strip() or _KEY.match(text)):
            return
        yield number


def _unreadable_sign(error: ReaderError, path: str, block: str, first_line: int) -> Diagnostic:
    before = block[: error.position]
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    code = f"U+{error.character:04X}" if isinstance(error.character, int) else "?"
    where = Location(path, first_line + line, column + 1, 1)
    return problem(CONTROL_CHARACTER, where, value=code)


def _last_sign(block: str, line: int, wanted: str) -> tuple[int, int]:
    """Where the last of the wanted signs stands before a line, or else the last sign of all."""
    before = "\n".join(block.split("\n")[:line]).rstrip()
    at = max((before.rfind(sign) for sign in wanted), default=-1)
    at = max(at if at >= 0 else len(before) - 1, 0)
    return before.count("\n", 0, at), at - (before.rfind("\n", 0, at) + 1)

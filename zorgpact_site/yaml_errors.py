"""PyYAML's words for what is wrong, turned into the rule an editor can act on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.diagnostics.file_rules import CONTROL_CHARACTER
from zorgpact_site.yaml_slips import quoting, requoted, slip_in, without_tabs

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
_KEY = re.compile(r"[\w-]+:(?: |$)|[-#]")
_SENTENCE = 3  # words: fewer may be a key
# These mistakes start where the construct opened, not where the parser gave up.
_AT_START = (rules.UNCLOSED_QUOTE, rules.UNCLOSED_LIST, rules.MISSING_COLON)


def syntax_problem(error: Exception, path: str, block: str, first_line: int) -> Diagnostic:
    """The diagnostic for an error that PyYAML raised on `block`."""
    if isinstance(error, ReaderError):
        return _unreadable_sign(error, path, block, first_line)
    if not isinstance(error, MarkedYAMLError):
        return problem(rules.SYNTAX, Location(path, first_line))
    words = f"{error.context or ''} {error.problem or ''}"
    rule = next((rule for part, rule in _WORDS if part in words), rules.SYNTAX)
    mark = error.problem_mark
    if rule in _AT_START and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    rule, line, column = _narrow(rule, block, line, column)
    text, start = _line(block, line), Location(path, first_line + line)
    if slip := slip_in(text, rule, start):
        return slip
    if rule is rules.MISSING_COLON and _goes_on(block, line):
        whole = replace(start, length=len(text.rstrip()))
        starts = (replace(start, line=first_line + one) for one in _going_on(block, line))
        return problem(
            rules.UNINDENTED_LINE, whole, fix=tuple(Replace(one, "  ") for one in starts)
        )
    if rule is rules.TAB and not text[:column].strip():
        fix = without_tabs(block, Location(path, first_line))
    else:
        fix = _quoting(block, line, rule, start)
    near = requoted(text) if rule is rules.TEXT_AFTER_QUOTE and not fix else ()
    if not _line(block, line).strip():  # the parser gave up where nothing stands any more
        line, column = _last_sign(block, line, "[{" if rule is rules.UNCLOSED_LIST else "")
    text = _line(block, line)
    column = min(column, max(len(text) - 1, 0))
    where = Location(path, first_line + line, column + 1, 1)
    return problem(rule, where, near=near, fix=fix, sign=text[column : column + 1] or "&")


def _narrow(rule: Rule, block: str, line: int, column: int) -> tuple[Rule, int, int]:
    """Tell apart mistakes that the parser words alike, and go to where they were made."""
    text = _line(block, line)
    if text[column : column + 1] == "\t":
        return rules.TAB, line, column
    if rule is rules.BAD_INDENT and text[:column].rstrip().endswith(('"', "'")):
        return rules.TEXT_AFTER_QUOTE, line, column
    if rule is rules.UNQUOTED_COLON and line > 0 and ": " not in text[:column]:
        # The key on this line is in order: the line above it was taken for its first half,
        # because it has no colon, or because this line is indented by mistake.
        if ": " in _line(block, line - 1):
            return rules.BAD_INDENT, line, len(text) - len(text.lstrip())
        return rules.MISSING_COLON, line - 1, 0
    return _before(block, line) if rule is rules.SEVERAL and line > 0 else (rule, line, column)


def _quoting(block: str, line: int, rule: Rule, start: Location) -> tuple[Replace, ...]:
    """Marks around the value of a line; where it goes on below, they would make two of it."""
    goes_on = _indent(block, line + 1) > _indent(block, line)
    return () if goes_on else quoting(_line(block, line), rule, start)


def _indent(block: str, line: int) -> int:
    text = _line(block, line)
    return len(text) - len(text.lstrip(" ")) if text.strip() else 0


def _before(block: str, line: int) -> tuple[Rule, int, int]:
    """What ends the properties before a line, for YAML."""
    if block.startswith(" "):  # the first key, so that others are not straight below it
        return rules.BAD_INDENT, 0, len(block) - len(block.lstrip(" "))
    above = _line(block, line - 1)[:1]
    if above == "%":  # an order to the parser, such as %TAG
        return rules.UNQUOTED_SIGN, line - 1, 0
    return rules.SEVERAL, line - (above == "."), 0


def _goes_on(block: str, line: int) -> bool:
    """Whether a line without a colon is more of the text at the key above it."""
    text = _line(block, line)
    above = next((one for one in reversed(block.split("\n")[:line]) if one.strip()), "")
    words = len(text.split())
    return _KEY_AND_TEXT.match(above) is not None and text[:1].strip() != "" and words >= _SENTENCE


def _going_on(block: str, line: int) -> Iterator[int]:
    """The line, and those right below it that are no key and not indented either."""
    yield line
    for number in range(line + 1, block.count("\n") + 1):
        text = _line(block, number)
        if not text[:1].strip() or _KEY.match(text):
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


def _line(block: str, number: int) -> str:
    lines = block.split("\n")
    return lines[number] if number < len(lines) else ""

"""Marks and brackets around values: those that a line lacks, and those that are none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.yaml_links import span

NEEDS_NO_ESCAPE = re.compile(r'[^"\\]+')
_VALUE = re.compile(r"[ ]*(?:- )?(?P<key>[\w-]+):[ ]+(?P<value>\S(?:.*\S)?)")
_TWO_KEYS = re.compile(r"[a-z_-]+:(?: |$)")  # `location: name: Hanzeborg` is no text with a colon
# An apostrophe of ’s avonds, ’t Gooi or ’90; YAML takes it for a mark around the value.
_ELIDED = re.compile(r"[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?P<value>'(?:[stnkmr]|\d\d)[ -].*\S)\s*$")
_CLOSED = re.compile(r"'[^']*'(?:\s|$)")
_OPEN_LIST = re.compile(
    r"[^\[\]]*: +\[(?P<names>[^\[\](){}\"'#:]*[^\[\](){}\"'#:\s,])(?P<sign>[)}]?)\s*$"
)
_QUOTED_LIST = re.compile(r"(?:\"[^\"]*\"|'[^']*')(?:\s*,\s*(?:\"[^\"]*\"|'[^']*'))+")
_IN_BRACKETS = re.compile(r"\[[^\[\]{}]*\]\s*[^\s,\[\]{}#:]|\{[^\[\]{}]*\}\s*[^\s,\[\]{}#:]")
# What refers to another value in YAML, as programmers write it.
_REFERS = re.compile(r"[&*]\w+(?:\s|$)|!!")
# Marks around a whole value with others in it: of “"Ja" en "nee"” the second mark closes.
_IS_AROUND = re.compile(r'"[^"]*[ (]"[^"]+".*"$')


def quoting(text: str, rule: Rule, start: Location) -> tuple[Replace, ...]:
    """The edit that puts quotation marks around the value of a line, where those are all it lacks.

    `start` is where the line begins.
    """
    match = _VALUE.match(text)
    value = match["value"] if match else ""
    if match and rule is rules.TEXT_AFTER_QUOTE and _QUOTED_LIST.fullmatch(value):
        return (Replace(span(start, match, "value"), f"[{value}]"),)
    sure = {
        rules.UNQUOTED_COLON: not _TWO_KEYS.match(value),
        rules.UNQUOTED_SIGN: value[:1] not in {"[", "{"} or bool(_IN_BRACKETS.match(value)),
        rules.TEXT_AFTER_QUOTE: (value[:1] == '"' and value.count('"') % 2 == 0)
        or (value[:1] == "'" and value.count("'") == 2),  # noqa: PLR2004 - around a word
        rules.ANCHOR: value[:1] in {"&", "*"} and not _REFERS.match(value),
        rules.TAG: value[:1] == "!" and not _REFERS.match(value),
    }
    if _IS_AROUND.match(value):
        value = value[1:-1]
    sign = next((sign for sign in ('"', "'") if sign not in value), "")
    if match is None or not sign or not sure.get(rule) or "\\" in value or " #" in value:
        return ()
    return (Replace(span(start, match, "value"), f"{sign}{value}{sign}"),)


def requoted(text: str, fix: tuple[Replace, ...]) -> tuple[str, ...]:
    """How a value should stand that goes on behind its marks, if its fix is no marks around it.

    An apostrophe ended the single ones around it, or each value of a list has marks of its own.
    """
    if fix:
        return tuple(one.text for one in fix if one.text.startswith("["))
    match = _VALUE.match(text)
    value = match["value"] if match else ""
    is_around = value.startswith("'") and value.endswith("'") and not {'"', "\\"} & set(value)
    return (f'"{value[1:-1]}"',) if is_around and value[1:-1].count("'") == 1 else ()


def elided(lines: Sequence[str], start: Location) -> Diagnostic | None:
    """What to say of the first value that begins with the apostrophe of ’s avonds, if any."""
    for at, line in enumerate(lines):
        match = _ELIDED.match(line)
        if match is None or _CLOSED.match(match["value"]):
            continue
        where = span(Location(start.path, start.line + at), match, "value")
        is_whole = NEEDS_NO_ESCAPE.fullmatch(match["value"]) and not goes_on(lines, at)
        near = (f'"{match["value"]}"',) if is_whole else ()
        fix = tuple(Replace(where, one) for one in near)
        return problem(rules.UNCLOSED_QUOTE, replace(where, length=1), near=near, fix=fix)
    return None


def goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether the line below one is indented further, and so is more of its value."""
    below = line_at(lines, at + 1)
    return below.strip() != "" and indent_of(below) > indent_of(line_at(lines, at))


def line_at(lines: Sequence[str], at: int) -> str:
    """A line by its number; YAML ends one at signs such as U+2028 as well, and may count more."""
    return lines[at] if at < len(lines) else ""


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def closing(text: str, start: Location) -> tuple[Replace, ...]:
    """The bracket that a list on one line lacks, where it is all that the line lacks."""
    match = _OPEN_LIST.match(text)
    return (Replace(span(start, match, "sign"), "]"),) if match else ()

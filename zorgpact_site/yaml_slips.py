"""What editors type where YAML wants other signs, recognised in the line they typed it in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.yaml_links import link_in, span
from zorgpact_site.yaml_marks import NEEDS_NO_ESCAPE, quoting

# Spaces that only look like one: they come along from word processors and web pages.
_ODD = r"[\u00a0\u2000-\u200b\u202f\u205f\u3000]"
_ODD_SPACE = re.compile(rf"[ ]*(?:-|[\w-]+:)?(?P<sign>{_ODD}+)")
_ODD_INDENT = re.compile(rf"(?m)^[ ]*(?P<sign>{_ODD}+)(?=[ ]*(?:-\s|[\w-]+:(?:\s|$)))")
_TAB_INDENT = re.compile(r"[ ]*(?P<tabs>\t+)(?=\S)")
_TIGHT_COLON = re.compile(r"[ ]*(?:- )?[\w-]+(?P<sign>:)(?=[^\s/:])")
_STARS = re.compile(r"(?P<sign>\*{1,3})(?=[^\s*])(?P<name>[^*]+)(?P=sign)")
# What stands before the values of a list in other programs; a number only beside another.
_BULLET = re.compile(r"(?P<indent>[ ]*)(?P<sign>[•·‣▪◦●–—*])[ \u00a0\t]+(?=\S)")
_NUMBER = re.compile(r"(?P<indent>[ ]*)(?P<sign>\d{1,2}[.)])[ ]+(?=\S)")
_TIGHT_DASH = re.compile(r"(?P<indent>[ ]*)(?P<sign>-)(?=[^\W\d])")
_DASH = re.compile(r"(?P<indent>[ ]*)(?P<sign>-)[ ]+(?=\S)")
_EQUALS = re.compile(r"[a-z_]+(?P<sign> *= *)(?=\S)")
_NO_BEGINNING = re.compile(r"[ ]*(?:- )?[\w-]+:[ ]+(?P<sign>[|>](?=[ ]+\S))")
_DASH_IN_VALUE = re.compile(r"[ ]*(?:- )?[\w-]+:(?P<before>[ ]+)(?P<sign>-[ ]+)(?=\S)")
_NOTE = re.compile(r"<!--\s*(?P<name>.*?)\s*-->\s*$")
_LOST = re.compile(r"[ \t]+#\S")
_Look: TypeAlias = Callable[[str, Location], Diagnostic | None]


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a list as typed: its text, and where that starts."""

    text: str
    where: Location


def indented_oddly(block: str, start: Location) -> tuple[str, tuple[Diagnostic, ...]]:
    """A block with ordinary spaces before its keys and dashes, and what to say of others."""
    if block.isascii():
        return block, ()
    found: list[Diagnostic] = []

    def told(match: re.Match[str]) -> str:
        line, begin = block.count("\n", 0, match.start()), match.start("sign") - match.start()
        where = Location(start.path, start.line + line, begin + 1, len(match["sign"]))
        plain = " " * len(match["sign"])
        found.append(problem(rules.ODD_SPACE, where, fix=(Replace(where, plain),)))
        return " " * len(match[0])

    return _ODD_INDENT.sub(told, block), tuple(found)


def without_tabs(block: str, start: Location) -> tuple[Replace, ...]:
    """The edits that indent all lines of a block with two spaces for each tab."""
    return tuple(
        Replace(Location(start.path, start.line + at, begin + 1, end - begin), "  " * (end - begin))
        for at, line in enumerate(block.split("\n"))
        if (match := _TAB_INDENT.match(line))
        for begin, end in [match.span("tabs")]
    )


def slip_in(text: str, rule: Rule, start: Location) -> Diagnostic | None:
    """What an editor meant by the line `text`, which YAML refused for `rule`, if that shows.

    `start` is where the line begins.
    """
    looks = (_odd_space, _BULLETED, *_BY_RULE.get(rule, ()))
    return next((told for look in looks if (told := look(text, start))), None)


def _instead(form: re.Pattern[str], rule: Rule, right: str) -> _Look:
    """Look for a sign that is to give way to another."""

    def look(text: str, start: Location) -> Diagnostic | None:
        match = form.match(text)
        if match is None:
            return None
        where = span(start, match, "sign")
        return problem(rule, where, sign=match["sign"], fix=(Replace(where, right),))

    return look


def _odd_space(text: str, start: Location) -> Diagnostic | None:
    match = _ODD_SPACE.match(text)
    if match is None:
        return None
    where, plain = span(start, match, "sign"), " " * len(match["sign"])
    return problem(rules.ODD_SPACE, where, fix=(Replace(where, plain),))


def _tight_dash(text: str, start: Location) -> Diagnostic | None:
    match = _TIGHT_DASH.match(text)
    return _without_space([span(start, match, "sign")]) if match else None


def _stars(text: str, start: Location) -> Diagnostic | None:
    match = _STARS.search(text)
    if match is None:
        return None
    where, near = span(start, match), (match["name"],)
    return problem(rules.ANCHOR, where, near=near, fix=_written(where, match), sign="*")


def _note(text: str, start: Location) -> Diagnostic | None:
    match = _NOTE.match(text)
    if match is None:
        return None
    where, meant = span(start, match), f"# {match['name']}"
    return problem(rules.UNQUOTED_SIGN, where, near=(meant,), fix=(Replace(where, meant),))


def dashed(text: str, below: str, start: Location) -> Diagnostic | None:
    """What to say of a dash right behind a key: a list that begins a line too early.

    When the line `below` is no item of it, the dash goes with one value.
    """
    match = _DASH_IN_VALUE.match(text)
    if match is None:
        return None
    sign = replace(span(start, match, "sign"), length=1)
    item = _DASH.match(below)
    if item is None:
        meant, edit = text[match.end("sign") :].rstrip(), Replace(span(start, match, "sign"), "")
        return problem(rules.UNQUOTED_SIGN, sign, near=(meant,), fix=(edit,))
    edit = Replace(span(start, match, "before"), f"\n{item['indent']}")
    near = (f"{text[: match.start('before')].strip()}⏎{item['indent']}- …",)
    return problem(rules.LIST_SIGN, sign, near=near, fix=(edit,), sign="-")


def _no_beginning(text: str, start: Location) -> Diagnostic | None:
    match = _NO_BEGINNING.match(text)
    if match is None:
        return None
    fix = quoting(text, rules.UNQUOTED_SIGN, start)
    return problem(rules.UNQUOTED_SIGN, span(start, match, "sign"), fix=fix)


def listed(lines: Sequence[str], start: Location) -> tuple[tuple[Item, ...], Diagnostic] | None:
    """The values of a list without dashes, and what to say of it; None when it is no list.

    `lines` hold one text for YAML; `start` is where the first of them begins.
    """
    signs = [_sign_of(line) for line in lines]
    first = signs[0]
    if first is None or (first.re is _NUMBER and not any(signs[1:])):
        return None
    items: list[Item] = []
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        if sign is None:
            items[-1] = Item(f"{items[-1].text} {line.strip()}", items[-1].where)
        else:
            text = line[sign.end() :].rstrip()
            where = Location(start.path, start.line + at, sign.end() + 1, len(text))
            items.append(Item(text, where))
    wrong = {
        at: span(Location(start.path, start.line + at), sign, "sign")
        for at, sign in enumerate(signs)
        if sign is not None and sign.re is not _DASH
    }
    if first.re is _TIGHT_DASH:
        return tuple(items), _without_space(list(wrong.values()))
    fix = tuple(Replace(where, "-") for where in wrong.values())
    return tuple(items), problem(rules.LIST_SIGN, wrong[0], sign=first["sign"], fix=fix)


def lost(line: str, end: int, begin: int, start: Location) -> tuple[str, Diagnostic] | None:
    """The whole value of a line when a # without a space behind it ends what YAML reads of it.

    That ends at offset `end`; the value begins at `begin`. `start` is where the line begins.
    """
    match = _LOST.match(line, end)
    if match is None:
        return None
    sign = Location(start.path, start.line, match.end() - 1, len(line.rstrip()) - match.end() + 2)
    if end == begin:
        begin = match.end() - 2
    text = line[begin:].rstrip()
    where = Location(start.path, start.line, begin + 1, len(text))
    plain = NEEDS_NO_ESCAPE.fullmatch(text)
    fix = (Replace(where, f'"{text}"'),) if plain else ()
    return text, problem(rules.LOST_AFTER_HASH, sign, fix=fix)


def _sign_of(line: str) -> re.Match[str] | None:
    return next(
        (match for form in (_DASH, _BULLET, _NUMBER, _TIGHT_DASH) if (match := form.match(line))),
        None,
    )


def _without_space(dashes: Sequence[Location]) -> Diagnostic:
    fix = tuple(Replace(where, "- ") for where in dashes)
    return problem(rules.DASH_WITHOUT_SPACE, dashes[0], fix=fix)


def _written(where: Location, match: re.Match[str]) -> tuple[Replace, ...]:
    return (Replace(where, match["name"]),)


_BULLETED = _instead(_BULLET, rules.LIST_SIGN, "-")
_BY_RULE: dict[Rule, tuple[_Look, ...]] = {
    rules.MISSING_COLON: (
        _note,
        _instead(_EQUALS, rules.MISSING_COLON, ": "),
        _instead(_TIGHT_COLON, rules.COLON_WITHOUT_SPACE, ": "),
        _tight_dash,
    ),
    rules.ANCHOR: (_stars,),
    rules.TAG: (link_in,),
    rules.BAD_INDENT: (_no_beginning, link_in),
    rules.UNCLOSED_LIST: (link_in,),
}

"""YAML in which every value keeps its place and stays as typed.

Only the plain part of YAML is taken: mappings, lists and texts. It is read from the
event stream, whose state lives on the heap, so that no nesting can exhaust the stack;
what YAML can do beyond that (anchors, tags, merge keys) is refused where it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import yaml

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.diagnostics.file_rules import CONTROL_CHARACTER
from zorgpact_site.yaml_errors import refused, syntax_problem
from zorgpact_site.yaml_marks import indent_of
from zorgpact_site.yaml_slips import indented_oddly, listed, lost, slip_in

MAX_BYTES = 64 * 1000
MAX_DEPTH = 8
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LIST_SIGNS = frozenset("•·‣▪◦●–—-0123456789")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text as typed, without its quotation marks."""

    text: str
    where: Location
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple["Node", ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file, each key once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    where: Location


Node: TypeAlias = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Reading stops here: the one diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule.slug)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    where: Location
    is_mapping: bool
    children: list[Node]


def parse(path: str, block: str, first_line: int) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Read a block of YAML that starts at `first_line` of the file `path`.

    Gives the mapping, or None with the diagnostic that says why there is none.
    """
    start = Location(path, first_line)
    if len(block.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        size = len(block) // 1000
        return None, (problem(rules.TOO_LARGE, start, size=size, limit=MAX_BYTES // 1000),)
    block, odd = indented_oddly(block, start)
    found = list(odd)
    try:
        node = _build(path, block, first_line, found)
    except _Refused as stopped:
        return None, (*found, refused(stopped.diagnostic, block, first_line))
    except (yaml.YAMLError, UnicodeError) as error:
        return None, (*found, syntax_problem(error, path, block, first_line))
    if node is None:
        return Mapping((), start), tuple(found)
    if not isinstance(node, Mapping):
        return None, (*found, _no_mapping(node, block))
    return node, tuple(found)


def _no_mapping(node: Node, block: str) -> Diagnostic:
    line = block.split("\n", maxsplit=1)[0]
    start = Location(node.where.path, node.where.line)
    slip = slip_in(line, rules.MISSING_COLON, start) if isinstance(node, Scalar) else None
    return slip or problem(rules.NOT_A_MAPPING, node.where)


def _build(path: str, block: str, first_line: int, found: list[Diagnostic]) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    documents, lines = 0, block.split("\n")
    for event in _events(block):
        node: Node | None = None
        match event:
            case yaml.ScalarEvent():
                node = _scalar(event, _location(path, event, first_line), found)
                node = _as_typed(node, event, lines, found)
            case yaml.CollectionStartEvent():
                _open(event, _location(path, event, first_line), stack)
            case yaml.CollectionEndEvent():
                node = _close(stack.pop(), found)
            case yaml.AliasEvent():
                where = _location(path, event, first_line)
                raise _Refused(problem(rules.ANCHOR, where, sign="*"))
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise _Refused(problem(rules.SEVERAL, _location(path, event, first_line)))
        if node is not None and stack:
            stack[-1].children.append(node)
        elif node is not None:
            root = node
    return root


def _open(event: yaml.CollectionStartEvent, where: Location, stack: list[_Open]) -> None:
    _refuse_extras(event, where)
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    if is_mapping and event.flow_style and not stack:
        raise _Refused(problem(rules.NOT_A_MAPPING, where))
    if len(stack) >= MAX_DEPTH:
        raise _Refused(problem(rules.TOO_DEEP, where, limit=MAX_DEPTH))
    stack.append(_Open(where, is_mapping, []))


def _events(block: str) -> Iterator[yaml.Event]:
    """PyYAML's event stream; its stubs leave the function untyped."""
    yield from yaml.parse(block, Loader=_LOADER)


def _location(path: str, event: yaml.Event, first_line: int) -> Location:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Location(path, first_line)
    length = end.column - start.column if start.line == end.line else 0
    return Location(path, first_line + start.line, start.column + 1, max(length, 0))


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, where: Location) -> None:
    if event.anchor is not None:
        raise _Refused(problem(rules.ANCHOR, where, sign="&"))
    if event.tag is not None:
        raise _Refused(problem(rules.TAG, where))


def _scalar(event: yaml.ScalarEvent, where: Location, found: list[Diagnostic]) -> Scalar:
    _refuse_extras(event, where)
    text: str = event.value
    bad = None if text.isprintable() else _UNPRINTABLE.search(text)
    if bad:
        code = f"U+{ord(bad.group()):04X}"
        found.append(problem(CONTROL_CHARACTER, where, value=code))
        text = _UNPRINTABLE.sub("", text)
    return Scalar(text, where, plain=not event.style)


def _as_typed(
    node: Scalar, event: yaml.ScalarEvent, lines: list[str], found: list[Diagnostic]
) -> Scalar | Sequence:
    """A text as who typed it meant it, where YAML takes it for something else."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None or event.style in {"|", ">"}:
        return node
    last = lines[end.line] if end.line < len(lines) else ""
    where = node.where
    if "#" in last[end.column :] and start.line == end.line:
        begins = Location(where.path, where.line)
        if told := lost(last, end.column, start.column, begins):
            found.append(told[1])
            return Scalar(told[0], Location(where.path, where.line, where.column, 0))
    if event.style:
        return node
    typed = lines[start.line : end.line + 1]
    if node.text[:1] in _LIST_SIGNS and not lines[start.line][: start.column].strip():
        meant = listed(typed, Location(where.path, where.line))
        if meant is not None:
            found.append(meant[1])
            return Sequence(tuple(Scalar(one.text, one.where) for one in meant[0]), where)
    return _until_dash(node, typed, found) if len(typed) > 1 else node


def _until_dash(node: Scalar, lines: list[str], found: list[Diagnostic]) -> Scalar:
    """A text over several lines up to one that begins with a dash, if there is any.

    YAML takes that line for more of the text. Who typed it meant another value of a list, and has
    the dashes not straight below each other.
    """
    for at, line in enumerate(lines):
        if at and line.lstrip().startswith("- "):
            column = len(line) - len(line.lstrip()) + 1
            where = Location(node.where.path, node.where.line + at, column, 1)
            found.append(problem(rules.BAD_INDENT, where, fix=_aligned(lines, at, where)))
            before = " ".join(map(str.strip, (lines[0][node.where.column - 1 :], *lines[1:at])))
            return Scalar(_UNPRINTABLE.sub("", before), node.where)
    return node


def _aligned(lines: list[str], at: int, where: Location) -> tuple[Replace, ...]:
    """The edits that put dashes from line `at` on straight below that of the first line."""
    if not lines[0].lstrip().startswith("- "):
        return ()
    start, indent = replace(where, column=1), " " * indent_of(lines[0])
    return tuple(
        Replace(replace(start, line=where.line + number, length=indent_of(line)), indent)
        for number, line in enumerate(lines[at:])
        if line.lstrip().startswith("- ")
    )


def _close(done: _Open, found: list[Diagnostic]) -> Node:
    if not done.is_mapping:
        return Sequence(tuple(done.children), done.where)
    first: dict[str, Scalar] = {}
    entries: list[tuple[Scalar, Node]] = []
    for key, value in zip(done.children[::2], done.children[1::2], strict=True):
        if isinstance(key, Mapping) and key.where.length:
            # A placeholder such as {{ title }}, which templates of other programs fill in;
            # only a mapping in braces has a sign to underline.
            raise _Refused(problem(rules.UNQUOTED_SIGN, key.where))
        if not isinstance(key, Scalar):
            raise _Refused(problem(rules.NOT_A_MAPPING, key.where))
        if key.text == "<<" and key.plain:
            raise _Refused(problem(rules.ANCHOR, key.where, sign="<<"))
        if key.text in first:
            line = first[key.text].where.line
            found.append(problem(rules.DUPLICATE_KEY, key.where, key=key.text, line=line))
            continue
        first[key.text] = key
        entries.append((key, value))
    return Mapping(tuple(entries), done.where)

"""The front matter with start and end of every value, so that one can be changed in its place."""

from dataclasses import dataclass

import yaml

from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic, Location
from zorgpact_site.editing.original import Doubt, Original, Unsafe
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.placed_yaml import Mapping, Node, Scalar
from zorgpact_site.reading.front_matter import read_front_matter
from zorgpact_site.source import Text
from zorgpact_site.yaml_slips import indented_oddly

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML ends a line at these too; as we do not, places would shift.
_OTHER_LINE_ENDS = frozenset("\x85\u2028\u2029")
_MANY_LINES = frozenset("|>")


@dataclass(frozen=True, slots=True)
class Span:
    """A value from `start` to `end` of the text: a text, a list (`items`) or keys (`entries`).

    `style` is the quotation mark or sign a text starts with, empty for a plain one; `flow` says
    that a list or group stands between brackets.
    """

    start: int
    end: int
    text: str = ""
    style: str = ""
    flow: bool = False
    is_list: bool = False
    items: tuple["Span", ...] = ()
    entries: tuple[tuple["Span", "Span"], ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether this is a text and no list or group of keys."""
        return not self.is_list and not self.entries and not self.flow


@dataclass(frozen=True, slots=True)
class Front:
    """The properties of a file with their places; `closing` is the line of the second `---`."""

    original: Original
    root: Span
    closing: int

    def value(self, key: str) -> Span | None:
        """The value of a key, None when the key is absent."""
        return next((value for name, value in self.root.entries if name.text == key), None)

    def entry(self, key: str) -> tuple[Span, Span]:
        """A key that is present, with its value."""
        return next(one for one in self.root.entries if one[0].text == key)

    def last_line(self, span: Span) -> int:
        """The line, from 1, on which a value ends; empty lines behind a text do not count."""
        last = max((item for pair in span.entries for item in pair), key=_end, default=span)
        last = last if span.entries and not span.flow else span
        last = span.items[-1] if span.is_list and span.items and not span.flow else last
        if last is not span:
            return self.last_line(last)
        typed = self.original.content[span.start : span.end]
        keeps = span.style in _MANY_LINES and "+" in typed.partition("\n")[0]
        end = span.end if keeps else span.start + len(typed.rstrip())
        at_start = end > span.start and self.original.content[end - 1] == "\n"
        return self.original.line_of(end - 1 if at_start else end)


def front_of(original: Original, *, strict: bool = True) -> Front:
    """The properties of a file; Unsafe when they cannot be read without doubt."""
    read = _block_of(original.text)
    doubt = read.properties is None or (strict and read.diagnostics)
    block = "\n".join(original.text.lines[read.first - 1 : read.closing - 1])
    if doubt or not _OTHER_LINE_ENDS.isdisjoint(block):
        raise Unsafe(Doubt.NO_PROPERTIES)
    # As it was read: with ordinary spaces before keys and dashes, each where another sign stood.
    block, _odd = indented_oddly(block, Location(original.text.path))
    node = yaml.compose(block, Loader=_LOADER)
    if node is None:
        start = original.starts[read.first - 1]
        return Front(original, Span(start, start), read.closing)
    return Front(original, _span(node, original, read.first), read.closing)


def values_of(text: Text) -> dict[str, object] | None:
    """What the properties say, as plain texts, lists and groups; None when they say nothing."""
    properties = _block_of(text).properties
    return None if properties is None else {key.text: _plain(v) for key, v in properties.entries}


@dataclass(frozen=True, slots=True)
class _Block:
    """The properties of a file, from its line `first` to before its line `closing`."""

    properties: Mapping | None
    diagnostics: tuple[Diagnostic, ...]
    first: int
    closing: int


def _block_of(text: Text) -> _Block:
    if text.path == SETTINGS_FILE:  # which holds nothing else
        properties, found = placed_yaml.parse(text.path, text.content, 1)
        return _Block(properties, found, 1, len(text.lines) + 1)
    read = read_front_matter(text)
    return _Block(read.properties, read.diagnostics, 2, read.body_line - 1)


def _end(span: Span) -> int:
    return span.end


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items]


def _span(node: yaml.Node, original: Original, first: int) -> Span:
    start = original.offset(node.start_mark.line + first, node.start_mark.column + 1)
    end = original.offset(node.end_mark.line + first, node.end_mark.column + 1)
    match node:
        case yaml.ScalarNode():
            return Span(start, end, str(node.value), node.style or "")
        case yaml.SequenceNode():
            items = tuple(_span(item, original, first) for item in node.value)
            flow = bool(node.flow_style)
            end = end if flow or not items else items[-1].end
            return Span(start, end, flow=flow, is_list=True, items=items)
        case yaml.MappingNode():
            entries = tuple(
                (_span(key, original, first), _span(v, original, first)) for key, v in node.value
            )
            flow = bool(node.flow_style)
            end = end if flow or not entries else entries[-1][1].end
            return Span(start, end, flow=flow, entries=entries)
    raise Unsafe(Doubt.NO_PROPERTIES)

"""Adding to a list of the front matter, and taking from it, in the form the editor gave it."""

import re
from collections.abc import Sequence

from zorgpact_site.editing.original import Doubt, Splice, Unsafe
from zorgpact_site.editing.spans import Front, Span
from zorgpact_site.editing.yaml_writer import quoted, quoted_in_flow
from zorgpact_site.fields.table import FIELDS
from zorgpact_site.names import fold

_ALONE = frozenset({"region", "follows"})  # one value stands on the line of its key
_WIDE = 96
_ORDER = {field.key: place for place, field in enumerate(FIELDS)}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_DASH = re.compile(r"(\s*-)(\s*)")
_SPACE_OR_NOTE = re.compile(r"\s*(?:#.*)?")


def adding(front: Front, key: str, value: str) -> tuple[Splice, ...]:
    """The splices that add a value to the list at a key; none when it is there already."""
    span = front.value(key)
    if span is None:
        return (_new_entry(front, key, value),)
    if any(fold(item.text) == fold(value) for item in items_of(span)):
        return ()
    if span.is_list and span.items:
        return _to_flow(front, span, value) if span.flow else (_to_block(front, span, value),)
    if span.is_list:
        return (Splice(span.start + 1, span.start + 1, quoted_in_flow(value)),)
    if not span.is_text:
        raise Unsafe(Doubt.GROUP)
    if not span.style and span.text in _NOTHING:
        return (_fill(front, key, span, value),)
    return (_widen(front, key, span, value),)


def removing(front: Front, key: str, gone: Sequence[int]) -> tuple[Splice, ...]:
    """The splices that take the items with these numbers from the list at a key.

    A key that would keep no value goes as a whole.
    """
    name, span = front.entry(key)
    items = items_of(span)
    if len(gone) == len(items):
        first = front.original.line_of(name.start)
        return (_lines(front, first, front.last_line(span)),)
    if not span.flow:
        return tuple(_without_line(front, items[at]) for at in gone)
    kept = [at for at in range(len(items)) if at not in gone]
    return tuple(_without_item(front, items, at, kept[0]) for at in gone)


def items_of(span: Span) -> tuple[Span, ...]:
    """The values of a list; a single text counts as a list of one."""
    if span.is_list:
        return span.items
    empty = not span.style and span.text in _NOTHING
    return () if empty or not span.is_text else (span,)


def _new_entry(front: Front, key: str, value: str) -> Splice:
    """A key that is absent comes after the last one that the field table has before it."""
    order = _ORDER.get(key, len(_ORDER))
    before = [one for one in front.root.entries if _ORDER.get(one[0].text, len(_ORDER)) <= order]
    line = front.last_line(before[-1][1]) + 1 if before else 2
    at = front.original.offset(min(line, front.closing))
    return Splice(at, at, f"{key}:{_first_value(front, key, value)}\n")


def _first_value(front: Front, key: str, value: str) -> str:
    """A first value in the form that the other lists of the file have."""
    if key in _ALONE:
        return f" {quoted(value)}"
    lists = [span for _name, span in front.root.entries if span.is_list and span.items]
    block = next((span for span in lists if not span.flow), None)
    if lists and block is None:
        return f" [{quoted_in_flow(value)}]"
    dash = _dash(front, block.items[-1]) if block else "  - "
    return f"\n{dash}{quoted(value)}"


def _to_block(front: Front, span: Span, value: str) -> Splice:
    at = _after_line(front, front.last_line(span.items[-1]))
    return Splice(at, at, f"{_dash(front, span.items[-1])}{quoted(value)}\n")


def _dash(front: Front, item: Span) -> str:
    """The indent, the dash and the space before an item of a list with an item a line."""
    line = front.original.line_of(item.start)
    before = front.original.content[front.original.offset(line) : item.start]
    match = _DASH.fullmatch(before)
    if match is None:
        raise Unsafe(Doubt.FORM)
    indent = " " * (len(match[1]) - 1)  # also where signs stand that only look like spaces
    return f"{indent}-{match[2] or ' '}"


def _to_flow(front: Front, span: Span, value: str) -> tuple[Splice, ...]:
    """After the last item; on a line of its own when the items have that too."""
    last = span.items[-1]
    line = front.original.line_of(last.start)
    indent, rest = _around(front, last)
    comma = rest.startswith(",")
    alone = _SPACE_OR_NOTE.fullmatch(rest.removeprefix(","))
    if indent.strip() or not alone or front.last_line(last) != line:
        return (Splice(last.end, last.end, f", {quoted_in_flow(value)}"),)
    at = _after_line(front, line)
    tail = "," if comma else ""
    own_line = Splice(at, at, f"{indent}{quoted_in_flow(value)}{tail}\n")
    return (own_line,) if comma else (Splice(last.end, last.end, ","), own_line)


def _around(front: Front, item: Span) -> tuple[str, str]:
    """What stands before an item on the line where it begins, and behind it where it ends."""
    original, last = front.original, front.last_line(item)
    before = original.content[original.offset(original.line_of(item.start)) : item.start]
    rest = original.content[item.end : original.offset(last) + len(original.text.line(last))]
    return before, rest.lstrip()


def _fill(front: Front, key: str, span: Span, value: str) -> Splice:
    """A key without a value gets its first one; a note behind it stays."""
    form = f"[{quoted_in_flow(value)}]" if key not in _ALONE else quoted(value)
    if span.text:
        return Splice(span.start, span.end, form)
    name, _value = front.entry(key)
    colon = front.original.content.index(":", name.end) + 1
    return Splice(colon, colon, f" {form}")


def _widen(front: Front, key: str, span: Span, value: str) -> Splice:
    """A single value becomes a list with it: on its line when that stays short."""
    typed = front.original.content[span.start : span.end]
    if "\n" in typed or span.style in {"|", ">"}:
        raise Unsafe(Doubt.SEVERAL_LINES)
    first = typed if span.style else quoted_in_flow(span.text)
    flow = f"[{first}, {quoted_in_flow(value)}]"
    if len(key) + len(flow) <= _WIDE:
        return Splice(span.start, span.end, flow)
    gap = front.original.content.index(":", front.entry(key)[0].end) + 1
    rest = front.original.content[span.end : _after_line(front, front.last_line(span)) - 1]
    if rest.strip():
        raise Unsafe(Doubt.NOTE_BEHIND)
    return Splice(gap, span.end, f"\n  - {typed}\n  - {quoted(value)}")


def _without_line(front: Front, item: Span) -> Splice:
    _dash(front, item)  # refuses a form with more than the item on its line
    return _lines(front, front.original.line_of(item.start), front.last_line(item))


def _lines(front: Front, first: int, last: int) -> Splice:
    return Splice(front.original.offset(first), _after_line(front, last), "")


def _without_item(front: Front, items: Sequence[Span], at: int, first_kept: int) -> Splice:
    """An item of a list between brackets goes with the comma on the side of what stays.

    One that has a line of its own goes with that: what stands behind the others is theirs.
    """
    before, rest = _around(front, items[at])
    comma = rest.startswith(",") or at == len(items) - 1
    if comma and not before.strip() and _SPACE_OR_NOTE.fullmatch(rest.removeprefix(",")):
        return _lines(front, front.original.line_of(items[at].start), front.last_line(items[at]))
    if at < first_kept:
        return Splice(items[at].start, items[at + 1].start, "")
    return Splice(items[at - 1].end, items[at].end, "")


def _after_line(front: Front, line: int) -> int:
    return front.original.offset(line + 1)

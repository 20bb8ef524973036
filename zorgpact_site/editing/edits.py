"""Edits of one file, made together: every byte that they do not name stays as it was.

What came out is read again. When it does not say what was wanted, the edit is refused: a slip
of a programmer must never cost an editor text.
"""

from collections.abc import Iterable, Sequence

from zorgpact_site.diagnostics import Add, Edit, Location, Relink, Replace, Write
from zorgpact_site.editing.links import relinked
from zorgpact_site.editing.lists import adding, items_of, removing
from zorgpact_site.editing.original import Doubt, Original, Splice, Unsafe, original_of
from zorgpact_site.editing.spans import Span, front_of, values_of
from zorgpact_site.editing.yaml_writer import quoted_alike, quoted_in_flow
from zorgpact_site.names import fold
from zorgpact_site.reading.front_matter import read_front_matter
from zorgpact_site.source import Source


def splice_of(original: Original, edit: Replace | Write | Relink) -> Splice:
    """Where an edit with a place comes down on; Unsafe when it cannot be made there."""
    match edit:
        case Replace():
            return Splice(*original.span(edit.where), edit.text)
        case Write():
            return _writing(original, edit)
        case Relink() if _in_front(original, edit.where):
            return _writing(original, Write(edit.where, edit.target))
        case Relink():
            return relinked(original, edit.where, edit.typed, edit.target)


def edited(source: Source, edits: Iterable[Edit]) -> Source:
    """A file with all these edits made, first those with a place, then what is added.

    Raises Unsafe when one of them cannot be made, or would do more than it says.
    """
    ordered = tuple(dict.fromkeys(edits))
    placed = [edit for edit in ordered if not isinstance(edit, Add)]
    original = original_of(source)
    splices = [splice_of(original, edit) for edit in placed]
    done = spliced(source, splices)
    for edit in ordered:
        if isinstance(edit, Add):
            done = with_value(done, edit.key, edit.value)
    return done


def spliced(source: Source, splices: Sequence[Splice]) -> Source:
    """A file with these splices made; Unsafe when its properties would break."""
    if not splices:
        return source
    original = original_of(source)
    done = Source(source.path, original.spliced(splices))
    _compare_text(original, done, splices)
    if values_of(original.text) is not None and values_of(original_of(done).text) is None:
        raise Unsafe(Doubt.WOULD_BREAK)
    return done


def with_value(source: Source, key: str, value: str) -> Source:
    """A file whose list at `key` of the front matter has one value more, unless it has it."""
    front = front_of(original_of(source), strict=False)
    done = spliced(source, adding(front, key, value))
    if done is not source:
        _require(source, done, key, [*_texts(front.value(key)), value])
    return done


def without_values(source: Source, key: str, gone: Sequence[int]) -> Source:
    """A file whose list at `key` lacks the items with these numbers; an empty one goes whole."""
    if not gone:
        return source
    front = front_of(original_of(source), strict=False)
    done = spliced(source, removing(front, key, gone))
    texts = _texts(front.value(key))
    _require(source, done, key, [text for at, text in enumerate(texts) if at not in gone])
    return done


def without_value(source: Source, key: str, value: str) -> Source:
    """A file whose list at `key` has no such value any more."""
    front = front_of(original_of(source), strict=False)
    same = [at for at, text in enumerate(_texts(front.value(key))) if fold(text) == fold(value)]
    return without_values(source, key, same)


def _texts(span: Span | None) -> list[str]:
    return [item.text for item in items_of(span)] if span else []


def _writing(original: Original, edit: Write) -> Splice:
    start, _end = original.span(edit.where)
    span, flow, alone = _find(front_of(original, strict=False).root, start)
    if isinstance(edit.value, str):
        return Splice(span.start, span.end, quoted_alike(edit.value, span.style, flow=flow))
    if "\n" in original.content[span.start : span.end]:
        raise Unsafe(Doubt.NO_ROOM)
    values = ", ".join(quoted_in_flow(value) for value in edit.value)
    if alone:
        return Splice(span.start, span.end, f"[{values}]")
    if flow:
        return Splice(span.start, span.end, values)
    before = original.content[original.content.rfind("\n", 0, span.start) + 1 : span.start]
    if before.strip() != "-":
        raise Unsafe(Doubt.NO_ROOM)
    items = (quoted_alike(value, span.style, flow=False) for value in edit.value)
    return Splice(span.start, span.end, f"\n{before}".join(items))


def _in_front(original: Original, where: Location) -> bool:
    return where.line < read_front_matter(original.text).body_line


def _find(root: Span, start: int) -> tuple[Span, bool, bool]:
    """The text that starts at an offset; whether between brackets; whether alone at a key."""
    pending = [(root, False, False)]
    while pending:
        span, flow, alone = pending.pop()
        if span.is_text and span.start == start and span.end > start:
            return span, flow, alone
        inside = flow or span.flow
        pending += [(item, inside, False) for item in span.items]
        pending += [(value, inside, True) for _key, value in span.entries]
    raise Unsafe(Doubt.NO_VALUE)


def _compare_text(original: Original, done: Source, splices: Sequence[Splice]) -> None:
    """The text after must be the text before with the splices and nothing else."""
    parts, at = list[str](), 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += [original.content[at : one.start], one.text]
        at = one.end
    wanted = "".join([*parts, original.content[at:]])
    if original_of(done).content != wanted:
        raise Unsafe(Doubt.CHANGES_MORE)


def _require(before: Source, after: Source, key: str, wanted: list[str]) -> None:
    """All properties but one must say what they said, the text below too, and that one this."""
    old, new = original_of(before).text, original_of(after).text
    was, is_now = values_of(old) or {}, values_of(new) or {}
    value = is_now.get(key, [])
    texts = value if isinstance(value, list) else [value]
    others = {name: one for name, one in was.items() if name != key}
    same = {name: one for name, one in is_now.items() if name != key} == others
    if not same or texts != wanted or _body(old.lines) != _body(new.lines):
        raise Unsafe(Doubt.CHANGES_MORE)


def _body(lines: Sequence[str]) -> Sequence[str]:
    closing = next(at for at, line in enumerate(lines) if at and line.rstrip() == "---")
    return lines[closing:]


def place_of(edit: Edit) -> Location:
    """The place of an edit; the file as a whole for what is added."""
    return Location(edit.path) if isinstance(edit, Add) else edit.where

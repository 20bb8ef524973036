"""An old text becomes a draft: proposals in the front matter, doubts as comments beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zorgpact_site.diagnostics import Diagnostic, Location
from zorgpact_site.editing.importing.decoding import cleaned
from zorgpact_site.editing.importing.document import Document, Doubt, Shape
from zorgpact_site.editing.importing.markdown import body, text_block
from zorgpact_site.editing.importing.meetings import (
    Meeting,
    meeting_in,
    membership_in,
    published_on,
)
from zorgpact_site.editing.importing.names import SiteNames
from zorgpact_site.editing.importing.rules import (
    DATE_UNKNOWN,
    MAYBE_CAPTION,
    PICTURE_MISSING,
    TITLE_UNKNOWN,
    YEAR_RECKONED,
)
from zorgpact_site.editing.new import NewFile, article_path
from zorgpact_site.editing.yaml_writer import Value, property_lines, quoted

_TITLE_LIMIT = 300  # of the key title
_OF_PROPERTIES = frozenset({TITLE_UNKNOWN, YEAR_RECKONED, DATE_UNKNOWN, PICTURE_MISSING})


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft that is not written yet, with what the editor must look at."""

    file: NewFile
    doubts: tuple[Diagnostic, ...]


def drafted(document: Document, name: str, names: SiteNames, years: range) -> Imported:
    """The draft of an old text; `name` is that of its file, `years` those it can be from."""
    title = _short(document.title or f"Zonder titel: {' '.join(cleaned(name).split())}")
    texts = [block for block in document.blocks if block.shape is not Shape.HEADING]
    lead = document.summary or (texts[0].words if texts else "")
    rest = "\n".join(block.words for block in document.blocks)
    meeting = meeting_in(document.title, lead, rest, years)
    proposed = names.proposed(f"{document.title}\n{lead}", rest)
    published = published_on(document.published)
    date = meeting.day.date if meeting.day else published
    pairs: dict[str, Value] = {"title": title, "event": meeting.event if date else "", "date": date}
    pairs |= proposed
    lines = [
        *_lines(pairs, meeting),
        *_facts(meeting, membership_in(f"{lead}\n{rest}")),
        *_line("summary", document.summary),
        *_line("published", published if meeting.event and date else ""),
        *_comments(document.doubts),
        "draft: true\n",
    ]
    # Of a title that does not fit, all words stand in the text.
    cut = (text_block(document.title),) if len(document.title) > _TITLE_LIMIT else ()
    text = f"---\n{''.join(lines)}---\n\n{body((*cut, *document.blocks))}"
    path = article_path(title, date)
    doubts = (*_doubts_of(document, title), *_doubts_of_day(meeting), *document.doubts)
    return Imported(NewFile(path, text), tuple(_placed(doubts, text, path)))


def _short(title: str) -> str:
    """A title that fits, cut between words where it can be."""
    if len(title) <= _TITLE_LIMIT:
        return title
    cut = title[:_TITLE_LIMIT]
    return f"{cut.rpartition(' ')[0] or cut[:-1]}…"


def _lines(pairs: dict[str, Value], meeting: Meeting) -> Iterator[str]:
    for key, value in pairs.items():
        if key == "date" and meeting.day:
            yield from _date_lines(meeting)
        elif key == "region" and isinstance(value, tuple) and len(value) == 1:
            yield from _line(key, value[0])
        elif value:
            yield property_lines(key, value)


def _date_lines(meeting: Meeting) -> Iterator[str]:
    """The date, or as a comment what there is to know of it: then it is no report yet."""
    day = meeting.day
    if day is None:
        return
    if day.date:
        why = f"  # jaar berekend uit “{day.words}”; kijk het na" if day.reckoned else ""
        yield f"date: {day.date}{why}\n"
        return
    yield f"# event: {quoted(meeting.event)}\n"
    if day.possible:
        yield f"# date: {day.possible[0]}  # of {' of '.join(day.possible[1:])}: “{day.words}”\n"
    else:
        yield f"# date: jaar onbekend, de tekst zegt “{day.words}”\n"


def _facts(meeting: Meeting, membership: str) -> Iterator[str]:
    name, town = meeting.place
    if name:
        yield f"location:\n  name: {quoted(name)}\n  place: {quoted(town)}\n"
    yield from _line("attendance", meeting.attendance)
    yield from _line("membership", membership)


def _line(key: str, value: str) -> Iterator[str]:
    if value:
        yield property_lines(key, value)


def _comments(doubts: Iterable[Doubt]) -> Iterator[str]:
    """What the text itself cannot hold, because HTML comments would be shown to readers."""
    for doubt in doubts:
        if doubt.rule is MAYBE_CAPTION:
            yield f"# misschien een bijschrift: “{doubt.near}”\n"
        elif doubt.rule is PICTURE_MISSING:
            told = "; ".join(value for _name, value in doubt.values if value)
            yield f"# afbeelding ophalen: {told}\n"


def _doubts_of(document: Document, title: str) -> Iterator[Doubt]:
    if not document.title:
        yield Doubt(TITLE_UNKNOWN, f"title: {quoted(title)}")


def _doubts_of_day(meeting: Meeting) -> Iterator[Doubt]:
    day = meeting.day
    if day is None:
        return
    if day.reckoned:
        values = (("value", day.words), ("year", day.date[:4]))
        yield Doubt(YEAR_RECKONED, f"date: {day.date}", values)
    elif not day.date:
        yield Doubt(DATE_UNKNOWN, "# date:", (("value", day.words),))


def _placed(doubts: Iterable[Doubt], text: str, path: str) -> Iterator[Diagnostic]:
    """Doubts with their places: each is looked for after the one before, so this is linear."""
    at, line = 0, 1
    below = text.index("\n---\n", 4)
    for doubt in sorted(doubts, key=lambda one: one.rule not in _OF_PROPERTIES):
        # Those of the text stand below the front matter, whose comments say the same.
        first = 0 if doubt.rule in _OF_PROPERTIES else below
        found = text.find(doubt.near, max(at, first)) if doubt.near else -1
        if found < 0:
            yield Diagnostic(doubt.rule, Location(path), doubt.values)
            continue
        line += text.count("\n", at, found)
        at = found
        column = found - text.rfind("\n", 0, found)
        length = len(doubt.near.partition("\n")[0])
        yield Diagnostic(doubt.rule, Location(path, line, column, length), doubt.values)

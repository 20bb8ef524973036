"""One source becomes one reading."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TypeAlias

from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics import file_rules as rules
from zorgpact_site.diagnostics.block_rules import TITLE_IN_TEXT, UNDERLINED_TEXT
from zorgpact_site.diagnostics.field_rules import MISSING_KEY
from zorgpact_site.fields import Values, read_fields, table
from zorgpact_site.kinds import Kind
from zorgpact_site.model.body import Body
from zorgpact_site.model.draft import Draft, Parsed, Reading
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Role
from zorgpact_site.model.words import Words
from zorgpact_site.names import say_the_same, slug
from zorgpact_site.portable import is_portable
from zorgpact_site.reading.decode import decode
from zorgpact_site.reading.files import unportable
from zorgpact_site.reading.front_matter import FrontMatter, read_front_matter
from zorgpact_site.reading.mangled import conflict, garbled
from zorgpact_site.reading.markdown import read_body
from zorgpact_site.source import Source, Text
from zorgpact_site.wording import educated

# File systems take 255 bytes for a name; this leaves room for endings and temporary names.
MAX_SLUG = 200
_TITLE_LINE = re.compile(r"^title:[ \t]*(\S.*)$", re.MULTILINE)
_TITLE_WITHIN = 2000  # characters; properties stand at the start
_ONLY_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_ReadText: TypeAlias = Callable[[Text, str, int], tuple[Body, Words, tuple[Diagnostic, ...]]]
_LEADING_DATE = re.compile(r"^\d{4}(?:-\d{2}){0,2}-(?=.)")


def read_source(source: Source) -> Parsed:
    """Read one Markdown file of a known kind, `content/<folder>/…/<name>.md`."""
    return _read(source, read_body)


def read_front(source: Source) -> Reading:
    """Read a file as far as its front matter goes; its text stays empty."""
    return _read(source, lambda _text, _body, _line: (Body(), Words(), ())).reading


def _read(source: Source, read_text: _ReadText) -> Parsed:
    key = key_of(source.path)
    stem = PurePosixPath(source.path).stem
    text, problems = decode(source)
    found = [*_check_name(source.path, key), *problems]
    if text is None:
        return Parsed(_reading(source.path, key, (), None, found), Words())
    if told := conflict(text):
        title = _likely_title(text)
        return Parsed(_reading(source.path, key, (title,) * bool(title), None, [told]), Words())
    found += garbled(text)
    front = read_front_matter(text)
    found += front.diagnostics
    body, words, problems = read_text(text, front.body, front.body_line)
    # Without properties a line of dashes is one of theirs, which has been told; without a block
    # of them there is no title yet.
    no_title = front.body_line == 1
    untold = (UNDERLINED_TEXT,) * (not front.properties) + (TITLE_IN_TEXT,) * no_title
    found += (one for one in problems if one.rule not in untold)
    values = _read_values(key.kind, front, text, found)
    title = values.get(table.TITLE) or (_likely_title(text) if front.properties is None else "")
    if _begins_with_title(body, words, title):
        # It is to go, and not to become smaller: a check tells of it.
        first = problem(TITLE_IN_TEXT, body.headings[0].where)
        found = [one for one in found if one != first]
    shown = (*([title] if title else ()), *(values.get(table.ALIASES) or ()))
    # Without properties the file is broken already; a draft of it would only echo that.
    draft = (
        Draft(key, source.path, educated(title or stem), values, body) if front.properties else None
    )
    return Parsed(_reading(source.path, key, shown, draft, found), words)


def _begins_with_title(body: Body, words: Words, title: str) -> bool:
    """Whether the text begins with a heading that is the title once more."""
    first = words.passages[0] if words.passages else None
    is_heading = first is not None and first.role is Role.HEADING
    return is_heading and say_the_same(body.headings[0].text, title)


def _reading(
    path: str, key: Key, shown: tuple[str, ...], draft: Draft | None, found: list[Diagnostic]
) -> Reading:
    own = (PurePosixPath(path).stem, key.slug)
    names = tuple(dict.fromkeys((*shown, *own)))
    return Reading(key, path, names, shown or own[:1], draft, tuple(found))


def _likely_title(text: Text) -> str:
    """The title of a file whose properties cannot be read, so that mentions of it still hold."""
    match = _TITLE_LINE.search(text.content[:_TITLE_WITHIN])
    return match.group(1).strip().strip("\"'") if match else ""


def key_of(path: str) -> Key:
    """The key of a source: its kind by folder, its slug by file name without leading date."""
    parts = PurePosixPath(path)
    return Key(Kind(parts.parts[1]), slug(parts.stem.removeprefix(date_before(parts.stem))))


def date_before(stem: str) -> str:
    """The date before the name of a file with its dash; empty when it is all there is."""
    found = None if _ONLY_DATE.fullmatch(stem) else _LEADING_DATE.match(stem)
    return found[0] if found else ""


def _read_values(kind: Kind, front: FrontMatter, text: Text, found: list[Diagnostic]) -> Values:
    if front.properties is None:
        return Values()
    start = text.at(1, 1, 3)
    values = read_fields(front.properties, table.fields_of(kind), found, missing_at=start)
    event, date = values.place(table.EVENT), values.place(table.DATE)
    if kind is Kind.ARTICLE and event is not None and date is None:
        example = f"date: {table.DATE.example}"
        found.append(problem(MISSING_KEY, start, key="date", example=example))
    return values


def _check_name(path: str, key: Key) -> list[Diagnostic]:
    found = [] if is_portable(path) and is_portable(key.slug) else [unportable(path)]
    size = len(key.slug.encode())
    if not size:
        found.append(problem(rules.FILE_NAME_EMPTY, Location(path)))
    elif size > MAX_SLUG:
        where = Location(path)
        found.append(problem(rules.FILE_NAME_TOO_LONG, where, size=size, limit=MAX_SLUG))
    return found

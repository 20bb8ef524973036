"""A request for a new text becomes a path and the whole file, judged before it exists."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from zorgpact_site.checks import (
    check,
    duplicate_title,
    listed_not_mentioned,
    mentioned_not_listed,
    near_series,
    orphan,
    out_of_time,
    published_ahead,
    silent_event,
    unkept_promise,
    unused_media,
)
from zorgpact_site.dates import parse_date
from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.file_rules import ADDRESS_CLASH, SYMLINK
from zorgpact_site.diagnostics.literal_rules import GAP
from zorgpact_site.editing import skeletons
from zorgpact_site.editing.file_names import shortened
from zorgpact_site.editing.known import Known
from zorgpact_site.editing.yaml_writer import Value, properties
from zorgpact_site.fields.table import fields_of
from zorgpact_site.kinds import Kind
from zorgpact_site.linking import link
from zorgpact_site.linking.entries import article_kind
from zorgpact_site.model.draft import Parsed
from zorgpact_site.model.entries import ArticleKind
from zorgpact_site.names import slug
from zorgpact_site.noticing import Reader, Things, by_key
from zorgpact_site.planning.plan import plan
from zorgpact_site.portable import is_portable
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source
from zorgpact_site.weighing import weigh

# What a text that is still to be written cannot have in order yet, or its editor may mean so.
_LATER = frozenset(
    one.RULE
    for one in (
        duplicate_title,
        listed_not_mentioned,
        mentioned_not_listed,
        near_series,
        orphan,
        out_of_time,
        published_ahead,
        silent_event,
        unkept_promise,
        unused_media,
    )
)
_ALONE = "region"  # one region stands on the line of its key, several below it


@dataclass(frozen=True, slots=True)
class Request:
    """A text that is wanted: values by key of the field table, the title among them.

    `slug` is the last part of the address when the title should not give it.
    """

    kind: Kind
    values: Mapping[str, Value]
    slug: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be made: `path` relative to the site, with forward slashes."""

    path: str
    text: str


def make(request: Request, today: date) -> NewFile:
    """Write the properties and the first words of a text; `today` parts plans from reports.

    What is announced says since when, so that who follows the site hears of it.
    """
    values = {key: _in_form(key, value) for key, value in request.values.items()}
    if _kind(request, today) is ArticleKind.ANNOUNCEMENT:
        values.setdefault("published", str(today))
    if request.draft:
        values["draft"] = "true"
    pairs = [(one.key, values[one.key]) for one in fields_of(request.kind) if one.key in values]
    body = _skeleton(request, today)
    return NewFile(_path(request), f"{properties(pairs)}\n{body}")


def problems(new: NewFile, request: Request, known: Known) -> tuple[Diagnostic, ...]:
    """Why the file cannot be made, and else what a check would say that it does not say now.

    What it would say of other texts is left out while the new one itself is not in order, and
    said once however many texts have it. What comes right as the text is written is left out.
    """
    holder = known.holder(new.path)
    if holder:
        return (problem(ADDRESS_CLASH, Location(new.path), file=holder, other=holder),)
    folder = f"content/{request.kind.value}"
    if folder in known.links:
        return (problem(SYMLINK, Location(folder)),)
    made = read_source(Source(new.path, new.text.encode()))
    reading = made.reading
    around = known.texts_around(reading.names)
    told = {one.where for one in _judged(around, request, known)}
    found = _judged((*around, made), request, known)
    own = [one for one in found if new.path in {one.where.path, one.file}]
    # Where something was wrong before, the new text is not to blame that the words changed.
    others = {(one.rule, one.values): one for one in found[::-1] if one.where not in told}
    # The skeleton asks to be written over, which is told once the text is there.
    alone = (one for one in reading.diagnostics if one.rule is not GAP)
    found = (*alone, *(own or others.values()))
    return weigh(found, known.settings.severities, ())


def _judged(texts: tuple[Parsed, ...], request: Request, known: Known) -> tuple[Diagnostic, ...]:
    """What is found when texts meet; what each says alone, and media, are left out.

    A draft meets others in a site with drafts only, another text in both.
    """
    found: list[Diagnostic] = []
    for drafts in {True, request.draft}:
        settings = replace(known.settings, drafts=drafts)
        readings = tuple(one.reading for one in texts)
        things = tuple(one for one in readings if one.key.kind is not Kind.ARTICLE)
        reader = Reader(Things(things, drafts, settings.link_names))
        noticed = by_key(map(reader.notice, texts))
        site, problems = link(readings, settings, {}, known.today, noticed)
        found += [*problems, *check(site), *plan(site, {})[1]]
    return tuple(one for one in found if one.rule not in _LATER)


def _in_form(key: str, value: Value) -> Value:
    if isinstance(value, str):
        return " ".join(value.split())
    items = tuple(" ".join(item.split()) for item in value)
    return items[0] if key == _ALONE and len(items) == 1 else items


def _path(request: Request) -> str:
    name, typed = request.slug or str(request.values["title"]), request.values.get("date")
    if request.kind is Kind.ARTICLE:
        return article_path(name, str(typed or ""))
    return f"content/{request.kind.value}/{shortened(_file_name(name, request.kind))}.md"


def article_path(name: str, date: str) -> str:
    """A full date goes before the name of an article, as in a diary; no other date does."""
    day = parse_date(date)
    start = f"{day}-" if day and day.exact else ""
    bare = _file_name(name, Kind.ARTICLE).removeprefix(start)
    return f"content/{Kind.ARTICLE.value}/{start}{shortened(bare)}.md"


def _file_name(name: str, kind: Kind) -> str:
    plain = slug(name) or kind.prefixes[:2][-1]
    return plain if is_portable(plain) else f"{plain}-1"


def _skeleton(request: Request, today: date) -> str:
    kind = _kind(request, today)
    return skeletons.ARTICLES[kind] if kind else skeletons.OTHERS[request.kind]


def _kind(request: Request, today: date) -> ArticleKind | None:
    """What an article will be; None of other texts."""
    if request.kind is not Kind.ARTICLE:
        return None
    event, typed = str(request.values.get("event", "")), str(request.values.get("date", ""))
    return article_kind(event, parse_date(typed), None, today)

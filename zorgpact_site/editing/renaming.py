"""A text gets another name, in its own file and wherever it is named; nothing is written here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Diagnostic, Location, Write
from zorgpact_site.editing.changes import Change
from zorgpact_site.editing.edits import splice_of, with_value, without_value
from zorgpact_site.editing.file_names import shortened
from zorgpact_site.editing.files import Files, require_free
from zorgpact_site.editing.judging import Judge, Judged, worse
from zorgpact_site.editing.original import Splice, original_of
from zorgpact_site.editing.references import Redirection
from zorgpact_site.editing.things import (
    Refusal,
    Refused,
    Thing,
    catalogue_of,
    find_draft,
    has_aliases,
    renamed,
    thing_of,
)
from zorgpact_site.fields import table
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import SETTINGS_FILE, Kind
from zorgpact_site.linking.catalogue import Catalogue
from zorgpact_site.model import prose
from zorgpact_site.model.draft import Draft
from zorgpact_site.model.passages import Role
from zorgpact_site.model.settings import Settings
from zorgpact_site.names import fold, slug
from zorgpact_site.reading.read import MAX_SLUG
from zorgpact_site.source import Source

_FOR_EDITORS = frozenset({Role.TITLE, Role.SUMMARY, Role.CAPTION, Role.QUOTE})


@dataclass(frozen=True, slots=True)
class Reshaped:
    """What would become of the files, and what that would bring.

    `new` are diagnostics that were not there before; `spoken` the places in running text that
    still use the old name; `unread` the files whose references could not be looked at.
    """

    changes: tuple[Change, ...]
    new: tuple[Diagnostic, ...] = ()
    spoken: tuple[Location, ...] = ()
    unread: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What is wanted: the text of a kind called `old` is to be called `title`."""

    kind: Kind
    old: str
    title: str
    slug: str = ""
    in_text: bool = False


def rename(inputs: Inputs, naming: Naming) -> Reshaped:
    """What a new name changes. Raises Refused when it cannot be given."""
    judge = Judge()
    site = look(judge, inputs)
    draft = find_draft(site.catalogue, naming.kind, naming.old)
    old = thing_of(draft, site.settings)
    new = _wanted(old, naming, site.settings)
    if new.path != old.path:
        require_free(new.path, inputs)
    files = Files.of(inputs)
    title_at = draft.values.place(table.TITLE)
    if title_at is None or not draft.values.get(table.TITLE):
        raise Refused(Refusal.UNREADABLE, path=old.path)
    if new.title != old.title:
        files.gather(old.path, lambda original: [splice_of(original, Write(title_at, new.title))])
    files.redirect(Redirection(site.catalogue, old, new), site.catalogue.drafts.values())
    places = spoken(site.namings, old, files, new.title if naming.in_text else "")
    files.make()
    files.change(old.path, lambda source: _own(source, draft, old, new))
    moved = {old.path: new.path}
    return Reshaped(
        files.changes(moved),
        found_new(judge, inputs, files.inputs(inputs, moved), moved),
        places if new.title != old.title else (),
        site.unread,
        new.address,
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """A site as it is, with its drafts, before names change."""

    judged: Judged
    catalogue: Catalogue
    settings: Settings
    namings: tuple[prose.Naming, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """Files that cannot be read, so that references in them stay as they are."""
        return tuple(one.path for one in self.judged.readings if one.draft is None)


def look(judge: Judge, inputs: Inputs) -> Looked:
    """Judge the site with its drafts; Refused when its settings cannot be read."""
    judged = judge.of(_with_drafts(inputs))
    if judged.site is None:
        raise Refused(Refusal.UNREADABLE, path=SETTINGS_FILE)
    namings = judge.namings(_with_drafts(inputs))
    return Looked(judged, catalogue_of(judged), judged.site.settings, tuple(namings))


def found_new(
    judge: Judge, before: Inputs, after: Inputs, moved: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """What a check would say that it does not say now, for editors with and without drafts."""
    found: dict[Diagnostic, None] = {}
    for one, other in ((before, after), (_with_drafts(before), _with_drafts(after))):
        more = worse(judge.of(one), judge.of(other), lambda path: moved.get(path, path))
        found |= dict.fromkeys(more)
    return tuple(found)


def spoken(
    namings: Iterable[prose.Naming], thing: Thing, files: Files, title: str
) -> tuple[Location, ...]:
    """Where running text uses the name of a thing; with `title` those that can be changed are.

    Links by name are no running text: what they show changes with their page. What somebody
    said, titles and summaries are for an editor to judge, so their places are given back.
    """
    left: list[Location] = []
    for naming in namings:
        passage, place = naming.passage, naming.where
        own_title = passage.role is Role.TITLE and place.path == thing.path
        if thing.key not in naming.keys or fold(naming.words) != fold(thing.title) or own_title:
            continue
        splice = Splice(*original_of(files.before[place.path]).span(place), title)
        if not files.is_free(place.path, splice):
            continue
        exact = naming.words == thing.title and passage.exact(naming.start, naming.end)
        if title and exact and passage.role not in _FOR_EDITORS:
            files.add(place.path, splice)
        else:
            left.append(place)
    return tuple(sorted(left))


def _with_drafts(inputs: Inputs) -> Inputs:
    return replace(inputs, options=replace(inputs.options, drafts=True))


def _wanted(old: Thing, naming: Naming, settings: Settings) -> Thing:
    title = " ".join(naming.title.split())
    try:
        title.encode()
    except UnicodeEncodeError:
        title = ""
    if not title or not title.isprintable():
        raise Refused(Refusal.NO_TITLE)
    made = shortened(slug(naming.slug or title))
    same_title = title == old.title and not naming.slug
    if not made:
        raise Refused(Refusal.NO_ADDRESS, value=naming.slug or title)
    return renamed(old, title, old.key.slug if same_title else made, settings)


def _own(source: Source, draft: Draft, old: Thing, new: Thing) -> Source:
    """The file itself: its title, the old name as an alias, the old address as a redirect."""
    if has_aliases(old.key.kind) and fold(old.title) != fold(new.title):
        source = without_value(source, "aliases", new.title)
        source = with_value(source, "aliases", old.title)
    if old.address != new.address:
        for form in (f"/{new.address}", f"/{new.address}".rstrip("/")):
            source = without_value(source, "redirect_from", form)
        # A file whose name is too long never had an address on the site.
        if not draft.values.get(table.DRAFT) and len(old.key.slug.encode()) <= MAX_SLUG:
            source = with_value(source, "redirect_from", f"/{old.address}")
    return source

"""The text an editor means by a title, an alias, a slug or a file, and what it is to become."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from zorgpact_site.editing.judging import Judged
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue, make_catalogue
from zorgpact_site.model.draft import Draft
from zorgpact_site.model.keys import Key
from zorgpact_site.model.settings import Settings
from zorgpact_site.names import nearest
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.reading.read import date_before, key_of


class Refusal(StrEnum):
    """Why names of a site are not changed; English, and keys of the message catalogue."""

    UNKNOWN = "{kind} does not exist: “{value}”"
    UNKNOWN_NEAR = "{kind} does not exist: “{value}”; did you mean “{near}”?"
    SEVERAL = "“{value}” can mean several files: {files}"
    UNREADABLE = "the properties of {path} cannot be read; mend them first"
    NO_TITLE = "the new title is empty or holds signs that no file can hold"
    NO_ADDRESS = "no address can be made from “{value}”; choose one with --slug"
    TAKEN = "there is a file {path} already"
    SAME = "these are one and the same text: {path}"
    FOLDERS = "{path} and {other} lie in different folders; put them in one folder first"
    LOST = (
        "links or headings of {path} would get lost below {other}: both give a link the same name, "
        "or code is not closed; mend that first"
    )
    EDIT = "{path} cannot be changed with certainty: {reason}"


class Refused(Exception):
    """What was asked cannot be done; `values` fill the holes of the refusal."""

    def __init__(self, refusal: Refusal, **values: str) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.values = values


@dataclass(frozen=True, slots=True)
class Thing:
    """A text as others name it: its key, where its file lies, its title as typed, its address."""

    key: Key
    path: str
    title: str
    address: str


def catalogue_of(judged: Judged) -> Catalogue:
    """Who is called what, drafts among them."""
    return make_catalogue(judged.readings, with_drafts=True)


def find_draft(catalogue: Catalogue, kind: Kind, typed: str) -> Draft:
    """The text of a kind that is meant; Refused when there is none, or more than one."""
    by_path = [key for path, key in catalogue.by_path.items() if _is_path(path, kind, typed)]
    keys = by_path or list(catalogue.find(typed, (kind,)))
    if len(keys) > 1:
        files = ", ".join(path for path, key in catalogue.by_path.items() if key in keys)
        raise Refused(Refusal.SEVERAL, value=typed, files=files)
    if not keys:
        near = nearest(typed, catalogue.shown.get(kind, ()))
        refusal = Refusal.UNKNOWN_NEAR if near else Refusal.UNKNOWN
        raise Refused(refusal, kind=kind.this_one, value=typed, near=near[0] if near else "")
    if keys[0] not in catalogue.drafts:
        path = next(path for path, key in catalogue.by_path.items() if key == keys[0])
        raise Refused(Refusal.UNREADABLE, path=path)
    return catalogue.drafts[keys[0]]


def _is_path(path: str, kind: Kind, typed: str) -> bool:
    if not typed.endswith(".md"):
        return False
    return path in {typed, f"content/{kind.value}/{typed}"}


def thing_of(draft: Draft, settings: Settings) -> Thing:
    """A text as it is called now."""
    title = draft.values.get(table.TITLE) or draft.title
    address = Addresses(settings.sections).of(draft.key)
    return Thing(draft.key, draft.path, title, address)


def renamed(thing: Thing, title: str, slug: str, settings: Settings) -> Thing:
    """A text as it is to be called; the folder and the date before its file name stay.

    A slug that begins with a date, as of “2018 in beeld”, gives a file name whose date does not
    count in the address.
    """
    if slug == thing.key.slug:
        return Thing(thing.key, thing.path, title, thing.address)
    path = PurePosixPath(thing.path)
    date = date_before(path.stem)
    new = path.with_name(f"{date}{slug.removeprefix(date)}.md").as_posix()
    key = key_of(new)
    return Thing(key, new, title, Addresses(settings.sections).of(key))


def has_aliases(kind: Kind) -> bool:
    """Whether texts of a kind can have other names."""
    return kind in table.ALIASES.where

"""What an editor means by an address, a file or a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from zorgpact_site.diagnostics import Location
from zorgpact_site.explaining.explained import Reason, Why
from zorgpact_site.explaining.survey import Survey, title_of
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import make_catalogue, split_prefix
from zorgpact_site.model.draft import Reading
from zorgpact_site.names import fold, nearest
from zorgpact_site.planning.addresses import address_of
from zorgpact_site.planning.page import Page
from zorgpact_site.web_addresses import is_web_address


@dataclass(frozen=True, slots=True)
class Absent:
    """A file that makes no page, with the reason; `address` is where the page would be."""

    title: str
    path: str
    address: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Choices:
    """No single page: the ones that were perhaps meant; several of them when `exact`."""

    near: tuple[str, ...]
    exact: bool = False


Found: TypeAlias = Page | Absent | Choices


def find(typed: str, survey: Survey) -> Found:
    """The page that is meant by an address, the path of a file, a title or another name."""
    bare = _on_site(typed, survey) if is_web_address(typed) else typed.strip()
    reading = _by_path(bare, survey)
    if reading is not None:
        return _page_of(reading, survey)
    page = survey.pages.get(address_of(bare.strip("/").removesuffix("index.html").strip("/")))
    if page is not None and (bare.startswith("/") or "/" in bare or not _named(bare, survey)):
        return page
    return _by_name(bare, survey)


def _on_site(typed: str, survey: Survey) -> str:
    """The address on the site of one in full: a site may have a part of a host alone."""
    path = unquote(urlsplit(typed).path)
    start = unquote(urlsplit(survey.site.settings.base_url).path).rstrip("/")
    return path.removeprefix(start) if path.startswith(f"{start}/") else path


def _by_path(typed: str, survey: Survey) -> Reading | None:
    path = typed.replace("\\", "/").removeprefix("./")
    known = {reading.path: reading for reading in survey.readings}
    return known.get(path) or known.get(f"content/{path}")


def _page_of(reading: Reading, survey: Survey) -> Page | Absent:
    entry = survey.by_key.get(reading.key)
    address = survey.addresses.of(reading.key)
    if entry is not None and entry.path == reading.path:
        return survey.pages[address]
    title = reading.shown[0]
    return Absent(title, reading.path, address, _why_absent(reading, survey))


def _why_absent(reading: Reading, survey: Survey) -> Reason:
    if reading.draft is None:
        return Reason(Why.UNREADABLE, Location(reading.path))
    first = min(one.path for one in survey.readings if one.key == reading.key)
    if first != reading.path:
        return Reason(Why.CLASH, Location(reading.path), first)
    where = reading.draft.values.place(table.DRAFT)
    return Reason(Why.DRAFT, where or Location(reading.path))


def _named(typed: str, survey: Survey) -> tuple[Reading, ...]:
    """The texts that go by a name, with or without its kind before it."""
    kind, name = split_prefix(typed)
    catalogue = make_catalogue(survey.readings, with_drafts=True)
    keys = catalogue.find(name, (kind,) if kind else tuple(Kind))
    by_key = {reading.key: reading for reading in reversed(survey.readings)}
    return tuple(by_key[key] for key in dict.fromkeys(keys))


def _by_name(typed: str, survey: Survey) -> Found:
    named = _named(typed, survey)
    if len(named) == 1:
        return _page_of(named[0], survey)
    if named:
        return Choices(tuple(reading.path for reading in named), exact=True)
    titled = [page for page in survey.pages.values() if fold(title_of(page)) == fold(typed)]
    # The first of a list in parts; the later ones are called the same.
    if titled:
        return titled[0]
    return Choices(nearest(typed, _all_names(survey)))


def _all_names(survey: Survey) -> Iterator[str]:
    for reading in survey.readings:
        yield from (*reading.shown, reading.path)
    for address, page in survey.pages.items():
        yield f"/{address}"
        yield title_of(page)

"""What a page will be drawn of, as bytes: so a page that would be the same is not even drawn.

Each text stands for itself by its mark: a digest of its bytes, of all that it was linked to, and
so on down. What a page is drawn of is found in the arguments of its `draw`, whatever those are; one
that holds the whole site, or anything else without a mark, is drawn to see what it shows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import msgspec

from zorgpact_site.diagnostics import Location
from zorgpact_site.model.entries import Entry
from zorgpact_site.model.site import Dossier, Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.dataset import OpenData
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.digests import digest

_AS_THEY_ARE = frozenset({str, int, float, bool, bytes, type(None)})
_encode = msgspec.msgpack.Encoder().encode


class Marks:
    """The marks of all that pages of one site are drawn of.

    `keys` are the digests of the texts by path, `things` that of what is known by name.
    """

    def __init__(self, keys: Mapping[str, bytes], things: bytes, site: Site) -> None:
        self._keys = keys
        self.things = things
        self._known: dict[int, tuple[object, Any]] = {}
        # Functions that are given these marks: if they held on to them, the site that is in here
        # too would stay in the memory of a preview until somebody looks for such circles.
        self._ways: dict[type, Callable[[Marks, Any], Any]] = {}
        self._site = site

    def of(self, wanted: Page | DataFile) -> bytes | None:
        """A digest of all that this will be made of but templates; None when that is too much."""
        kind = wanted.template if isinstance(wanted, Page) else wanted.form.value
        try:
            drawn_of = self._plain(wanted.draw)
            return digest(_encode([wanted.address, kind, drawn_of, self._everywhere]))
        except (TypeError, UnicodeEncodeError):  # the latter of a file with a name that is no text
            return None

    @cached_property
    def _everywhere(self) -> bytes:
        """A digest of what any page may tell programs besides: see `planning/structured/`."""
        site = self._site
        things = (*site.regions, *site.themes, *site.koplopers, *site.tools)
        facts = [[self._fact(one) for one in _facts_of(thing)] for thing in things]
        return digest(_encode([facts, [[one.slug, one.title] for one in site.series]]))

    def _plain(self, value: Any) -> Any:
        """The value as lists and numbers, with marks for texts. Raises TypeError for others."""
        kind = type(value)
        if kind in _AS_THEY_ARE:
            return value
        if kind not in self._ways:
            self._ways[kind] = _way(kind)
        return self._ways[kind](self, value)

    def _fact(self, value: Any) -> Any:
        """A fact of a thing, in which others stand for themselves by name: theirs are told too."""
        if isinstance(value, Entry):
            return self._plain(value.key)
        if isinstance(value, tuple):
            return [self._fact(one) for one in value]
        return self._plain(value)

    def _marked(self, value: Entry | Dossier | Frame | OpenData) -> Any:
        """The mark of what many pages are drawn of, reckoned once."""
        known = self._known.get(id(value))
        if known is None:
            parts = self._parts(value)
            # The value is held on to, as another might get its number.
            known = self._known[id(value)] = value, digest(_encode(parts))
        return known[1]

    def _parts(self, value: Entry | Dossier | Frame | OpenData) -> list[Any]:
        match value:
            case Entry():
                # Its key stands for all that its file says, and so for its text.
                mine = (self._keys[value.path], *_facts_of(value), value.text.targets)
                return [self._plain(one) for one in mine]
            case OpenData():
                # Most edits show in them, and to know whether one does takes nearly as long as to
                # write them. Here that is done once, before other processes are asked for pages.
                files = digest(*[file.data for file in value.written().files])
                return [self._plain(value.settings), self._plain(value.changed), files]
            case Frame():
                made = value.assets
                names = (made.style, made.icon, made.sheets, made.scripts, made.signs)
                # A page shows the card of the text that it is the page of, which follows from that,
                # or that of the site; and of all that can be followed, what that is called.
                followed = [[one, axis.title] for one, axis in value.followed.items()]
                whole = (value.settings, value.addresses, value.signs, value.sprite, *names)
                return [*map(self._plain, whole), followed, self._plain(value.cards.get(None))]
        return [self._plain(getattr(value, one)) for one in _shown(Dossier)]


def _way(kind: type) -> Callable[[Marks, Any], Any]:
    """How values of a kind become plain."""
    if issubclass(kind, Enum):
        return lambda _marks, value: value.value
    if issubclass(kind, str):  # Markup, which stands in HTML as it is, unlike other text
        return lambda _marks, value: ["html", str.__str__(value)]
    if issubclass(kind, date):
        return lambda _marks, value: value.isoformat()
    if issubclass(kind, Location | Path):
        return lambda _marks, _value: None  # where something lies is never shown
    if issubclass(kind, Entry | Dossier | Frame | OpenData):
        return Marks._marked
    return _way_of_holder(kind)


def _way_of_holder(kind: type) -> Callable[[Marks, Any], Any]:
    plain = Marks._plain
    if issubclass(kind, tuple | list):
        return lambda marks, value: [plain(marks, one) for one in value]
    if issubclass(kind, frozenset):
        return lambda marks, value: sorted(plain(marks, one) for one in value)
    if issubclass(kind, Mapping):
        return lambda marks, value: [
            [plain(marks, key), plain(marks, one)] for key, one in value.items()
        ]
    if issubclass(kind, partial):
        return lambda marks, value: [
            _name_of(value.func),
            plain(marks, value.args),
            plain(marks, value.keywords),
        ]
    if is_dataclass(kind) and kind is not Site:
        names, name = _shown(kind), kind.__name__
        return lambda marks, value: [name, *[plain(marks, getattr(value, one)) for one in names]]
    raise TypeError(f"no mark of {kind.__qualname__}")


def _shown(kind: type) -> tuple[str, ...]:
    """The fields of a class that count; those that equality passes over say where things lie."""
    return tuple(field.name for field in fields(kind) if field.compare)


def _facts_of(entry: Entry) -> Iterator[Any]:
    """What is told of a text besides its words."""
    return (getattr(entry, one) for one in _shown(type(entry)) if one != "text")


def _name_of(function: Any) -> str:
    if isinstance(function, partial) or not hasattr(function, "__qualname__"):
        raise TypeError("no mark of what is no function of a module")
    return f"{function.__module__}.{function.__qualname__}"

"""What a page will be drawn of, as bytes: so a page that would be the same is not even drawn.

Each text stands for itself by its mark: a digest of its bytes, of all that it was linked to, and
so on down. What a page is drawn of is found in the arguments of its `draw`, whatever those are; one
that holds the whole site, or anything else without a mark, is drawn to see what it shows.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup

from zorgpact_site.model.entries import Entry
from zorgpact_site.model.site import Dossier, Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.digests import digest

_PLAIN = (str, int, float, bool, type(None), bytes)
_encode = msgspec.msgpack.Encoder().encode
_FIELDS: dict[type, tuple[str, ...]] = {}


class Marks:
    """The marks of all that pages of one site are drawn of.

    `keys` are the digests of the texts by path, `things` that of what is known by name.
    """

    def __init__(self, keys: Mapping[str, bytes], things: bytes, site: Site) -> None:
        self._keys = keys
        # What a page tells programs follows from these besides: see `planning/structured/`.
        self._everywhere = [things, [[one.slug, one.title] for one in site.series]]
        self._known: dict[int, tuple[object, Any]] = {}

    def of(self, wanted: Page | DataFile) -> bytes | None:
        """A digest of all that this will be made of but templates; None when that is too much."""
        kind = wanted.template if isinstance(wanted, Page) else wanted.form.value
        try:
            drawn_of = self._plain(wanted.draw)
        except TypeError:
            return None
        return digest(_encode([wanted.address, kind, drawn_of, self._everywhere]))

    def _plain(self, value: Any) -> Any:
        """The value as lists and numbers, with marks for texts. Raises TypeError for others."""
        if isinstance(value, Markup):
            return str.__str__(value)  # the encoder takes no text of another class
        if isinstance(value, _PLAIN):
            return value.value if isinstance(value, Enum) else value
        if isinstance(value, tuple | list):
            return [self._plain(one) for one in value]
        if isinstance(value, Entry | Dossier | Frame):
            return self._marked(value)
        if is_dataclass(value) and not isinstance(value, Site):
            shown = (getattr(value, name) for name in _names(value))
            return [type(value).__name__, *map(self._plain, shown)]
        return self._other(value)

    def _other(self, value: Any) -> Any:
        match value:
            case partial():
                name = _name_of(value.func)
                return [name, self._plain(value.args), self._plain(value.keywords)]
            case Path():
                return None  # where a file lies is not shown, nor is it the same elsewhere
            case date():
                return value.isoformat()
            case Mapping():
                return [[self._plain(key), self._plain(one)] for key, one in value.items()]
        raise TypeError(f"no mark of {type(value).__qualname__}")

    def _marked(self, value: Entry | Dossier | Frame) -> Any:
        """The mark of what many pages are drawn of, reckoned once."""
        known = self._known.get(id(value))
        if known is None:
            parts = self._parts(value)
            # The value is held on to, as another might get its number.
            known = self._known[id(value)] = value, digest(_encode(parts))
        return known[1]

    def _parts(self, value: Entry | Dossier | Frame) -> list[Any]:
        match value:
            case Entry():
                shown = [
                    self._plain(getattr(value, name)) for name in _names(value) if name != "text"
                ]
                # Its key stands for the words of its text, whoever they will be shown by.
                return [self._keys[value.path], *shown, self._plain(value.text.targets)]
            case Frame():
                made = value.assets
                names = (made.style, made.icon, made.sheets, made.scripts, made.signs)
                # A page shows the card of the text that it is the page of, which follows from that,
                # or that of the site; and of all that can be followed, what that is called.
                followed = [[one, axis.title] for one, axis in value.followed.items()]
                card = self._plain(value.cards.get(None))
                whole = (value.settings, value.addresses, value.signs, value.sprite, *names)
                return [*map(self._plain, whole), followed, card]
        return [self._plain(getattr(value, name)) for name in _names(value)]


def _names(value: Any) -> tuple[str, ...]:
    kind = type(value)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind))
    return _FIELDS[kind]


def _name_of(function: Any) -> str:
    if isinstance(function, partial) or not hasattr(function, "__qualname__"):
        raise TypeError("no mark of what is no function of a module")
    return f"{function.__module__}.{function.__qualname__}"

"""All that is told of a text as bytes that memory keeps, and back."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from zorgpact_site.checks import NOTICES
from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import (
    Add,
    Diagnostic,
    Location,
    Relink,
    Replace,
    Rule,
    Severity,
    Write,
)
from zorgpact_site.fields import Values
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import Kind
from zorgpact_site.model.body import (
    Body,
    Fill,
    Heading,
    Laid,
    Manner,
    Open,
    Pieces,
    Reference,
    Slot,
)
from zorgpact_site.model.draft import Draft, Reading
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import Noticed
from zorgpact_site.noticing import Noted, Things
from zorgpact_site.packing import Packing


@dataclass(frozen=True, slots=True)
class _Aside(Laid):
    """Stands for the HTML of a text, which is kept apart: most builds need that of few texts."""

    path: str

    def __call__(self) -> Pieces:
        """It is not to be had before it is unpacked."""
        raise NotImplementedError


CLASSES = (
    *(Things, Noted, Reading, Draft, Body, Noticed, Values, Named, PartialDate, Key, Kind),
    *(Reference, Manner, Heading, Slot, Fill, Open, _Aside),
    *(Diagnostic, Location, Rule, Severity, Add, Relink, Replace, Write),
    *dict.fromkeys(kind for notice in NOTICES for kind in notice.facts),
)
_PIECES = Packing((Slot, Fill))
_TOLD = Packing(CLASSES)
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode


def pack_noted(noted: Noted) -> tuple[bytes, bytes]:
    """What is told of a text, and apart from that its HTML, empty when it has none."""
    draft = noted.reading.draft
    if draft is None or not draft.body.laid:
        return _encode(_TOLD.pack(noted)), b""
    body = replace(draft.body, laid=_Aside(draft.path))
    bare = replace(noted, reading=replace(noted.reading, draft=replace(draft, body=body)))
    return _encode(_TOLD.pack(bare)), _encode(_PIECES.pack(draft.body.html))


def unpacker(open_html: Callable[[str], Laid]) -> Callable[[bytes], Noted]:
    """The way back; `open_html` gives for the path of a text what gives its HTML."""
    told = Packing(CLASSES, {_Aside: open_html, **_SHARING})

    def unpack(data: bytes) -> Noted:
        noted: Noted = told.unpack(_decode(data))
        return noted

    return unpack


def pack_things(things: Things) -> bytes:
    """The vocabulary of a site."""
    return _encode(_TOLD.pack(things))


def unpack_things(data: bytes) -> Things:
    """The way back."""
    things: Things = _TOLD.unpack(_decode(data))
    return things


# All places of a text share one path, as they do when it was just read, and all texts the names
# of the few things that thousands of them name.
def _located(path: str, line: int, column: int, length: int) -> Location:
    return Location(sys.intern(path), line, column, length)


def _key(kind: Kind, slug: str) -> Key:
    return Key(kind, sys.intern(slug))


def _referring(manner: Manner, target: str, *rest: Any) -> Reference:
    return Reference(manner, sys.intern(target), *rest)


_SHARING: Mapping[type, Callable[..., Any]] = {
    Location: _located,
    Key: _key,
    Reference: _referring,
}


def unpack_html(data: bytes) -> Pieces:
    """The HTML of a text again."""
    pieces: Pieces = _PIECES.unpack(_decode(data))
    return pieces

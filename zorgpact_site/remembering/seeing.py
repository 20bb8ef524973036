"""What a template or writer can see of a page or file, as bytes: the same bytes, the same page.

The bytes are kept of what shows the HTML of texts. When that alone changes, the page or file is
drawn from them, with no need of the rest of the site.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec
from markupsafe import Markup

from zorgpact_site.model.body import Laid, Open
from zorgpact_site.outputs.searchable import Searchable
from zorgpact_site.planning.page import DrawnFile, DrawnPage, Form
from zorgpact_site.planning.views import FileView, View
from zorgpact_site.remembering.held import Held
from zorgpact_site.remembering.texts import Aside

# Gives the HTML of the text with this path and key.
Lay = Callable[[str, bytes], Laid]

_VIEWS = {one.__qualname__: one for one in (*get_args(View), *get_args(FileView))}
_decode_each = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode
_decode_parts = msgspec.msgpack.Decoder(tuple[str, dict[str, msgspec.Raw]]).decode


@dataclass(frozen=True, slots=True)
class Seen:
    """All that can be seen, as `data`, and the paths of the `texts` of which it shows the HTML.

    The path of a text whose HTML was not laid aside is not known, so it is empty. What was, is in
    `aside`, by path; of the others `data` has the HTML itself.
    """

    data: bytes
    texts: frozenset[str]
    aside: Mapping[str, Aside]

    def again(self) -> DrawnPage | DrawnFile:
        """The page or file that was seen."""
        return drawn_again(self.data, lambda path, _key: self.aside[path])


def seen(value: Any) -> Seen:
    """All that can be seen of a page or file. Raises TypeError for what has no bytes."""
    aside: dict[str, Aside] = {}
    unknown: set[str] = set()

    def plain(one: Any) -> Any:
        if isinstance(one, Aside):
            aside[one.path] = one
        elif isinstance(one, Held) and not isinstance(one.newest, Aside):
            unknown.add("")
        return _plain(one)

    named = (type(getattr(value, "view", value)).__qualname__, value)
    data = msgspec.msgpack.Encoder(enc_hook=plain).encode(named)
    return Seen(data, frozenset(aside.keys() | unknown), aside)


def drawn_again(data: bytes, lay: Lay) -> DrawnPage | DrawnFile:
    """The page or file again. Raises ValueError and the like for what no `seen` gave."""
    name, parts = _decode_parts(data)
    view, path = _value(parts["view"], _VIEWS[name], lay), _value(parts["path"], str, lay)
    if "form" in parts:
        return DrawnFile(path, _value(parts["form"], Form, lay), view)
    template, told = (_value(parts[one], kind, lay) for one, kind in _OF_PAGES)
    return DrawnPage(path, template, view, told)


_OF_PAGES: tuple[tuple[str, type], ...] = (("template", str), ("data", Markup))


def pack_searchables(texts: tuple[Searchable, ...]) -> bytes:
    """What can be searched as bytes."""
    return msgspec.msgpack.Encoder(enc_hook=_plain).encode(texts)


def unpack_searchables(data: bytes, lay: Lay) -> tuple[Searchable, ...]:
    """The way back; raises as `drawn_again`."""
    texts: tuple[Searchable, ...] = _value(data, tuple[Searchable, ...], lay)
    return texts


def searchables_again(data: bytes, paths: Collection[str], lay: Lay) -> bytes:
    """The same bytes, but for what they tell of the texts at these paths: that is as `lay` has it.

    Raises as `drawn_again`.
    """
    encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode
    marks = [path.encode() for path in paths]
    each = _decode_each(data)
    for number, one in enumerate(each):
        told = bytes(one)
        if any(mark in told for mark in marks):
            each[number] = msgspec.Raw(encode(_value(one, Searchable, lay)))
    return encode(each)


def _plain(value: Any) -> Any:
    """What the encoder cannot tell by itself."""
    match value:
        case Aside():
            return [value.path, value.key]
        case Held():
            return value.newest
        case Mapping():
            return list(value.items())
        case str():  # Markup, which stands in HTML as it is, unlike other text
            return ["markup", str.__str__(value)]
        case Path():
            return str(value)
    raise TypeError(f"no bytes of {type(value).__qualname__}")


def _value(data: bytes | msgspec.Raw, kind: Any, lay: Lay) -> Any:
    def special(wanted: type, plain: Any) -> Any:
        """What the decoder cannot tell by itself."""
        if wanted is Markup:
            return Markup(plain[1])  # noqa: S704 - it was so when it was seen
        if wanted is Laid:
            return lay(*plain) if isinstance(plain, list) else msgspec.convert(plain, Open)
        raise TypeError(f"no {wanted.__qualname__} of bytes")

    return msgspec.msgpack.decode(data, type=kind, dec_hook=special)

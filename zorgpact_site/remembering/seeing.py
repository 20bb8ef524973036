"""What a template or writer can see of a page or file, as bytes: the same bytes, the same page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from zorgpact_site.planning.page import DrawnFile, DrawnPage
from zorgpact_site.remembering.held import Held
from zorgpact_site.remembering.texts import Aside


def seen(drawn: DrawnPage | DrawnFile) -> bytes:
    """All that can be seen of it. Raises TypeError for a value whose bytes are not known."""
    return _encode((type(drawn.view).__qualname__, drawn))


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


_encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode

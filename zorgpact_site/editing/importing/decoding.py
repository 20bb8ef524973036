"""The bytes of an old file become text, whatever program saved it."""

import codecs
import re
from enum import StrEnum

MAX_BYTES = 1000 * 1000  # pages of other programs hold far more markup than text
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Signs that nobody sees, and private ones: soft hyphens, joiners, marks of direction, and what
# stands in the name of a file for a byte that is no UTF-8.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ud800-\uf8ff\ufeff\ufff9-\uffff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MOSTLY_TEXT = 50  # at most one control sign in so many


class Reason(StrEnum):
    """Why an old file cannot be imported."""

    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"
    EMPTY = "empty"
    TOO_DEEP = "too-deep"


class Unreadable(ValueError):
    """An old file cannot be imported, for a reason that an editor is told."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def decoded(data: bytes) -> str:
    r"""The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Line ends become `\n`, signs that nobody can see vanish. Raises Unreadable.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(Reason.TOO_LARGE)
    text = _LINE_END.sub("\n", _as_text(data))
    if len(_CONTROL.findall(text)) * _MOSTLY_TEXT > len(text):
        raise Unreadable(Reason.NO_TEXT)
    text = cleaned(text)
    if not re.search(r"\w", text):
        raise Unreadable(Reason.EMPTY)
    return text


def cleaned(text: str) -> str:
    """A text without signs that nobody can see, which HTML may name as well, as in `&shy;`."""
    text = _LINE_END.sub("\n", text)
    return _CONTROL.sub(" ", _UNSEEN.sub("", text)).replace("\xa0", " ")


def _as_text(data: bytes) -> str:
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise Unreadable(Reason.NO_TEXT) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # five values mean nothing in Windows-1252
        raise Unreadable(Reason.NO_TEXT) from None

"""The words of a file and of a page: what an editor wrote and a reader sees."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from zorgpact_site.source import as_text

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)|---js\w*\n.*?^---\n"
    r"|\+\+\+\n.*?^\+\+\+\n|\{\n.*?^\}\n)",
    re.DOTALL | re.MULTILINE,
)
# Words that name something in the source and are not for readers: what follows the fence of a
# block of code, the labels of notes and of links by reference, and the language of a word.
_UNREAD = re.compile(
    r"^ {0,3}(?:```|~~~).*$|\[\^[^\]]*\]|(?<=\])\[[^\]]*\]|^\[[^\]]+\]:|\{lang=\w+\}", re.MULTILINE
)
_WORD = re.compile(r"[^\W_]{2,}")


def body_of(file: Path) -> str:
    """The text of a file without its properties, whatever system they were written for."""
    text = as_text(file.name, file.read_bytes().decode("utf-8", "replace")).content
    return _FRONT.sub("", text, count=1)


def lost_words(body: str, page: str) -> set[str]:
    """The words of a text that its page does not show.

    Words in attributes count, such as those of addresses and of descriptions of pictures.
    """
    shown = _Shown()
    shown.feed(page)
    shown.close()
    return _words(unescape(_UNREAD.sub("", body))) - _words(" ".join(shown.pieces))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unquote(text)))


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces += [value or "" for _name, value in attrs]

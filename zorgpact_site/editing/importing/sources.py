"""An old file on disk becomes a document: text or HTML, with the pictures beside it."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from zorgpact_site.editing.file_names import shortened
from zorgpact_site.editing.importing.decoding import MAX_BYTES, decoded
from zorgpact_site.editing.importing.document import Document
from zorgpact_site.editing.importing.scraped import read_scraped
from zorgpact_site.media import PICTURES, extension
from zorgpact_site.names import slug

_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|main|article|div)\b", re.IGNORECASE)
_BEFORE_HTML = re.compile(r"<!--.*?-->|<\?xml.*?\?>", re.DOTALL)
_HTML_ENDINGS = frozenset({"htm", "html", "xhtml"})
_LOOKED_AT = 2000  # characters


def read_old(path: Path, base_url: str) -> Document:
    """Read an old file; `base_url` is where its page stood, empty when that is unknown.

    Raises OSError, and Unreadable when it is no text of a usable size.
    """
    with path.open("rb") as opened:
        text = decoded(opened.read(MAX_BYTES + 1))
    if extension(path.name) in _HTML_ENDINGS or _looks_like_html(text):
        # The parser of HTML takes its time to load, and most old files are plain text.
        from zorgpact_site.editing.importing.page import read_page  # noqa: PLC0415

        return read_page(text, base_url, beside(path.parent))
    return read_scraped(text)


def _looks_like_html(text: str) -> bool:
    return bool(_HTML.match(_BEFORE_HTML.sub("", text[:_LOOKED_AT])))


def beside(folder: Path) -> Callable[[str], tuple[str, str]]:
    """How a picture is found: from its address to its name in `content/media/`, and its file.

    Only pictures inside the folder are found, never by a symbolic link; else both are empty.
    """

    def find(address: str) -> tuple[str, str]:
        # As it stands, else as browsers read it: `foto%201.jpg?w=640` is the file “foto 1.jpg”.
        bare = unquote(address.partition("?")[0].partition("#")[0])
        for path in dict.fromkeys((address, bare)):
            parts = PurePosixPath(path)
            if _is_inside(parts) and _is_file(folder, parts):
                name = f"{shortened(slug(parts.stem)) or 'afbeelding'}.{extension(path)}"
                return name, str(folder.joinpath(parts))
        return "", ""

    return find


def _is_inside(parts: PurePosixPath) -> bool:
    return not parts.is_absolute() and ".." not in parts.parts and extension(str(parts)) in PICTURES


def _is_file(folder: Path, parts: PurePosixPath) -> bool:
    steps = (folder.joinpath(*parts.parts[:end]) for end in range(1, len(parts.parts) + 1))
    try:
        return not any(step.is_symlink() for step in steps) and folder.joinpath(parts).is_file()
    except (OSError, ValueError):  # no file has such a name, as of a picture within its address
        return False

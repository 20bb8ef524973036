"""An old file on disk becomes a document: text or HTML, with the pictures beside it."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from zorgpact_site.editing.importing.decoding import MAX_BYTES, decoded
from zorgpact_site.editing.importing.document import Document
from zorgpact_site.editing.importing.scraped import read_scraped
from zorgpact_site.media import PICTURES, extension
from zorgpact_site.names import slug

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|main|article|div)\b", re.IGNORECASE
)
_HTML_ENDINGS = frozenset({"htm", "html", "xhtml"})
_LOOKED_AT = 2000  # characters


def read_old(path: Path, base_url: str) -> Document:
    """Read an old file; `base_url` is where its page stood, empty when that is unknown.

    Raises OSError, and Unreadable when it is no text of a usable size.
    """
    with path.open("rb") as opened:
        text = decoded(opened.read(MAX_BYTES + 1))
    if extension(path.name) in _HTML_ENDINGS or _HTML.match(text[:_LOOKED_AT]):
        # The parser of HTML takes its time to load, and most old files are plain text.
        from zorgpact_site.editing.importing.page import read_page  # noqa: PLC0415

        return read_page(text, base_url, beside(path.parent))
    return read_scraped(text)


def beside(folder: Path) -> Callable[[str], tuple[str, str]]:
    """How a picture is found: from its address to its name in `content/media/`, and its file.

    Only pictures inside the folder are found, never by a symbolic link; else both are empty.
    """

    def find(address: str) -> tuple[str, str]:
        parts = PurePosixPath(address)
        if parts.is_absolute() or ".." in parts.parts or extension(address) not in PICTURES:
            return "", ""
        file = folder.joinpath(*parts.parts)
        steps = (folder.joinpath(*parts.parts[:end]) for end in range(1, len(parts.parts) + 1))
        if any(step.is_symlink() for step in steps) or not file.is_file():
            return "", ""
        return f"{slug(parts.stem) or 'afbeelding'}.{extension(address)}", str(file)

    return find

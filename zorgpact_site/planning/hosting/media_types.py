"""What browsers and other programs must take each kind of file for."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

# By ending. Sources: the registry of IANA; RFC 9239 for scripts; JSON Feed 1.1 names its own type.
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "atom": "application/atom+xml",
        "avif": "image/avif",
        "css": "text/css",
        "csv": "text/csv",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html",
        "ics": "text/calendar",
        "js": "text/javascript",
        "json": "application/json",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odt": "application/vnd.oasis.opendocument.text",
        "pdf": "application/pdf",
        "png": "image/png",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "svg": "image/svg+xml",
        "txt": "text/plain",
        "webp": "image/webp",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xml": "application/xml",
    }
)
UNKNOWN = "application/octet-stream"


def is_textual(media_type: str) -> bool:
    """Whether files of this type are texts, which are in UTF-8 on a site of ours."""
    return media_type.startswith("text/") or media_type.endswith(("xml", "json"))


def media_type(name: str) -> str:
    """The type of a file by its name, with the encoding of texts: the same on every machine."""
    found = MEDIA_TYPES.get(PurePosixPath(name).suffix.removeprefix(".").lower(), UNKNOWN)
    return f"{found}; charset=utf-8" if is_textual(found) else found

"""Pictures and documents that lie beside the texts: what they are, without their bytes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

RASTERS = ("avif", "gif", "jpeg", "jpg", "png", "webp")
PICTURES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp")
DOCUMENTS = ("csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx")

# What programs save as another kind that is published.
INSTEAD = {
    **dict.fromkeys(("heic", "heif", "tif", "tiff", "bmp", "psd"), ("jpg", "png")),
    **dict.fromkeys(("doc", "rtf", "pages", "dotx"), ("docx", "pdf")),
    **dict.fromkeys(("xls", "numbers"), ("xlsx", "pdf")),
    **dict.fromkeys(("ppt", "pps", "ppsx", "key"), ("pptx", "pdf")),
    **dict.fromkeys(("ai", "eps"), ("svg", "png")),
}


class Trouble(StrEnum):
    """Why a picture cannot be published."""

    BROKEN = "broken"
    TOO_LARGE = "too-large"
    TOO_HEAVY = "too-heavy"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Look:
    """What looking into a picture told: pixels as readers see them, or the trouble with it.

    `digest` is the SHA-256 of its bytes in hexadecimal, empty when they were too many to read.
    `found` is what makes a drawing unsafe, as the file has it, such as `script`.
    """

    width: int = 0
    height: int = 0
    digest: str = ""
    trouble: Trouble | None = None
    found: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A file under `content/media/`: `path` relative to the site, `size` in bytes.

    Only pictures are looked into; what is known of a document is its name and its size.
    """

    path: str
    file: Path
    size: int
    look: Look = Look()

    @property
    def extension(self) -> str:
        """The ending of the name in small letters, without the dot."""
        return extension(self.path)

    @property
    def is_raster(self) -> bool:
        """Whether it is a picture made of pixels, which is published made smaller, never as is."""
        return self.extension in RASTERS


def extension(path: str) -> str:
    """The ending of a file's name in small letters, without the dot."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if stem else ""

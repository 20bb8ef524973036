"""Pictures and documents that lie beside the texts: what they are, without their bytes."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PICTURES = ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp")
DOCUMENTS = ("csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx")


@dataclass(frozen=True, slots=True)
class Media:
    """A file under `content/media/`: `path` relative to the site, `size` in bytes.

    `width` and `height` are pixels as the file says, 0 when it is no readable picture.
    """

    path: str
    file: Path
    size: int
    width: int = 0
    height: int = 0

    @property
    def extension(self) -> str:
        """The ending of the name in small letters, without the dot."""
        return extension(self.path)


def extension(path: str) -> str:
    """The ending of a file's name in small letters, without the dot."""
    return PurePosixPath(path).suffix.removeprefix(".").lower()

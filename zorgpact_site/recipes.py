"""Files that must still be made before they can be published, as values that say how."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from PIL import __version__ as pillow

# Raised with every change to the code of making that changes what it makes, or to its font.
MAKING = 2


class Format(StrEnum):
    """What a picture is published as; the value is also the ending of its name."""

    AVIF = "avif"
    WEBP = "webp"


@dataclass(frozen=True, slots=True)
class Scaled:
    """The picture in `file` at a size in pixels; `digest` is the SHA-256 of the file's bytes."""

    file: Path
    digest: str
    width: int
    height: int
    format: Format

    @property
    def ending(self) -> str:
        """The ending of the made file's name."""
        return self.format.value


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The picture that other sites show beside a link to a page.

    `kind` is a word such as `Verslag`, `facts` are short texts such as a date and a region; any
    may be empty. `color`, as `#rrggbb`, is dark enough for white letters.
    """

    site: str
    kind: str
    title: str
    facts: tuple[str, ...]
    color: str

    @property
    def ending(self) -> str:
        """The ending of the made file's name."""
        return "png"


Recipe: TypeAlias = Scaled | SocialCard


@dataclass(frozen=True, slots=True)
class ToMake:
    """A place in the site, as for an `Artifact`, and how to make the bytes that belong there."""

    path: str
    recipe: Recipe


def digest_of(recipe: Recipe) -> str:
    """A digest of all that the made bytes follow from: the recipe, our code, Pillow.

    Where the picture lies does not matter, its bytes do.
    """
    parts: tuple[object, ...]
    match recipe:
        case Scaled(_, digest, width, height, format_):
            parts = ("scaled", digest, width, height, format_.value)
        case SocialCard(site, kind, title, facts, color):
            parts = ("card", site, kind, title, facts, color)
    return hashlib.sha256(repr((MAKING, pillow, parts)).encode()).hexdigest()

"""Drawings (SVG): measured, and refused when they hold more than a drawing.

A drawing is published as it is, and whoever opens its own address opens a document of this site.
So it may not run anything, and may not fetch anything from elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# No tree is built and no entity is let through, so a small file cannot grow in memory.
from xml.parsers import expat

from zorgpact_site.media import Look, Trouble

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML = "http://www.w3.org/XML/1998/namespace"
_ACTIVE = frozenset(
    {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler"}
)
_SPLIT = " "
# What a length is in pixels. Source: CSS Values and Units 4, section 6.2.
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d*)?|\.\d+)\s*([a-z]*)\s*")
_UNSIZED = (300, 150)  # what browsers take. Source: CSS 2.2, section 10.3.2
# In styles: an address that is no part of the drawing, an import, or signs that hide either.
_FETCHING = re.compile(
    r"""url\(\s*['"]?\s*(?!\s*['"]?#)[^)]*|@import|image-set\(|src\(|\\|//""", re.IGNORECASE
)
_RUNNING = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20]+")


class Unsafe(Exception):
    """The drawing holds something that has no place in one; the text says what."""


@dataclass(slots=True)
class _Reader:
    """Hears what the parser meets, in the order of the file; `styles` are those still open."""

    root: Mapping[str, str] | None = None
    styles: int = 0
    style: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_SPLIT)
        if self.root is None:
            if (space, local) != (_SVG, "svg"):
                raise ValueError(name)
            self.root = dict(attributes)
        if local.lower() in _ACTIVE or space == _XHTML:
            raise Unsafe(f"<{local}>")
        for key, value in attributes.items():
            _judge(key, value)
        self.styles += local.lower() == "style"

    def end(self, name: str) -> None:
        if name.rpartition(_SPLIT)[2].lower() == "style":
            self.styles -= 1
            _judge_style("".join(self.style))
            self.style.clear()

    def text(self, data: str) -> None:
        if self.styles:
            self.style.append(data)

    def instruction(self, target: str, _data: str) -> None:
        raise Unsafe(f"<?{target}?>")

    def entity(self, name: str, *_rest: object) -> None:
        raise Unsafe(f"<!ENTITY {name}>")


def _judge(key: str, value: str) -> None:
    space, _, local = key.rpartition(_SPLIT)
    local = local.lower()
    if local.startswith("on") or (space, local) == (_XML, "base"):
        raise Unsafe(local)
    bare = _BLANKS.sub("", value)
    if local in {"href", "src"} and not bare.startswith("#"):
        raise Unsafe(f'{local}="{bare[:60]}"')
    if _RUNNING.search(bare):
        raise Unsafe(f'{local}="{bare[:60]}"')
    if local == "attributename" and (bare.lower().startswith("on") or "href" in bare.lower()):
        raise Unsafe(f'attributeName="{bare[:60]}"')
    # Attributes of other programs are no part of the drawing; they may hold an address as text.
    if not space and (local == "style" or "url(" in bare.lower() or "\\" in bare):
        _judge_style(value)


def _judge_style(style: str) -> None:
    found = _FETCHING.search(style)
    if found:
        raise Unsafe(found[0][:60])


def look_at_drawing(data: bytes) -> Look:
    """Measure a drawing, and see whether it is only that."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=_SPLIT)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    parser.EntityDeclHandler = reader.entity
    try:
        parser.Parse(data, True)
    except Unsafe as unsafe:
        return Look(trouble=Trouble.UNSAFE, found=str(unsafe))
    except (expat.ExpatError, ValueError):
        return Look(trouble=Trouble.BROKEN)
    width, height = _size(reader.root or {})
    return Look(width, height) if width and height else Look(trouble=Trouble.BROKEN)


def _size(root: Mapping[str, str]) -> tuple[int, int]:
    """Width and height in pixels: as the drawing says, else after its view box."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = root.get("viewBox", "").replace(",", " ").split()
    across, down = (_length(box[2]), _length(box[3])) if len(box) == 4 else (0.0, 0.0)  # noqa: PLR2004
    if not (width and height) and across and down:
        if width:
            height = width * down / across
        elif height:
            width = height * across / down
        else:
            width, height = across, down
    if not (width and height):
        width, height = _UNSIZED
    return max(round(width), 1), max(round(height), 1)


def _length(text: str) -> float:
    """A length in pixels; 0 when there is none, or one that depends on where it stands."""
    found = _LENGTH.fullmatch(text.lower())
    return float(found[1]) * _UNITS.get(found[2], 0) if found else 0

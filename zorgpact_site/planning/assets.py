"""From the files of the templates: the style sheet, the scripts, the icon, the signs of themes."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from zorgpact_site.model.entries import Theme

_FOLDER = "assets"
_STYLE = "site.css"
_STYLES = "styles/"
_SHEETS = "sheets/"
_SCRIPTS = "scripts/"
_SIGNS = "signs/"
_ICON = "icon.svg"
_DRAWING = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
# Strings of a style sheet, which stay as they are; comments; signs that need no space around.
_SPARED = re.compile(rb"(\"[^\"\n]*\"|'[^'\n]*')|/\*.*?\*/|\s*([{};,])\s*|\s+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assets:
    """Bytes by path, and the paths that pages ask for.

    The paths hold a digest of the contents, so that a host may let browsers keep them.
    `style` is the sheet of every page; `sheets`, by names such as `charts.css`, are those that only
    some pages need. `scripts` are by name, such as `site.js`; `signs` are what stands inside the
    `svg` of each drawn sign, by name, to be laid into pages.
    """

    files: Mapping[str, bytes]
    style: str
    sheets: Mapping[str, str]
    scripts: Mapping[str, str]
    icon: str
    signs: Mapping[str, str]


def make_assets(assets: Mapping[str, bytes], themes: Iterable[Theme]) -> Assets:
    """Join the style sheets, add the colours of the themes, and name everything by its contents."""
    published = {
        name: _short(data) if name.startswith(_SHEETS) else data
        for name, data in sorted(assets.items())
        if not name.startswith((_STYLES, _SIGNS))
    }
    published[_STYLE] = _joined(assets) + _theme_colors(themes)
    paths = {name: _path(name, data) for name, data in published.items()}
    return Assets(
        files={paths[name]: data for name, data in published.items()},
        style=paths[_STYLE],
        sheets=_below(_SHEETS, paths),
        scripts=_below(_SCRIPTS, paths),
        icon=paths.get(_ICON, ""),
        signs=_signs(assets),
    )


def _joined(assets: Mapping[str, bytes]) -> bytes:
    """The style sheets of every page, in the order of their names."""
    sheets = [data for name, data in sorted(assets.items()) if name.startswith(_STYLES)]
    return _short(b"\n".join(sheets))


def _short(sheet: bytes) -> bytes:
    """A style sheet without comments and needless spaces."""
    return _SPARED.sub(lambda one: one[1] or one[2] or b" ", sheet).lstrip()


def _below(folder: str, paths: Mapping[str, str]) -> Mapping[str, str]:
    """The paths of what lies in a folder of the assets, by name within it."""
    found = {name: path for name, path in paths.items() if name.startswith(folder)}
    return {name.removeprefix(folder): path for name, path in found.items()}


def _signs(assets: Mapping[str, bytes]) -> Mapping[str, str]:
    drawings = {
        PurePosixPath(name).stem: _DRAWING.search(data.decode(errors="replace"))
        for name, data in sorted(assets.items())
        if name.startswith(_SIGNS)
    }
    return {name: drawing[1].strip() for name, drawing in drawings.items() if drawing}


def _path(name: str, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()[:10]
    path = PurePosixPath(name)
    return str(PurePosixPath(_FOLDER) / path.with_name(f"{path.stem}-{digest}{path.suffix}"))


def _theme_colors(themes: Iterable[Theme]) -> bytes:
    rules = (f".theme-{one.key.slug} {{ --theme: {one.color} }}\n" for one in themes if one.color)
    return "".join(rules).encode()

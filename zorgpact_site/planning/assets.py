"""Style sheets, scripts and the icon, under names that change with their contents."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from zorgpact_site.model.entries import Theme

_FOLDER = "assets"
_STYLES = "site.css"
_SCRIPT = "site.js"
_ICON = "icon.svg"
_THEMES = "themes.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """Bytes by path, and the paths that every page needs.

    The names hold a digest of the contents, so that a host may let browsers keep them.
    """

    files: Mapping[str, bytes]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    icon: str


def make_assets(assets: Mapping[str, bytes], themes: Iterable[Theme]) -> Assets:
    """Name the assets of the templates and add the colours of the themes."""
    all_assets = {**assets, _THEMES: _theme_colors(themes)}
    paths = {name: _path(name, data) for name, data in sorted(all_assets.items())}
    return Assets(
        files={paths[name]: all_assets[name] for name in paths},
        styles=tuple(paths[name] for name in (_STYLES, _THEMES) if name in paths),
        scripts=tuple(paths[name] for name in (_SCRIPT,) if name in paths),
        icon=paths.get(_ICON, ""),
    )


def _path(name: str, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()[:10]
    path = PurePosixPath(name)
    return str(PurePosixPath(_FOLDER) / path.with_name(f"{path.stem}-{digest}{path.suffix}"))


def _theme_colors(themes: Iterable[Theme]) -> bytes:
    rules = (f".theme-{one.key.slug} {{ --theme: {one.color} }}\n" for one in themes if one.color)
    return "".join(rules).encode()

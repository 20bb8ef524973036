"""The files of a site become inputs: the only place that reads the disk and the clock."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from zorgpact_site.inputs import Inputs, Options
from zorgpact_site.kinds import LEDGER_FILE, MEDIA_FOLDER, SETTINGS_FILE, is_text
from zorgpact_site.measuring import measure
from zorgpact_site.named_errors import read_file
from zorgpact_site.source import Source
from zorgpact_site.walking import walk

CONTENT = "content"
TEMPLATES = "templates"
_ASSETS = "assets/"


def scan(root: Path, today: date, options: Options = Options()) -> Inputs:  # noqa: B008 - frozen
    """Gather the inputs of the site in folder `root`.

    Hidden files are passed over, symbolic links are noted and never followed.
    Raises OSError when a file cannot be read.
    """
    files, links = _walk(root / CONTENT, CONTENT)
    texts = [path for path in files if is_text(path)]
    media = [path for path in files if path.startswith(f"{CONTENT}/{MEDIA_FOLDER}/")]
    known = {*texts, *media, SETTINGS_FILE, LEDGER_FILE}
    templates, assets, more_links = _templates(root)
    return Inputs(
        today=today,
        settings=_source(root, SETTINGS_FILE) if SETTINGS_FILE in files else None,
        sources=tuple(_source(root, path) for path in texts),
        media=measure(root, media),
        templates=templates,
        assets=assets,
        links=(*links, *more_links),
        others=tuple(path for path in files if path not in known),
        ledger=_source(root, LEDGER_FILE) if LEDGER_FILE in files else None,
        options=options,
    )


def _source(root: Path, path: str) -> Source:
    return Source(path, read_file(root / path))


def _walk(folder: Path, shown: str) -> tuple[list[str], list[str]]:
    """All files below a folder, and all symbolic links, by path from the site, sorted."""
    found = list(walk(folder, shown))
    links = sorted(path for path, entry in found if entry.is_symlink())
    return sorted({path for path, _entry in found}.difference(links)), links


def templates_of(root: Path) -> dict[str, bytes]:
    """The templates of the site in folder `root`, by name."""
    return _templates(root)[0]


def _templates(root: Path) -> tuple[dict[str, bytes], dict[str, bytes], list[str]]:
    """The default templates and assets with the site's own over them, and links among those."""
    found: dict[str, bytes] = dict(_tree(default_templates(), ""))
    files, links = _walk(root / TEMPLATES, TEMPLATES)
    found |= {path.removeprefix(f"{TEMPLATES}/"): read_file(root / path) for path in files}
    templates = {name: data for name, data in sorted(found.items()) if name.endswith(".html")}
    assets = {
        name.removeprefix(_ASSETS): data
        for name, data in sorted(found.items())
        if name.startswith(_ASSETS)
    }
    return templates, assets, links


def default_templates() -> Path:
    """The templates that come along: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / TEMPLATES


def _tree(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "__")):
            continue
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _tree(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()

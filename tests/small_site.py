"""Small sites for tests: a base with one of everything, and files laid over it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.scan import scan

TODAY = date(2018, 6, 1)
BASE: Mapping[str, str] = {
    "content/site.yaml": (
        "title: Proef\nbase_url: https://proef.example/\n"
        # Small texts name what they please, little leads to little, and files lie about; the
        # cases of these rules set them on again.
        "rules: {mentioned-not-listed: off, listed-not-mentioned: off, orphan: off, "
        "unused-media: off, announcement-without-published: off}\n"
    ),
    "content/regions/zwolle.md": "---\ntitle: Zwolle\n---\nOver Zwolle.\n",
    "content/regions/landelijk.md": "---\ntitle: Landelijk\n---\nHet hele land.\n",
    "content/themes/zorg-en-technologie.md": (
        "---\ntitle: Zorg en technologie\naliases: [Zorgtechnologie]\n---\nOver techniek.\n"
    ),
    "content/themes/leren.md": "---\ntitle: Leren in de praktijk\n---\nOver leren.\n",
    "content/koplopers/sparkcentres.md": (
        "---\ntitle: Sparkcentres\naliases: [Spark]\nregion: Zwolle\n---\nEen koploper.\n\n"
        "## Aanpak\n\nZo werkt het.\n"
    ),
    "content/koplopers/huiskamer.md": "---\ntitle: De Zeeuwse Huiskamer\n---\nEen koploper.\n",
}
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9v9z"/></svg>'


def write_site(root: Path, files: Mapping[str, str | bytes], *, base: bool = True) -> Path:
    """Write a site into a folder; an empty text takes a file of the base away."""
    for name, text in {**(BASE if base else {}), **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        else:
            path.unlink(missing_ok=True)
    return root


def build_site(root: Path, options: Options | None = None, today: date = TODAY) -> Built:
    """Build the site in a folder, without publishing it."""
    return build(scan(root, today, options or Options()))


def pages_of(built: Built) -> dict[str, str]:
    """The pages of a build by address."""
    pages = {
        one.path: one.data.decode()
        for one in built.artifacts
        if one.path.endswith(".html") and isinstance(one.data, bytes)
    }
    return {path.removesuffix("index.html"): html for path, html in pages.items()}


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

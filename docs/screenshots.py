"""Take the pictures of the site in `docs/images/` anew, so that they show it as it is.

`make screenshots` runs this: the real site, in Debian's chromium, from the fixed list below.
"""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUMS
from tests.page_kinds import REAL_TODAY, kind_named
from tests.static_host import hosted
from zorgpact_site.build import build
from zorgpact_site.inputs import Options
from zorgpact_site.making import made
from zorgpact_site.outputs.search import searchables
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan
from zorgpact_site.searching import search_index

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images"
MOST = 60_000  # bytes a picture
_NARROW = 640  # a telephone, whose screens are finer
_QUALITIES = range(86, 20, -6)  # of WebP, the first that is light enough


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the kind of page, the window it is seen in, and what was searched."""

    name: str
    kind: str
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    query: str = ""


SHOTS = (
    Shot("home", "home"),
    Shot("home-dark", "home", scheme="dark"),
    Shot("home-320", "home", width=320, height=720),
    Shot("article", "article"),
    Shot("article-dark", "article", scheme="dark"),
    Shot("article-320", "article", width=320, height=720),
    Shot("theme", "theme", height=1400),
    Shot("themes", "themes"),
    Shot("koploper", "koploper", height=1400),
    Shot("koplopers", "koplopers", height=1400),
    Shot("koplopers-320", "koplopers", width=320, height=720),
    Shot("region", "region"),
    Shot("regions", "regions", height=1200),
    Shot("regions-dark", "regions", scheme="dark"),
    Shot("meetings", "meetings"),
    Shot("review", "year in review", height=1400),
    Shot("search", "search", query="?q=technologie"),
    Shot("search-320", "search", width=320, height=720, query="?q=technologie"),
)


def picture(shot: Shot, browser: Browser, address: str) -> bytes:
    """A shot as WebP of at most so many bytes; raises ValueError when none is light enough."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        device_scale_factor=2 if shot.width < _NARROW else 1,
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(address + kind_named(shot.kind).address + shot.query, wait_until="networkidle")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    for quality in _QUALITIES:
        data = io.BytesIO()
        taken.save(data, "WEBP", quality=quality, method=6)
        if data.tell() <= MOST:
            return data.getvalue()
    raise ValueError(f"{shot.name} stays above {MOST} bytes")


@contextmanager
def _opened() -> Iterator[tuple[Browser, str]]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = build(scan(ROOT, REAL_TODAY, Options()))
        assert built.site  # noqa: S101 - the content of this repository has no mistakes
        texts = searchables(built.site)
        index = search_index(texts, built.site.settings, Path(folder) / "memory")
        with made(built.to_make, Path(folder)) as pictures:
            publish((*built.artifacts, *pictures, *index), Path(folder) / "output")
        chromium = next(file for file in CHROMIUMS if file.exists())
        browser = playwright.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
        )
        with hosted({"": Path(folder) / "output"}) as address:
            yield browser, address
        browser.close()


@click.command()
def main() -> None:
    """Take all pictures, and remove those that are no longer on the list."""
    with _opened() as (browser, address):
        for shot in SHOTS:
            data = picture(shot, browser, address)
            (FOLDER / f"{shot.name}.webp").write_bytes(data)
            click.echo(f"docs/images/{shot.name}.webp: {len(data) / 1000:.0f} kB")
    for path in set(FOLDER.glob("*.webp")) - {FOLDER / f"{shot.name}.webp" for shot in SHOTS}:
        path.unlink()


if __name__ == "__main__":
    main()

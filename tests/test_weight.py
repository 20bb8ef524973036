"""What readers have to download: bounds in bytes, for the real site and one of 1,000 articles."""

import gzip
import re
from pathlib import Path

import pytest

from tests.conftest import generated
from tests.html_pages import read_page
from tests.made_once import made_once
from tests.page_kinds import MADE_TODAY
from zorgpact_site.build import build
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan

ARTICLE = 60_000  # the HTML and CSS of an article, uncompressed, without pictures
PAGE = 150_000  # the HTML of any page
DATA = 2_000  # what a page tells programs, compressed
STYLES = 20_000  # all CSS, compressed
SCRIPTS = 40_000  # the JavaScript that one page asks for, uncompressed; what it fetches later apart


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site of 1,000 articles."""

    def make(folder: Path) -> None:
        source = generated(folder / "site", "--size", "1000")
        # Checks add nothing to what readers download; here they would be half of the work.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("zorgpact_site.build.check", lambda _site: ())
            publish(build(scan(source, MADE_TODAY)).artifacts, folder / "output")

    return made_once(tmp_path_factory, "thousand", make) / "output"


@pytest.fixture(params=["real", "thousand"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(
        "real_site" if request.param == "real" else request.param
    )
    return folder


def test_articles_are_light(site: Path) -> None:
    styles = sum(map(size_of, asked_for("link", site / "artikelen/index.html", site)))
    articles = [
        path for path in site.glob("artikelen/*/index.html") if path.parent.name != "pagina"
    ]
    assert len(articles) >= 5
    assert heavier_than(ARTICLE - styles, articles) == {}


def test_no_page_is_heavy(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 50
    assert heavier_than(PAGE, pages) == {}


def test_what_pages_tell_programs_is_light(site: Path) -> None:
    blocks = {page: data_of(page.read_bytes()) for page in site.rglob("*.html")}
    sizes = {page: len(gzip.compress(data, 6)) for page, data in blocks.items()}
    assert {page: size for page, size in sizes.items() if size > DATA} == {}


def test_pages_ask_for_little_script(real_site: Path) -> None:
    weights = [
        sum(map(size_of, asked_for("script", page, real_site)))
        for page in real_site.rglob("*.html")
    ]
    assert 0 < max(weights) <= SCRIPTS


def test_styles_are_light(real_site: Path) -> None:
    sheets = {
        sheet for page in real_site.rglob("*.html") for sheet in asked_for("link", page, real_site)
    }
    assert sheets
    assert sum(len(gzip.compress(sheet.read_bytes(), 6)) for sheet in sheets) <= STYLES


def heavier_than(bound: int, pages: list[Path]) -> dict[str, int]:
    """The pages that weigh more than a bound, in bytes."""
    return {str(page): size for page in pages if (size := size_of(page)) > bound}


def data_of(html: bytes) -> bytes:
    """The element in which a page tells programs of itself; empty when it has none."""
    found = re.search(rb'<script type="application/ld\+json">.*?</script>\n', html, re.DOTALL)
    return found[0] if found else b""


def size_of(file: Path) -> int:
    return file.stat().st_size


def asked_for(tag: str, page: Path, site: Path) -> list[Path]:
    """The style sheets (by `link`) or scripts (by `script`) that a page names itself."""
    names = [
        one.get("href") or one["src"]
        for one in read_page(page.read_text("utf-8")).all(tag)
        if "src" in one or one.get("rel") == "stylesheet"
    ]
    # The page for what is not found names them from the root of its host.
    folders = [site if name.startswith("/") else page.parent for name in names]
    paths = zip(folders, names, strict=True)
    return [(folder / name.removeprefix("/")).resolve() for folder, name in paths]


def test_the_scales_work(tmp_path: Path) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text('<link rel="stylesheet" href="../a.css"><script src="/b.js"></script>')
    (tmp_path / "a.css").write_bytes(b"1234")
    (tmp_path / "b.js").write_bytes(b"12345")
    assert [size_of(one) for one in asked_for("link", page, tmp_path)] == [4]
    assert [size_of(one) for one in asked_for("script", page, tmp_path)] == [5]
    size = size_of(page)
    assert heavier_than(size, [page]) == {}
    assert heavier_than(size - 1, [page]) == {str(page): size}
    block = b'<script type="application/ld+json">{}</script>\n'
    assert data_of(b"<p>" + block + b"<p>") == block

"""Names and titles of words longer than a screen: every page bears them, in any window."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import go
from tests.browser.judging import judge
from tests.small_site import DOT, build_site, write_site
from tests.static_host import hosted
from zorgpact_site.publishing.publish import publish

LONG = "Arbeidsmarktcommunicatiemedewerkersbijeenkomstvoorbereidingsgroep"
REFERENCES = (
    f"region: Regio{LONG}\nkoplopers: [Koploper{LONG}, Tweede{LONG}]\n"
    f"themes: [Thema{LONG}, Leren in de praktijk]\n"
)


def _entry(title: str, rest: str = "") -> str:
    body = f"Een tekst over {LONG}.\n\n## {LONG}\n\n| {LONG} | b |\n|---|---|\n| a | {LONG} |\n"
    return f"---\ntitle: {title}{LONG}\n{rest}---\n{body}"


def _files() -> Mapping[str, str]:
    meeting = f"event: Dag{LONG}\nseries: Reeks{LONG}\nlocation: Zaal{LONG}, Lelystad\n{REFERENCES}"
    picture = "image: {src: ../media/stip.svg, alt: Een stip}\n"
    return {
        "content/site.yaml": (
            f"title: Site{LONG}\nslogan: Leus{LONG}\nbase_url: https://proef.example/\n"
            f"navigation:\n  - {{label: Menu{LONG}, to: /regios/}}\n"
            f"footer:\n  - {{label: Voet{LONG}, to: /data/}}\n"
        ),
        "content/media/stip.svg": DOT,
        f"content/regions/regio{LONG.lower()}.md": _entry(
            "Regio", f"place: Lelystad\npartners: [Partner{LONG}]\n"
        ),
        "content/themes/thema.md": _entry("Thema"),
        "content/koplopers/een.md": _entry(
            "Koploper", f"region: Regio{LONG}\nthemes: [Thema{LONG}]\njoined: 2018-05-01\n"
        ),
        "content/koplopers/twee.md": _entry("Tweede", f"themes: [Thema{LONG}]\n"),
        "content/tools/een.md": _entry("Hulpmiddel", f"kind: Soort{LONG}\nthemes: [Thema{LONG}]\n"),
        "content/articles/een.md": _entry(
            "Verslag",
            f"date: 2018-03-01\nattendance: 35\nauthors: [Naam{LONG}]\n"
            f"documents: [{{title: Stuk{LONG}}}]\n{picture}{meeting}",
        ),
        "content/articles/twee.md": _entry("Tweede", f"date: 2018-04-01\n{meeting}"),
        "content/articles/drie.md": _entry("Vooruit", f"date: 2018-07-01\n{meeting}"),
    }


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A host with a site of long words, and the addresses of its pages."""
    root = write_site(tmp_path_factory.mktemp("long"), _files())
    built = build_site(root)
    assert built.artifacts, built.diagnostics
    publish(built.artifacts, root / "output")
    pages = [_address(path, root / "output") for path in (root / "output").rglob("*.html")]
    with hosted({"": root / "output"}) as address:
        yield address, sorted(pages)


def _address(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix().removesuffix("index.html")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_is_wider_than_the_window(
    width: int, long_site: tuple[str, list[str]], blank: Page
) -> None:
    host, pages = long_site
    assert len(pages) > 25
    blank.set_viewport_size({"width": width, "height": 800})
    wrong = {}
    for page in pages:
        go(blank, f"{host}{page}")
        wrong[page] = judge(blank, "cut")
    assert {page: found for page, found in wrong.items() if found} == {}

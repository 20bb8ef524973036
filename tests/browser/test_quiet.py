"""Quiet pages: nobody else hears of a visit, and nothing of it stays behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, go
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind
from tests.static_host import hosted
from zorgpact_site.planning.hosting.headers import POLICY

# Before any script of the page: each breach of the policy becomes a line in the console.
LISTEN = """
addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`));
"""

TOLD = """() => [...document.querySelectorAll("script:not([src])")].map((one) =>
  one.type === "application/ld+json" ? JSON.parse(one.textContent)["@context"] : one.type)"""


@every_kind
def test_a_page_keeps_to_its_host_and_its_policy(kind: PageKind, visit: Visit, host: str) -> None:
    page = visit(kind)
    with heard(page) as noise:
        go(page, page.url)
        page.wait_for_load_state("networkidle")
    assert "unsafe-inline" not in POLICY
    assert noise == []
    assert judge(page, "traces") == []
    assert page.context.cookies() == []
    # What the page tells programs is there and can be read, and the policy let it be.
    # The page that stands in for what is not found has no address to tell of.
    assert page.evaluate(TOLD) == (["https://schema.org"] if kind.name != "not found" else [])


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ('<p style="color: red">x</p>', "policy: style-src-attr refused inline"),
        ("<style>p { color: red }</style>", "policy: style-src-elem refused inline"),
        ("<script>1</script>", "policy: script-src-elem refused inline"),
        ('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "policy: img-src"),
        ('<script src="eval.js"></script>', "policy: script-src refused eval"),
        ('<img alt="" src="http://elders.example/x.png">', "asked of another host"),
        ('<img alt="" src="weg.png">', "404"),
        ('<script src="throws.js"></script>', "expected by the test"),
    ],
)
def test_noise_is_heard(mistake: str, told: str, blank: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><p>x{mistake}")
    (tmp_path / "eval.js").write_text("eval('1')")
    (tmp_path / "throws.js").write_text("throw Error('expected by the test')")
    with hosted({"": tmp_path}) as address, heard(blank) as noise:
        go(blank, address)
        blank.wait_for_load_state("networkidle")
    assert any(told in one for one in noise), noise


TRACES = {
    "localStorage.setItem('a', '1')": ["local storage: a"],
    "sessionStorage.setItem('b', '1')": ["session storage: b"],
    "caches.open('c')": ["cache: c"],
    "new Promise((done) => indexedDB.open('d').onsuccess = done).then(() => 0)": ["database: d"],
}


@pytest.mark.parametrize("script", TRACES)
def test_traces_are_seen(script: str, blank: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p>x")
    with hosted({"": tmp_path}) as address:
        go(blank, address)
        blank.evaluate(f"() => {script}")
        assert judge(blank, "traces") == TRACES[script]


def test_a_cookie_is_seen(blank: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p>x")
    with hosted({"": tmp_path}) as address:
        go(blank, address)
        blank.evaluate("document.cookie = 'e=1'")
    assert blank.context.cookies()


@contextmanager
def heard(page: Page) -> Iterator[list[str]]:
    """What a page asks of another host than its first, says in the console, or fails at."""
    noise: list[str] = []
    hosts: list[str] = []

    def asked(url: str) -> None:
        hosts.append(url.split("/")[2])
        if hosts[-1] != hosts[0]:
            noise.append(f"asked of another host: {url}")

    page.context.add_init_script(LISTEN)
    page.on("request", lambda request: asked(request.url))
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    yield noise
    assert hosts

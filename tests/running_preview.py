"""A preview that runs in a process of its own, as tests start and ask it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.small_site import write_site

PATIENCE = 30.0  # seconds, for a machine that has much else to do
ARTICLE = "content/articles/spark.md"
GOOD = {ARTICLE: "---\ntitle: Eerste titel\n---\nTekst.\n"}
BROKEN = {ARTICLE: "---\ntitle: Eerste titel\nregion: Zwole\n---\n[[<script>alert(1)</script>]]\n"}
PAGE = "/artikelen/spark/"


def until(condition: Callable[[], bool], awaited: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"not seen: {awaited}"
        time.sleep(0.02)


@dataclass
class Running:
    """A preview in a process of its own; `said` grows with the lines it prints."""

    process: subprocess.Popen[str]
    site: Path
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(self.said))
        assert found
        return int(found[1])

    @property
    def is_quiet(self) -> bool:
        """Whether it has told where it is, and what came of its first rebuild."""
        return "Ctrl-C" in "".join(self.said) and self.outcomes > 0

    @property
    def folder(self) -> Path:
        return self.site / ".zorgpact" / "preview"

    def get(self, path: str, **headers: str) -> HTTPResponse:
        return asyncio.run(self._fetch(path, headers))

    async def _fetch(self, path: str, headers: Mapping[str, str]) -> HTTPResponse:
        client = AsyncHTTPClient(force_instance=True)
        address = f"http://127.0.0.1:{self.port}{path}"
        request = HTTPRequest(address, headers=dict(headers), follow_redirects=False)
        try:
            return await client.fetch(request, raise_error=False)
        finally:
            client.close()

    def text(self, path: str) -> str:
        return self.get(path).body.decode()

    def wait_for_index(self) -> None:
        """Wait until the search index that is made beside the pages is there too."""
        entry = self.folder / "zoeken/index/pagefind-entry.json"
        until(entry.exists, "the search index")

    def save(self, files: Mapping[str, str | bytes]) -> None:
        write_site(self.site, files, base=False)

    def reloads(self, act: Callable[[], None], stamp: str = "") -> dict[str, object]:
        """What a browser with an open page is told after `act`."""
        return asyncio.run(self._reloads(act, stamp))

    async def _reloads(self, act: Callable[[], None], stamp: str) -> dict[str, object]:
        browser = await websocket_connect(f"ws://127.0.0.1:{self.port}/livereload")
        hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
        await browser.write_message(json.dumps(hello | ({"snipver": stamp} if stamp else {})))
        answer = await browser.read_message()
        assert json.loads(answer or "{}")["command"] == "hello"
        await browser.write_message(json.dumps({"command": "info", "url": "http://x/"}))
        act()
        told = await asyncio.wait_for(browser.read_message(), PATIENCE)
        browser.close()
        while await browser.read_message() is not None:
            pass  # told to reload once more, before the end of the connection
        return dict(json.loads(told or "{}"))

    def loads(self, path: str, act: Callable[[], None]) -> int:
        """How often a browser loads the page on its screen anew, until `act` has been rebuilt."""
        return asyncio.run(self._loads(path, act))

    async def _loads(self, path: str, act: Callable[[], None]) -> int:
        deadline = time.monotonic() + PATIENCE
        outcomes, count = self.outcomes, 0
        while time.monotonic() < deadline:
            browser = await self._open(path)
            if not count:
                await asyncio.to_thread(act)
            told = asyncio.ensure_future(browser.read_message())
            while not told.done() and self.outcomes == outcomes:
                await asyncio.sleep(0.02)
            browser.close()
            if await told is None:
                return count
            count += 1
            while await browser.read_message() is not None:
                pass  # as above
        raise AssertionError(f"{path} is loaded again and again")

    async def _open(self, path: str) -> WebSocketClientConnection:
        """The socket of a page that a browser has loaded."""
        html = (await self._fetch(path, {})).body.decode()
        browser = await websocket_connect(f"ws://127.0.0.1:{self.port}/livereload")
        hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
        await browser.write_message(json.dumps(hello | {"snipver": stamp_of(html)}))
        await browser.read_message()
        url = f"http://127.0.0.1:{self.port}{path}"
        await browser.write_message(json.dumps({"command": "info", "url": url}))
        return browser

    @property
    def outcomes(self) -> int:
        """How many rebuilds it told of."""
        return len(re.findall(r"\d\d:\d\d:\d\d ", "".join(self.said)))

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def preview(
    site: Path,
    *options: str,
    environment: Mapping[str, str] | None = None,
    program: Sequence[str] = ("-m", "zorgpact_site"),
) -> Iterator[Running]:
    command = [sys.executable, *program, "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(
        [*command, "--today", "2018-06-01", "--no-open", *options],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
    ) as process:
        running = Running(process, site)
        assert process.stderr
        reader = Thread(target=running.said.extend, args=(process.stderr,))
        reader.start()
        try:
            until(lambda: running.is_quiet, "the address of the preview, and its first rebuild")
            yield running
        finally:
            process.kill()
            reader.join()
    assert "Traceback" not in "".join(running.said)


def stamp_of(html: str) -> str:
    found = re.search(r"snipver=(\w+)", html)
    assert found
    return found[1]

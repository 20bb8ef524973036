"""What the preview refuses: other hosts, other pages, and every file that is not of the site."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.running_preview import ARTICLE, GOOD, PAGE, Running, preview
from tests.small_site import write_site
from zorgpact_site.serving.ports import claim

SECRET = "wachtwoord123"  # noqa: S105 - to be looked for


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview whose folder holds what should never be there."""
    root = tmp_path_factory.mktemp("vreemd")
    article = GOOD[ARTICLE] + "Zie [de tekst](../media/map/a.txt).\n"
    site = {ARTICLE: article, "content/media/map/a.txt": "tekst", "geheim.txt": SECRET}
    write_site(root, site)
    with preview(root) as found:
        (found.folder / ".env").write_text(SECRET)
        (found.folder / ".git").mkdir()
        (found.folder / ".git" / "config").write_text(SECRET)
        (found.folder / "koppeling.txt").symlink_to(root / "geheim.txt")
        (found.folder / "kaart").symlink_to(root)
        os.mkfifo(found.folder / "pijp.txt")
        yield found


def test_only_names_of_this_machine_are_answered(running: Running) -> None:
    for host in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        assert running.get(PAGE, Host=f"{host}:{running.port}").code == 200
    for host in ("voorbeeld.nl", "127.0.0.1", "localhost:1", "localhost.voorbeeld.nl", "::1"):
        for path in (PAGE, "/livereload.js", "/livereload"):
            refused = running.get(path, Host=host)
            assert refused.code == 403
            assert refused.body == b"403 Forbidden\n"


def test_only_this_machine_can_reach_the_preview() -> None:
    with claim(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_pages_elsewhere_get_nothing(running: Running) -> None:
    foreign = running.get(PAGE, Origin="https://voorbeeld.nl")
    assert foreign.code == 403
    assert running.get(PAGE, Origin=f"http://localhost:{running.port}").code == 200
    assert running.get(PAGE).headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in running.get(PAGE).headers


@pytest.mark.parametrize("origin", ["https://voorbeeld.nl", "null", "http://localhost:1"])
def test_the_socket_is_for_pages_of_the_preview(running: Running, origin: str) -> None:
    address = f"ws://127.0.0.1:{running.port}/livereload"

    async def connect(origin: str) -> None:
        found = await websocket_connect(HTTPRequest(address, headers={"Origin": origin}))
        found.close()
        await found.read_message()

    asyncio.run(connect(f"http://127.0.0.1:{running.port}"))
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(connect(origin))
    assert refused.value.code == 403


@pytest.mark.parametrize("said", ["geen json", "[]", "{}", '"hello"', "null", b"\xff"])
def test_the_socket_closes_on_what_is_not_the_protocol(running: Running, said: str | bytes) -> None:
    async def say() -> int | None:
        browser = await websocket_connect(f"ws://127.0.0.1:{running.port}/livereload")
        await browser.write_message(said, binary=isinstance(said, bytes))
        assert await browser.read_message() is None
        browser.close()
        return browser.close_code

    assert asyncio.run(say()) == 1003


@pytest.mark.parametrize(
    "path",
    [
        "/.env",
        "/.git/config",
        "/.zorgpact",
        "/koppeling.txt",
        "/kaart/geheim.txt",
        "/kaart/",
        "/pijp.txt",
        "/../geheim.txt",
        "/../../geheim.txt",
        "/assets/../../../geheim.txt",
        "/%2e%2e/%2e%2e/geheim.txt",
        "/..%2f..%2fgeheim.txt",
        "/%2e%2e%5c%2e%2e%5cgeheim.txt",
        "/..\\..\\geheim.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/%00",
        "/index.html%00.txt",
        "/%ff%fe",
        "/%zz",
        "/%0d%0aSet-Cookie:%20a=b",
        "/media/map/",
        "/media/map",
        "/media/map/a.txt/",
        "/index.html/",
        f"/{'a' * 300}",
        f"/{'a/' * 3000}",
        "/forcereload",
        "/weg/",
    ],
)
def test_what_is_no_file_of_the_site_is_not_found(running: Running, path: str) -> None:
    answer = running.get(path)
    assert answer.code == 404
    assert "Niet gevonden" in answer.body.decode()
    assert "/livereload.js" in answer.body.decode()
    assert SECRET not in answer.body.decode()
    assert "Set-Cookie" not in answer.headers


def test_a_forgotten_slash_is_added_and_never_leads_elsewhere(running: Running) -> None:
    answer = running.get(PAGE.rstrip("/"))
    assert (answer.code, answer.headers["Location"]) == (302, PAGE)
    assert running.get(f"/{PAGE}").code == 404


def test_files_come_whole_and_with_their_type(running: Running) -> None:
    text = running.get("/media/map/a.txt")
    assert text.body == b"tekst"
    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text.headers["X-Content-Type-Options"] == "nosniff"
    assert text.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "request_line", ["GET http://voorbeeld.nl/ HTTP/1.1", "GET * HTTP/1.1", "HEAD / HTTP/1.1"]
)
def test_odd_requests_get_an_answer_and_no_server_error(
    running: Running, request_line: str
) -> None:
    head = f"{request_line}\r\nHost: 127.0.0.1:{running.port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as caller:
        caller.sendall(head.encode())
        answer = b"".join(iter(lambda: caller.recv(65536), b""))
    status = answer.split()[1]
    assert status == (b"200" if request_line.startswith("HEAD") else b"404")
    assert SECRET.encode() not in answer

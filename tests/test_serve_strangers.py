"""What the preview refuses: other hosts, other pages, and every file that is not of the site."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack

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
    asked = "?q=zorg%20%26%20meer&thema=a"  # a search that was typed without the slash
    assert running.get(PAGE.rstrip("/") + asked).headers["Location"] == PAGE + asked
    assert running.get(f"/{PAGE}").code == 404


def test_files_come_whole_and_with_their_type(running: Running) -> None:
    text = running.get("/media/map/a.txt")
    assert text.body == b"tekst"
    assert text.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text.headers["X-Content-Type-Options"] == "nosniff"
    assert text.headers["Cache-Control"] == "no-store"


# What a stranger may send after the first line; `{port}` is filled in.
OURS = "Host: 127.0.0.1:{port}\r\nConnection: close\r\n"
SENT = OURS + "Content-Length: "
ODD: dict[str, tuple[str, str, int]] = {
    "another host in the line": ("GET http://voorbeeld.nl/ HTTP/1.1", OURS, 404),
    "a star": ("GET * HTTP/1.1", OURS, 404),
    "a file": ("GET file:///etc/passwd HTTP/1.1", OURS, 404),
    "upwards, encoded twice": ("GET /%252e%252e/%252e%252e/geheim.txt HTTP/1.1", OURS, 404),
    "upwards in a whole address": ("GET http://127.0.0.1/../../geheim.txt HTTP/1.1", OURS, 404),
    "upwards behind a question mark": ("GET /404.html?/../../geheim.txt HTTP/1.1", OURS, 404),
    "a line end in what is asked": (f"GET {PAGE[:-1]}?%0d%0aX:\xe9 HTTP/1.1", OURS, 302),
    "a control sign in what is asked": (f"GET {PAGE[:-1]}?\x01 HTTP/1.1", OURS, 400),
    "HEAD": ("HEAD / HTTP/1.1", OURS, 200),
    "HEAD of nothing": ("HEAD /weg HTTP/1.1", OURS, 404),
    **{
        method: (f"{method} / HTTP/1.1", OURS, 405)
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW")
    },
    "POST from elsewhere": ("POST / HTTP/1.1", f"{OURS}Origin: https://voorbeeld.nl\r\n", 403),
    "POST to the socket": ("POST /livereload HTTP/1.1", OURS, 405),
    "no socket at the socket": ("GET /livereload HTTP/1.1", OURS, 400),
    "no host": ("GET / HTTP/1.1", "Connection: close\r\n", 400),
    "no host, as long ago": ("GET / HTTP/1.0", "", 403),
    "two hosts": ("GET / HTTP/1.1", f"{OURS}Host: voorbeeld.nl\r\n", 400),
    "a list of hosts": ("GET / HTTP/1.1", "Host: 127.0.0.1:{port},voorbeeld.nl\r\n", 400),
    "a folded host": ("GET / HTTP/1.1", "Host:\r\n 127.0.0.1:{port}\r\n", 400),
    "no version": ("GET /", OURS, 400),
    "another version": ("GET / HTTP/2.0", OURS, 400),
    "a space": ("GET / geheim.txt HTTP/1.1", OURS, 400),
    "a null": ("GET /\0 HTTP/1.1", OURS, 400),
    "no header": ("GET / HTTP/1.1", f"{OURS}niets\r\n", 400),
    "less than nothing": ("POST / HTTP/1.1", f"{SENT}-1\r\n", 400),
    "two lengths": ("POST / HTTP/1.1", f"{SENT}1\r\nContent-Length: 2\r\n", 400),
    "a request in a request": (
        "POST / HTTP/1.1",
        f"{SENT}4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /index.html HTTP/1.1\r\n",
        400,
    ),
    "a bad piece": ("POST / HTTP/1.1", OURS + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    "half a form": (
        "POST /\x9b31m HTTP/1.1",
        f"{SENT}0\r\nContent-Type: multipart/form-data; boundary=a\r\n",
        400,
    ),
    "much that is announced": ("POST / HTTP/1.1", f"{SENT}90000000\r\n", 400),
    "much that is sent": ("POST / HTTP/1.1", f"{SENT}9000\r\n\r\n{'a' * 9000}", 400),
    "much in pieces": (
        "POST / HTTP/1.1",
        f"{OURS}Transfer-Encoding: chunked\r\n\r\n2328\r\n{'a' * 9000}\r\n0\r\n",
        400,
    ),
    "a long address": (f"GET /{'a' * 200_000} HTTP/1.1", OURS, 0),
    "a long header": ("GET / HTTP/1.1", f"{OURS}X: {'a' * 200_000}\r\n", 0),
    "many headers": ("GET / HTTP/1.1", "X: a\r\n" * 40_000, 0),
}


@pytest.mark.parametrize(("line", "more", "status"), ODD.values(), ids=ODD.keys())
def test_odd_requests_get_a_plain_answer_and_tell_nothing(
    line: str, more: str, status: int, running: Running
) -> None:
    said = len(running.said)
    answer = sent(running, f"{line}\r\n{more.replace('{port}', str(running.port))}\r\n")
    assert int(answer.split(b" ", 2)[1] if answer else 0) == status
    assert SECRET.encode() not in answer
    assert b"root:" not in answer
    assert answer.count(b"HTTP/1.1 ") <= 1
    if line.startswith("HEAD"):
        assert answer.partition(b"\r\n\r\n")[2] == b""
    assert running.said[said:] == []


def sent(running: Running, text: str) -> bytes:
    """What comes back; nothing when the connection is cut off."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as caller:
        try:
            caller.sendall(text.encode("latin-1"))
            return b"".join(iter(lambda: caller.recv(65536), b""))
        except ConnectionError:
            return b""


def test_who_sends_or_reads_slowly_holds_up_nobody(running: Running) -> None:
    with ExitStack() as held:
        for half in ("", "GET / HT", "GET / HTTP/1.1\r\nHo", "GET /media/map/a.txt HTTP/1.1\r\n"):
            for _caller in range(40):
                slow = socket.create_connection(("127.0.0.1", running.port), timeout=10)
                held.enter_context(slow)
                slow.sendall(half.encode())
        assert running.get(PAGE).code == 200
    assert running.get(PAGE).code == 200


def test_a_long_message_ends_the_socket(running: Running) -> None:
    async def say() -> int | None:
        browser = await websocket_connect(f"ws://127.0.0.1:{running.port}/livereload")
        await browser.write_message("a" * 100_000)
        assert await browser.read_message() is None
        browser.close()
        return browser.close_code

    assert asyncio.run(say()) == 1009  # too big (RFC 6455, 7.4.1)


def test_a_folder_that_became_a_link_shows_nothing(running: Running) -> None:
    folder = running.folder / "media"
    folder.rename(running.folder / "weg")
    try:
        folder.symlink_to(running.site)
        assert running.get("/media/geheim.txt").code == 404
    finally:
        folder.unlink()
        (running.folder / "weg").rename(folder)
    assert running.get("/media/map/a.txt").code == 200

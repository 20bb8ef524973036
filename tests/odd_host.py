"""A host on this machine that answers as well and as badly as others on the internet do."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from time import sleep

# In seconds, how long an answer takes at least, so that two questions at once are seen.
_A_WHILE = 0.003
# A path with its status and headers; some are told by a method below instead.
PLAIN: dict[str, tuple[int, dict[str, str]]] = {
    "/fine": (200, {}),
    "/other": (200, {}),
    "/slash/": (200, {}),
    "/slash": (301, {"Location": "/slash/"}),
    "/chain": (301, {"Location": "/link"}),
    "/link": (308, {"Location": "fine?a=b"}),
    "/fine?a=b": (200, {}),
    "/lasting": (308, {"Location": "/fine"}),
    "/today": (302, {"Location": "/lasting"}),
    "/half": (301, {"Location": "/today"}),
    "/to-missing": (301, {"Location": "/missing"}),
    "/loop": (302, {"Location": "/pool"}),
    "/pool": (302, {"Location": "/loop"}),
    "/missing": (404, {}),
    "/gone": (410, {}),
    "/login": (401, {"WWW-Authenticate": "Basic"}),
    "/closed": (403, {}),
    "/robots-only": (999, {}),
    "/fault": (500, {}),
    "/far": (429, {"Retry-After": "3600"}),
    "/never": (503, {}),
    "/lost": (301, {}),
    "/to-file": (301, {"Location": "file:///etc/passwd"}),
    "/to-name": (301, {"Location": "http://naam:woord@voorbeeld.nl/"}),
    "/to-private": (301, {"Location": "http://10.0.0.1/beheer"}),
    "/to-escape": (301, {"Location": "/a\x1b[31mrood"}),
    "/accent": (301, {"Location": "/caf\u00c3\u00a9"}),  # UTF-8, as most servers send it
    "/caf%C3%A9": (200, {}),
}
for _step in range(8):
    PLAIN[f"/step{_step}"] = (301, {"Location": f"/step{_step + 1}"})
AT_FIRST: dict[str, tuple[int, dict[str, str]]] = {
    "/busy": (429, {"Retry-After": "7"}),
    "/dated": (429, {"Retry-After": "Fri, 01 Jun 2018 00:00:30 GMT"}),
    "/later": (503, {}),
}
NOT_BY_HEAD = {"/shy": 405, "/liar": 404, "/unbuilt": 501, "/huge": 405, "/packed": 403}


@dataclass
class OddHost:
    """Where the host is, and what it was asked: method, path, name and the time on a clock."""

    address: str = ""
    clock: Callable[[], float] = lambda: 0.0
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    cookies: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)
    busiest: int = 0
    busy: int = 0
    over: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)


@contextmanager
def odd_host() -> Iterator[OddHost]:
    """Serve on a free port of this machine."""
    told = OddHost()

    class Handler(_Handler):
        host = told

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of visitors that went away, which is what they should do."""

    with Server(("127.0.0.1", 0), Handler) as server:
        told.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            told.over.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    host: OddHost

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        host = self.host
        with host.lock:
            host.busy += 1
            host.busiest = max(host.busiest, host.busy)
            host.asked.append((self.command, self.path))
            host.times.append(host.clock())
            host.agents.add(self.headers["User-Agent"])
            host.cookies.add(self.headers.get("Cookie", ""))
            count = Counter(path for _method, path in host.asked)[self.path]
        sleep(_A_WHILE)
        # Before the answer, as who has that may ask the next thing at once.
        with host.lock:
            host.busy -= 1
        self._tell(count)

    def _tell(self, count: int) -> None:
        own = getattr(self, f"tell_{self.path.strip('/')}", None)
        if self.path in NOT_BY_HEAD and self.command == "HEAD":
            self._send(NOT_BY_HEAD[self.path], {})
        elif own:
            own()
        elif self.path in AT_FIRST and count == 1:
            self._send(*AT_FIRST[self.path])
        elif self.path in {*AT_FIRST, *NOT_BY_HEAD}:
            self._send(200, {})
        else:
            self._send(*PLAIN.get(self.path, (404, {})))

    def _send(self, status: int, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        self.send_header("Set-Cookie", "volg=mij")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def tell_huge(self) -> None:
        """Without an end."""
        self._send(200, {"Content-Length": "1000000000000"})
        with suppress(OSError):
            while not self.host.over.is_set():
                self.wfile.write(b"0" * 65536)

    def tell_packed(self) -> None:
        """Bytes that say they are packed, but cannot be unpacked."""
        self._send(200, {"Content-Encoding": "gzip", "Content-Length": "9"})
        self.wfile.write(b"\x1f\x8bgeen zip")

    def tell_slow(self) -> None:
        """Without a word."""
        self.host.over.wait(10)

    def tell_drip(self) -> None:
        """One header after another, each in time, together never ready."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.host.over.wait(0.01):
                self.wfile.write(b"X")
                self.wfile.flush()

    def tell_nonsense(self) -> None:
        """No HTTP at all."""
        self.wfile.write(b"220 mail.voorbeeld.nl ESMTP\r\n")

    def tell_deaf(self) -> None:
        """Hang up on `HEAD`."""
        if self.command == "GET":
            self._send(200, {})

    def log_message(self, format: str, *given: object) -> None:  # noqa: A002 - theirs
        """Keep the output of tests clean."""

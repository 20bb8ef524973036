"""A host of static files as sites are published on: compressed, with the headers of `_headers`."""

import gzip
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from zorgpact_site.model.settings import SECTIONS
from zorgpact_site.planning.hosting.headers import FRESH, header_rules
from zorgpact_site.planning.hosting.media_types import media_type

_RULES = header_rules(SECTIONS)
_COMPRESSIBLE = re.compile(r"text/|application/(javascript|json|.*\+xml|xml)|image/svg\+xml")


@contextmanager
def hosted(sites: Mapping[str, Path], port: int = 0) -> Iterator[str]:
    """Serve each folder under a path of one word, or at the root when that is empty.

    Gives the address of the root. Port 0 takes any that is free.
    """

    class Handler(_Handler):
        folders = sites

    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folders: Mapping[str, Path] = {}

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        prefix = path.partition("/")[0]
        prefix = prefix if prefix in self.folders else ""
        folder = self.folders.get(prefix)
        if folder is None:
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        path = path.removeprefix(prefix).removeprefix("/")
        file = folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        if file.is_dir():
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", to=f"{self.path}/")
        elif file.is_file() and file.resolve().is_relative_to(folder.resolve()):
            self._answer(HTTPStatus.OK, file.read_bytes(), media_type(file.name), path)
        else:
            page = folder / "404.html"
            text = page.read_bytes() if page.is_file() else b""
            self._answer(HTTPStatus.NOT_FOUND, text, "text/html; charset=utf-8")

    def _answer(
        self, status: HTTPStatus, data: bytes, mime: str, path: str = "", *, to: str = ""
    ) -> None:
        self.send_response(status)
        if "gzip" in self.headers.get("Accept-Encoding", "") and _COMPRESSIBLE.match(mime):
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        if to:
            self.send_header("Location", to)
        for name, value in {"Content-Type": mime, **headers_of(path)}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Say nothing: whoever started the host speaks."""


def headers_of(path: str) -> dict[str, str]:
    """The headers that a host makes of the rules, for a path without its first slash."""
    found = dict([FRESH])
    for rule in _RULES:
        if rule.fits(path):
            found |= dict(rule.headers)
    return found

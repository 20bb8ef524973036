"""A host of static files as sites are published on: compressed, cached, with strict headers."""

import gzip
import mimetypes
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

# All that a page may do. No style or script of its own in a page, nothing of another host;
# 'wasm-unsafe-eval' is what a search without a server needs.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_COMPRESSIBLE = re.compile(r"text/|application/(javascript|json|.*\+xml|xml)|image/svg\+xml")
_DIGEST = re.compile(r"[-.][0-9a-f]{8,}\.\w+$")  # in a name that changes with the bytes


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
            self._answer(HTTPStatus.OK, file.read_bytes(), _type_of(file.name), name=file.name)
        else:
            page = folder / "404.html"
            text = page.read_bytes() if page.is_file() else b""
            self._answer(HTTPStatus.NOT_FOUND, text, "text/html; charset=utf-8")

    def _answer(
        self, status: HTTPStatus, data: bytes, mime: str, *, name: str = "", to: str = ""
    ) -> None:
        self.send_response(status)
        if "gzip" in self.headers.get("Accept-Encoding", "") and _COMPRESSIBLE.match(mime):
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        if to:
            self.send_header("Location", to)
        lasting = "public, max-age=31536000, immutable" if _DIGEST.search(name) else "no-cache"
        self.send_header("Cache-Control", lasting)
        self.send_header("Content-Type", mime)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Say nothing: whoever started the host speaks."""


def _type_of(name: str) -> str:
    mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{mime}; charset=utf-8" if mime.startswith("text/") else mime

"""What the preview answers: files, the error page in place of pages, and the reload socket."""

from __future__ import annotations

import io
import os
import re
from typing import BinaryIO

from livereload.handlers import LiveReloadJSHandler
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError

from zorgpact_site.planning.hosting.headers import SECURITY, policy
from zorgpact_site.planning.hosting.media_types import media_type
from zorgpact_site.serving import warnings
from zorgpact_site.serving.addresses import INDEX, folder_address, parts_of
from zorgpact_site.serving.guarded import Guarded
from zorgpact_site.serving.reloads import Reloads, with_script
from zorgpact_site.serving.shown import NOT_FOUND, Shown
from zorgpact_site.serving.warnings import with_badge

LARGEST = 4096  # bytes that may be sent at once: nothing here is asked with more
_CHUNK = 1 << 18
_HTML = "text/html; charset=utf-8"
# Whatever a text may hold, the error page asks and runs nothing but the script of livereload.
_ERROR_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src data:; "
    "connect-src 'self' ws://127.0.0.1:* ws://localhost:*; base-uri 'none'; form-action 'none'"
)
# Pages of the site are as strict here as where they are published, but for what livereload asks;
# that a browser must stay with HTTPS is not for a machine of one's own.
_SITE_HEADERS = {
    **dict(SECURITY),
    "Content-Security-Policy": policy("ws://127.0.0.1:* ws://localhost:*"),
}
del _SITE_HEADERS["Strict-Transport-Security"]


def application(shown: Shown) -> Application:
    """All answers of the preview."""
    given = {"shown": shown}
    return Application(
        [
            ("/livereload", Reloads, given),
            (r"/livereload\.js", Script, given),
            (re.escape(warnings.ADDRESS), WarningsPage, given),
            (re.escape(warnings.STYLE_ADDRESS), BadgeStyle, given),
            (".*", Pages, given),
        ],
        log_function=lambda _handler: None,  # the terminal is for diagnostics
        websocket_max_message_size=LARGEST,
    )


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # a library without types
    """The script of livereload."""


class Pages(Guarded):
    """The files of the preview."""

    async def get(self) -> None:
        """Answer with a file, the error page, or that there is none."""
        parts = parts_of(self.request.path)
        if parts is None:
            self._missing()
        elif (data := self.shown.bytes_of(parts)) is not None:
            with io.BytesIO(data) as file:
                await self._answer(file, len(data), parts[-1])
        elif (stored := self.shown.open(parts)) is not None:
            with stored:
                await self._answer(stored, os.fstat(stored.fileno()).st_size, parts[-1])
        elif self._has_page(*parts, INDEX):
            self._lead_to(folder_address(parts))
        elif (moved := self.shown.moved(parts)) is not None:
            self._lead_to(moved)
        else:
            self._missing()

    head = get

    def _lead_to(self, address: str) -> None:
        """Send a browser on, with what it asks there, as hosts do: words to search for, say."""
        asked = self.request.query
        self.redirect(f"{address}?{asked}" if asked else address, status=302)

    async def _answer(self, file: BinaryIO, size: int, name: str) -> None:
        kind = media_type(name)
        if kind == _HTML:
            self._page(file.read(), 404 if name == NOT_FOUND else 200)
            return
        self.set_header("Content-Type", kind)
        self.set_header("Content-Length", str(size))
        try:
            while self.request.method != "HEAD" and (chunk := file.read(_CHUNK)):
                self.write(chunk)
                await self.flush()
        except StreamClosedError:
            return  # the browser has seen enough
        await self.finish()

    def _page(self, html: bytes, status: int) -> None:
        # An honest 500 rather than 200: no program must take an error page for the page itself,
        # and the script in it reloads whatever the status.
        failure = self.shown.failure
        self.set_status(500 if failure else status)
        self.set_header("Content-Type", _HTML)
        for header, value in _SITE_HEADERS.items():
            self.set_header(header, value)
        if failure:
            self.set_header("Content-Security-Policy", _ERROR_POLICY)
        self.finish(with_script(failure or with_badge(html, self.shown.warnings), self.shown))

    def _missing(self) -> None:
        html = self.shown.read((NOT_FOUND,))
        if html is None and not self.shown.failure:
            raise HTTPError(404)
        self._page(html or b"", 404)

    def _has_page(self, *parts: str) -> bool:
        if self.shown.live is not None:
            return "/".join(parts) in self.shown.live
        file = self.shown.open(parts)
        if file is not None:
            file.close()
        return file is not None


class WarningsPage(Guarded):
    """The page that tells the warnings; once all are mended, the way back to the site."""

    def get(self) -> None:
        """Answer with the page, or the error page that stands in for all."""
        page = self.shown.failure or self.shown.warnings.page
        if not page:
            self.redirect("/", status=302)
            return
        self.set_header("Content-Type", _HTML)
        self.set_header("Content-Security-Policy", _ERROR_POLICY)
        self.finish(with_script(page, self.shown))


class BadgeStyle(Guarded):
    """The style of the number of warnings."""

    def get(self) -> None:
        """Answer with the style."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(warnings.style())

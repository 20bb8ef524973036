"""Who is answered: pages of this preview, and whoever typed its address."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError, RequestHandler

from zorgpact_site.serving.shown import Shown


class Guarded(RequestHandler):
    """Answers only pages of this preview and whoever typed its address.

    A page elsewhere can have its own name point at this machine (DNS rebinding), and then read
    drafts as if they were its own; but it cannot choose the Host and Origin that a browser sends.
    """

    def initialize(self, shown: Shown) -> None:
        """Keep what is to be shown."""
        self.shown = shown

    def prepare(self) -> None:
        """Refuse strangers."""
        headers, hosts = self.request.headers, self.shown.hosts
        origin = headers.get("Origin")
        known = origin is None or origin.lower() in {f"http://{host}" for host in hosts}
        if headers.get("Host", "").lower() not in hosts or not known:
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        """Keep nothing, guess nothing, and let no page elsewhere embed what is here."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Say in a line what is wrong with a request."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")

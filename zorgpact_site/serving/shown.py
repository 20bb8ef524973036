"""What browsers are to see: the site in memory before the folder, which is behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from zorgpact_site.serving.addresses import folder_address, open_file
from zorgpact_site.serving.live import Live
from zorgpact_site.serving.moves import Moves
from zorgpact_site.serving.warnings import Warnings

NAMES = ("127.0.0.1", "localhost", "[::1]")
_HTTP = 80
_PAGE = ".html"


@dataclass(slots=True)
class Shown:
    """What browsers are to see: the only thing that changes while the preview runs.

    `failure` is the error page that stands in for every page, empty when all is well. `stamp`
    is another one whenever pages are to be loaded anew. `live` is the site in memory: it goes
    before the folder, which is behind while it is published.
    """

    folder: Path
    port: int
    failure: bytes = b""
    stamp: str = ""
    warnings: Warnings = field(default_factory=Warnings)
    live: Live | None = None
    moves: Moves = field(default_factory=Moves)

    def bytes_of(self, parts: tuple[str, ...]) -> bytes | None:
        """What the site in memory has at a place."""
        return self.live.get("/".join(parts)) if self.live else None

    def open(self, parts: tuple[str, ...]) -> BinaryIO | None:
        """Open a file of the folder; not a page that the site in memory has no more."""
        gone = self.live and parts[-1].endswith(_PAGE) and "/".join(parts) not in self.live
        return None if gone else open_file(self.folder, parts)

    def moved(self, parts: tuple[str, ...]) -> str | None:
        """The address where a page is now of which the file got another name."""
        page = self.moves.of("/".join(parts))
        return folder_address(tuple(page.split("/")[:-1])) if page else None

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the Host header that a browser on this machine sends."""
        bare = NAMES if self.port == _HTTP else ()
        return frozenset({*bare, *(f"{name}:{self.port}" for name in NAMES)})

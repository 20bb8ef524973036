"""What browsers are to see: the site in memory before the folder, which is behind."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from zorgpact_site.serving import warnings
from zorgpact_site.serving.addresses import folder_address, open_file, parts_of
from zorgpact_site.serving.live import Live
from zorgpact_site.serving.moves import Moves
from zorgpact_site.serving.warnings import Warnings, with_badge

NOT_FOUND = "404.html"
NAMES = ("127.0.0.1", "localhost", "[::1]")
_HTTP = 80
# What a page tells other programs alone: of a text that goes ahead of the site it is as it was.
_FOR_PROGRAMS = re.compile(
    rb'<meta (?:name|property)="(?:article|og|twitter):[^>]*>'
    rb'|<script type="application/ld\+json">.*?</script>',
    re.DOTALL,
)
_MARK = re.compile("b([0-9a-f]+)x([0-9a-f]+)x([0-9a-f]+)")
_BETWEEN_NAMES = re.compile(rb"""["\s,/]+""")
_PAGE = ".html"


@dataclass(slots=True)
class Shown:
    """What browsers are to see: the only thing that changes while the preview runs.

    `failure` is the error page that stands in for every page, empty when all is well. `live` is
    the site in memory: it goes before the folder, which is behind while it is published.
    """

    folder: Path
    port: int
    failure: bytes = b""
    warnings: Warnings = field(default_factory=Warnings)
    live: Live | None = None
    moves: Moves = field(default_factory=Moves)
    _began: int = field(default_factory=time.time_ns)
    _turn: int = 0
    _touched: dict[bytes, int] = field(default_factory=dict)

    def bytes_of(self, parts: tuple[str, ...]) -> bytes | None:
        """What the site in memory has at a place."""
        return self.live.get("/".join(parts)) if self.live else None

    def open(self, parts: tuple[str, ...]) -> BinaryIO | None:
        """Open a file of the folder; not a page that the site in memory has no more."""
        gone = self.live and parts[-1].endswith(_PAGE) and "/".join(parts) not in self.live
        return None if gone else open_file(self.folder, parts)

    def read(self, parts: tuple[str, ...]) -> bytes | None:
        """The bytes of a file, wherever it is."""
        if (data := self.bytes_of(parts)) is not None:
            return data
        if (file := self.open(parts)) is None:
            return None
        with file:
            return file.read()

    def page_at(self, path: str) -> bytes:
        """The page that a browser gets to see at a path; empty when that leads elsewhere."""
        if self.failure or path == warnings.ADDRESS:
            return self.failure or self.warnings.page
        parts = parts_of(path)
        page = self.read(parts) if parts and parts[-1].endswith(_PAGE) else None
        return with_badge(page or self.read((NOT_FOUND,)) or b"", self.warnings)

    def touch(self, paths: Iterable[str]) -> None:
        """Note files that were published just now, other than pages and what is beside them."""
        self._turn += 1
        self._touched |= {_name_of(path): self._turn for path in paths}

    def mark(self, page: bytes) -> str:
        """What a page is known by on the screen that it is sent to.

        Never a number: the script of livereload would send another back for 1e5.
        """
        return f"b{self._began:x}x{self._turn:x}x{_sign_of(page)}"

    def is_old(self, mark: str, path: str) -> bool:
        """Whether the screen with this mark would show something else if it were sent again."""
        found, page = _MARK.fullmatch(mark), self.page_at(path)
        if not found or found[1] != f"{self._began:x}" or found[3] != _sign_of(page):
            return True
        since = {name for name, at in self._touched.items() if at > int(found[2], 16)}
        # Below its head, where only programs look.
        return not since.isdisjoint(_BETWEEN_NAMES.split(page.partition(b"</head>")[2]))

    def moved(self, parts: tuple[str, ...]) -> str | None:
        """The address where a page is now of which the file got another name."""
        page = self.moves.of("/".join(parts))
        return folder_address(tuple(page.split("/")[:-1])) if page else None

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the Host header that a browser on this machine sends."""
        bare = NAMES if self.port == _HTTP else ()
        return frozenset({*bare, *(f"{name}:{self.port}" for name in NAMES)})


def _name_of(path: str) -> bytes:
    """The name of a file as a page has it."""
    return quote(path.rpartition("/")[2]).encode()


def _sign_of(page: bytes) -> str:
    """The digest of what is seen of a page."""
    return blake2b(_FOR_PROGRAMS.sub(b"", page), digest_size=8).hexdigest()

"""Texts under the name of all that they follow from, each a file; the oldest are forgotten."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.kept_files import keep, read_kept

_KEPT = 8  # with and without drafts, with an address and without, and a try or two before
_LARGEST = 32_000_000  # signs: what is told of some hundred thousand mistakes


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """The texts that are kept in a folder."""

    folder: Path

    def recall(self, key: str) -> str | None:
        """The text under a key; None when there is none, or any damage to it."""
        file = self.folder / key
        try:
            checksum, _, text = read_kept(file).decode().partition("\n")
            if checksum != _checksum(key, text):
                return None
            os.utime(file)  # used now, so others are older
        except (OSError, ValueError):
            return None
        return text

    def remember(self, key: str, text: str) -> None:
        """Keep a text and forget old ones; what cannot be kept is made again next time."""
        if len(text) > _LARGEST:
            return
        with suppress(OSError):
            keep(self.folder / key, f"{_checksum(key, text)}\n{text}".encode())
            # Those that a kill left halfway are among them, so they go too in time.
            by_age = sorted(self.folder.iterdir(), key=lambda one: -one.stat().st_mtime_ns)
            for old in by_age[_KEPT:]:
                old.unlink()


def _checksum(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()

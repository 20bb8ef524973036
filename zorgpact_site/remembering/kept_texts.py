"""Texts under the name of all that they follow from, each a file; the oldest are forgotten."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.kept_files import by_age, keep_checked, read_checked, touch

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
            text = read_checked(file, key)
        except (OSError, ValueError):
            return None
        touch(file)
        return text

    def remember(self, key: str, text: str) -> None:
        """Keep a text and forget old ones; what cannot be kept is made again next time."""
        if len(text) > _LARGEST:
            return
        with suppress(OSError):
            keep_checked(self.folder / key, key, text)
            for old in by_age(self.folder)[_KEPT:]:
                old.unlink()

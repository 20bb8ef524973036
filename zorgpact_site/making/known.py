"""Which bytes the files of a memory hold, known by the states of those files: no need to read them.

It only ever saves work. What is absent, damaged or about another state is as good as none.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from zorgpact_site.file_states import KINDS, State, pack, sealed, unpack, unsealed
from zorgpact_site.kept_files import keep, read_kept

_FILE = "states"
_MAGIC = b"zorgpact-site made files 1\n"
_DIGEST = 32  # bytes


@dataclass(slots=True)
class Known:
    """The SHA-256 digests of files in a folder, each with the state in which it was seen."""

    folder: Path
    _read: dict[str, tuple[State, bytes]] = field(default_factory=dict)
    _seen: dict[str, tuple[State, bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Known":
        """What was written down about a folder."""
        return cls(folder, _written(folder / _FILE))

    def digest(self, name: str, state: State) -> bytes | None:
        """The digest of a file, when it still is as it was."""
        before, digest = self._read.get(name, (None, None))
        return digest if before == state else None

    def note(self, name: str, state: State, digest: bytes) -> None:
        """Note the digest of a file in this state."""
        self._seen[name] = state, digest

    def keep(self, name: str) -> None:
        """Keep what is known of a file that is there, and was not asked for."""
        if name in self._read:
            self._seen[name] = self._read[name]

    def write(self) -> None:
        """Write down what is known, where it can be."""
        if self._seen == self._read:
            return
        digests = b"".join(digest for _, digest in self._seen.values())
        states = pack({name: state for name, (state, _) in self._seen.items()}, KINDS)
        with suppress(OSError):
            keep(self.folder / _FILE, sealed(_MAGIC, (states, digests)))


def _written(file: Path) -> dict[str, tuple[State, bytes]]:
    try:
        text = read_kept(file)
    except OSError:
        return {}
    found = unsealed(_MAGIC, text)
    if found is None:
        return {}
    states, digests = found
    pieces = (digests[start : start + _DIGEST] for start in range(0, len(digests), _DIGEST))
    return {
        name: (state, digest)
        for (name, state), digest in zip(unpack(states, KINDS).items(), pieces, strict=True)
    }

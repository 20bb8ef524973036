"""Smaller forms of texts, `.gz` and `.br`, for hosts that serve those as they lie.

Each is made once: what was made lies in the memory of the site, under a digest of what it was
made of.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from zorgpact_site.artifact import Artifact, Kept, bytes_of, size_of
from zorgpact_site.kept_files import Lost
from zorgpact_site.making.compressors import compressors, digest_of_form
from zorgpact_site.making.memory import Memory, Remembered
from zorgpact_site.making.spreading import Task, spread
from zorgpact_site.planning.hosting.files import is_for_hosts
from zorgpact_site.planning.hosting.media_types import media_type

_FOLDER = Path(".zorgpact") / "memory" / "compressed"
_LEAST = 1024  # bytes: less goes in one packet whatever its form


@contextmanager
def compressed(
    artifacts: Iterable[Artifact],
    site: Path,
    published: Path,
    lost: Lost = lambda _error: None,
) -> Iterator[tuple[Artifact, ...]]:
    """Give the smaller forms of those artifacts that are texts, until the end of the block.

    Of an artifact that is to be kept the digest is known; where a form is yet to be made, its bytes
    are read from the `published` site.

    What is hardly longer than a packet, or would not become smaller, has none; nor has what
    already lies beside a file of that name. `lost` is told of what cannot be remembered.

    Raises OSError when a file cannot be read or written anywhere, `CompressorMissing`.
    """
    artifacts = tuple(artifacts)
    taken = {one.path for one in artifacts}
    texts = [one for one in artifacts if _is_text(one.path) and size_of(one.data) >= _LEAST]
    with Memory.of(site / _FOLDER, lost) as memory:
        wanted = {
            form: one
            for text in texts
            for form, one in _forms_of(text, published)
            if form not in taken
        }
        files = _files(wanted.values(), memory) if wanted else {}
        yield tuple(
            files[one.digest].at(path)
            for path, one in sorted(wanted.items())
            if one.digest in files
        )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A smaller form, by the `digest` of all that it follows from.

    Of the text there is the digest of its bytes alone (`content`): they are read when the form is
    to be made, and a large site is never in memory whole.
    """

    text: Artifact
    content: bytes
    ending: str
    digest: str
    published: Path

    def made(self, memory: Memory) -> dict[str, Remembered]:
        """Make the form; nothing when it is no smaller, or the text another one meanwhile."""
        data = _bytes(self.text, self.published)
        smaller = compressors()[self.ending](data)
        if len(smaller) >= len(data) or hashlib.sha256(data).digest() != self.content:
            return {}
        return {self.digest: memory.keep(self.digest, self.ending, smaller)}


def _forms_of(text: Artifact, published: Path) -> Iterator[tuple[str, _Wanted]]:
    """Where the forms of a text may stand, and what is to stand there."""
    content = _content(text, published)
    for form, ending in smaller_forms(text.path).items():
        yield form, _Wanted(text, content, ending, digest_of_form(content, ending), published)


def smaller_forms(path: str) -> dict[str, str]:
    """Where the smaller forms of a file may stand, each with its ending."""
    return {f"{path}.{ending}": ending for ending in compressors()}


def _files(wanted: Iterable[_Wanted], memory: Memory) -> dict[str, Remembered]:
    pending = {one.digest: one for one in wanted}
    files = memory.find(pending)
    tasks: list[Task] = [
        partial(one.made, memory) for digest, one in pending.items() if digest not in files
    ]
    for some in spread(tasks):
        files.update(some)
    memory.known.write()
    return files


def _is_text(path: str) -> bool:
    kind = media_type(PurePosixPath(path).name)
    return "charset" in kind and not is_for_hosts(path) and not path.startswith(".")


def _bytes(artifact: Artifact, published: Path) -> bytes:
    if isinstance(artifact.data, Kept):
        try:
            return (published / artifact.path).read_bytes()
        except OSError:
            return b""  # publishing finds that it cannot be kept, and all is made anew
    return bytes_of(artifact.data)


def _content(text: Artifact, published: Path) -> bytes:
    """The SHA-256 digest of its bytes, which are read only where nobody knows it."""
    known = text.data.digest if isinstance(text.data, Kept) else text.digest
    return known or hashlib.sha256(_bytes(text, published)).digest()

"""One page or file: made anew, unless what was published would come of it again."""

import hashlib
from dataclasses import dataclass, replace

from zorgpact_site.artifact import Artifact
from zorgpact_site.maker import Maker
from zorgpact_site.planning.page import DataFile, DrawnFile, DrawnPage, Page
from zorgpact_site.remembering.digests import digest
from zorgpact_site.remembering.seeing import Seen, seen
from zorgpact_site.remembering.standing import Row
from zorgpact_site.rendering import Rendered

_OF_NO_TEXT = Seen(b"", frozenset())


@dataclass(frozen=True, slots=True)
class Made:
    """A page or file that was made or is as it was; `seen` is there when it was made."""

    rendered: Rendered
    row: Row | None
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A page or file, its mark, and what is known of it."""

    wanted: Page | DataFile
    mark: bytes | None
    known: Row | None

    @property
    def stands(self) -> Made | None:
        """What was published, when it would be drawn of the same again."""
        if self.known is None or self.mark is None or self.known.mark != self.mark:
            return None
        return Made(Rendered(Artifact(self.wanted.path, self.known.kept)), self.known)


@dataclass(frozen=True, slots=True)
class Work:
    """Makes a page or file, unless its template or writer would see the same again."""

    make: Maker
    stamp: bytes

    def __call__(self, asked: Asked) -> Made:
        """What comes of what is asked for."""
        return self.made(asked.wanted.drawn(), asked.mark, asked.known)

    def made(
        self, drawn: DrawnPage | DrawnFile, mark: bytes | None = None, known: Row | None = None
    ) -> Made:
        """What comes of a page or file as drawn."""
        sight = seen(drawn)
        key = self.key(sight.data)
        if known and known.key == key:
            row = replace(known, mark=mark)
            return Made(Rendered(Artifact(drawn.path, known.kept)), row)
        rendered = self.make(drawn)
        match rendered.artifact:
            case Artifact(path, bytes() as data):
                whole = hashlib.sha256(data).digest()
                row = Row(mark, key, whole, len(data))
                kept = sight if sight.texts else _OF_NO_TEXT  # the rest need not travel
                return Made(Rendered(Artifact(path, data, whole)), row, kept)
        return Made(rendered, None)

    def key(self, sight: bytes) -> bytes:
        """What stands for all that comes of what is seen."""
        return digest(self.stamp, sight)

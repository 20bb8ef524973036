"""Pages and files: made anew, unless what was published would come of them again.

Each is looked at here, where the site is, and made wherever a process is free: what a template or
writer sees is small beside the site that it comes of.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from zorgpact_site.artifact import Artifact, Kept
from zorgpact_site.maker import Maker
from zorgpact_site.planning.page import DataFile, DrawnFile, DrawnPage, Page
from zorgpact_site.remembering.compiled import compiled_templates
from zorgpact_site.remembering.digests import digest, digest_of
from zorgpact_site.remembering.seeing import Seen, seen
from zorgpact_site.remembering.standing import Row
from zorgpact_site.rendering import Rendered

_LARGE = 250_000  # bytes; few are, and another process would have them in memory several times
_NOTHING = Rendered(None)
_OF_NO_TEXT = Seen(b"", frozenset(), {})


@dataclass(frozen=True, slots=True)
class Made:
    """A page or file that was made or is as it was; `seen` is there when it was looked at."""

    rendered: Rendered
    row: Row | None
    seen: Seen | None = None


@dataclass(frozen=True)  # without slots, for what is reckoned once
class Asked:
    """A page or file, how it gets its mark, and what is known of it."""

    wanted: Page | DataFile
    marking: Callable[[Page | DataFile], bytes | None]
    known: Row | None

    @cached_property
    def mark(self) -> bytes | None:
        """Its mark. Of what is not known none is needed before it is made."""
        return self.marking(self.wanted)

    @property
    def stands(self) -> Made | None:
        """What was published, when it would be drawn of the same again."""
        if self.known is None or self.known.mark is None or self.known.mark != self.mark:
            return None
        return Made(_standing(self.wanted.path, self.known), self.known)


class Work:
    """Makes a page or file of what its template or writer sees; of nothing it makes nothing.

    `stamp` stands for the templates, which are what travels of it to other processes.
    """

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        self.stamp = digest_of(templates)
        self._make = Maker(templates, compiled_templates())

    def __reduce__(self) -> tuple[type["Work"], tuple[Mapping[str, bytes]]]:
        return Work, (self._make.templates,)

    def __call__(self, sight: Seen | None) -> Rendered:
        """What comes of it, with the digest of its bytes."""
        return _NOTHING if sight is None else self._made(sight.again())

    def _made(self, drawn: DrawnPage | DrawnFile) -> Rendered:
        rendered = self._make(drawn)
        match rendered.artifact:
            case Artifact(path, bytes() as data):
                whole = hashlib.sha256(data).digest()
                return replace(rendered, artifact=Artifact(path, data, whole))
        return rendered

    def key(self, sight: Seen) -> bytes:
        """What stands for all that comes of what is seen."""
        return digest(self.stamp, sight.data)

    def look(self, asked: Asked) -> "Look":
        """Look at what is asked for, and take or make here what should not travel."""
        drawn = asked.wanted.drawn()
        sight, known = seen(drawn), asked.known
        key = self.key(sight)
        if known and known.key == key:
            return Look(asked, _OF_NO_TEXT, key, _standing(drawn.path, known))
        if len(sight.data) > _LARGE:
            return Look(asked, sight if sight.texts else _OF_NO_TEXT, key, self._made(drawn))
        return Look(asked, sight, key)


@dataclass(frozen=True, slots=True)
class Look:
    """What would be seen of a page or file, the key of that, and what it is if that is known."""

    asked: Asked
    seen: Seen
    key: bytes
    ready: Rendered | None = None

    def made(self, rendered: Rendered) -> Made:
        """With what came of it elsewhere, if it had to be made there."""
        done = self.ready or rendered
        return Made(done, row_of(done, self.key, self.asked.mark), self.seen)


class Looks:
    """Looks at pages and files, at each when it is its turn to be made."""

    def __init__(self, asked: Sequence[Asked], work: Work) -> None:
        self._asked, self._work = asked, work
        self._waiting: deque[Look] = deque()

    def __len__(self) -> int:
        return len(self._asked)

    def __iter__(self) -> Iterator[Seen | None]:
        for one in self._asked:
            look = self._work.look(one)
            self._waiting.append(look)
            yield None if look.ready else look.seen

    def made(self, rendered: Iterable[Rendered]) -> Iterator[Made]:
        """What was made of them, in their order."""
        return (self._waiting.popleft().made(one) for one in rendered)


def row_of(rendered: Rendered, key: bytes, mark: bytes | None = None) -> Row | None:
    """What to keep of a page or file; None when there is none."""
    match rendered.artifact:
        case Artifact(_, bytes() as data, bytes() as whole):
            return Row(mark, key, whole, len(data))
        case Artifact(_, Kept(whole, size)):
            return Row(mark, key, whole, size)
    return None


def _standing(path: str, known: Row) -> Rendered:
    return Rendered(Artifact(path, known.kept))

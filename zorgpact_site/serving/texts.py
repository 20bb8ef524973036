"""Texts as a preview knows them: each is read when it changes, and its HTML is the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from zorgpact_site.noticing import Noted, Reader, Things
from zorgpact_site.remembering.held import Held
from zorgpact_site.remembering.memory import Means
from zorgpact_site.remembering.sameness import same_but_places, same_thing
from zorgpact_site.source import Source

_FEW = 48  # texts that are read here and now; more are for who remembers or spreads


@dataclass(slots=True)
class Texts:
    """What was told of each text, so that only those that changed are read anew.

    A text that was just saved goes ahead of the site: when it differs from what is known in its
    HTML alone, all that follows from it stays, and pages made from now on show the new HTML.
    `saves` counts those; `ahead` are their paths since all files were looked at, and `moved`
    since all was examined, as places in them moved.
    """

    saves: int = 0
    ahead: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    _things: Things | None = None
    _reader: Reader = field(default_factory=lambda: Reader(Things()))
    _known: dict[str, tuple[Source, Noted]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """From here on files are looked at, so what was saved before is seen."""
        with self._lock:
            self.ahead = set()

    def forget(self) -> None:
        """Know nothing any more."""
        with self._lock:
            self._known = {}

    def note(self, means: Means, sources: Sequence[Source]) -> None:
        """Note in the memory what texts there are."""
        if self._things is not None:
            means.note(self._things, sources)

    def read(self, means: Means, things: Things, sources: Sequence[Source]) -> Sequence[Noted]:
        """Tell of each source; when there is much to read the memory does so."""
        with self._lock:
            return self._read(means, things, sources)

    def _read(self, means: Means, things: Things, sources: Sequence[Source]) -> Sequence[Noted]:
        if self._things != things:
            self._things, self._known, self._reader = things, {}, Reader(things)
        changed = tuple(one for one in sources if self._is_new(one))
        if len(changed) > _FEW:
            told = zip(sources, means.read(things, sources), strict=True)
        else:
            told = zip(changed, map(self._reader, changed), strict=True)
            self.note(means, sources)
        for source, noted in told:
            self._known[source.path] = source, _holding(noted)
        self._known, self.moved = {one.path: self._known[one.path] for one in sources}, set()
        return [noted for _, noted in self._known.values()]

    def take(self, sources: Sequence[Source]) -> bool:
        """Take in all texts that changed; false when the site may not be what it was."""
        if len(sources) != len(self._known) or any(one.path not in self._known for one in sources):
            return False
        with self._lock:
            changed = [one for one in sources if self._is_new(one)]
            return len(changed) <= _FEW and all(self._take(one) is None for one in changed)

    def save(self, source: Source) -> Noted | None:
        """Take in a text that was saved; what is told of it when that may change more than HTML."""
        with self._lock:
            return self._take(source, self.ahead) if source.path in self._known else None

    def _take(self, source: Source, ahead: set[str] | None = None) -> Noted | None:
        known, noted = self._known[source.path]
        if known == source:
            return None
        told = _holding(self._reader(source))
        if not same_thing(source, self._things or Things()) or not same_but_places(told, noted):
            return told
        # All is counted first, so that no page shows what is not.
        self.saves += 1
        self.moved.add(source.path)
        if ahead is not None:
            ahead.add(source.path)
        held, new = _held_of(noted), _held_of(told)
        if held and new:
            held.newest = new.newest
            told = _holding(told, held)
        self._known[source.path] = source, told
        return None

    def _is_new(self, source: Source) -> bool:
        """Whether it is unknown; not so when a later save went ahead."""
        known = self._known.get(source.path)
        return known is None or (known[0] != source and source.path not in self.ahead)


def _held_of(noted: Noted) -> Held | None:
    draft = noted.reading.draft
    return draft.body.laid if draft and isinstance(draft.body.laid, Held) else None


def _holding(noted: Noted, held: Held | None = None) -> Noted:
    """The same with its HTML held; a text without any stays so, as rules look at that."""
    draft = noted.reading.draft
    if draft is None or not draft.body.laid:
        return noted
    body = replace(draft.body, laid=held or Held(draft.body.laid))
    return replace(noted, reading=replace(noted.reading, draft=replace(draft, body=body)))

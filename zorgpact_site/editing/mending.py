"""All sure fixes of a site, round after round, until no machine can be sure of more."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from zorgpact_site.diagnostics import Add, Diagnostic, Edit
from zorgpact_site.editing.edits import edited, place_of, splice_of
from zorgpact_site.editing.judging import Judge, Judged, harms, with_sources
from zorgpact_site.editing.original import Doubt, Original, Splice, Unsafe, original_of
from zorgpact_site.inputs import Inputs
from zorgpact_site.source import Source

_TELLING, _AROUND = 3, 24  # signs
_ROUNDS = 10  # one fix may make room for another; more would be a circle


@dataclass(frozen=True, slots=True)
class Left:
    """A fix that was not made, and why."""

    diagnostic: Diagnostic
    reason: Doubt


@dataclass(frozen=True, slots=True)
class Step:
    """A fix that was made: each of its edits with the words before and after, in context."""

    diagnostic: Diagnostic
    words: tuple[tuple[Edit, str, str], ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """The site after mending: what was mended in which order, what was left, what remains."""

    inputs: Inputs
    done: tuple[Step, ...]
    left: tuple[Left, ...]
    judged: Judged


@dataclass(slots=True)
class Mender:
    """Mends the diagnostics that `wanted` accepts; a fix that does harm is not tried again."""

    inputs: Inputs
    wanted: Callable[[Diagnostic], bool]
    judge: Judge = field(default_factory=Judge)
    done: list[Step] = field(default_factory=list)
    left: dict[Diagnostic, Left] = field(default_factory=dict)

    def mend(self) -> Mended:
        """Mend until a round changes nothing."""
        now = _Version(self.inputs, self.judge.of(self.inputs))
        for _round in range(_ROUNDS):
            after = self._with(now, self._apart(self._open(now.judged)))
            if not after.made:
                break
            texts = _Texts(_texts(self.inputs))
            self.done += [Step(one, texts.words(one.fix)) for one in after.made]
            self.inputs = after.inputs
            now = _Version(after.inputs, after.judged)
        still = set(now.judged.diagnostics)
        left = tuple(one for one in self.left.values() if one.diagnostic in still)
        return Mended(self.inputs, tuple(self.done), left, now.judged)

    def _open(self, judged: Judged) -> list[Diagnostic]:
        return [
            one
            for one in judged.diagnostics
            if one.fix and self._may_be_tried(one) and self.wanted(one)
        ]

    def _may_be_tried(self, one: Diagnostic) -> bool:
        """A value that YAML does not see as one yet may be there once its line is mended."""
        return one not in self.left or self.left[one].reason is Doubt.NO_VALUE

    def _apart(self, fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Fixes that can be made, without those that want the place of one before them."""
        texts = _Texts(_texts(self.inputs))
        taken: dict[str, dict[Edit, Splice]] = defaultdict(dict)
        chosen: list[Diagnostic] = []
        for one in fixable:
            try:
                changed = texts.changed(one.fix)
                places = texts.places(one.fix)
            except Unsafe as error:
                self.left[one] = Left(one, error.reason)
                continue
            if texts.hold(changed):
                self.left[one] = Left(one, Doubt.CHANGES_NOTHING)
                continue
            meets = any(
                splice.overlaps(other) and edit != known
                for edit, splice in places.items()
                for known, other in taken[place_of(edit).path].items()
            )
            if not meets:
                chosen.append(one)
                for edit, splice in places.items():
                    taken[place_of(edit).path][edit] = splice
        return chosen

    def _with(self, good: "_Version", chosen: Sequence[Diagnostic]) -> "_Version":
        """The site with these fixes too, without those that do harm: each half is tried alone."""
        if not chosen:
            return good
        made = (*good.made, *chosen)
        inputs = self._changed(made)
        if inputs is not None:
            judged = self.judge.of(inputs)
            if not harms(good.judged, judged):
                return _Version(inputs, judged, made)
        if len(chosen) == 1:
            self.left[chosen[0]] = Left(chosen[0], Doubt.HARM)
            return good
        half = len(chosen) // 2
        return self._with(self._with(good, chosen[:half]), chosen[half:])

    def _changed(self, chosen: Iterable[Diagnostic]) -> Inputs | None:
        """The site with fixes made; None when they cannot be made together."""
        edits = (edit for one in chosen for edit in one.fix)
        try:
            return with_sources(self.inputs, _Texts(_texts(self.inputs)).changed(edits))
        except Unsafe:
            return None


@dataclass(frozen=True, slots=True)
class _Version:
    """The site with the fixes of a round that were made so far, and what a check says of it."""

    inputs: Inputs
    judged: Judged
    made: tuple[Diagnostic, ...] = ()


class _Texts:
    """The texts that can be mended, by path."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {one.path: one for one in sources}
        self._originals: dict[str, Original] = {}

    def changed(self, edits: Iterable[Edit]) -> dict[str, Source]:
        """The texts that edits change; Unsafe when one of them cannot be made."""
        by_path: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits:
            by_path[place_of(edit).path].append(edit)
        return {path: edited(self._source(path), wanted) for path, wanted in by_path.items()}

    def hold(self, sources: dict[str, Source]) -> bool:
        """Whether these are the texts as they are."""
        return all(self._sources[path] == source for path, source in sources.items())

    def places(self, edits: Iterable[Edit]) -> dict[Edit, Splice]:
        """Where edits come down on; what is added to a list finds its own place."""
        return {
            edit: splice_of(self._original(edit.where.path), edit)
            for edit in edits
            if not isinstance(edit, Add)
        }

    def words(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, str, str], ...]:
        """Each edit with the words it takes away and those it brings."""
        edits = tuple(edits)
        places = self.places(edits)
        return tuple(
            (edit, *_in_context(self._original(place_of(edit).path).content, places[edit]))
            if edit in places
            else (edit, "", "")
            for edit in edits
        )

    def _source(self, path: str) -> Source:
        if path not in self._sources:
            raise Unsafe(Doubt.NO_TEXT)
        return self._sources[path]

    def _original(self, path: str) -> Original:
        if path not in self._originals:
            self._originals[path] = original_of(self._source(path))
        return self._originals[path]


def _in_context(text: str, splice: Splice) -> tuple[str, str]:
    """The words before and after; a sign or two say little without the word around them."""
    start, end = splice.start, splice.end
    if len(text[start:end].strip()) < _TELLING or len(splice.text.strip()) < _TELLING:
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        start = max(text.rfind(" ", line_start, start) + 1, line_start, start - _AROUND)
        stop = line_end if line_end >= 0 else len(text)
        space = text.find(" ", end, stop)
        end = min(space if space >= 0 else stop, end + _AROUND)
    before = text[start : splice.start]
    return text[start:end], f"{before}{splice.text}{text[splice.end : end]}"


def _texts(inputs: Inputs) -> tuple[Source, ...]:
    return (*([inputs.settings] if inputs.settings else ()), *inputs.sources)

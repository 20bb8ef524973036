"""The texts of a site on their way to another form: gathered in memory, written by others."""

from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from zorgpact_site.editing.changes import Change
from zorgpact_site.editing.edits import spliced
from zorgpact_site.editing.original import Original, Splice, Unsafe, original_of
from zorgpact_site.editing.references import Redirection, in_settings
from zorgpact_site.editing.things import Refusal, Refused
from zorgpact_site.inputs import Inputs
from zorgpact_site.model.draft import Draft
from zorgpact_site.names import fold
from zorgpact_site.source import Source


@dataclass(slots=True)
class Files:
    """First splices are gathered, whose places are those of the files as they were; then made."""

    before: Mapping[str, Source]
    after: dict[str, Source]
    _splices: dict[str, list[Splice]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, inputs: Inputs) -> "Files":
        """The texts and the settings of a site."""
        sources = (*([inputs.settings] if inputs.settings else ()), *inputs.sources)
        files = {one.path: one for one in sources}
        return cls(files, dict(files))

    def gather(self, path: str, splices: Callable[[Original], Iterable[Splice]]) -> None:
        """Find splices for a file; Refused when they cannot be found with certainty."""
        with certain(path):
            for splice in splices(original_of(self.before[path])):
                self.add(path, splice)

    def add(self, path: str, splice: Splice) -> None:
        """Gather one splice, unless the place is taken already."""
        if self.is_free(path, splice):
            insort(self._splices[path], splice, key=_start)

    def is_free(self, path: str, splice: Splice) -> bool:
        """Whether no splice gathered so far wants the same place."""
        known = self._splices[path]
        at = bisect(known, splice.start, key=_start)
        return not any(splice.overlaps(one) for one in known[max(at - 1, 0) : at + 1])

    def redirect(self, redirection: Redirection, drafts: Iterable[Draft]) -> None:
        """Gather what must change wherever the old text is referred to."""
        for draft in drafts:
            self.gather(draft.path, partial(redirection.splices, draft))
        settings = next((path for path in self.before if path.endswith("/site.yaml")), "")
        if settings:
            old, new = redirection.old, redirection.new
            self.gather(settings, lambda original: in_settings(original, old, new))

    def make(self) -> None:
        """Make all splices that were gathered."""
        for path, splices in self._splices.items():
            with certain(path):
                self.after[path] = spliced(self.before[path], splices)
        self._splices.clear()

    def change(self, path: str, how: Callable[[Source], Source]) -> None:
        """Change a file as it is by now."""
        with certain(path):
            self.after[path] = how(self.after[path])

    def inputs(self, inputs: Inputs, moved: Mapping[str, str], gone: str = "") -> Inputs:
        """The site as it would be."""
        texts = [self.after[one.path] for one in inputs.sources if one.path != gone]
        placed = [replace(one, path=moved.get(one.path, one.path)) for one in texts]
        settings = inputs.settings and self.after[inputs.settings.path]
        ordered = tuple(sorted(placed, key=lambda one: one.path))
        return replace(inputs, sources=ordered, settings=settings)

    def changes(self, moved: Mapping[str, str], gone: str = "") -> tuple[Change, ...]:
        """What becomes of each file that changes, moves or goes, by path."""
        changes = [
            Change(
                path,
                old.data,
                None if path == gone else self.after[path].data,
                new_path if (new_path := moved.get(path, path)) != path else "",
            )
            for path, old in sorted(self.before.items())
        ]
        return tuple(one for one in changes if one.before != one.after or one.new_path)


def _start(splice: Splice) -> int:
    return splice.start


@contextmanager
def certain(path: str) -> Iterator[None]:
    """Turn doubt about an edit into a refusal that names the file."""
    try:
        yield
    except Unsafe as error:
        raise Refused(Refusal.EDIT, path=path, reason=error.reason.value) from None


def require_free(path: str, inputs: Inputs) -> None:
    """Refuse a path that something has already, also where capitals make no difference."""
    texts = [one.path for one in inputs.sources]
    for other in (*texts, *inputs.others, *inputs.links):
        if fold(other) == fold(path):
            raise Refused(Refusal.TAKEN, path=other)

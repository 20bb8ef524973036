"""A site judged in memory: what a check would say of it, without a page being made."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zorgpact_site.build import examine
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.model.draft import Parsed, Reading
from zorgpact_site.model.prose import Naming
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted, Reader, Things, things_in
from zorgpact_site.reading.read import read_source
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES


@dataclass(frozen=True, slots=True)
class Judged:
    """The site, its readings, and all diagnostics; no site when there are no settings."""

    diagnostics: tuple[Diagnostic, ...]
    readings: tuple[Reading, ...]
    site: Site | None = None

    @property
    def errors(self) -> int:
        """How many mistakes stop publication."""
        return sum(one.weight is Severity.ERROR for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges one version of a site after another; texts that stay are read once."""

    _known: dict[tuple[str, bytes], Parsed] = field(default_factory=dict)

    def of(self, inputs: Inputs) -> Judged:
        """Judge a site by its inputs."""
        examined = examine(inputs, self._read)
        site = examined.whole[1] if examined.whole else None
        return Judged(examined.weighed(), examined.readings, site)

    def namings(self, inputs: Inputs) -> Iterator[Naming]:
        """Where the texts of a site use the names of things."""
        settings, _problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
        if settings is None:
            return
        reader = Reader(things_in(inputs.sources, settings))
        for parsed in map(self._parse, inputs.sources):
            if parsed.reading.draft:
                yield from reader.prose(parsed.reading.draft, parsed.words).namings

    def _read(self, things: Things, sources: Sequence[Source]) -> Iterator[Noted]:
        return map(Reader(things).notice, map(self._parse, sources))

    def _parse(self, source: Source) -> Parsed:
        key = (source.path, source.data)
        if key not in self._known:
            self._known[key] = read_source(source)
        return self._known[key]


def worse(
    before: Judged, after: Judged, moved: Callable[[str], str] = str
) -> tuple[Diagnostic, ...]:
    """The mistakes there are more of than before, counted by rule, weight and file.

    `moved` gives the path that a file of before has after.
    """
    had = Counter((one.rule, one.weight, moved(one.where.path)) for one in before.diagnostics)
    same = {(one.rule, moved(one.where.path), one.values) for one in before.diagnostics}
    has = Counter((one.rule, one.weight, one.where.path) for one in after.diagnostics)
    more = has - had
    return tuple(
        one
        for one in after.diagnostics
        if (one.rule, one.weight, one.where.path) in more
        and (one.rule, one.where.path, one.values) not in same
    )


def harms(before: Judged, after: Judged) -> bool:
    """Whether a file has more errors than before, or as many and more warnings.

    With an error mended, more can be seen of a text, so there may be more to warn of. Of a text
    that could not be read so far, there may be more errors as well.
    """
    had, has = _scores(before), _scores(after)
    closed, still = _unread(before), _unread(after)
    further = {path for path, line in closed.items() if still.get(path, line + 1) > line}
    return any(score > had[path] for path, score in has.items() if path not in further)


def _unread(judged: Judged) -> dict[str, int]:
    """The texts whose properties cannot be read, each with the line where that ends."""
    paths = {one.path for one in judged.readings if one.draft is None}
    ends: dict[str, int] = {}
    for one in judged.diagnostics:
        if one.where.path in paths:
            ends[one.where.path] = max(one.where.line, ends.get(one.where.path, 0))
    return ends


def _scores(judged: Judged) -> dict[str, tuple[int, int]]:
    scores: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in judged.diagnostics:
        errors, others = scores[one.where.path]
        error = one.weight is Severity.ERROR
        scores[one.where.path] = (errors + error, others + (not error))
    return scores


def with_sources(inputs: Inputs, changed: Mapping[str, Source]) -> Inputs:
    """The same site with some texts, and perhaps its settings, as they are to be."""
    settings = inputs.settings
    if settings is not None:
        settings = changed.get(settings.path, settings)
    sources = tuple(changed.get(one.path, one) for one in inputs.sources)
    return replace(inputs, sources=sources, settings=settings)

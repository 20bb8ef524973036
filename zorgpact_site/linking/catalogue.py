"""Who is called what: every name a text may use, and the page it leads to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics import reference_rules as rules
from zorgpact_site.diagnostics.file_rules import ADDRESS_CLASH
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.model.draft import Draft, Reading
from zorgpact_site.model.keys import Key
from zorgpact_site.names import fold, slug_of

_PREFIXES = {prefix: kind for kind in Kind for prefix in kind.prefixes}
_Names = Mapping[Kind, Mapping[str, tuple[Key, ...]]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Keys by kind and folded name, drafts by key, keys by file.

    `held` are drafts that are not published. A file without a readable draft has its names
    here all the same: a reference to it is no mistake of the one who refers.
    """

    names: _Names
    drafts: Mapping[Key, Draft]
    by_path: Mapping[str, Key]
    shown: Mapping[Kind, tuple[str, ...]]
    held: frozenset[Key] = frozenset()
    _found: dict[tuple[str, tuple[Kind, ...]], tuple[Key, ...]] = field(default_factory=dict)

    def find(self, name: str, kinds: tuple[Kind, ...]) -> tuple[Key, ...]:
        """The keys of these kinds that a name leads to, in the order of the kinds.

        A name also counts when it would give the file name: dashes are as good as spaces.
        """
        if (name, kinds) not in self._found:
            wanted = fold(name)
            file_name = slug_of(wanted)
            self._found[name, kinds] = tuple(
                key
                for kind in kinds
                for key in self.names[kind].get(wanted) or self.names[kind].get(file_name, ())
            )
        return self._found[name, kinds]

    def title(self, key: Key) -> str:
        """What readers call a page."""
        return self.drafts[key].title if key in self.drafts else key.slug


def split_prefix(name: str) -> tuple[Kind | None, str]:
    """Cut `koploper:sparkcentres` into its kind and the name; no kind when there is none."""
    prefix, colon, rest = name.partition(":")
    kind = _PREFIXES.get(fold(prefix)) if colon else None
    return (kind, rest.strip()) if kind else (None, name)


def in_sentence(typed: str, title: str, key: Key) -> str:
    """What a link by name shows: the title, whose first letter may be small as it was typed.

    Themes and tools have ordinary words for a name, which get no capital within a sentence.
    """
    if key.kind not in {Kind.THEME, Kind.TOOL}:
        return title
    name = split_prefix(typed)[1].partition("#")[0].strip()
    return name if name[1:] == title[1:] and name[:1].isalpha() else title


def make_catalogue(readings: Iterable[Reading], *, with_drafts: bool) -> Catalogue:
    """Gather the names of all readings."""
    names: dict[Kind, dict[str, list[Key]]] = {kind: defaultdict(list) for kind in Kind}
    shown: dict[Kind, list[str]] = defaultdict(list)
    readings = tuple(unique_readings(readings))
    for reading in readings:
        for name in dict.fromkeys(fold(name) for name in reading.names):
            names[reading.key.kind][name].append(reading.key)
        shown[reading.key.kind] += reading.shown
    drafts = {reading.key: reading.draft for reading in readings if reading.draft}
    held = {key for key, draft in drafts.items() if draft.values.get(table.DRAFT)}
    return Catalogue(
        {kind: {name: tuple(keys) for name, keys in by.items()} for kind, by in names.items()},
        drafts,
        {reading.path: reading.key for reading in readings},
        {kind: tuple(names) for kind, names in shown.items()},
        frozenset() if with_drafts else frozenset(held),
    )


def unique_readings(readings: Iterable[Reading]) -> Iterable[Reading]:
    """The first reading of each key; `key_clashes` tells of the others."""
    taken: set[Key] = set()
    for reading in sorted(readings, key=lambda reading: reading.path):
        if reading.key not in taken:
            taken.add(reading.key)
            yield reading


def key_clashes(readings: Iterable[Reading]) -> Iterable[Diagnostic]:
    """Files whose names differ but lead to one address, such as two dates before one name."""
    first: dict[Key, Reading] = {}
    for reading in sorted(readings, key=lambda reading: reading.path):
        holder = first.setdefault(reading.key, reading)
        if holder is not reading and reading.key.slug:
            where = Location(reading.path)
            yield problem(ADDRESS_CLASH, where, file=holder.path, other=holder.path)


def name_clashes(catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Names that lead to two pages of one kind; articles may share a title."""
    for kind in Kind:
        if kind is Kind.ARTICLE:
            continue
        for keys in catalogue.names[kind].values():
            yield from _clashes(catalogue, keys)


def _clashes(catalogue: Catalogue, keys: tuple[Key, ...]) -> Iterable[Diagnostic]:
    drafts = [catalogue.drafts[key] for key in keys if key in catalogue.drafts]
    for first, other in ((drafts[0], other) for other in drafts[1:]):
        common = _common_name(first, other)
        field = table.TITLE if fold(other.title) == fold(common) else table.ALIASES
        where = other.values.place(field) or Location(other.path)
        yield problem(rules.NAME_CLASH, where, file=first.path, value=common, other=first.title)


def _common_name(one: Draft, other: Draft) -> str:
    theirs = {fold(name) for name in _names(one)}
    return next((name for name in _names(other) if fold(name) in theirs), other.title)


def _names(draft: Draft) -> tuple[str, ...]:
    return (draft.title, *(draft.values.get(table.ALIASES) or ()), draft.key.slug)

"""The names that a schema offers: those of the site as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.model.draft import Reading
from zorgpact_site.names import fold, sort_key


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What texts may be called, by kind: `shown` to choose from, `accepted` in folded form.

    `series` are those of the articles, `rules` the checks whose weight may be set.
    """

    shown: Mapping[Kind, tuple[str, ...]]
    accepted: Mapping[Kind, tuple[str, ...]]
    series: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def known_names(readings: Iterable[Reading], rules: Iterable[str]) -> KnownNames:
    """Gather the names of all texts, drafts too; each list in alphabetical order."""
    shown: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    accepted: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    series: dict[str, str] = {}
    for reading in readings:
        shown[reading.key.kind].update(reading.shown)
        accepted[reading.key.kind].update(fold(name) for name in reading.names)
        named = reading.draft.values.get(table.SERIES) if reading.draft else None
        if named:
            series.setdefault(fold(named), named)
    return KnownNames(
        {kind: tuple(sorted(names, key=sort_key)) for kind, names in shown.items()},
        {kind: tuple(sorted(names)) for kind, names in accepted.items()},
        tuple(sorted(series.values(), key=sort_key)),
        tuple(sorted(rules)),
    )

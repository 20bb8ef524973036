"""Names of persons that are nearly one another: a lost tussenvoegsel, a letter that differs."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zorgpact_site.checks.near_names import one_slip
from zorgpact_site.diagnostics import Location
from zorgpact_site.geography import find_place, find_province
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_LETTERS = r"[\w’'-]*[^\W\d_]"
_BETWEEN = (
    r"(?:van der|van den|van de|van ’t|van 't|in ’t|in 't|in het|van het|van|de|den|der|ten|ter|"
    r"’t|'t|von|le|la|du)"
)
_PERSON = re.compile(
    rf"(?P<first>{_CAPITAL}(?<![\w-].){_LETTERS}) (?:(?P<between>{_BETWEEN}) )?"
    rf"(?=(?P<last>{_CAPITAL}{_LETTERS}))"
)
# Organisations are called with and without van.
_NO_FIRST_NAME = frozenset(
    (
        *("Bureau", "College", "Commissie", "Gemeente", "Hogeschool", "Huis", "Kenniscentrum"),
        *("Ministerie", "Platform", "Provincie", "Raad", "Regio", "Stichting", "Universiteit"),
        *("Vereniging", "Zorgpact"),
    )
)
_ALIKE = frozenset({"van de", "van den", "van der"})
_CLEARLY = 3  # times as often: what is written so seldom is a slip
_LONG = 5  # letters of a last name in which a slip is looked for


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text; `near` are the things that the same passage names."""

    first: str
    between: str
    last: str
    entry: Key
    where: Location
    typed: str
    near: frozenset[Key] = frozenset()

    @property
    def name(self) -> str:
        """First name, tussenvoegsel and last name."""
        return " ".join(part for part in (self.first, self.between, self.last) if part)


def persons(
    entry: Key, gathered: Gathered, taken: Container[str]
) -> Iterator[tuple[Passage, Person]]:
    """What may be persons in a text; words of known things in `taken` are none."""
    for passage, begin, match in gathered.find(_PERSON):
        first, between, last = match["first"], match["between"] or "", match["last"]
        if first.isupper() or first in taken or last in taken:
            continue
        start, end = match.start() - begin, match.end("last") - begin
        where, typed = passage.locate(start, end), passage.text[start:end]
        yield passage, Person(first, between.replace("’", "'"), last, entry, where, typed)


def slips(found: Iterable[Person]) -> Iterator[tuple[Person, str]]:
    """Each person whose name is nearly that of another, with the name that was meant.

    The name that is used most is right; of two that are used as often, the one with a
    tussenvoegsel, which is sooner lost than put in.
    """
    by_ends: dict[tuple[str, str], list[Person]] = defaultdict(list)
    by_start: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for one in found:
        by_ends[one.first, one.last].append(one)
        by_start[one.first, one.between].append(one)
    for (first, last), group in by_ends.items():
        spellings = _by(group, lambda one: one.between)
        # Organisations and places have van as well: Pieter van Zwolle, Ministerie van VWS.
        organisation = "van" in spellings and _no_last_name(last)
        if len(spellings) > 1 and first not in _NO_FIRST_NAME and not organisation:
            yield from _others(spellings, _between_slip)
    for group in by_start.values():
        spellings = _by(group, lambda one: one.last)
        if len(spellings) > 1:
            for near in _one_letter_apart(spellings):
                yield from _others(near, _always)


def _by(group: Iterable[Person], part: Callable[[Person], str]) -> dict[str, list[Person]]:
    spellings: dict[str, list[Person]] = defaultdict(list)
    for one in group:
        spellings[part(one)].append(one)
    return spellings


def _others(
    spellings: Mapping[str, Sequence[Person]], alike: Callable[[str, str], bool]
) -> Iterator[tuple[Person, str]]:
    """The persons in all spellings but the right one that are probably the same person."""
    right = max(spellings, key=lambda part: (len(spellings[part]), bool(part)))
    model = spellings[right]
    entries, near = {one.entry for one in model}, {key for one in model for key in one.near}
    for part, group in spellings.items():
        seldom = len(model) >= _CLEARLY * len(group)
        for one in group if part != right and alike(part, right) else ():
            if seldom or one.entry in entries or not near.isdisjoint(one.near):
                yield one, model[0].name


def _between_slip(one: str, other: str) -> bool:
    """Whether a tussenvoegsel is easily taken for another; `de` and `van der` are not."""
    return not one or not other or {one, other} <= _ALIKE


def _always(_one: str, _other: str) -> bool:
    return True


def _one_letter_apart(spellings: Mapping[str, list[Person]]) -> Iterator[dict[str, list[Person]]]:
    """The pairs of last names that differ by one letter, found by what is left without one."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    told: set[frozenset[str]] = set()
    for last in spellings:
        if len(last) < _LONG:
            continue
        for rest in {last, *(last[:at] + last[at + 1 :] for at in range(1, len(last)))}:
            for other in by_rest[rest]:
                pair = frozenset({last, other})
                if pair not in told and one_slip(last, other) and not any(map(_no_last_name, pair)):
                    told.add(pair)
                    yield {name: spellings[name] for name in (other, last)}
            by_rest[rest].append(last)


def _no_last_name(word: str) -> bool:
    """Whether a word is a town, a province or an abbreviation."""
    return word.isupper() or bool(find_place(word) or find_province(word))

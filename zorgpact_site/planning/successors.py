"""Which file most likely took the place of an address that vanished."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from zorgpact_site.diagnostics import Add
from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.site import Site
from zorgpact_site.names import slug
from zorgpact_site.planning.addresses import Addresses

_GUESSES = 3
_ALIKE = 0.75  # of a whole name, on the scale of difflib: worth a question
_TYPO = 0.8  # of a single word: the same word, spelt otherwise
_WORDS = 2  # so many words in common are no coincidence
_COMPARED = 50_000  # pairs of names; comparing one takes a tenth of a millisecond
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Successors:
    """Finds the texts that may have taken the place of the addresses in `vanished`.

    `newcomers` are the texts whose own addresses were not published yet. `called` holds all
    texts by every name their address might have, `left` the vanished addresses by name.
    """

    site: Site
    vanished: Sequence[str]
    newcomers: Sequence[Linked]
    called: Mapping[str, Sequence[Linked]]
    left: Mapping[str, Sequence[tuple[Kind | None, str]]]

    def of(self, address: str) -> tuple[tuple[str, ...], tuple[Add, ...]]:
        """The files for one address, best first, and the edit when it is sure.

        It is sure when one newcomer of the same section has the same words for a name, and
        neither fits another. A text that was there already is named when it is called so, but
        is never sure: two pages may have become one.
        """
        kind, name = Addresses(self.site.settings.sections).slug_at(address)
        alike = self._alike(name)
        alike.sort(key=lambda one: (one.key.kind is not kind, -_likeness(name, one), one.path))
        files = dict.fromkeys(one.path for one in (*alike, *self.called.get(name, ())))
        same = [one for one in alike if one.key.kind is kind]
        sure = (
            len(same) == 1
            and not self.site.settings.drafts
            and _same_words(name, same[0])
            and not self._others(address, same[0])
        )
        fix = (Add(same[0].path, "redirect_from", f"/{address}"),) if sure else ()
        return tuple(islice(files, _GUESSES)), fix

    def _alike(self, name: str) -> list[Linked]:
        """The newcomers with a name like this one; in a great move only those called so."""
        if self._is_great:
            new = {one.key for one in self.newcomers}
            return [one for one in self.called.get(name, ()) if one.key in new]
        return [one for one in self.newcomers if _likeness(name, one) >= _ALIKE]

    def _others(self, address: str, entry: Linked) -> bool:
        """Whether another vanished address may also have given way to this text."""
        alike = (
            [name for name in _names(entry) if name in self.left]
            if self._is_great
            else [name for name in self.left if _likeness(name, entry) >= _ALIKE]
        )
        places = (place for name in alike for place in self.left[name])
        return any(kind is entry.key.kind and other != address for kind, other in places)

    @property
    def _is_great(self) -> bool:
        """Whether so much moved that names cannot all be compared."""
        return len(self.vanished) * len(self.newcomers) > _COMPARED


def successors(site: Site, vanished: Sequence[str], published: Collection[str]) -> Successors:
    """Get to know the texts of a site; `published` are the addresses it once had."""
    addresses = Addresses(site.settings.sections)
    called: defaultdict[str, list[Linked]] = defaultdict(list)
    for entry in site.entries:
        for name in _names(entry):
            called[name].append(entry)
    left: defaultdict[str, list[tuple[Kind | None, str]]] = defaultdict(list)
    for address in vanished:
        kind, name = addresses.slug_at(address)
        left[name].append((kind, address))
    newcomers = [one for one in site.entries if addresses.of(one.key) not in published]
    return Successors(site, vanished, newcomers, called, left)


def _names(entry: Linked) -> set[str]:
    """All that the address of a text might be called."""
    return {entry.key.slug, slug(entry.title), *map(slug, entry.aliases)}


def _likeness(name: str, entry: Linked) -> float:
    """How much a name is like that of a text, from 0 to 1."""
    if name in _names(entry):
        return 1.0
    theirs = entry.key.slug
    if _within(name.split("-"), theirs.split("-")):
        return 0.9
    return SequenceMatcher(None, name, theirs, autojunk=False).ratio()


def _same_words(name: str, entry: Linked) -> bool:
    """Whether a text is called so, with words more or less, or with a typing error mended.

    Numbers must be the same: the meeting of 2018 does not replace that of 2017.
    """
    mine, theirs = name.split("-"), entry.key.slug.split("-")
    if name in _names(entry):
        return True
    if _numbers(mine) != _numbers(theirs):
        return False
    pairs = zip(mine, theirs, strict=False)
    return _within(mine, theirs) or (
        len(mine) == len(theirs) and all(_same_word(one, other) for one, other in pairs)
    )


def _within(mine: list[str], theirs: list[str]) -> bool:
    """Whether all words of the shorter name are in the longer, and they are enough."""
    few, many = sorted((set(mine), set(theirs)), key=len)
    return len(few) >= _WORDS and few <= many


def _same_word(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _TYPO


def _numbers(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if _DIGIT.search(word))

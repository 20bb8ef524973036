"""Words to find a text by besides its own: the ends of compounds, and forms of number.

Search finds every word that starts with what a reader types, so *zorg* finds
*zorgtrainingscentrum*. It cannot look inside a word: that *trainingscentrum* finds it too, its
ends must be added. Likewise *opleiding* finds *opleidingen*, but not the other way round.

Pagefind's own Dutch stemmer is left out, since it maims the words of this trade: it makes
*gezondheid* into `zon`, so that it finds every *zonder*, and *overheid* into `over`.

Limits: a compound is seen only when all its parts stand on their own somewhere in the texts or
are listed here, so no dictionary is needed and rare compounds stay whole; a part has four letters
or more. Forms of verbs are not joined, nor plurals that follow no rule and are not listed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from zorgpact_site.outputs.trade_words import PARTICLES, PARTS

SHORTEST = 4
_LONGEST = 60  # letters; what is longer is no word that anybody types
_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{{SHORTEST},{_LONGEST}}}(?![^\W\d_])")
_ACCENTS = re.compile("[\u0300-\u036f]+")  # those that letters of Latin script can be split in
_POSSESSIVE = re.compile(r"(?<=\w)['’](?=s\b)")
_LINKS = ("", "s", "e", "en")

# An end that settles it, whatever stands before it: `gezondheids` + `centrum`.
_SURE_END = re.compile(
    r"(?<=\w{4})(?:bedrijf|bijeenkomst|centrum|centra|instelling|netwerk|omgeving|onderwijs"
    r"|ontmoeting|opleiding|organisatie|praktijk|professional|programma|project|scholing"
    r"|techniek|technologie|training|traject|werker|werkplek|zorg)(?:en|s)?$"
)
_LATIN = (("centrum", "centra"), ("curriculum", "curricula"), ("museum", "musea"))
_NUMBERS = (*_LATIN, ("lid", "leden"), ("heid", "heden"), ("stad", "steden"), ("dag", "dagen"))
# An open syllable has a long vowel: `scholen`, `school`. Not so the last one of `middelen`.
_OPEN = re.compile(r"(?:(?<=[^aeiou])[aou]|(?<=[^aeiou])e(?![lrmn])|(?<=^[^aeiou])e)(?=[^aeiouj]$)")
_PLURAL_S = re.compile(
    r"(?:(?<=eur)|(?<=[a-z]{3}e[lrmn])|(?<=[a-z]{3}[aoy])|(?<=[a-z]{2}[bdgijkmnpt]e)|(?<=[a-z]{3}(?:al|[ao]r)))s$"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a site have to do with each other: ends of compounds, forms of number."""

    ends: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]

    def beside(self, text: str) -> tuple[str, ...]:
        """The words to add to a text of the site: folded, sorted, none found by its own."""
        own = words_of(text)
        found = own.union(*(self.ends.get(word, ()) for word in own))
        added = {form for word in found for form in self.forms.get(word, ())}
        return _unsaid(found | added, own)


def lexicon_of(texts: Iterable[str]) -> Lexicon:
    """The lexicon of all texts together."""
    known = frozenset[str]().union(*map(words_of, texts))
    parts = (known | {_fold(part) for part in PARTS}) - PARTICLES
    ends = {word: found for word in known if (found := ends_of(word, parts))}
    return Lexicon(ends, _forms(known.union(*ends.values())))


def words_of(text: str) -> frozenset[str]:
    """The words of a text that are long enough to matter, without capitals and accents."""
    return frozenset().union(*map(_words_in, set(text.split())))


@lru_cache(maxsize=1 << 15)
def _words_in(piece: str) -> tuple[str, ...]:
    """The words of what stands between spaces: few pieces make up all texts of a site."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", _fold(piece))))


def ends_of(word: str, parts: frozenset[str]) -> tuple[str, ...]:
    """The ends of a compound from each of its seams on: `trainingscentrum` and `centrum`.

    All of the word must be parts, with at most a linking s, e or en between them; else only a
    sure end counts.
    """
    seams = _seams(word, parts)
    if not seams and (sure := _SURE_END.search(word)):
        seams = {sure.start()}
    return tuple(word[seam:] for seam in sorted(seams))


def _seams(word: str, parts: frozenset[str]) -> set[int]:
    """Where parts of a compound begin, but for the first; empty when it is none."""
    size = len(word)
    leads_to: dict[int, set[int]] = {size: set()}  # from where the rest of the word is parts
    for start in range(size - SHORTEST, -1, -1):
        for end in range(start + SHORTEST, size + 1):
            if word[start:end] not in parts or end - start == size:
                continue
            nexts = (end + len(link) for link in _LINKS if word.startswith(link, end))
            follow = {one for one in nexts if one in leads_to and (one < size or end == size)}
            if follow:
                leads_to.setdefault(start, set()).update(follow)
    seams: set[int] = set()
    pending = [0] if 0 in leads_to else []
    while pending:
        new = leads_to[pending.pop()] - seams - {size}
        seams |= new
        pending += new
    return seams


def number_key(word: str) -> str:
    """What forms of one noun share: `technologie` and `technologieen`, `school` and `scholen`.

    No word itself, and good only for comparing.
    """
    for one, more in _NUMBERS:
        if word.endswith(more):
            word = word.removesuffix(more) + one
    return _singular(word).removesuffix("e")


def _singular(word: str) -> str:
    if word.endswith(("ieen", "eeen")):
        return word[:-2]
    if not word.endswith("en") or word.endswith("een") or len(word) <= SHORTEST:
        return _PLURAL_S.sub("", word)
    stem = word[:-2]
    if stem[-1] == stem[-2]:
        return stem[:-1]
    stem = _OPEN.sub(lambda vowel: 2 * vowel[0], stem)
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _forms(known: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each word those that share its key, with the other number where no rule gives that."""
    groups: dict[str, set[str]] = {}
    for word in known:
        if word not in PARTICLES:
            groups.setdefault(number_key(word), set()).update((word, *_other_number(word)))
    shared = (tuple(sorted(words)) for words in groups.values() if len(words) > 1)
    return {word: words for words in shared for word in words}


def _other_number(word: str) -> Iterator[str]:
    for one, more in _LATIN:
        if word.endswith(one):
            yield word.removesuffix(one) + more
        elif word.endswith(more):
            yield word.removesuffix(more) + one


def _unsaid(found: Iterable[str], own: frozenset[str]) -> tuple[str, ...]:
    """What no other word begins with: search finds those by their start anyway."""
    # In order, a word comes right before those that begin with it; the sentinel after all.
    followed = pairwise((*sorted(found), ""))
    return tuple(word for word, after in followed if word not in own and not after.startswith(word))


def _fold(text: str) -> str:
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()

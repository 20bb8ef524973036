"""Where texts use the names of regions, koplopers, themes and tools, linked or not.

All names are looked for at once: each word of a text is looked up in a table of first words,
so the cost grows with the text and not with the number of names.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zorgpact_site.model.entries import Entry, Koploper
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Naming
from zorgpact_site.names import even, whole_words, words_in

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:de|het|een|'t) (?=.* )", re.IGNORECASE)
# A name is no whole word in Breda-Oost, info@breda.nl or breda.nl/zorg.
_GOES_ON = re.compile(r"[-@/]\w|\.[a-z]")
_GLUED_BEFORE = re.compile(r"(?:\w-|[@/])$")


@dataclass(frozen=True, slots=True)
class NameTable:
    """All names by their first word: each the words of the name, and what is called so."""

    by_first_word: Mapping[str, tuple[tuple[str, tuple[Key, ...]], ...]]

    def find(self, passage: Passage) -> Iterator[Naming]:
        """The names in a passage as whole words; of names that overlap the longest."""
        text = even(passage.text)
        return self._find(passage, text, words_in(text))

    def find_all(self, gathered: Gathered) -> Iterator[Naming]:
        """The names in all passages of a text."""
        for passage, text, words in gathered.with_any(self.by_first_word.keys()):
            yield from self._find(passage, text, words)

    def _find(self, passage: Passage, text: str, words: Iterable[str]) -> Iterator[Naming]:
        first_words = self.by_first_word.keys() & words
        taken = 0
        for start, word in sorted(
            (at, one) for one in first_words for at in whole_words(text, one)
        ):
            if start < taken:
                continue
            for name, keys in self.by_first_word[word]:
                end = start + len(name)
                if text.startswith(name, start) and is_whole(text, start, end):
                    taken = end
                    yield Naming(keys, passage, start, end)
                    break


def name_table(things: Iterable[Entry], *, hidden: bool = False) -> NameTable:
    """A table of the names of things, without koplopers with `mention: false` unless `hidden`."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for thing in things:
        if isinstance(thing, Koploper) and not (thing.mention or hidden):
            continue
        for name in dict.fromkeys(bare_form(name) for name in (thing.title, *thing.aliases)):
            keys[name].append(thing.key)
    by_first: dict[str, list[tuple[str, tuple[Key, ...]]]] = defaultdict(list)
    for name in sorted(keys, key=lambda name: (-len(name), name)):
        first = _WORD.search(name)
        if first and first.start() == 0:
            by_first[first.group()].append((name, tuple(keys[name])))
    return NameTable({word: tuple(names) for word, names in by_first.items()})


def bare_form(name: str) -> str:
    """A name as it is looked for: without its article, when at least two words are left."""
    return _ARTICLE.sub("", even(" ".join(unicodedata.normalize("NFC", name).split())), count=1)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` of an even text is no part of a longer word."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    before = text[max(start - 2, 0) : start]
    return not (_GOES_ON.match(text, end) or _GLUED_BEFORE.search(before))

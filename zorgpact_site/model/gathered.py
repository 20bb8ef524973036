"""The passages of one text side by side, so that what is seldom is looked for once in them all."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from zorgpact_site.model.passages import Passage
from zorgpact_site.names import even, words_in


@dataclass(frozen=True)
class Gathered:
    """All passages of a text; what several rules need of them is found out once."""

    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """Their words, each passage on a line."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, sign for sign."""
        lower = self.text.lower()
        # Of one letter it makes two.
        return lower if len(lower) == len(self.text) else self.text.replace("İ", "I").lower()

    @cached_property
    def even(self) -> tuple[str, ...]:
        """The text of each with plain signs."""
        return tuple(even(passage.text) for passage in self.passages)

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """The words of each, with plain signs."""
        return tuple(map(words_in, self.even))

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The words with a capital anywhere, or without any letter, each once."""
        return frozenset(word for word in set().union(*self.words) if not word.islower())

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each of them starts, and one after the last would."""
        return tuple(accumulate((len(one.text) + 1 for one in self.passages), initial=0))

    def at(self, place: int) -> int:
        """Which passage stands at a place of the text, counted from 0."""
        return bisect_right(self.starts, place) - 1

    def find(self, form: re.Pattern[str]) -> Iterator[tuple[Passage, int, re.Match[str]]]:
        """All matches of a form that fits on one line, each with its passage and where that starts.

        Matches and starts count from the start of `text`.
        """
        for match in form.finditer(self.text):
            at = self.at(match.start())
            yield self.passages[at], self.starts[at], match

    def with_any(self, words: Set[str]) -> Iterator[tuple[Passage, str, list[str]]]:
        """The passages in which one of these words stands, with their even texts and their words."""
        if not words:
            return
        for passage, text, own in zip(self.passages, self.even, self.words, strict=True):
            if not words.isdisjoint(own):
                yield passage, text, own

    def holding(self, *wanted: str) -> Iterator[Passage]:
        """The passages in which one of these stands; a sign is found much faster than a pattern."""
        found = set[int]()
        for one in wanted:
            place = self.text.find(one)
            while place >= 0:
                at = self.at(place)
                found.add(at)
                place = self.text.find(one, self.starts[at + 1])
        return (self.passages[at] for at in sorted(found))

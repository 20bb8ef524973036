"""Which dates texts name, and where."""

from collections.abc import Iterable, Iterator, Mapping

from zorgpact_site.dutch_dates import find_dates
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import prose_of
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.reading.markdown.sentences import split_sentences


def find_told_dates(entries: Iterable[Linked]) -> Mapping[Key, tuple[ToldDate, ...]]:
    """For each text that names dates, which and where, in reading order."""
    told = {
        entry.key: tuple(one for passage in prose_of(entry) for one in _told(passage))
        for entry in entries
    }
    return {key: dates for key, dates in told.items() if dates}


def _told(passage: Passage) -> Iterator[ToldDate]:
    found = find_dates(passage.text)
    if not found:
        return
    sentences = split_sentences(passage.text)
    end = at = 0
    for one in found:
        while end < one.end and at < len(sentences):
            end = passage.text.find(sentences[at], end) + len(sentences[at])
            at += 1
        yield ToldDate(passage, one, sentences[at - 1])

"""Which dates texts name, and where."""

from collections.abc import Iterator

from zorgpact_site.dutch_dates import find_dates
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.reading.markdown.sentences import split_sentences


def told_dates(gathered: Gathered) -> Iterator[ToldDate]:
    """The dates in these passages, in reading order."""
    return (one for passage in gathered.holding(*"0123456789") for one in _told(passage))


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

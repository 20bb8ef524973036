"""Where sentences start in a passage, and which words a site writes in small letters."""

import re
from collections.abc import Iterable

from zorgpact_site.model.entries import Linked
from zorgpact_site.model.prose import prose_of

_OPENED = " \u00a0\"'“”‘’«([-–—*"
_SENTENCE_ENDS = ".!?…:;"
_BEFORE = re.compile(r"(\w[\w’'.-]*) $")
_ENDS = re.compile(r"[.!?…][”’\"')]* ")
_POINTS = re.compile(
    r"\W*(?:lees|zie|bekijk|kijk|meer (?:weten|lezen|informatie|over)|verder lezen)\b",
    re.IGNORECASE,
)
_POINTS_ASIDE = re.compile(r"\((?:zie|lees) [^)]*$", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")


def starts_sentence(text: str, start: int) -> bool:
    """Whether a word has its capital because a sentence starts there, or may have."""
    before = text[:start].rstrip(_OPENED)
    return not before or before[-1] in _SENTENCE_ENDS


def follows_name(text: str, start: int) -> bool:
    """Whether the word before has a capital of its own, as in `ROC Midden-Nederland`."""
    match = _BEFORE.search(text[:start][-60:])
    if match is None:
        return False
    word = match.group(1)
    if not word[0].isupper():
        return False
    at = start - len(word) - 1
    return (word.isupper() and len(word) > 1) or not starts_sentence(text, at)


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in its own sentence."""
    before = text[:start]
    ends = [match.end() for match in _ENDS.finditer(before)]
    return before[ends[-1] if ends else 0 :].lstrip()


def is_pointer(sentence: str) -> bool:
    """Whether a sentence only tells where more is to be read: `Lees ook …`, `Zie …`."""
    return bool(_POINTS.match(sentence)) or bool(_POINTS_ASIDE.search(sentence))


def small_words(entries: Iterable[Linked], wanted: Iterable[str]) -> frozenset[str]:
    """Which of the wanted words, in small letters, some text uses within a sentence."""
    left, found = {word.lower() for word in wanted}, set[str]()
    for entry in entries:
        for passage in prose_of(entry):
            if not left:
                return frozenset(found)
            hits = left.intersection(_LETTERS.findall(passage.text))
            found |= hits
            left -= hits
    return frozenset(found)

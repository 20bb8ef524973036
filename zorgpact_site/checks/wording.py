"""Where sentences start in a passage, and which words a site writes in small letters."""

import re
from collections.abc import Callable, Iterable
from itertools import chain

from zorgpact_site.linking.namings import bare_form
from zorgpact_site.model.entries import Entry
from zorgpact_site.model.prose import Prose

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


def small_words(things: Iterable[Entry]) -> Callable[[Prose], Iterable[str]]:
    """Looks which words of these names a text also writes in small letters."""
    names = (bare_form(name) for thing in things for name in (thing.title, *thing.aliases))
    # Only a name with one capital may be taken for ordinary words.
    plain = (name for name in names if name[1:] == name[1:].lower())
    wanted = frozenset(word for name in plain for word in _LETTERS.findall(name.lower()))

    def look(prose: Prose) -> Iterable[str]:
        return sorted(wanted.intersection(chain.from_iterable(prose.gathered.words)))

    return look

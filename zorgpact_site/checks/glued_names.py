"""Two names that were glued into one word, as text copied from a page often has them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from zorgpact_site.diagnostics import Diagnostic, Replace, Rule, Severity, problem
from zorgpact_site.linking.namings import bare_form, is_whole
from zorgpact_site.model.entries import Entry
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.vocabulary import Vocabulary

RULE = Rule(
    "glued-names",
    Severity.WARNING,
    "two names are glued together here: “{value}”",
    "put a space between them, or a comma with a space",
    "Where names stood below each other or were links, copied text often has no space between "
    "them. A word is cut where the last word of the name of a koploper or region ends and the "
    "first word of another begins. Names with capitals inside, such as NetwerkZON, are left alone.",
)
_SHORTEST = 3  # letters of a piece
_TOKEN = re.compile(r"\w[\w-]*[^\W\d_]")
_INNER_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[^\W_].)")


@dataclass(frozen=True, slots=True)
class _Ends:
    """The words with which names begin and end, and all words of names."""

    first: frozenset[str]
    last: frozenset[str]
    words: frozenset[str]

    def cut(self, word: str) -> tuple[str, str] | None:
        """The two names in a glued word; the longest first piece wins, None when there are none."""
        if word in self.words:
            return None
        for at in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            if word[:at] in self.last and word[at:] in self.first:
                return word[:at], word[at:]
        return None


def _prepare(vocabulary: Vocabulary) -> Callable[[Prose], Iterator[Diagnostic]]:
    """Try to cut each word that has a capital within."""
    ends = _ends((*vocabulary.koplopers, *vocabulary.regions))
    return lambda prose: (
        one for found in _candidates(prose.gathered) for one in _glued(*found, ends)
    )


def _candidates(gathered: Gathered) -> Iterator[tuple[Passage, str]]:
    """The passages with a word that has a capital within it, and their even text."""
    within = {word for word in gathered.capitalised if _INNER_CAPITAL.search(word)}
    return ((passage, text) for passage, text, _words in gathered.with_any(within))


def _ends(things: Iterable[Entry]) -> _Ends:
    names = [bare_form(name) for thing in things for name in (thing.title, *thing.aliases)]
    words = [name.split() for name in names]
    return _Ends(
        frozenset(one[0] for one in words if len(one[0]) >= _SHORTEST),
        frozenset(one[-1] for one in words if len(one[-1]) >= _SHORTEST),
        frozenset(word for one in words for word in one),
    )


def _glued(passage: Passage, text: str, ends: _Ends) -> Iterator[Diagnostic]:
    for match in _TOKEN.finditer(text):
        if not _INNER_CAPITAL.search(match.group()) or not is_whole(text, *match.span()):
            continue
        pieces = ends.cut(match.group())
        if pieces is None:
            continue
        start, end = match.span()
        between = start + len(pieces[0])
        apart = f"{passage.text[start:between]} {passage.text[between:end]}"
        where = passage.locate(start, end)
        fix = (Replace(where, apart),) if passage.exact(start, end) else ()
        yield problem(RULE, where, near=(apart,), fix=fix, value=passage.text[start:end])


NOTICE = Notice(RULE.slug, _prepare)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

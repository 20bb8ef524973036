"""A word that was typed twice in a row."""

import re
from collections.abc import Iterable, Iterator
from operator import eq

from zorgpact_site.diagnostics import Diagnostic, Edit, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import words

RULE = Rule(
    "doubled-word",
    Severity.WARNING,
    "“{value}” stands here twice in a row",
    "take one of the two away",
    "Such a slip hides best where a line ends after the first of the two. Good Dutch doubles "
    "words too, as in “dat dat kan”, “wat werkt werkt”, “stapte in in Zwolle” or “heel heel "
    "blij”; so the check knows a list of short words that are never doubled, and takes longer "
    "words too, unless they double by custom. “Is is” and “in in” are "
    "left alone, and so is what starts with a capital: it may be a name.",
)
_PAIR = re.compile(r"(?<![\w’'-])([^\W\d_]+) (?=\1(?![\w’'-]))")
# Doubled they are always a slip. Not in this list: words with two tasks (dat, die, je, u, zij),
# verbs (“wat nodig is is tijd”), and what also splits off from a verb (“sloot aan aan het net”).
_NEVER = words(
    "de een van met te tot en ik wij we hij zich per via want omdat ook geen tussen tijdens "
    "volgens sinds zonder"
)
_LONG = 4
# Words for strengthening, with two tasks in a sentence, or that split off from a verb.
_MAY = words(
    "heel veel zeer echt lang snel langzaam samen bijna hele vele verre that deze haar zijn niet "
    "waar maar hier daar toen weer zelf eens achter naar voor over door onder tegen binnen buiten "
    "terug langs rond boven voorbij heen leren laten helpen gaan komen blijven doen durven willen "
    "worden hebben kunnen mogen moeten zullen zouden werken vragen weten werd wordt heeft waren "
    "steeds nooit altijd graag nodig ervaren bekende dames hoera tjonge klop soms"
)
# After one of these a verb can close one clause and open the next: “wie blijft blijft leren”.
_CLAUSE = words(
    "wat wie waar hoe als dat die wanneer welke welk zoals hetgeen omdat terwijl toen zodra nadat "
    "voordat zolang indien er daar hier"
)
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…:;]\s")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Compare each word with the next."""
    for passage, own_words in zip(prose.passages, prose.gathered.words, strict=True):
        if not any(map(eq, own_words, own_words[1:])):
            continue
        for match in _PAIR.finditer(passage.text):
            word, start, end = match[1], match.start(), match.end() + len(match[1])
            if _slip(passage.text, word, start, end):
                where = passage.locate(start, end)
                # A longer word may stand in the place of another; only an editor knows.
                fix = tuple(_edits(passage, start, end)) if word in _NEVER else ()
                yield problem(RULE, where, fix=fix, value=word)


def _slip(text: str, word: str, start: int, end: int) -> bool:
    if word in _NEVER:
        # “Het is en en.” and “van van alles” are good Dutch.
        goes_on = text[end : end + 2].strip()[:1].isalnum()
        return goes_on and not (word == "van" and _after_clause_word(text, start, end))
    if len(word) < _LONG or word in _MAY or not word.islower():
        return False
    thrice = text.startswith(f" {word}", end) or text[:start].endswith(f"{word} ")
    return not thrice and not _after_clause_word(text, start, end)


def _after_clause_word(text: str, start: int, end: int) -> bool:
    """Whether a word before it in the sentence, or “alles” after it, allows it twice."""
    before = text[max(start - 200, 0) : start]
    sentence = _SENTENCE_END.split(before)[-1].lower()
    return text.startswith(" alles", end) or not _CLAUSE.isdisjoint(_WORD.findall(sentence))


def _edits(passage: Passage, start: int, end: int) -> Iterator[Edit]:
    """The edit that takes the second word away, with the space beside it on its line."""
    second = end - (end - start - 1) // 2
    if passage.exact(start, end):
        yield Replace(passage.locate(second - 1, end), "")
    elif passage.exact(second, end + 1) and passage.text[end : end + 1] == " ":
        yield Replace(passage.locate(second, end + 1), "")


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""A space before a comma or full stop, or none after it."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Edit, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "sign-spacing",
    Severity.WARNING,
    "“{value}” has {part}",
    "no space stands before a comma, full stop or other sign, and one stands after it",
    "A space too many or too few is often what an edit left behind. Before a comma, full stop, "
    "colon, semicolon, question or exclamation mark stands none, and inside brackets none either. "
    "After a comma or the end of a sentence stands one; that is seen between words of two letters "
    "or more, and not in links, addresses and code. "
    "Source: Taaladvies, wel of geen spaties voor en na leestekens en symbolen.",
)
# A sign with a space before it, a bracket with one after it, or letters right after a sign.
_SUSPECT = re.compile(r"[,;:.!?)(](?:(?<= [^(])|(?<=\()(?= )|(?<=[^\W\d_][,;.!?])(?=[^\W\d_]{2}))")
# Only from the start of a run of letters, so that long ones cost no square.
_TOO_MANY = re.compile(
    r"(?<![\w)”’%])[\w)”’%]++(?P<before> ++)(?:[,;!?.]|(?<!\d ):)(?=[\s)”’]|$)"
    r"|\((?P<open> ++)\w++|(?<!\w)\w++(?P<close> ++)\)"
)
_LETTER, _CAPITAL = "[a-zß-öø-ÿ]", "[A-ZÀ-ÖØ-Þ]"
_TOO_FEW = re.compile(
    rf"[,;.?!](?<={_LETTER}{{2}}.)"
    rf"(?:(?<=[,;])(?:{_LETTER}|{_CAPITAL}){_LETTER}|(?<=[.?!]){_CAPITAL}{_LETTER})"
)
# What addresses and names of files have, within a run of signs without a space.
_IS_ADDRESS = re.compile(r"[@/\\_=<>&]|www\.")
_SURE = frozenset(",;")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at the passages in which a sign stands oddly; most texts have none."""
    gathered = prose.gathered
    suspects = {gathered.at(match.start()) for match in _SUSPECT.finditer(gathered.text)}
    for at in sorted(suspects):
        yield from _too_many(gathered.passages[at])
        yield from _too_few(gathered.passages[at])


def _too_many(passage: Passage) -> Iterator[Diagnostic]:
    for match in _TOO_MANY.finditer(passage.text):
        begin, stop = match.span(match.lastgroup or "")
        if _is_typed(passage, begin, stop + 1):
            yield _told(passage, match.span(), (begin, stop), "")


def _too_few(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    for match in _TOO_FEW.finditer(text):
        at = match.start() + 1
        start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
        run = start, end if end >= 0 else len(text)
        if _is_typed(passage, at - 1, at + 1) and not _IS_ADDRESS.search(text, *run):
            yield _told(passage, run, (at, at), " ")


def _is_typed(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing stands between in the file: no picture, note or mark, and no line end."""
    return not passage.typed.stretches or passage.exact(start, end)


def _told(
    passage: Passage, around: tuple[int, int], place: tuple[int, int], right: str
) -> Diagnostic:
    """Tell of the spaces at a place, among the words around it, and what is `right` there."""
    text, (start, end), (begin, stop) = passage.text, around, place
    near = f"{text[start:begin]}{right}{text[stop:end]}"
    return problem(
        RULE,
        passage.locate(start, end),
        near=(near,),
        fix=_edits(passage, begin, stop, right),
        value=text[start:end],
        part="a space too few" if right else "a space too many",
    )


def _edits(passage: Passage, begin: int, stop: int, right: str) -> tuple[Edit, ...]:
    """The edit, unless a name may be meant, as in Zorg.Nu, or the place is not known."""
    if right and passage.text[begin - 1] not in _SURE:
        return ()
    if passage.is_linked(begin, stop) or not passage.exact(begin, stop + 1):
        return ()
    return (Replace(passage.locate(begin, stop), right),)


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""A space before a comma or full stop, or none after it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from zorgpact_site.diagnostics import Diagnostic, Edit, Replace, Rule, Severity, problem
from zorgpact_site.fields.types import shown
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.wording import MONTHS

RULE = Rule(
    "sign-spacing",
    Severity.WARNING,
    "“{value}” has {part}",
    "no space stands before a comma, full stop or other sign, and one stands after it",
    "A space too many or too few is often what an edit left behind. Before a comma, full stop, "
    "colon, semicolon, question or exclamation mark stands none, and inside brackets none either. "
    "After a comma or the end of a sentence stands one, and on both sides of the month of a date; "
    "that is seen between words of two letters or more, and not in links, addresses and code. "
    "Source: Taaladvies, wel of geen spaties voor en na leestekens en symbolen.",
)
# A sign with a space before it, a bracket with one after it, or letters right after a sign.
_SUSPECT = re.compile(r"[,;:.!?)(](?:(?<= [^(])|(?<=\()(?= )|(?<=[^\W\d_][,;.!?])(?=[^\W\d_]{2}))")
# Only from the start of a run of letters, so that long ones cost no square.
_TOO_MANY = re.compile(
    r"(?<![\w)”’%])[\w)”’%]++(?P<before> ++)"
    r"(?:[,!?.](?=[\s)”’]|$)|(?:;|(?<!\d ):)(?=[\s”’]|$)|,(?P<word>[^\W\d_]{2,40})"
    r"|[!?.](?!Net\b)(?P<sentence>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,40})(?!\w))"
    r"|\((?P<open> ++)\w++|(?<!\w)\w++(?P<close> ++)\)"
)
# A figure and a small letter side by side, as in no word: to look for months takes far longer.
_GLUED = re.compile(r"[0-9](?:(?<=[a-z][0-9])|(?=[a-z]))")
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?:{_MONTH})(?=(?:19|20)\d\d(?!\w))|(?<=[0-9])(?:{_MONTH})(?= (?:19|20)\d\d(?!\w))"
)
_DAY = re.compile(r"(?<![\w.,/-])\d{1,2} ?$")
_YEAR_DIGITS = 4
_LETTER, _CAPITAL = "[a-zß-öø-ÿ]", "[A-ZÀ-ÖØ-Þ]"
_TOO_FEW = re.compile(
    rf"[,;.?!](?<={_LETTER}{{2}}.)"
    rf"(?:(?<=[,;])(?:{_LETTER}|{_CAPITAL}){_LETTER}|(?<=[.?!]){_CAPITAL}{_LETTER})"
)
# What addresses and names of files have, within a run of signs without a space.
_IS_ADDRESS = re.compile(r"[@/\\_=<>&]|www\.")
_RUN = re.compile(r"[^ ]+")
# After a full stop a name may be meant, as in Zorg.Nu.
_SURE = frozenset(",;")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at the passages in which a sign stands oddly; most texts have none."""
    gathered = prose.gathered
    suspects = {gathered.at(match.start()) for match in _SUSPECT.finditer(gathered.text)}
    for at in sorted(suspects):
        yield from _too_many(gathered.passages[at])
        yield from _too_few(gathered.passages[at])
    for at in sorted({gathered.at(match.start()) for match in _GLUED.finditer(gathered.text)}):
        yield from _glued_dates(gathered.passages[at])


def _too_many(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    for match in _TOO_MANY.finditer(text):
        side = next(one for one in ("before", "open", "close") if match[one])
        begin, stop = match.span(side)
        if match["word"] and _is_typed(passage, begin, stop + 2):
            near = f"{text[match.start() : begin]}, {match['word']}"
            fix = _edit(passage, begin, stop + 1, ", ")
            yield _told(passage, match.span(), near, fix, few=False)
        elif match["sentence"]:  # or a name, as in “de taal .Net”
            near = f"{text[match.start() : begin]}{text[stop]} {match['sentence']}"
            yield _told(passage, match.span(), near, (), few=False)
        elif not match["word"] and _is_typed(passage, begin, stop + 1):
            near = f"{text[match.start() : begin]}{text[stop : match.end()]}"
            # A colon between spaces may stand between two sides, as in “docent : student”.
            fix = () if text[stop] == ":" else _edit(passage, begin, stop, "")
            yield _told(passage, match.span(), near, fix, few=False)


def _too_few(passage: Passage) -> Iterator[Diagnostic]:
    """One for each run of signs without a space, however many it lacks."""
    text = passage.text
    for run in _RUN.finditer(text):
        if _IS_ADDRESS.search(run[0]):
            continue
        found = (match.end() - 2 for match in _TOO_FEW.finditer(text, *run.span()))
        places = [at for at in found if _is_typed(passage, at - 1, at + 1)]
        if places:
            cuts = [run.start(), *places, run.end()]
            near = " ".join(text[begin:end] for begin, end in pairwise(cuts))
            is_sure = all(text[at - 1] in _SURE for at in places)
            fix = tuple(edit for at in places for edit in _edit(passage, at, at, " "))
            yield _told(passage, run.span(), near, fix if is_sure else (), few=True)


def _glued_dates(passage: Passage) -> Iterator[Diagnostic]:
    """Months that are glued to their day or to their year, as in “3 mei2018”."""
    text = passage.text
    for match in _DATE.finditer(text):
        start, end = match.span()
        places = [at for at in (start, end) if text[at - 1] != " " and text[at] != " "]
        day = _DAY.search(text, max(start - 3, 0), start)
        if day and places and all(_is_typed(passage, at - 1, at + 1) for at in places):
            stop = end + (text[end] == " ") + _YEAR_DIGITS
            cuts = [day.start(), *places, stop]
            near = " ".join(text[begin:last] for begin, last in pairwise(cuts))
            fix = tuple(edit for at in places for edit in _edit(passage, at, at, " "))
            yield _told(passage, (day.start(), stop), near, fix, few=True)


def _is_typed(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing stands between in the file: no picture, note or mark, and no line end."""
    return not passage.typed.stretches or passage.exact(start, end)


def _told(
    passage: Passage, span: tuple[int, int], near: str, fix: tuple[Edit, ...], *, few: bool
) -> Diagnostic:
    where, value = passage.locate(*span), shown(passage.text[slice(*span)])
    return problem(
        RULE,
        where,
        near=(shown(near),),
        fix=fix,
        value=value,
        part="a space too few" if few else "a space too many",
    )


def _edit(passage: Passage, begin: int, stop: int, right: str) -> tuple[Edit, ...]:
    """What to put in the place of spaces, unless the place is not known."""
    if passage.is_linked(begin, stop) or not passage.exact(begin, stop + 1):
        return ()
    return (Replace(passage.locate(begin, stop), right),)


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""An announcement whose day is past: it was never made a report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.dutch_dates import find_dates
from zorgpact_site.model.entries import Article, ArticleKind
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage, Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.reading.markdown.sentences import split_sentences
from zorgpact_site.wording import date_range

RULE = Rule(
    "silent-event",
    Severity.WARNING,
    "this still invites to a meeting that is over ({day}), and no article reports on it",
    "make it a report of how it was, or write one and name this article there at follows:",
    "An article about a meeting becomes a report by itself once its day is over, but its text "
    "does not. Two weeks after the meeting this rule looks for texts that still invite, as in "
    "“u bent van harte uitgenodigd”, “meld u aan” or “aanmelden kan via …”, or announce the day "
    "itself with “vindt plaats” or “zal plaatsvinden”, "
    "and do not tell anything in the past tense. An article of the same day, or one that follows "
    "it, counts as its report. Sentences about another time (vorig jaar, eerder, in 2016) do not "
    "count as telling, those about the next meeting not as inviting.",
)
_WRITING = timedelta(days=14)
_YOU = r"(?:u|je|jullie)"
_TO_COME = r"(?:\w+ ){0,5}(?:aanmelden|inschrijven|opgeven)"
_INVITES = re.compile(
    r"\bvan harte (?:uitgenodigd|welkom)\b|\b(?:nodigen|nodigt) \w+ (?:\w+ ){0,4}uit\b"
    rf"|\bmeld {_YOU} (?:\w+ ){{0,5}}aan\b|\b(?:aanmelden|inschrijven|opgeven) (?:kan|is|via)\b"
    rf"|\b{_YOU} (?:kunt|kan|kunnen) (?:zich )?{_TO_COME}\b"
    rf"|\b(?:kunt|kan|kun|kunnen) {_YOU} (?:zich )?{_TO_COME}\b"
)
# These invite only with the day itself: care too “vindt steeds meer thuis plaats”.
_ANNOUNCES = re.compile(
    r"\b(?:zal|zullen) .{0,80}\b(?:plaatsvinden|gehouden)\b"
    r"|\b(?:vindt|vinden) .{0,80}\bplaats\b|\b(?:organiseer(?:t|en)|houd(?:t|en)) "
)
_TELLS = re.compile(
    r"\b(?:was|waren|vond(?:en)?|kwam(?:en)?|werd(?:en)?|hield(?:en)?|ging(?:en)?|stond(?:en)?|"
    r"had(?:den)?|sprak(?:en)?|besprak(?:en)?|vertelden?|gaf|gaven|liet(?:en)?|keek|keken|zagen|"
    r"nam(?:en)?|deelden|zat(?:en)?|bleek|bleken|leerden?|werkten?|terugblik|teruggekeken|"
    r"geslaagde?|gezegd|opgehaald|bezochten?|wisselden?|kreeg|kregen|maakten?|dachten)\b"
)
_OTHER_TIME = re.compile(r"\bvorige?\b|\beerdere?\b|\bsinds\b|\bin (?:19|20)[0-9]{2}\b")
_OTHER_MEETING = re.compile(r"vervolg|\bvolgende?\b|\bvolgt\b|\bnieuwe\b")
_TOLD_IN = frozenset({Role.TEXT, Role.ITEM, Role.QUOTE, Role.CELL, Role.NOTE})


def check(site: Site) -> Iterable[Diagnostic]:
    """Find texts that still announce what is over."""
    followed = {one.follows for one in site.articles if one.follows != one.key}
    days = sorted(one.date.first_day for one in site.articles if one.date)
    for article in site.articles:
        if article.kind is not ArticleKind.REPORT or article.date is None:
            continue
        last = (article.end or article.date).last_day
        noticed = site.noticed_in(article, NOTICE) if last + _WRITING < site.today else ()
        if noticed and article.key not in followed and not _is_shared(article.date, last, days):
            yield problem(RULE, noticed[0], day=date_range(article.date, article.end))


def _is_shared(own: PartialDate, last: date, days: Sequence[date]) -> bool:
    """Whether another article has a day of the meeting, and so plausibly tells how it was.

    `days` are the first days of all articles, in order.
    """
    return own.exact and bisect_right(days, last) - bisect_left(days, own.first_day) > 1


def _look(prose: Prose) -> Iterator[Location]:
    """Where an article invites to its meeting, when nothing in it tells how that was."""
    article = prose.entry
    if not isinstance(article, Article) or not article.event or article.date is None:
        return
    where = _invitation(article, prose.words.passages)
    if where:
        yield where


def _invitation(article: Article, passages: Iterable[Passage]) -> Location | None:
    found: Location | None = None
    for passage in passages:
        if passage.role not in _TOLD_IN:
            continue
        for sentence in split_sentences(passage.text):
            lower = sentence.lower()
            if _TELLS.search(lower) and not _OTHER_TIME.search(lower):
                return None
            if found is None and _invites(lower, article) and not _OTHER_MEETING.search(lower):
                found = _place(passage, sentence)
    return found


def _invites(sentence: str, article: Article) -> bool:
    if _INVITES.search(sentence):
        return True
    if not _ANNOUNCES.search(sentence) or article.date is None:
        return False
    day, month = article.date.day, article.date.month
    return any(one.month == month and day in one.days for one in find_dates(sentence))


def _place(passage: Passage, sentence: str) -> Location:
    start = passage.text.find(sentence)
    return passage.locate(start, start + len(sentence))


NOTICE = Notice.alone(RULE, _look)

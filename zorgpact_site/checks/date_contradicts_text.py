"""An event whose date is not the day on which the prose says that it was or will be."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import Article, ArticleKind
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage, Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.told_dates import ToldDate

RULE = Rule(
    "date-contradicts-text",
    Severity.WARNING,
    "the text tells of “{told}” (line {line}), but the meeting has the date {own}",
    "check the date here and the day in the text",
    "The opening of a report or announcement often says on which day the meeting was or will be. "
    "When such a day, with its weekday or year, is not the date of the meeting, and no other place "
    "of the text names that date, one of the two is a slip. Only the title, the summary and the "
    "first two paragraphs count, and only sentences that tell of the meeting itself: those of a "
    "report in the past tense, those of an announcement in the present or future. Sentences with "
    "words such as vervolg, volgende, vorige, eerder or uiterlijk are about another day. So is "
    "the day at moved_from, which the text of a meeting that was moved may keep.",
)
_PARAGRAPHS = 2
_LONG_WORD = 5
_PAST = re.compile(
    r"\b(?:was|waren|vond(?:en)?|kwam(?:en)?|werd(?:en)?|hield(?:en)?|ging(?:en)?|stond(?:en)?|"
    r"organiseerden?|ontmoet?ten|bezochten?|troffen|sprak(?:en)?|bespraken|zaten|zagen|namen|"
    r"verzamelden?|wisselden?)\b"
)
_AHEAD = re.compile(
    r"\b(?:vindt|vinden|is|zijn|organiseer(?:t|en)|kom(?:t|en)|houdt|houden|staat|nodig(?:t|en)|"
    r"ontvangt|ontmoeten|zal|zullen|kunt|gaan|bent)\b"
)
_MEETING = re.compile(
    r"bijeen|\bplaats\b|elkaar|ontmoet|werkdag|themadag|studiedag|congres|symposium|conferentie|"
    r"sessie|workshop|werkbezoek|deelnemers|aanwezig|bezoekers|\bgasten\b|koplopers|\bmensen\b"
)
# Words of sentences that tell of another day than that of the meeting.
_OTHER_DAY = re.compile(
    r"vervolg|volgende?\b|volgden?\b|eerder|eerste|vorige?\b|vorig|daarna|daarv[oó][oó]r|voorafgaand|"
    r"\bnadat\b|opnieuw|\bweer\b|laatste|begon|aftrap|gestart|\bsinds\b|vanaf|uiterlijk|"
    r"\bv[oó][oó]r\s|\btot (?!\d{1,2}[.:]\d\d)|\bper\s|aanmeld|inschrijv|\bmeld|deadline|"
    r"opgericht|getekend|verschen|verscheen|gepubliceerd|gelanceerd|besloten|aangekondigd|geboren|"
    r"\bbrief\b|rapport|\bwet\b|minister|tweede kamer|verplaatst|uitgesteld|afgelast|oorspronkelijk"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that cannot be that of the meeting, in a text that tells of it as over or ahead."""

    over: bool
    found: Diagnostic


def _look(prose: Prose) -> Iterator[_Told]:
    """Compare the date of an event with the days that its opening names."""
    article = prose.entry
    if not isinstance(article, Article) or not article.event or not prose.dates:
        return
    own = article.date
    if own is None or not own.exact or any(_names_own_day(one, article) for one in prose.dates):
        return
    opening = _opening(prose)
    told = [
        one
        for one in prose.dates
        if not _names_earlier_day(one, article) and _is_in(opening, one.passage)
    ]
    for over in (True, False):
        first = next((one for one in told if _tells_of_meeting(one, article, over=over)), None)
        if first:
            yield _Told(over, _contradiction(first, article))


def _contradiction(told: ToldDate, article: Article) -> Diagnostic:
    return problem(
        RULE,
        article.place_of("date"),
        near=_nearest(told, article),
        told=told.words,
        line=told.where.line,
        own=str(article.date),
    )


NOTICE = Notice.alone(RULE, _look, _Told)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell of each meeting as it is: over or ahead; what was called off is never told as over."""
    for article in site.articles:
        over = article.kind is ArticleKind.REPORT
        yield from (one.found for one in site.noticed_in(article, NOTICE) if one.over == over)


def _opening(prose: Prose) -> list[Passage]:
    told = [passage for passage in prose.words.passages if passage.role in {Role.TEXT, Role.ITEM}]
    return told[:_PARAGRAPHS]


def _is_in(opening: list[Passage], passage: Passage) -> bool:
    return passage.role in {Role.TITLE, Role.SUMMARY} or passage in opening


def _names_own_day(told: ToldDate, article: Article) -> bool:
    """Whether the meeting was on one of the days, or on one between the first and the last."""
    if article.date is None:
        return False
    first, last = article.date.first_day, (article.end or article.date).last_day
    last = max(first, last)  # an end before the start is a mistake of its own
    days = [told.meant(named, article.date) for named in told.found.named]
    if any(first <= day <= last for of_one in days for day in of_one):
        return True
    if told.found.spans:
        return any(one <= first <= other for one in days[0] for other in days[1] if one < other)
    return told.found.runs_on


def _names_earlier_day(told: ToldDate, article: Article) -> bool:
    """Whether it is the day that a meeting had before it was moved."""
    if article.moved_from is None:
        return False
    first, last = article.moved_from.first_day, article.moved_from.last_day
    days = (told.meant(named, article.moved_from) for named in told.found.named)
    return any(first <= day <= last for of_one in days for day in of_one)


def _tells_of_meeting(told: ToldDate, article: Article, *, over: bool) -> bool:
    if told.found.weekday is None and told.found.year is None:
        return False
    sentence = told.sentence.lower()
    if _OTHER_DAY.search(sentence):
        return False
    tense = _PAST if over else _AHEAD
    if told.passage.role is not Role.TITLE and not tense.search(sentence):
        return False
    return bool(_MEETING.search(sentence)) or any(word in sentence for word in _long_words(article))


def _long_words(article: Article) -> Iterator[str]:
    """The words by which a sentence may call the meeting."""
    words = re.findall(r"\w+", article.event.lower())
    return (word for word in words if len(word) >= _LONG_WORD)


def _nearest(told: ToldDate, article: Article) -> tuple[str, ...]:
    """The date as it would stand in the front matter."""
    if article.date is None:
        return ()
    middle = article.date.first_day
    first = told.found.named[0]
    days = told.fitting(first, article.date) or told.meant(first, article.date)
    by_nearness: list[date] = sorted(days, key=lambda day: abs(day - middle))
    return tuple(day.isoformat() for day in by_nearness[:1])

"""A follow-up that was announced, and of which the site tells nothing more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.entries import Article
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.names import slug
from zorgpact_site.wording import day

RULE = Rule(
    "unkept-promise",
    Severity.WARNING,
    "the follow-up of {day} is over, and no article tells of it",
    "write a report, or name this article at follows: in the one that tells of it",
    "A follow-up that an article announces with its day, as in “op 17 april volgt een "
    "vervolgbijeenkomst”, should come to light again. Two weeks after that day an article must "
    "have that date, or follow this one (follows:) or belong to the same series with that date or "
    "a later one. Only sentences that call it a vervolg, a volgende meeting, or say that a meeting "
    "volgt or staat gepland count; those in the past tense do not. A meeting "
    "that was moved from that day, or called off, counts too. When nothing is known of the "
    "follow-up, say so with ignore: and the reason.",
)
_WRITING = timedelta(days=14)
_A_MEETING = (
    r"\w*(?:bijeenkomst|sessie|ontmoeting|congres|symposium|conferentie|workshop|overleg|gesprek|"
    r"tafel|bezoek|editie|webinar|training|masterclass|(?:werk|thema|studie|netwerk|kopgroep)dag)"
    r"(?:en|s)?\b"
)
_FOLLOW_UP = re.compile(
    r"\bvervolg(?:bijeenkomst|sessie|afspraak|gesprek|overleg|workshop|ontmoeting|dag|bezoek)?\b"
    rf"|\bvolgende {_A_MEETING}|\bvolgende keer\b|\bvolgt (?:\w+ ){{0,4}}{_A_MEETING}"
    rf"|{_A_MEETING} (?:\w+ ){{0,4}}staat (?:\w+ ){{0,4}}gepland"
    rf"|\bstaat (?:\w+ ){{0,6}}{_A_MEETING} (?:\w+ ){{0,4}}gepland"
    r"|\bkom(?:t|en) (?:\w+ ){0,6}(?:opnieuw|weer) (?:bijeen|bij elkaar|samen)\b"
)
_PAST = re.compile(
    r"\b(?:was|waren|vond(?:en)?|kwam(?:en)?|werd(?:en)?|hield(?:en)?|ging(?:en)?|volgden?|"
    r"had(?:den)?|stond(?:en)?|geweest|uitgesteld|afgelast|verplaatst|vervallen)\b|ging niet door"
)
_TOLD_IN = frozenset({Role.SUMMARY, Role.TEXT, Role.ITEM, Role.NOTE})


@dataclass(frozen=True, slots=True)
class _Promise:
    """That a text announces a meeting on a day."""

    due: date
    where: Location


def check(site: Site) -> Iterable[Diagnostic]:
    """Look for announced days that are over, and for the articles that keep the promise."""
    for article in site.articles:
        promised = set[date]()
        for one in site.noticed_in(article, NOTICE):
            if one.due in promised or one.due + _WRITING >= site.today:
                continue
            promised.add(one.due)
            if not any(_keeps(other, article, one.due) for other in site.articles):
                yield problem(RULE, one.where, day=day(one.due))


def _look(prose: Prose) -> Iterator[_Promise]:
    """The days on which an article says that its meeting will have a follow-up."""
    article = prose.entry
    if isinstance(article, Article):
        for told in prose.dates:
            due = _promise(article, told)
            if due is not None:
                yield _Promise(due, told.where)


NOTICE = Notice.alone(RULE, _look, _Promise)


def _promise(article: Article, told: ToldDate) -> date | None:
    """The day on which the follow-up would be, when the sentence announces one."""
    sentence = told.sentence.lower()
    if article.cancelled:
        return None
    if told.passage.role not in _TOLD_IN or _PAST.search(sentence):
        return None
    if not _FOLLOW_UP.search(sentence):
        return None
    around = article.date or article.published
    days = told.fitting(told.found.named[-1], around)
    after = [one for one in days if around is None or one > (article.end or around).last_day]
    return after[0] if after else None


def _keeps(other: Article, article: Article, due: date) -> bool:
    """Whether an article plausibly tells of the follow-up."""
    if other.key == article.key:
        return False
    follows = other.follows == article.key
    if other.date is None:
        return follows
    if _covers(other.date, other.end, due):
        return True
    if other.moved_from and _covers(other.moved_from, None, due):
        return True
    same = bool(other.series) and slug(other.series) == slug(article.series)
    return (follows or same) and other.date.last_day >= due


def _covers(start: PartialDate, end: PartialDate | None, due: date) -> bool:
    return start.first_day <= due <= (end or start).last_day

"""A follow-up that was announced, and of which the site tells nothing more."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.entries import Article
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.names import series_slug
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
    rf"|\b{_A_MEETING} (?:\w+ ){{0,4}}staat (?:\w+ ){{0,4}}gepland"
    rf"|\bstaat (?:\w+ ){{0,6}}{_A_MEETING} (?:\w+ ){{0,4}}gepland"
    r"|\bkom(?:t|en) (?:\w+ ){0,6}(?:opnieuw|weer) (?:bijeen|bij elkaar|samen)\b"
)
_PAST = re.compile(
    r"\b(?:was|waren|vond(?:en)?|kwam(?:en)?|werd(?:en)?|hield(?:en)?|ging(?:en)?|volgden?|"
    r"had(?:den)?|stond(?:en)?|geweest|uitgesteld|afgelast|verplaatst|vervallen|"
    r"geannuleerd|gecanceld|verschoven|verzet|zou(?:den)?)\b"
    r"|\b(?:gaat|gaan) (?:\w+ ){0,3}niet (?:meer )?door\b|\bniet door(?:gaat|gaan)\b"
)
_TOLD_IN = frozenset({Role.SUMMARY, Role.TEXT, Role.ITEM, Role.NOTE})


@dataclass(frozen=True, slots=True)
class _Promise:
    """That a text announces a meeting on a day."""

    due: date
    where: Location


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells of follow-ups: the days of all articles, and who goes on with which.

    `starts` and `ends` are the first and last days of meetings, also of those that were moved
    away from them, each in order. By the article that they follow, and by their series, the
    others stand with their last day: None when they have no date.
    """

    starts: Sequence[date]
    ends: Sequence[date]
    following: Mapping[Key, Sequence[tuple[Key, date | None]]]
    in_series: Mapping[str, Sequence[tuple[Key, date]]]

    def keeps(self, article: Article, due: date) -> bool:
        """Whether another article plausibly tells of a follow-up."""
        held = bisect_right(self.starts, due) - bisect_left(self.ends, due)
        own = sum(start <= due <= end for start, end in _stretches(article))
        if held > own:
            return True
        follows = self.following.get(article.key, ())
        if any(last is None or last >= due for key, last in follows if key != article.key):
            return True
        # The latest two: one of them may be the article itself.
        same = self.in_series.get(series_slug(article.series), ())
        return any(last >= due for key, last in same[-2:] if key != article.key)


def _told_in(articles: Sequence[Article]) -> _Told:
    stretches = [one for article in articles for one in _stretches(article)]
    following: dict[Key, list[tuple[Key, date | None]]] = defaultdict(list)
    in_series: dict[str, list[tuple[Key, date]]] = defaultdict(list)
    for one in articles:
        last = one.date.last_day if one.date else None
        if one.follows:
            following[one.follows].append((one.key, last))
        if one.series and last:
            in_series[series_slug(one.series)].append((one.key, last))
    for same in in_series.values():
        same.sort(key=lambda one: one[1])
    starts, ends = (
        (sorted(days) for days in zip(*stretches, strict=True)) if stretches else ((), ())
    )
    return _Told(starts, ends, following, in_series)


def _stretches(article: Article) -> Iterator[tuple[date, date]]:
    """The days of a meeting, and those it had before it was moved."""
    if article.date:
        first, last = article.date.first_day, (article.end or article.date).last_day
        if first <= last:
            yield first, last
        if article.moved_from:
            yield article.moved_from.first_day, article.moved_from.last_day


def check(site: Site) -> Iterable[Diagnostic]:
    """Look for announced days that are over, and for the articles that keep the promise."""
    over = tuple(_over(site))
    if over:
        told = _told_in(site.articles)
        for article, one in over:
            if not told.keeps(article, one.due):
                yield problem(RULE, one.where, day=day(one.due))


def _over(site: Site) -> Iterator[tuple[Article, _Promise]]:
    """What articles promised for days that are over, each day of an article once."""
    for article in site.articles:
        promised = set[date]()
        for one in site.noticed_in(article, NOTICE):
            if one.due not in promised and one.due + _WRITING < site.today:
                promised.add(one.due)
                yield article, one


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
    if article.cancelled or told.passage.role not in _TOLD_IN or not _announces(told.sentence):
        return None
    around = article.date or article.published
    days = told.fitting(told.found.named[-1], around)
    after = [one for one in days if around is None or one > (article.end or around).last_day]
    return after[0] if after else None


@lru_cache(maxsize=1)  # the dates of a sentence come after one another
def _announces(sentence: str) -> bool:
    """Whether a sentence says that a meeting will have a follow-up."""
    small = sentence.lower()
    return not _PAST.search(small) and bool(_FOLLOW_UP.search(small))

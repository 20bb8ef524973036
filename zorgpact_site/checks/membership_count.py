"""A number of koplopers in the Kopgroep that cannot be right beside another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.entries import Article, Koploper
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "membership-count",
    Severity.WARNING,
    "{count} koplopers here, but {other} {part}",
    "compare both numbers with what was written at the time, and mend the wrong one",
    "The overview of the Kopgroep follows from these numbers. What a sentence such as de Kopgroep "
    "telt 73 koplopers says is compared with membership in the same properties. What an article "
    "states, at membership or else in such a sentence, is compared with other articles of the "
    "same day, with earlier ones less those who left since, and with the koplopers that by their "
    "pages were members on that day. A number with ruim, bijna or ongeveer, or about another "
    "time, is passed over.",
)
_WORDS = r"[^.!?:;\d]"
_COUNT = r"\b(?P<count>\d{1,3}(?:\.\d{3})?)\s+(?:koplopers|leden)\b(?P<after>[^.!?]{0,40})"
_STATED = (
    # De Kopgroep telt inmiddels 73 koplopers.
    re.compile(
        rf"\b[Kk]opgroep\b(?P<before>{_WORDS}{{0,60}}?)\b(?:telt|telde|bestaat|bestond)\b"
        rf"(?P<between>{_WORDS}{{0,60}}?){_COUNT}"
    ),
    # Inmiddels telt de Kopgroep 73 koplopers.
    re.compile(
        rf"(?P<before>\w{_WORDS}{{0,40}}?)\b(?:telt|telde|bestaat|bestond) de [Kk]opgroep\b"
        rf"(?P<between>{_WORDS}{{0,60}}?){_COUNT}"
    ),
)
# Words that make it about so many, the number of another time, or that of a part.
_ANOTHER = re.compile(
    r"\b(?:ruim|bijna|ongeveer|circa|ca|zo['’]n|meer|minder|rond|minstens|hooguit|tegen|ooit|"
    r"vorige?|eerder|eerst|begin|eind|destijds|straks|volgende?|hopelijk|vooral|nieuwe|waarvan|"
    r"[12]\d{3}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|in de regio)\b|\b(?:met|van|onder|voor|door|aan|bij|over) $",
    re.IGNORECASE,
)
_Stated: TypeAlias = tuple[int, Location]
_IN_PLACE = re.compile(r"\b[Ii]n [A-Z]")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A number that a dated article states, in its properties or else in its text."""

    article: Article
    count: int
    date: PartialDate
    where: Location


def check(site: Site) -> Iterable[Diagnostic]:
    """Hold each number against the others that it must agree with."""
    told = [(article, site.noticed_in(article, NOTICE)) for article in site.articles]
    for article, stated in told:
        yield from _against_own(article, stated)
    anchors = sorted(_anchors(told), key=lambda one: (one.date.first_day, one.count))
    yield from _against_each_other(anchors, site.koplopers)
    yield from _against_pages(anchors, site.koplopers)


def stated_counts(passage: Passage) -> Iterator[_Stated]:
    """The exact numbers of koplopers that a text says the Kopgroep has, with their places."""
    for match in (match for form in _STATED for match in form.finditer(passage.text)):
        around = (match["before"], match["between"])
        another = any(_ANOTHER.search(words) for words in around)
        if not another and not any(map(_IN_PLACE.search, (*around, match["after"]))):
            count = int(match["count"].replace(".", ""))
            yield count, passage.locate(match.start("count"), match.start("after"))


def _look(prose: Prose) -> Iterator[_Stated]:
    told = prose.gathered.holding("opgroep")
    return (one for passage in told for one in stated_counts(passage))


NOTICE = Notice.alone(RULE, _look)


def _against_own(article: Article, stated: Iterable[_Stated]) -> Iterator[Diagnostic]:
    if article.membership is None:
        return
    for count, where in stated:
        if count != article.membership:
            yield problem(
                RULE, where, part="in these properties", count=count, other=article.membership
            )


def _anchors(articles: Iterable[tuple[Article, tuple[_Stated, ...]]]) -> Iterator[_Anchor]:
    for one, stated in articles:
        if one.date is None:
            continue
        if one.membership is not None:
            yield _Anchor(one, one.membership, one.date, one.place_of("membership"))
            continue
        told = dict(stated)
        # A text that gives two numbers tells how the Kopgroep grew.
        if len(told) == 1:
            ((count, where),) = told.items()
            yield _Anchor(one, count, one.date, where)


def _against_each_other(
    anchors: Sequence[_Anchor], koplopers: Sequence[Koploper]
) -> Iterator[Diagnostic]:
    for earlier, later in pairwise(anchors):
        if earlier.date == later.date and later.date.exact and earlier.count != later.count:
            yield problem(
                RULE,
                later.where,
                file=earlier.article.path,
                count=later.count,
                other=earlier.count,
                part="on the same day elsewhere",
            )
        elif later.count < earlier.count - _left_between(earlier.date, later.date, koplopers):
            yield problem(
                RULE,
                later.where,
                file=earlier.article.path,
                count=later.count,
                other=earlier.count,
                part="before, and fewer left since",
            )


def _against_pages(
    anchors: Iterable[_Anchor], koplopers: Sequence[Koploper]
) -> Iterator[Diagnostic]:
    for one in anchors:
        known = sum(_surely_member(koploper, one.date) for koploper in koplopers)
        if known > one.count:
            yield problem(RULE, one.where, part="by their own pages", count=one.count, other=known)


def _left_between(start: PartialDate, end: PartialDate, koplopers: Iterable[Koploper]) -> int:
    """How many may have left from the first day of one date to the last of the other."""
    days = (one.left for one in koplopers if one.left)
    return sum(one.last_day >= start.first_day and one.first_day <= end.last_day for one in days)


def _surely_member(koploper: Koploper, when: PartialDate) -> bool:
    """Whether a koploper had joined before the date, and not left, however dates are read."""
    joined, left = koploper.joined, koploper.left
    if joined is None or joined.last_day > when.first_day:
        return False
    return left is None or left.first_day > when.last_day

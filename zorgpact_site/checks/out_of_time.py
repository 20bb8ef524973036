"""Dates that cannot go together: a theme before it began, a meeting in another age."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Site

RULE = Rule(
    "out-of-time",
    Severity.WARNING,
    "{part}: {own}, against {other}",
    "check both dates",
    "The front matter of an article names its themes, and that of a meeting the koplopers that "
    "were there. A theme cannot be named before its since:, a koploper not before it joined or "
    "after it left; a month of grace is given, since a report often tells who joins or leaves. In "
    "the text itself any koploper may be mentioned at any time. A date more than two years ahead, "
    "or fifteen years before that of every other article (of at least three), is probably a slip "
    "of the pen, and so is a meeting that would last longer than a month. Partial dates are "
    "judged by the days that they can mean.",
)
_GRACE = timedelta(days=31)
_LONGEST = timedelta(days=31)
_FAR_AHEAD = timedelta(days=2 * 365)
_FAR_BEFORE = timedelta(days=15 * 365)
_FEW = 3


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the dates of articles with those of what they name and of each other."""
    days = sorted(article.date.first_day for article in site.articles if article.date)
    for article in site.articles:
        if article.date is not None:
            yield from _themes(article, article.date)
            yield from _koplopers(article, article.date)
            yield from _slips(article, article.date, site.today, days)


def _themes(article: Article, own: PartialDate) -> Iterator[Diagnostic]:
    for theme in article.themes:
        if theme.since and own.last_day < theme.since.first_day:
            yield problem(
                RULE,
                article.named_at.get(theme.key, article.place_of("date")),
                file=theme.path,
                part="this theme did not exist yet",
                own=str(own),
                other=f"since: {theme.since}",
            )


def _koplopers(article: Article, own: PartialDate) -> Iterator[Diagnostic]:
    for koploper in article.koplopers if article.event else ():
        where = article.named_at.get(koploper.key, article.place_of("date"))
        joined, left = koploper.joined, koploper.left
        if joined and (article.end or own).last_day + _GRACE < joined.first_day:
            yield problem(
                RULE,
                where,
                file=koploper.path,
                part="this koploper had not joined yet",
                own=str(own),
                other=f"joined: {joined}",
            )
        if left and own.first_day - _GRACE > left.last_day:
            yield problem(
                RULE,
                where,
                file=koploper.path,
                part="this koploper had left already",
                own=str(own),
                other=f"left: {left}",
            )


def _slips(
    article: Article, own: PartialDate, today: date, days: Sequence[date]
) -> Iterator[Diagnostic]:
    """Years that were probably mistyped; `days` are those of all articles, in order."""
    where = article.place_of("date")
    if own.first_day - today > _FAR_AHEAD:
        yield problem(
            RULE,
            where,
            part="this date lies more than two years ahead",
            own=str(own),
            other=str(today),
        )
    if len(days) > _FEW and days[1] - own.first_day > _FAR_BEFORE:
        yield problem(
            RULE,
            where,
            part="this date lies long before that of every other article",
            own=str(own),
            other=str(days[1]),
        )
    if article.end and article.end.first_day - own.last_day > _LONGEST:
        where = article.place_of("end")
        yield problem(
            RULE,
            where,
            part="this meeting would last longer than a month",
            own=str(own),
            other=f"end: {article.end}",
        )

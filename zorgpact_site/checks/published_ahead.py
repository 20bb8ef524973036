"""A text that says it came out, or changed, on a day that is yet to come."""

from collections.abc import Iterable, Iterator
from datetime import date

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Site

RULE = Rule(
    "published-ahead",
    Severity.WARNING,
    "{key}: {value} is not past yet: who follows the site does not hear of this until then",
    "write the day itself, which is today ({day}) or earlier",
    "The page is online as soon as the site is built, whatever day it names. Feeds do wait for "
    "that day, as most programs show an article of the future wrongly or not at all. Of a date "
    "known in part the last day that it can mean counts: 2018-06 is past in July. Where an "
    "article is about no meeting and does not say when it was published, its date is that day; if "
    "that is known in part, this rule keeps silent once it has begun, but feeds still wait. Set "
    "this rule off in site.yaml if texts are often prepared with a later day.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the days on which articles came out and changed with today."""
    for article in site.articles:
        for key, day in _days(article):
            if day > site.today:
                value = str(getattr(article, key))
                yield problem(
                    RULE, article.place_of(key), key=key, value=value, day=str(site.today)
                )


def _days(article: Article) -> Iterator[tuple[str, date]]:
    """The days to compare: of a date that is an article's only one, the first it can mean."""
    if article.published:
        yield "published", article.published.last_day
    elif article.date and not article.event:
        yield "date", article.date.first_day
    if article.updated:
        yield "updated", article.updated.last_day

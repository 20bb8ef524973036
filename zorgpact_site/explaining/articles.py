"""What ties an article to others: its series, and what it shares with those related to it."""

from collections.abc import Iterator

from zorgpact_site.explaining.explained import Item, Reason, Why
from zorgpact_site.explaining.survey import Survey
from zorgpact_site.fields import table
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Neighbours, Related


def in_series(article: Article, survey: Survey) -> Iterator[Item]:
    """The meetings before and after this one, each with what makes it so."""
    near = survey.site.neighbours.get(article.key, Neighbours())
    for other, later in ((near.previous, article), (near.next, near.next)):
        if other is None or later is None:
            continue
        earlier = article if later is not article else other
        if later.follows == earlier.key:
            reason = Reason(Why.FOLLOWS, later.place_of(table.FOLLOWS.key), later.title)
        else:
            reason = Reason(Why.SERIES, other.place_of(table.SERIES.key), other.series)
        yield Item(other.title, survey.address(other), other.path, (reason,))


def related(article: Article, survey: Survey) -> Iterator[Item]:
    """The related articles, best first: what each shares, how rare that is, and how near it is."""
    for one in survey.site.related.get(article.key, ()):
        other = one.article
        reasons = [*_shared(article, one, survey), *_near(article, other)]
        yield Item(other.title, survey.address(other), other.path, tuple(reasons))


def _shared(article: Article, one: Related, survey: Survey) -> list[Reason]:
    """What both name, rarest first as the site has it."""
    total = len(survey.site.articles)
    theirs = {thing.key for thing in one.article.named}
    counts = {
        thing.title: len(survey.site.dossiers[thing.key].reports)
        for thing in article.named
        if thing.key in theirs
    }
    for series in survey.site.series:
        if {article.key, one.article.key} <= {each.key for each in series.articles}:
            counts[series.title] = len(series.articles)
    shown = {title: at for at, title in enumerate(one.shared)}
    order = sorted(counts, key=lambda title: (shown.get(title, len(shown)), counts[title], title))
    return [Reason(Why.SHARED, None, title, counts[title], total) for title in order]


def _near(article: Article, other: Article) -> Iterator[Reason]:
    if article.date and other.date:
        days = abs((article.date.first_day - other.date.first_day).days)
        yield Reason(Why.NEAR, number=days)

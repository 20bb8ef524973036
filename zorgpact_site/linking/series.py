"""Meetings that share a name, and which one came before or after which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from zorgpact_site.model.entries import Article
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Neighbours, Series
from zorgpact_site.names import series_slug, sort_key


def find_series(articles: Sequence[Article]) -> tuple[Series, ...]:
    """The series of meetings, in alphabetical order; `articles` are newest first.

    Spellings that give the same address are one series, named as the newest article does.
    """
    members: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.series:
            members[series_slug(article.series)].append(article)
    found = (Series(name, group[0].series, tuple(group)) for name, group in members.items())
    return tuple(sorted(found, key=lambda series: sort_key(series.title)))


def find_neighbours(
    articles: Sequence[Article], series: Sequence[Series]
) -> Mapping[Key, Neighbours]:
    """The meetings before and after each: by its series, but what `follows` says goes first."""
    previous: dict[Key, Article] = {}
    following: dict[Key, Article] = {}
    by_key = {article.key: article for article in articles}
    for one in series:
        for later, earlier in pairwise(one.articles):
            previous[later.key], following[earlier.key] = earlier, later
    for article in articles:
        if article.follows in by_key and article.follows != article.key:
            earlier = by_key[article.follows]
            previous[article.key], following[earlier.key] = earlier, article
    keys = {*previous, *following}
    return {key: Neighbours(previous.get(key), following.get(key)) for key in keys}

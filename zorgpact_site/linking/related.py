"""Related articles: what they share, rare things weighing more, and how near in time they are.

Comparing every pair would grow with the square of the number of articles. Here each article
looks only at its nearest neighbours in time among those that share a thing with it, so the
cost grows with the number of articles times the things each names.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zorgpact_site.model.entries import Article
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Related

SHOWN = 4
# How many articles on each side in time are looked at for each thing that is shared.
_NEIGHBOURS = 12
_REASONS = 3
_HALF_LIFE = 365.0  # days after which nearness in time counts half
_NEARNESS = 0.5  # what the nearest in time gain over the farthest, as a share of the score


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something articles can share: a series, koploper, theme or region."""

    kind: str
    key: str
    title: str
    weight: float


_WEIGHTS = {"series": 1.5, "koploper": 1.2, "theme": 1.0, "region": 1.0}


def find_related(articles: Sequence[Article]) -> Mapping[Key, tuple[Related, ...]]:
    """The most related articles of each, best first; `articles` are sorted by date."""
    things = [_things(article) for article in articles]
    holders: dict[_Thing, list[int]] = defaultdict(list)
    for index, own in enumerate(things):
        for thing in own:
            holders[thing].append(index)
    rarity = {
        thing: thing.weight * math.log(1 + len(articles) / len(indexes))
        for thing, indexes in holders.items()
    }
    places = {thing: {index: n for n, index in enumerate(by)} for thing, by in holders.items()}
    found: dict[Key, tuple[Related, ...]] = {}
    for index, article in enumerate(articles):
        candidates = {
            other
            for thing in things[index]
            for other in _around(holders[thing], places[thing][index])
        }
        scored = sorted(
            (
                -_score(articles, things, rarity, index, other),
                _distance(article, articles[other]),
                articles[other].key,
                other,
            )
            for other in candidates
            if other != index
        )
        best = [other for *_rest, other in scored[:SHOWN]]
        found[article.key] = tuple(
            Related(articles[other], _reasons(things[index], things[other], rarity))
            for other in best
        )
    return found


def _things(article: Article) -> frozenset[_Thing]:
    named = [
        *(("koploper", one.key.slug, one.title) for one in article.koplopers),
        *(("theme", one.key.slug, one.title) for one in article.themes),
        *(("region", one.key.slug, one.title) for one in article.regions),
    ]
    if article.series:
        named.append(("series", article.series, article.series))
    return frozenset(_Thing(kind, key, title, _WEIGHTS[kind]) for kind, key, title in named)


def _around(holders: Sequence[int], place: int) -> Sequence[int]:
    return holders[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS + 1]


def _score(
    articles: Sequence[Article],
    things: Sequence[frozenset[_Thing]],
    rarity: Mapping[_Thing, float],
    one: int,
    other: int,
) -> float:
    # fsum does not depend on the order of a set, which differs from run to run.
    shared = math.fsum(rarity[thing] for thing in things[one] & things[other])
    days = _distance(articles[one], articles[other])
    nearness = _NEARNESS * math.exp2(-days / _HALF_LIFE)
    return shared * (1 + nearness)


def _distance(one: Article, other: Article) -> float:
    if one.date is None or other.date is None:
        return math.inf
    return abs((one.date.first_day - other.date.first_day).days)


def _reasons(
    one: frozenset[_Thing], other: frozenset[_Thing], rarity: Mapping[_Thing, float]
) -> tuple[str, ...]:
    shared = sorted(one & other, key=lambda thing: (-rarity[thing], thing.title))
    return tuple(thing.title for thing in shared[:_REASONS])

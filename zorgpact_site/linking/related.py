"""Related articles: what they share, rare things weighing more, and how near in time they are.

Comparing every pair would grow with the square of the number of articles. Here each article
looks only at its nearest neighbours in time among those that share a thing with it, so the
cost grows with the number of articles times the things each names.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zorgpact_site.model.entries import Article
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Related
from zorgpact_site.names import series_slug

SHOWN = 4
# How many articles on each side in time are looked at for each thing that is shared.
_NEIGHBOURS = 12
_REASONS = 3
_HALF_LIFE = 365.0  # days after which nearness in time counts half
_NEARNESS = 0.5  # what the nearest in time gain over the farthest, as a share of the score


class _Thing(NamedTuple):
    """Something articles can share: a series, koploper, theme or region."""

    kind: str
    key: str
    title: str


_WEIGHTS = {"series": 1.5, "koploper": 1.2, "theme": 1.0, "region": 1.0}


class _Worth(dict[frozenset[int], float]):
    """What it counts for to share these things; found out once for all that share the same."""

    def __init__(self, rarity: Sequence[float]) -> None:
        super().__init__()
        self.rarity = rarity

    def __missing__(self, shared: frozenset[int]) -> float:
        # fsum does not depend on the order of a set, which differs from run to run.
        self[shared] = math.fsum(self.rarity[thing] for thing in shared)
        return self[shared]


def find_related(articles: Sequence[Article]) -> Mapping[Key, tuple[Related, ...]]:
    """The most related articles of each, best first; `articles` are sorted by date."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    titles: dict[tuple[str, str], str] = {}
    for index, article in enumerate(articles):
        for kind, key, title in _things(article):
            holders[kind, key].append(index)
            titles.setdefault((kind, key), title)  # of a series as the first calls it
    # A number stands for a thing: sets of numbers are compared in no time.
    places: list[list[tuple[int, int]]] = [[] for _article in articles]
    by_number = list(holders.values())
    for number, by in enumerate(by_number):
        for place, index in enumerate(by):
            places[index].append((number, place))
    things = [frozenset(number for number, _place in own) for own in places]
    worth = _Worth(
        [
            _WEIGHTS[kind] * math.log(1 + len(articles) / len(by))
            for (kind, _key), by in holders.items()
        ]
    )
    names = list(titles.values())
    days = [one.date.first_day.toordinal() if one.date else None for one in articles]
    found: dict[Key, tuple[Related, ...]] = {}
    for index, article in enumerate(articles):
        own = things[index]
        near = set[int]().union(*(_around(by_number[number], at) for number, at in places[index]))
        near.discard(index)
        shared_things = map(own.__and__, map(things.__getitem__, near))
        worths = dict(zip(near, map(worth.__getitem__, shared_things), strict=True))
        scored = []
        for other, shared in _promising(worths):
            distance = _distance(days[index], days[other])
            nearness = _NEARNESS * math.exp2(-distance / _HALF_LIFE)
            scored.append((-shared * (1 + nearness), distance, articles[other].key, other))
        scored.sort()
        found[article.key] = tuple(
            Related(articles[other], _reasons(own & things[other], worth.rarity, names))
            for *_rest, other in scored[:SHOWN]
        )
    return found


def _promising(worths: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    """Those that may be among the best once nearness counts."""
    best = sorted(worths.values(), reverse=True)[:SHOWN]
    return (one for one in worths.items() if one[1] * (1 + _NEARNESS) >= best[-1])


def _around(holders: Sequence[int], place: int) -> Sequence[int]:
    return holders[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS + 1]


def _things(article: Article) -> Iterable[_Thing]:
    named = [
        *(_Thing("koploper", one.key.slug, one.title) for one in article.koplopers),
        *(_Thing("theme", one.key.slug, one.title) for one in article.themes),
        *(_Thing("region", one.key.slug, one.title) for one in article.regions),
    ]
    if article.series:
        named.append(_Thing("series", series_slug(article.series), article.series))
    return dict.fromkeys(named)


def _distance(one: int | None, other: int | None) -> float:
    return math.inf if one is None or other is None else abs(one - other)


def _reasons(
    shared: frozenset[int], rarity: Sequence[float], names: Sequence[str]
) -> tuple[str, ...]:
    ranked = sorted(shared, key=lambda thing: (-rarity[thing], names[thing]))
    return tuple(names[thing] for thing in ranked[:_REASONS])

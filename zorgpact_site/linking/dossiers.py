"""What the whole site knows of one region, theme, koploper or tool."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Article, ArticleKind, Koploper, Theme, Tool
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Dossier, Mention, Met
from zorgpact_site.names import sort_key

T = TypeVar("T", Koploper, Tool)
N = TypeVar("N", Koploper, Theme)
_MOST_MET = 10


def make_dossiers(
    keys: Iterable[Key],
    mentions: Mapping[Key, tuple[Mention, ...]],
    koplopers: Sequence[Koploper],
    tools: Sequence[Tool],
) -> Mapping[Key, Dossier]:
    """A dossier for each key; koplopers and tools are in the order readers see."""
    members = _by_thing(koplopers)
    made = _by_thing(tools)
    return {
        key: _dossier(key, mentions.get(key, ()), members.get(key, ()), made.get(key, ()))
        for key in keys
    }


def _by_thing(entries: Sequence[T]) -> Mapping[Key, Sequence[T]]:
    """The koplopers or tools of each thing they name in their properties."""
    found: dict[Key, list[T]] = defaultdict(list)
    for entry in entries:
        for thing in entry.named:
            found[thing.key].append(entry)
    return found


def _dossier(
    key: Key,
    mentions: Sequence[Mention],
    koplopers: Sequence[Koploper],
    tools: Sequence[Tool],
) -> Dossier:
    reports = tuple(one for one in mentions if one.listed and isinstance(one.source, Article))
    told = {one.source.key for one in reports}
    told |= {one.key for one in koplopers} | {one.key for one in tools}
    articles = [
        one.source
        for one in reports
        if isinstance(one.source, Article) and not one.source.cancelled
    ]
    return Dossier(
        reports=reports,
        mentions=tuple(one for one in mentions if one.source.key not in told),
        tools=tuple(tools),
        koplopers=tuple(koplopers),
        met=_met(key, articles) if key.kind is Kind.KOPLOPER else (),
        themes=_most_named(_themes(articles, koplopers), key) if key.kind is Kind.REGION else (),
    )


def _themes(articles: Sequence[Article], koplopers: Sequence[Koploper]) -> list[Theme]:
    """Themes of meetings and of koplopers; an article that looks back at all says little."""
    met = [theme for article in articles if article.event for theme in article.themes]
    return met + [theme for koploper in koplopers for theme in koploper.themes]


def _met(key: Key, articles: Sequence[Article]) -> tuple[Met, ...]:
    """The koplopers that a koploper shares most reports with; a long tail says little.

    Whoever is named for a meeting that lies ahead was not met there yet.
    """
    held = [one for one in articles if one.kind is not ArticleKind.ANNOUNCEMENT]
    named = [one for article in held for one in article.koplopers]
    counts = Counter(one.key for one in named)
    return tuple(Met(one, counts[one.key]) for one in _most_named(named, key)[:_MOST_MET])


def _most_named(named: Sequence[N], key: Key) -> tuple[N, ...]:
    by_key = {one.key: one for one in named if one.key != key}
    counts = Counter(one.key for one in named if one.key != key)
    ranked = sorted(by_key.values(), key=lambda one: (-counts[one.key], sort_key(one.title)))
    return tuple(ranked)

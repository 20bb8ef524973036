"""The one place where texts meet: readings in, the whole site out."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue, key_clashes, make_catalogue, name_clashes
from zorgpact_site.linking.dossiers import make_dossiers
from zorgpact_site.linking.entries import Linker
from zorgpact_site.linking.mentions import find_mentions
from zorgpact_site.linking.related import find_related
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.linking.series import find_neighbours, find_series
from zorgpact_site.media import Media
from zorgpact_site.model.draft import Draft, Reading
from zorgpact_site.model.entries import Article, Koploper, Linked, Region, Theme, ToMedia, Tool
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import NOTHING_AT_ALL, Noticed
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Site
from zorgpact_site.names import sort_key


def link(
    readings: Iterable[Reading],
    settings: Settings,
    media: Mapping[str, Media],
    today: date,
    noticed: Mapping[Key, Noticed] = NOTHING_AT_ALL,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Resolve every reference and connect the texts; drafts stay out unless settings say so.

    `noticed` is what was seen in the words of each text.
    """
    readings = tuple(readings)
    catalogue = make_catalogue(readings, with_drafts=settings.drafts)
    resolver = Resolver(catalogue, media)
    linker = Linker(resolver, today)
    regions, themes, koplopers, tools = link_things(linker)
    pages = [linker.page(draft) for draft in _drafts(catalogue, Kind.PAGE)]
    articles = [linker.article(draft) for draft in _drafts(catalogue, Kind.ARTICLE)]
    articles.sort(key=_newest_first)  # those of one hour stay in alphabetical order
    things = (*regions, *themes, *koplopers, *tools)
    entries: list[Linked] = [*articles, *themes, *koplopers, *regions, *tools, *pages]
    mentions = find_mentions(entries, noticed)
    series = find_series(articles)
    site = Site(
        settings=settings,
        today=today,
        articles=tuple(articles),
        regions=regions,
        themes=themes,
        koplopers=koplopers,
        tools=tools,
        pages=tuple(pages),
        series=series,
        dossiers=make_dossiers([thing.key for thing in things], mentions, koplopers, tools),
        mentions=mentions,
        noticed=noticed,
        related=find_related(articles),
        neighbours=find_neighbours(articles, series),
        media=used_media(entries),
    )
    in_drafts = _look_at_drafts(catalogue, linker, media)
    resolver.found.extend(in_drafts.found)
    site = replace(site, unused_media=_unused(readings, media, resolver.asked | in_drafts.asked))
    return site, (*key_clashes(readings), *name_clashes(catalogue), *resolver.found)


_Things: TypeAlias = tuple[
    tuple[Region, ...], tuple[Theme, ...], tuple[Koploper, ...], tuple[Tool, ...]
]


def link_things(linker: Linker) -> _Things:
    """The published things in the order in which they need each other, each kind in its own."""
    catalogue = linker.resolver.catalogue
    regions = tuple(linker.region(draft) for draft in _drafts(catalogue, Kind.REGION))
    themes = tuple(linker.theme(draft) for draft in _drafts(catalogue, Kind.THEME))
    koplopers = tuple(linker.koploper(draft) for draft in _drafts(catalogue, Kind.KOPLOPER))
    tools = tuple(linker.tool(draft) for draft in _drafts(catalogue, Kind.TOOL))
    in_order = sorted(themes, key=lambda theme: (theme.order, sort_key(theme.title)))
    return regions, tuple(in_order), koplopers, tools


def _look_at_drafts(catalogue: Catalogue, linker: Linker, media: Mapping[str, Media]) -> Resolver:
    """Mistakes in drafts that are not published: their editors want to know them too.

    Seen from a draft, other drafts exist.
    """
    whole = replace(catalogue, held=frozenset())
    look = replace(linker, resolver=Resolver(whole, media))
    for key in sorted(catalogue.held):
        look.any(catalogue.drafts[key])
    return look.resolver


def _unused(
    readings: Iterable[Reading], media: Mapping[str, Media], asked: AbstractSet[str]
) -> tuple[str, ...]:
    """The paths of files that nothing refers to; none while a text cannot be read."""
    if any(reading.draft is None for reading in readings):
        return ()
    return tuple(sorted(media.keys() - asked))


def _drafts(catalogue: Catalogue, kind: Kind) -> list[Draft]:
    """The drafts of a kind that are published, in alphabetical order of their titles."""
    drafts = (draft for key, draft in catalogue.drafts.items() if key not in catalogue.held)
    mine = (draft for draft in drafts if draft.key.kind is kind)
    return sorted(mine, key=lambda draft: (sort_key(draft.title), draft.path))


def _newest_first(article: Article) -> tuple[int, int]:
    """Newest first, also within a day; articles without a date come last."""
    if not article.date:
        return 1, 0
    return -article.date.first_day.toordinal(), -int(article.starts.replace(":", "") or -1)


def used_media(entries: Iterable[Linked]) -> tuple[Media, ...]:
    """The pictures and documents that texts refer to: only those are published."""
    used: dict[str, Media] = {}
    for entry in entries:
        targets = [*entry.text.targets, *(document.target for document in entry.documents)]
        targets.append(getattr(entry, "target", None))
        found = [target.media for target in targets if isinstance(target, ToMedia)]
        if entry.picture:
            found.append(entry.picture.media)
        used |= {media.path: media for media in found}
    return tuple(used[path] for path in sorted(used))

"""The site with other forms of some articles: for who cannot wait until all texts meet again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from zorgpact_site.model.entries import Article, Linked
from zorgpact_site.model.site import Mention, Neighbours, Related, Site

T = TypeVar("T", Article, Linked, Article | None)


def retold(site: Site, articles: Iterable[Article]) -> Site:
    """The same site that shows these articles in their new form wherever it shows them.

    What follows from texts together stays as it was: their order, which are related, what names
    what and in which sentence, and words of links that are the title of what they lead to.
    """
    before = {one.key: one for one in site.articles}
    now = _Now({id(before[one.key]): one for one in articles if one.key in before})
    return replace(
        site,
        articles=now.each(site.articles),
        series=tuple(replace(one, articles=now.each(one.articles)) for one in site.series),
        dossiers={
            key: replace(one, reports=now.told(one.reports), mentions=now.told(one.mentions))
            for key, one in site.dossiers.items()
        },
        mentions={key: now.told(mentions) for key, mentions in site.mentions.items()},
        related={key: now.related(found) for key, found in site.related.items()},
        neighbours={
            key: Neighbours(now.of(one.previous), now.of(one.next))
            for key, one in site.neighbours.items()
        },
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """The new forms, by the number that Python has for the old ones."""

    forms: Mapping[int, Article]

    def of(self, one: T) -> T:
        return self.forms.get(id(one), one)

    def each(self, articles: Iterable[Article]) -> tuple[Article, ...]:
        return tuple(map(self.of, articles))

    def told(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        if self.forms.keys().isdisjoint(id(one.source) for one in mentions):
            return mentions
        return tuple(replace(one, source=self.of(one.source)) for one in mentions)

    def related(self, found: tuple[Related, ...]) -> tuple[Related, ...]:
        if self.forms.keys().isdisjoint(id(one.article) for one in found):
            return found
        return tuple(replace(one, article=self.of(one.article)) for one in found)

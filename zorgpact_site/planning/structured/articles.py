"""Articles for programs: a report with its meeting, an announcement as the meeting itself."""

from collections.abc import Iterable, Mapping

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind, Entry, Picture, Region
from zorgpact_site.model.site import Series, Site
from zorgpact_site.names import fold, series_slug
from zorgpact_site.planning.pictures import published_path
from zorgpact_site.planning.structured.events import event
from zorgpact_site.planning.structured.identities import Identities, type_of
from zorgpact_site.planning.structured.nodes import Node, node, reference


class Articles:
    """Tells of articles; knows the series, and the organizations of the site."""

    def __init__(self, site: Site, names: Identities) -> None:
        self._names = names
        self._series: Mapping[str, Series] = {one.slug: one for one in site.series}
        self._known = dict(_known(site, names))

    def nodes(self, article: Article) -> tuple[Node, ...]:
        """What an article tells, the main thing first."""
        if not article.event:
            return (self._article(article),)
        series = self._series.get(series_slug(article.series)) if article.series else None
        told = self._names.series(series) if series else None
        meeting = event(article, self._names, told) | self._organizers(article)
        if article.kind is ArticleKind.ANNOUNCEMENT:
            more = node(
                "Event", image=image(article.picture, self._names), about=self._about(article)
            )
            return (meeting | more,)
        return self._article(article), meeting

    def _article(self, article: Article) -> Node:
        names = self._names
        about = self._about(article)
        return node(
            "Article",
            names.of(article),
            headline=article.title,
            description=article.summary,
            isPartOf=reference(names.website),
            publisher=reference(names.organization),
            **self.published(article),
            inLanguage=names.settings.language,
            image=image(article.picture, names),
            about=[reference(names.event(article)), *about] if article.event else about,
            mentions=[names.named(one) for one in (*article.regions, *article.koplopers)],
        )

    def _organizers(self, article: Article) -> Node:
        """Who holds the meeting: organizations, as the front matter says."""
        found = [
            self._known.get(fold(name), node("Organization", name=name))
            for name in article.organizers
        ]
        return {"organizer": found} if found else {}

    def published(self, article: Article) -> Node:
        """When it came out and changed, and who wrote it: as `author` only who is known here.

        The date of a meeting is not that of its report. Names alone do not tell people from
        organizations, so all names stand in the credits as on the page.
        """
        came = article.published or (None if article.event else article.date)
        known = [found for name in article.authors if (found := self._known.get(fold(name)))]
        facts: Node = {
            "datePublished": str(came or ""),
            "dateModified": str(article.updated or ""),
            "author": known,
            "creditText": wording.listing(article.authors),
        }
        return {name: fact for name, fact in facts.items() if fact}

    def _about(self, article: Article) -> list[Node]:
        return [self._names.named(theme) for theme in article.themes]


def image(picture: Picture | None, names: Identities) -> Node | None:
    """The main picture of a page, with what is to be seen."""
    if picture is None:
        return None
    url = names.page(published_path(picture.media))
    return node("ImageObject", url=url, caption=picture.caption, description=picture.alt)


def _known(site: Site, names: Identities) -> Iterable[tuple[str, Node]]:
    """Organizations by every name they have; the site's own goes before all."""
    for entry in (*site.regions, *site.koplopers):
        if _is_organization(entry):
            for name in (entry.title, *entry.aliases):
                yield fold(name), names.named(entry)
    yield fold(site.settings.title), reference(names.organization)


def _is_organization(entry: Entry) -> bool:
    return not isinstance(entry, Region) or type_of(entry) == "Organization"

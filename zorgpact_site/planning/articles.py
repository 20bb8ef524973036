"""Pages of single articles, and the list of all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from zorgpact_site import wording
from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, ArticleKind, Tool, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Mention, Neighbours, Related, Site
from zorgpact_site.names import series_slug, slug
from zorgpact_site.planning.calendars import meeting_link, why_no_link
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change, last_day
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import Part, address_of, name_of_part, pager, parts_of
from zorgpact_site.planning.parts import Parts, contents, label_of, scripts_for, when
from zorgpact_site.planning.pieces import Group, Link, When
from zorgpact_site.planning.views import ArticleView, ListView

_UNDATED = "Zonder datum"


@dataclass(frozen=True, slots=True)
class ArticleInSite:
    """An article and all that its page shows of other texts; its page follows from nothing else.

    `tools` are those that the text leads to, in its order. `regional` is whether there are regions
    to lead back to.
    """

    article: Article
    near: Neighbours
    tools: tuple[Tool, ...]
    related: tuple[Related, ...]
    mentions: tuple[Mention, ...]
    today: date
    regional: bool


def article_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page for each article."""
    tools = {tool.key: tool for tool in site.tools}
    alone = Neighbours()
    for article in site.articles:
        key = article.key
        told = ArticleInSite(
            article,
            site.neighbours.get(key, alone),
            _tools(article, tools),
            site.related.get(key, ()),
            site.mentions.get(key, ()),
            site.today,
            bool(site.regions),
        )
        draw = partial(_view, told, frame)
        changed = known_change([article], site.today)
        yield Page(frame.addresses.of(key), "article.html", draw, article.path, changed)


def article_list(site: Site, frame: Frame) -> Iterator[Page]:
    """The list of all articles, in parts."""
    start = frame.addresses.section("articles")
    for part in parts_of(site.articles):
        draw = partial(_list_view, start, part, frame)
        changed = known_change(part.items, site.today)
        yield Page(address_of(start, part), "articles.html", draw, changed=changed)


def _list_view(start: str, part: Part[Article], frame: Frame) -> ListView:
    here = frame.at(address_of(start, part))
    label = frame.settings.sections["articles"].label
    parent = None if part.newest else frame.section_link(here, "articles")
    description = f"Alle artikelen van {frame.settings.title}."
    chrome = frame.chrome(here, label, description=description, parent=parent)
    # The count stands on the first page only: the other parts stay as they are for ever.
    count = wording.count(part.whole, "artikel", "artikelen").capitalize()
    intro = f"{count}." if part.newest else f"{name_of_part(part)}."
    groups = groups_by_year(part.items, frame.parts(here))
    return ListView(chrome, intro, groups, pager(start, part, here))


def groups_by_year(articles: Sequence[Article], parts: Parts) -> tuple[Group, ...]:
    """Cards under the year they belong to, in the given order."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        year = str(article.date.year) if article.date else _UNDATED
        groups.setdefault(year, []).append(article)
    return tuple(
        Group(year, f"_{slug(year)}", parts.cards(members)) for year, members in groups.items()
    )


def _view(told: ArticleInSite, frame: Frame) -> ArticleView:
    article, near = told.article, told.near
    here = frame.at(frame.addresses.of(article.key))
    parts = frame.parts(here)
    ahead = article.kind is ArticleKind.ANNOUNCEMENT and not article.cancelled
    series = article.series and frame.addresses.series(series_slug(article.series))
    return ArticleView(
        chrome=frame.chrome(
            here,
            article.title,
            description=article.summary,
            section="articles",
            back=frame.way_back(here, "regions") if told.regional else None,
            scripts=scripts_for(article.text),
            turns=ahead,
            about=article,
        ),
        kind=article.kind.value,
        label=label_of(article),
        summary=article.lead,
        event=article.event,
        notice=notice(article, told.today),
        when=when(article),
        moved_from=date_view(article.moved_from),
        until=last_day(article) if ahead else "",
        hours=wording.hours(article.starts, article.ends),
        place=", ".join(filter(None, (article.place.name, article.place.town)))
        if article.place
        else "",
        series=Link(article.series, here.to(series)) if series else None,
        calendar=meeting_link(article, here),
        no_calendar=why_no_link(article, here),
        organizers=wording.listing(article.organizers),
        attendance="" if article.cancelled else article.attendance,
        regions=parts.links(article.regions),
        koplopers=parts.links(article.koplopers),
        themes=parts.tags(article.themes),
        authors=wording.listing(article.authors),
        published=date_view(article.published),
        updated=date_view(article.updated),
        picture=parts.picture(article.picture),
        contents=contents(article.text),
        body=parts.body(article.text),
        contacts=parts.contacts(article, told.today),
        documents=tuple(parts.document(document) for document in article.documents),
        tools=tuple(
            parts.thing(tool, (wording.capitalised(tool.kind_of_tool),)) for tool in told.tools
        ),
        previous=parts.card(near.previous) if near.previous else None,
        next=parts.card(near.next) if near.next else None,
        related=tuple(parts.related(one) for one in told.related),
        mentions=tuple(parts.mention(one) for one in told.mentions),
    )


def _tools(article: Article, tools: Mapping[Key, Tool]) -> tuple[Tool, ...]:
    """The tools that the text leads to, in the order of the text."""
    led_to = (target.key for target in article.text.targets if isinstance(target, ToPage))
    return tuple(tools[key] for key in dict.fromkeys(led_to) if key in tools)


def notice(article: Article, today: date) -> str:
    """What comes first on the page of a meeting that is ahead, was moved or called off."""
    if article.cancelled:
        over = article.date and (article.end or article.date).last_day < today
        return f"Deze bijeenkomst {'ging' if over else 'gaat'} niet door."
    if article.kind is not ArticleKind.ANNOUNCEMENT or article.date is None:
        return ""
    if not article.moved:
        return "Deze bijeenkomst moet nog plaatsvinden:"
    if article.moved_from is None:
        return "Deze bijeenkomst is verplaatst naar"
    day = wording.date_text(article.moved_from, weekday=True)
    return f"Deze bijeenkomst is verplaatst van {_without(article.date.year, day)} naar"


def _without(year: int, words: str) -> str:
    """A date without its year, when that is told already and more is known than the year."""
    return words.removesuffix(f" {year}")


def date_view(day: PartialDate | None) -> When | None:
    """A date on its own, without a weekday."""
    return When(wording.whole(wording.date_text(day)), str(day)) if day else None

"""Pages of single regions, themes, koplopers and tools."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.body import Body
from zorgpact_site.model.entries import (
    Article,
    ArticleKind,
    Koploper,
    LinkedBody,
    Region,
    Theme,
    Tool,
)
from zorgpact_site.model.site import Dossier, Mention, Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.articles import date_view
from zorgpact_site.planning.calendars import agenda_link
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.maps import locator
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import Part, address_of, pager, parts_of
from zorgpact_site.planning.parts import Parts, contents, scripts_for
from zorgpact_site.planning.pieces import DocumentView, Link, ThingCard
from zorgpact_site.planning.reports import report_words, so_far
from zorgpact_site.planning.tools import how_to_get
from zorgpact_site.planning.views import DossierView, Figure, SourceView

_PART = 12  # fewer than in other lists: more stands below it
_AHEAD = "_binnenkort"
_NOTHING = Dossier()
_Thing = Region | Theme | Koploper | Tool


@dataclass(frozen=True, slots=True)
class ThingInSite:
    """A thing and what one page of it shows of other texts; the page follows from nothing else.

    `part` are the reports that the page shows, `ahead` the meetings still to come, soonest first.
    """

    thing: _Thing
    dossier: Dossier
    ahead: tuple[Article, ...]
    part: Part[Mention]
    today: date

    @property
    def changed(self) -> date | None:
        """The last day on which a text that the page shows changed."""
        told = self.dossier
        sources = [one.source for one in (*self.part.items, *told.mentions)]
        shown = (self.thing, *sources, *self.ahead, *told.tools, *told.koplopers)
        return known_change(shown, self.today)


def dossier_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """A page for each region, theme, koploper and tool; more when it has many reports."""
    things: tuple[_Thing, ...] = (*site.regions, *site.themes, *site.koplopers, *site.tools)
    for thing in things:
        dossier = site.dossiers[thing.key]
        ahead, reports = _split(dossier.reports)
        start = frame.addresses.of(thing.key)
        template = f"{thing.key.kind.singular}.html"
        bare = _bare(thing)
        for part in parts_of(reports, _PART):
            told = (
                ThingInSite(thing, dossier, ahead, part, site.today)
                if part.newest
                else ThingInSite(bare, _NOTHING, (), part, site.today)
            )
            draw = partial(_view, told, frame)
            source = thing.path if part.newest else ""
            yield Page(address_of(start, part), template, draw, source, told.changed)


def _bare(thing: _Thing) -> _Thing:
    """The thing without what only the first page shows, so that the others stay small."""
    return replace(thing, text=LinkedBody(Body(), ()), picture=None, documents=())


def _split(reports: Sequence[Mention]) -> tuple[tuple[Article, ...], list[Mention]]:
    """Meetings that are still to come, soonest first, and all other articles."""
    ahead = [
        one.source
        for one in reports
        if isinstance(one.source, Article) and one.source.kind is ArticleKind.ANNOUNCEMENT
    ]
    coming = {article.key for article in ahead}
    return tuple(reversed(ahead)), [one for one in reports if one.source.key not in coming]


def _view(told: ThingInSite, frame: Frame) -> DossierView:
    thing, dossier, ahead, part = told.thing, told.dossier, told.ahead, told.part
    start = frame.addresses.of(thing.key)
    here = frame.at(address_of(start, part))
    parts = frame.parts(here)
    section = thing.key.kind.value
    link = parts.link(thing)
    koplopers = _koplopers(thing, dossier, parts)
    tools = tuple(
        parts.thing(tool, (wording.capitalised(tool.kind_of_tool),), thing.key)
        for tool in dossier.tools
    )
    coming = sum(1 for article in ahead if article.takes_place)
    reports = so_far(dossier.reports)
    counted = (
        (coming, ("bijeenkomst gepland", "bijeenkomsten gepland"), _AHEAD),
        (len(reports), report_words(reports), "_verslagen"),
        (len(koplopers), ("koploper", "koplopers"), "_koplopers"),
        (len(tools), ("hulpmiddel", "hulpmiddelen"), "_hulpmiddelen"),
    )
    chrome = frame.chrome(
        here,
        thing.title,
        description=thing.summary,
        section=section,
        parent=None if part.newest else link,
        back=frame.way_back(here, section),
        scripts=scripts_for(thing.text),
        turns=bool(ahead),
        about=thing,
    )
    return DossierView(
        chrome=chrome,
        kind=thing.key.kind.singular,
        sign=frame.signs.get(thing.key, ""),
        first=part.newest,
        summary=thing.lead,
        figures=_figures(counted) if part.newest else (),
        facts=_facts(thing),
        website=_website(thing),
        source=_source(thing, parts) if part.newest else None,
        contacts=parts.contacts(thing, told.today),
        picture=parts.picture(thing.picture),
        contents=contents(thing.text),
        body=parts.body(thing.text),
        documents=_documents(thing, parts),
        regions=parts.links(thing.regions if isinstance(thing, Koploper | Tool) else ()),
        themes=parts.tags(dossier.themes if isinstance(thing, Region) else _themes(thing)),
        partners=thing.partners if isinstance(thing, Region) else (),
        ahead=parts.cards_ahead(ahead),
        agenda=frame.section_link(here, "meetings", "de agenda"),
        calendar=_calendar(thing, start, here) if part.newest else None,
        reports=tuple(parts.mention(one) for one in part.items),
        pager=pager(start, part, here),
        tools=tools,
        koplopers=koplopers,
        met=tuple(parts.met(one) for one in dossier.met),
        mentions=tuple(parts.mention(one) for one in dossier.mentions),
        map=locator(thing) if isinstance(thing, Region) and part.newest else None,
    )


def _calendar(thing: _Thing, address: str, here: Here) -> Link | None:
    """The agenda to subscribe to; tools have none, as no meeting is about a tool."""
    return None if isinstance(thing, Tool) else agenda_link(address, here)


def _figures(counted: Sequence[tuple[int, tuple[str, str], str]]) -> tuple[Figure, ...]:
    """What there is to find on the page, as numbers that lead to it; zeros are left out.

    Each comes as a number, its words for one and for more, and where on the page it stands.
    """
    return tuple(
        Figure(
            wording.number(count),
            one if count == 1 else more,
            f"#{anchor}",
            one if anchor == _AHEAD else "",
        )
        for count, (one, more), anchor in counted
        if count
    )


def _themes(thing: _Thing) -> tuple[Theme, ...]:
    return thing.themes if isinstance(thing, Koploper | Tool) else ()


def _koplopers(thing: _Thing, dossier: Dossier, parts: Parts) -> tuple[ThingCard, ...]:
    members = thing.koplopers if isinstance(thing, Tool) else dossier.koplopers
    return tuple(parts.thing(one, on=thing.key) for one in members)


def _facts(thing: _Thing) -> tuple[tuple[str, str], ...]:
    """Label and text of what the profile tells, without what is not known."""
    facts: list[tuple[str, str]] = []
    match thing:
        case Region():
            facts.append(("Plaats", thing.place))
        case Theme():
            facts.append(("Sinds", wording.date_text(thing.since) if thing.since else ""))
        case Koploper():
            joined, left = date_view(thing.joined), date_view(thing.left)
            facts.append(("Koploper sinds", joined.text if joined else ""))
            facts.append(("Koploper tot", left.text if left else ""))
        case Tool():
            date = date_view(thing.date)
            facts += [("Soort", thing.kind_of_tool), ("Datum", date.text if date else "")]
    facts.append(("Ook bekend als", wording.listing(thing.aliases)))
    return tuple((label, text) for label, text in facts if text)


def _website(thing: _Thing) -> Link | None:
    url = thing.website if isinstance(thing, Region | Koploper) else ""
    return Link(url.split("//", 1)[-1].rstrip("/"), url) if url else None


def _source(thing: _Thing, parts: Parts) -> SourceView | None:
    """Where a tool is to be had, above its text: it is what readers come for."""
    if not isinstance(thing, Tool):
        return None
    for document in parts.target(thing.title, thing.target):
        return SourceView(how_to_get(thing), document.href, document.info)
    return SourceView(how_to_get(thing), "", "")


def _documents(thing: _Thing, parts: Parts) -> tuple[DocumentView, ...]:
    own = parts.target(thing.title, thing.target) if isinstance(thing, Tool) else ()
    return (*own, *(parts.document(document) for document in thing.documents))

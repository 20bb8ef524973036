"""Each page gets what it tells programs: a graph from what it shows and what it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from zorgpact_site.model.entries import (
    Article,
    ArticleKind,
    InfoPage,
    Koploper,
    Linked,
    Region,
    Theme,
    Tool,
)
from zorgpact_site.model.site import Series, Site
from zorgpact_site.planning.addresses import Here, here_at
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import tells_nothing
from zorgpact_site.planning.structured.articles import Articles
from zorgpact_site.planning.structured.dataset import dataset
from zorgpact_site.planning.structured.identities import Identities
from zorgpact_site.planning.structured.lists import item_list, trail
from zorgpact_site.planning.structured.nodes import Node, data_block, node, reference
from zorgpact_site.planning.structured.things import thing
from zorgpact_site.planning.structured.website import (
    organization,
    website,
    whole_organization,
    whole_website,
)
from zorgpact_site.planning.views import (
    ArchiveView,
    CrossPageView,
    DataView,
    DossierView,
    KopgroepView,
    ListView,
    MeetingsView,
    ReviewsView,
    ReviewView,
    SearchView,
    ThingsView,
    ToolsView,
    View,
)

_LISTS = (
    ListView
    | MeetingsView
    | ThingsView
    | KopgroepView
    | CrossPageView
    | ToolsView
    | ArchiveView
    | ReviewsView
    | ReviewView
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells besides its place on the site.

    `kind` is its type; `things` are those it is about, the main one first; `facts` are of itself.
    """

    kind: str = "WebPage"
    things: tuple[Node, ...] = ()
    facts: Node = field(default_factory=dict)


def teller(site: Site, frame: Frame) -> Callable[[str, View], Markup]:
    """Makes what the page at an address tells programs of its view."""
    home = frame.at("")
    if not home.canonical:
        return tells_nothing
    names = Identities(site.settings, frame.addresses, home)
    return _Teller(site, names, frame.assets.icon).tell


class _Teller:
    """Makes the graph of a page; knows which text lies at which address."""

    def __init__(self, site: Site, names: Identities, icon: str) -> None:
        addresses = names.addresses
        self._names = names
        self._everywhere = website(names), organization(names)
        self._at_home = whole_website(names), whole_organization(names, icon)
        self._articles = Articles(site, names)
        self._entries: Mapping[str, Linked] = {
            addresses.of(entry.key): entry for entry in site.entries
        }
        self._series: Mapping[str, Series] = {
            addresses.series(one.slug): one for one in site.series
        }

    def tell(self, address: str, view: View) -> Markup:
        """The graph of a page as text; one without an address of its own tells nothing."""
        return data_block(self._graph(address, view)) if view.chrome.canonical else Markup()

    def _graph(self, address: str, view: View) -> list[Node]:
        """The page with the way to it, what it is about, and the site it is part of."""
        names, chrome = self._names, view.chrome
        name = chrome.heading + _part(view)
        told = self._told(address, view)
        whole = node(
            told.kind,
            chrome.canonical,
            name=name,
            url=chrome.canonical,
            description="" if told.things else chrome.description,
            inLanguage=names.settings.language,
            isPartOf=reference(names.website),
            breadcrumb=trail(self._at(address), chrome.crumbs, name),
            mainEntity=reference(str(told.things[0]["@id"])) if told.things else None,
        )
        return [whole | told.facts, *told.things, *self._site(address)]

    def _at(self, address: str) -> Here:
        return here_at(address, self._names.settings)

    def _site(self, address: str) -> tuple[Node, Node]:
        return self._everywhere if address else self._at_home

    def _told(self, address: str, view: View) -> Told:
        if isinstance(view, _LISTS):
            return self._list(address, view)
        if isinstance(view, DataView):
            data = dataset(view, self._at(address), self._names)
            return Told(things=(data,) if data else ())
        entry = self._entries.get(self._names.addresses.whole(address))
        match entry:
            case Article():
                return self._article(entry)
            case InfoPage():
                return self._text(entry)
            case Region() | Theme() | Koploper() | Tool():
                return self._thing(entry, address, view)
        return Told("SearchResultsPage" if isinstance(view, SearchView) else "WebPage")

    def _article(self, article: Article) -> Told:
        things = self._articles.nodes(article)
        ahead = article.kind is ArticleKind.ANNOUNCEMENT
        return Told(things=things, facts=self._articles.published(article) if ahead else {})

    def _thing(self, entry: Region | Theme | Koploper | Tool, address: str, view: View) -> Told:
        if isinstance(view, DossierView) and view.first:
            return Told(things=(thing(entry, self._names),))
        facts = self._collection(address, view, self._names.named(entry))
        return Told("CollectionPage", facts=facts)

    def _text(self, entry: InfoPage) -> Told:
        """A page about the site; which of them is what, the settings and its file name tell."""
        contact = self._names.settings.contact
        slug = entry.key.slug
        kind = "WebPage"
        if contact and contact.page and contact.page.to == slug:
            kind = "ContactPage"
        elif slug == "over" or slug.startswith("over-"):
            kind = "AboutPage"
        return Told(kind, facts=node(kind, dateModified=str(entry.updated or "")))

    def _list(self, address: str, view: View) -> Told:
        facts = self._collection(address, view, self._subject(address, view))
        if isinstance(view, ReviewView):
            facts["temporalCoverage"] = str(view.year)
        return Told("CollectionPage", facts=facts)

    def _collection(self, address: str, view: View, about: Node | None) -> Node:
        """What a page lists, and what that is a list of."""
        facts = {"about": about, "mainEntity": item_list(self._at(address), view)}
        return {name: fact for name, fact in facts.items() if fact}

    def _subject(self, address: str, view: View) -> Node | None:
        """What a list is of, where that is a thing of its own."""
        names = self._names
        series = self._series.get(names.addresses.whole(address))
        if series:
            return names.series(series)
        if isinstance(view, KopgroepView | CrossPageView):
            return names.kopgroep
        if address == names.addresses.section("themes"):
            return names.theme_set
        return None


def _part(view: View) -> str:
    """`, deel 3` on all parts of a long list but the first, as in the title of the page."""
    pager = getattr(view, "pager", None)
    return f", {pager.label.lower()}" if pager and pager.newer else ""

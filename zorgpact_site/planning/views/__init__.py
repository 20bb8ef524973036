"""What each kind of page may show: its view is all that its template gets."""

from typing import TypeAlias

from zorgpact_site.planning.views.all_pages import AllPagesView, GroupOfPages, YearOfPages
from zorgpact_site.planning.views.archive import ArchiveView
from zorgpact_site.planning.views.articles import ArticleView
from zorgpact_site.planning.views.calendars import CalendarView, EventView
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.dossiers import DossierView, SourceView, ThingsView
from zorgpact_site.planning.views.feeds import FeedFile, FollowView
from zorgpact_site.planning.views.files import TextFile, WrittenFile
from zorgpact_site.planning.views.home import Figure, HomeView
from zorgpact_site.planning.views.hosting import HeadersFile, NginxMap, NginxSite, RedirectsFile
from zorgpact_site.planning.views.kopgroep import CrossPageView, KopgroepView
from zorgpact_site.planning.views.lists import ListView, MeetingsView
from zorgpact_site.planning.views.opendata import DataView
from zorgpact_site.planning.views.reviews import ReviewsView, ReviewView
from zorgpact_site.planning.views.searching import FacetView, SearchView
from zorgpact_site.planning.views.sitemap import (
    ListedPage,
    LlmsView,
    SitemapIndexView,
    SitemapView,
    ToldLink,
)
from zorgpact_site.planning.views.tools import ToolsView
from zorgpact_site.planning.views.ways import LinksView, RedirectView, TextView

View: TypeAlias = (
    HomeView
    | ArticleView
    | DossierView
    | ThingsView
    | ListView
    | MeetingsView
    | ArchiveView
    | KopgroepView
    | CrossPageView
    | ToolsView
    | ReviewsView
    | ReviewView
    | TextView
    | SearchView
    | DataView
    | AllPagesView
    | LinksView
    | RedirectView
    | FollowView
)
FileView: TypeAlias = (
    TextFile
    | WrittenFile
    | CalendarView
    | HeadersFile
    | NginxMap
    | NginxSite
    | RedirectsFile
    | FeedFile
    | SitemapView
    | SitemapIndexView
    | LlmsView
)  # fmt: skip

__all__ = [
    "AllPagesView",
    "ArchiveView",
    "ArticleView",
    "CalendarView",
    "Chrome",
    "CrossPageView",
    "DataView",
    "DossierView",
    "EventView",
    "FacetView",
    "FeedFile",
    "Figure",
    "FileView",
    "FollowView",
    "GroupOfPages",
    "HeadersFile",
    "HomeView",
    "KopgroepView",
    "LinksView",
    "ListView",
    "ListedPage",
    "LlmsView",
    "MeetingsView",
    "NginxMap",
    "NginxSite",
    "RedirectView",
    "RedirectsFile",
    "ReviewView",
    "ReviewsView",
    "SearchView",
    "SitemapIndexView",
    "SitemapView",
    "SourceView",
    "TextFile",
    "TextView",
    "ThingsView",
    "ToldLink",
    "ToolsView",
    "View",
    "WrittenFile",
    "YearOfPages",
]

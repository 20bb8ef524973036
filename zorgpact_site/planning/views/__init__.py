"""What each kind of page may show: its view is all that its template gets."""

from typing import TypeAlias

from zorgpact_site.planning.views.articles import ArticleView
from zorgpact_site.planning.views.chrome import Chrome
from zorgpact_site.planning.views.dossiers import DossierView, ThingsView
from zorgpact_site.planning.views.home import Figure, HomeView
from zorgpact_site.planning.views.lists import ArchiveView, ListView, MeetingsView
from zorgpact_site.planning.views.searching import FacetView, SearchView
from zorgpact_site.planning.views.ways import LinksView, RedirectView, TextView

View: TypeAlias = (
    HomeView
    | ArticleView
    | DossierView
    | ThingsView
    | ListView
    | MeetingsView
    | ArchiveView
    | TextView
    | SearchView
    | LinksView
    | RedirectView
)

__all__ = [
    "ArchiveView",
    "ArticleView",
    "Chrome",
    "DossierView",
    "FacetView",
    "Figure",
    "HomeView",
    "LinksView",
    "ListView",
    "MeetingsView",
    "RedirectView",
    "SearchView",
    "TextView",
    "ThingsView",
    "View",
]

"""The Kopgroep: how it grew, who is in it, and who works on which theme."""

from collections.abc import Iterator
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Koploper
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.growth import growth_view
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.narrowing import narrowing_scripts, worth_narrowing
from zorgpact_site.planning.overviews import counted_reports
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.reports import count_reports, so_far
from zorgpact_site.planning.views.home import Figure
from zorgpact_site.planning.views.kopgroep import (
    CrossPageView,
    CrossView,
    KopgroepView,
    MemberView,
)

_CROSS = "themas"
_CROSS_TITLE = "Koplopers en hun thema’s"
# With more koplopers than this the list leaves the summaries out, to stay a list that one can
# run through, and the table of themes, which would be as long again, gets its own page.
_MANY = 60


def kopgroep_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The overview, and for a large Kopgroep a page with the koplopers by theme."""
    address = frame.addresses.section("koplopers")
    shown = (*site.koplopers, *counted_reports(site.koplopers, site))
    changed = known_change(shown, site.today)
    yield Page(address, "koplopers.html", partial(_view, site, frame), changed=changed)
    if _has_cross_page(site):
        draw = partial(_cross_page, site, frame)
        changed = known_change((*site.koplopers, *site.themes), site.today)
        yield Page(_cross_address(frame), "koploper-themes.html", draw, changed=changed)


def _view(site: Site, frame: Frame) -> KopgroepView:
    here = frame.at(frame.addresses.section("koplopers"))
    parts = frame.parts(here)
    many = _is_large(site)
    told = frame.settings.sections["koplopers"]
    return KopgroepView(
        chrome=frame.chrome(
            here,
            told.label,
            description=told.intro,
            scripts=narrowing_scripts(site.koplopers),
            styles=("charts.css",),
        ),
        intro=told.intro,
        figures=_figures(site),
        growth=growth_view(site, parts),
        brief=many,
        narrowed=worth_narrowing(site.koplopers),
        members=tuple(_member(one, site, parts, brief=many) for one in site.koplopers),
        cross=_cross(site, parts) if _has_themes(site) and not many else None,
        cross_page=cross_link(site, here, frame),
    )


def cross_link(site: Site, here: Here, frame: Frame) -> Link | None:
    """A link to the page of koplopers by theme; None where that is no page of its own."""
    return Link(_CROSS_TITLE, here.to(_cross_address(frame))) if _has_cross_page(site) else None


def _is_large(site: Site) -> bool:
    return len(site.koplopers) > _MANY


def _has_themes(site: Site) -> bool:
    return any(one.themes for one in site.koplopers)


def _has_cross_page(site: Site) -> bool:
    return _is_large(site) and _has_themes(site)


def _cross_address(frame: Frame) -> str:
    return f"{frame.addresses.section('koplopers')}{_CROSS}/"


def _member(koploper: Koploper, site: Site, parts: Parts, *, brief: bool) -> MemberView:
    """A koploper in a list."""
    reports = so_far(site.dossiers[koploper.key].reports)
    link = parts.link(koploper)
    return MemberView(
        title=link.text,
        href=link.href,
        summary="" if brief else koploper.summary,
        regions=parts.links(koploper.regions),
        themes=parts.tags(koploper.themes),
        since=_since(koploper),
        since_date=str(koploper.joined.first_day) if koploper.joined else "",
        reports=len(reports),
        report_count=count_reports(reports),
    )


def _since(koploper: Koploper) -> str:
    """When it was member: `sinds maart 2018`, `maart 2018 – 2020`, `tot 2020`, or nothing."""
    joined = wording.date_text(koploper.joined) if koploper.joined else ""
    left = wording.date_text(koploper.left) if koploper.left else ""
    if joined and left:
        return f"{joined} – {left}"
    return f"sinds {joined}" if joined else left and f"tot {left}"


def _cross_page(site: Site, frame: Frame) -> CrossPageView:
    here = frame.at(_cross_address(frame))
    intro = "Welke koploper werkt aan welk thema?"
    chrome = frame.chrome(
        here, _CROSS_TITLE, description=intro, section="koplopers", styles=("charts.css",)
    )
    return CrossPageView(chrome, intro, _cross(site, frame.parts(here)))


def _cross(site: Site, parts: Parts) -> CrossView:
    """The table of the koplopers that have themes."""
    rows = [
        (koploper, {theme.key for theme in koploper.themes})
        for koploper in site.koplopers
        if koploper.themes
    ]
    return CrossView(
        heads=parts.tags(site.themes),
        rows=tuple(
            (parts.link(koploper), tuple(theme.key in mine for theme in site.themes))
            for koploper, mine in rows
        ),
        totals=tuple(
            wording.number(sum(theme.key in mine for _koploper, mine in rows))
            for theme in site.themes
        ),
        rest=_rest(len(site.koplopers) - len(rows)),
    )


def _rest(count: int) -> str:
    if not count:
        return ""
    verb = "is" if count == 1 else "zijn"
    words = wording.count(count, "koploper of initiatief", "koplopers en initiatieven")
    return f"Van {words} {verb} geen thema’s bekend."


def _figures(site: Site) -> tuple[Figure, ...]:
    """The Kopgroep in figures, counted from what is on the site."""
    named = sum(1 for one in site.koplopers if so_far(site.dossiers[one.key].reports))
    regions = len({region.key for one in site.koplopers for region in one.regions})
    themes = len({theme.key for one in site.koplopers for theme in one.themes})
    counts = (
        (len(site.koplopers), "koploper of initiatief", "koplopers en initiatieven"),
        (regions, "regio waar zij werken", "regio’s waar zij werken"),
        (themes, "thema waaraan zij werken", "thema’s waaraan zij werken"),
        (named, "met een verslag of artikel", "met een verslag of artikel"),
    )
    return tuple(
        Figure(wording.number(count), one if count == 1 else more, "")
        for count, one, more in counts
        if count
    )

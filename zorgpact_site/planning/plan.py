"""All pages of the site, and whether their addresses hold together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.file_rules import ADDRESS_CLASH
from zorgpact_site.diagnostics.reference_rules import UNKNOWN_ADDRESS, UNKNOWN_ANCHOR
from zorgpact_site.fields.types import shown
from zorgpact_site.kinds import MARKER_FILE
from zorgpact_site.media import Media
from zorgpact_site.model.entries import ToAddress
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold, nearest
from zorgpact_site.planning.addresses import Addresses, address_of, index_address
from zorgpact_site.planning.all_pages import all_pages
from zorgpact_site.planning.archive import archive_pages
from zorgpact_site.planning.articles import article_list, article_pages
from zorgpact_site.planning.assets import Assets, make_assets
from zorgpact_site.planning.calendars import calendar_files
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.dataset import open_data
from zorgpact_site.planning.dossiers import dossier_pages
from zorgpact_site.planning.feeds import feed_files
from zorgpact_site.planning.follow_page import follow_page
from zorgpact_site.planning.following import followed
from zorgpact_site.planning.home import (
    REDIRECT,
    home_pages,
    not_found_page,
    redirect_pages,
    text_pages,
)
from zorgpact_site.planning.hosting.clashes import redirect_clashes, too_many_redirects
from zorgpact_site.planning.hosting.files import host_files, is_for_hosts
from zorgpact_site.planning.kopgroep import kopgroep_pages
from zorgpact_site.planning.llms import llms_file
from zorgpact_site.planning.meetings import meeting_pages, series_pages
from zorgpact_site.planning.opendata import data_files, data_page
from zorgpact_site.planning.overviews import overview_pages
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.planning.pictures import published_path, to_make
from zorgpact_site.planning.reviews import review_pages
from zorgpact_site.planning.robots import robots_file
from zorgpact_site.planning.searching import search_page
from zorgpact_site.planning.security import security_file
from zorgpact_site.planning.signs import signs_of, sprite, unknown_signs
from zorgpact_site.planning.sitemap import sitemap_files
from zorgpact_site.planning.social import cards_of
from zorgpact_site.planning.structured import teller
from zorgpact_site.planning.tools import tools_pages
from zorgpact_site.recipes import ToMake

# What is made of texts comes first, so that a clash names the text and not the overview.
PLANNERS = (
    article_pages,
    dossier_pages,
    text_pages,
    home_pages,
    article_list,
    overview_pages,
    kopgroep_pages,
    tools_pages,
    meeting_pages,
    series_pages,
    archive_pages,
    review_pages,
    search_page,
    follow_page,
    all_pages,
    not_found_page,
    redirect_pages,
)
# Files for programs; some tell of the pages, so all of those are known by then.
FILE_PLANNERS: tuple[Callable[[Site, Frame, Sequence[Page]], Iterable[DataFile]], ...] = (
    robots_file,
    feed_files,
    calendar_files,
    sitemap_files,
    llms_file,
    security_file,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be published: pages to render, files to write, assets, media to copy or make.

    `frame` is what all pages are drawn in.
    """

    frame: Frame
    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]
    assets: Assets
    media: tuple[Media, ...]
    to_make: tuple[ToMake, ...]


def plan(site: Site, assets: Mapping[str, bytes]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Plan every page of a site; `assets` are the files of the templates by name."""
    addresses = Addresses(site.settings.sections)
    made = make_assets(assets, site.themes)
    signs = signs_of(site.themes, made.signs)
    cards = cards_of(site)
    drawn = sprite(signs, made.signs)
    frame = Frame(site.settings, addresses, made, signs, drawn, cards, followed(site))
    data = open_data(site, addresses)
    pages = planned_pages(site, frame, (data_page(data, frame),))
    told = tuple(file for planner in FILE_PLANNERS for file in planner(site, frame, pages))
    told = (*told, *data_files(data, frame))
    files = (*told, *host_files(site, told))
    copied = tuple(media for media in site.media if not media.is_raster)
    made_later = (*to_make(site.media), *(card.file for card in cards.values()))
    index = index_address(site.settings).rstrip("/")  # its files are made after the plan
    planned = Plan(frame, pages, files, made, copied, made_later)
    found = (
        *_clashes(planned),
        *redirect_clashes(site, (*_taken(planned), (index, index, ""))),
        *too_many_redirects(site, files),
        *_unknown_addresses(site, planned),
        *unknown_signs(site.themes, made.signs),
    )
    return planned, found


def planned_pages(site: Site, frame: Frame, more: Iterable[Page] = ()) -> tuple[Page, ...]:
    """All pages of a site in their frame, and `more`, with what tells programs of each."""
    tell = teller(site, frame)
    shown = (page for planner in PLANNERS for page in planner(site, frame))
    return tuple(replace(page, tell=tell) for page in (*shown, *more))


def _taken(planned: Plan) -> list[tuple[str, str, str]]:
    """Path, address and text of all that is published but for redirects, which go by the rest."""
    files = [
        (page.path, page.address, page.source)
        for page in planned.pages
        if page.template != REDIRECT
    ]
    files += [(file.address, file.address, file.source) for file in planned.files]
    files += [(path, path, "") for path in planned.assets.files]
    files += [(published_path(media), published_path(media), media.path) for media in planned.media]
    files += [(one.path, one.path, "") for one in planned.to_make]
    return [*files, (MARKER_FILE, MARKER_FILE, "")]


def _clashes(planned: Plan) -> Iterable[Diagnostic]:
    """Paths that two things would be written to, or that some systems cannot tell apart."""
    taken: dict[str, tuple[str, str]] = {}
    for path, address, source in _taken(planned):
        holder = taken.setdefault(fold(path), (address, source))
        if holder == (address, source):
            continue
        first, second = sorted([holder, (address, source)], key=lambda one: (not one[1], one[1]))
        where = Location(second[1] or first[1] or address)
        other = first[1] if second[1] else f"/{second[0]}"
        yield problem(ADDRESS_CLASH, where, file=first[1], other=other)


def _unknown_addresses(site: Site, planned: Plan) -> Iterable[Diagnostic]:
    known = {page.address for page in planned.pages}
    known |= {one.address for one in planned.files if not is_for_hosts(one.address)}
    known |= {published_path(media) for media in site.media}
    linked = [
        target
        for entry in site.entries
        for target in entry.text.targets
        if isinstance(target, ToAddress)
    ]
    contact = site.settings.contact
    menus = [*site.settings.navigation, *site.settings.footer]
    menus += [contact.page] if contact and contact.page else []
    wanted = [(target.address, target.where) for target in linked]
    wanted += [(item.to, item.where) for item in menus]
    for typed, where in wanted:
        if address_of(typed) not in known:
            file = typed.removesuffix("index.html").removesuffix(".html").strip("/")
            page = address_of(file)
            close = (page,) if page in known else nearest(typed, known)
            near = tuple(f"/{one}" for one in close)
            yield problem(UNKNOWN_ADDRESS, where, near=near, value=f"/{typed}")
    yield from _unknown_anchors(site, [one for one in linked if one.anchor])


def _unknown_anchors(site: Site, linked: Sequence[ToAddress]) -> Iterable[Diagnostic]:
    """Links by address to headings that a text does not have; what begins with _ is ours."""
    addresses = Addresses(site.settings.sections)
    texts = {addresses.of(entry.key): entry for entry in site.entries} if linked else {}
    for target in linked:
        entry, anchor = texts.get(address_of(target.address)), target.anchor
        if entry is None or anchor.startswith("_"):
            continue
        anchors = [heading.anchor for heading in entry.text.body.headings]
        if anchor not in anchors:
            near = tuple(f"#{one}" for one in nearest(anchor, anchors))
            where, value = target.where, shown(anchor)
            yield problem(UNKNOWN_ANCHOR, where, near=near, page=entry.title, value=value)

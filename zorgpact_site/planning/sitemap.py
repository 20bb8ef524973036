"""The sitemap for search engines: every page they may keep, and when it last changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.paging import parts_of
from zorgpact_site.planning.views import ListedPage, SitemapIndexView, SitemapView

SITEMAP = "sitemap.xml"
_OTHERS = "overig"
_AROUND_ALL, _AROUND_ONE = 200, 80  # bytes at most of the XML around all pages, and around each


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many addresses one sitemap may hold, and how many bytes.

    Source: https://www.sitemaps.org/protocol.html, which counts megabytes of 1,048,576 bytes.
    """

    addresses: int = 50_000
    size: int = 50 * 1_048_576


_BOUNDS = Bounds()


def sitemap_files(
    site: Site,  # noqa: ARG001 - as all planners of files
    frame: Frame,
    pages: Sequence[Page],
    bounds: Bounds = _BOUNDS,
) -> Iterator[DataFile]:
    """One sitemap, or an index and a sitemap for each section where one cannot hold all pages.

    There is none while it is not known where the site lives, and none of a preview with drafts:
    of its pages nothing is to be found.
    """
    indexed = [page for page in pages if page.shared]
    if not indexed or not frame.at("").canonical or frame.settings.drafts:
        return
    most = _most(indexed, frame, bounds)
    if len(indexed) <= most:
        yield DataFile(SITEMAP, Form.SITEMAP, partial(_view, indexed, frame))
        return
    parts = tuple(_parts(indexed, frame, most))
    here = frame.at(SITEMAP)
    addresses = tuple(here.absolute(part.address) for part in parts)
    yield DataFile(SITEMAP, Form.SITEMAP_INDEX, partial(SitemapIndexView, addresses))
    yield from parts


def _view(pages: Sequence[Page], frame: Frame) -> SitemapView:
    home = frame.at("")
    return SitemapView(tuple(_listed(page, home) for page in pages))


def _listed(page: Page, home: Here) -> ListedPage:
    changed = page.changed.isoformat() if page.changed else ""
    return ListedPage(home.absolute(page.address), changed)


def _most(pages: Iterable[Page], frame: Frame, bounds: Bounds) -> int:
    """How many pages surely fit into one sitemap."""
    home = frame.at("")
    longest = max(len(escape(home.absolute(page.address), quote=False)) for page in pages)
    return min(bounds.addresses, max((bounds.size - _AROUND_ALL) // (longest + _AROUND_ONE), 1))


def _parts(indexed: Iterable[Page], frame: Frame, most: int) -> Iterator[DataFile]:
    """The sitemaps of the sections, numbered from the oldest pages, so that few ever change."""
    sections = {
        section.address: section.address.replace("/", "-")
        for section in frame.settings.sections.values()
    }
    groups: dict[str, list[Page]] = {}
    for page in indexed:
        start = next((one for one in sections if page.address.startswith(f"{one}/")), "")
        groups.setdefault(sections.get(start, _OTHERS), []).append(page)
    for name, group in groups.items():
        # Lists go with the newest texts: they change as often.
        group.sort(key=lambda page: bool(page.source))
        for part in parts_of(group, (most + 1) // 2):
            draw = partial(_view, part.items, frame)
            yield DataFile(f"sitemap-{name}-{part.number}.xml", Form.SITEMAP, draw)

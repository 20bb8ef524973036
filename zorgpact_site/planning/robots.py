"""robots.txt: what crawlers may read, which is everything but a preview."""

from collections.abc import Iterator, Sequence
from functools import partial

from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.sitemap import SITEMAP
from zorgpact_site.planning.views import TextFile


def robots_file(
    site: Site,  # noqa: ARG001 - as all planners of files
    frame: Frame,
    pages: Sequence[Page],  # noqa: ARG001 - likewise
) -> Iterator[DataFile]:
    """Everything may be read, and where to find the sitemap. Source: RFC 9309, sitemaps.org.

    Crawlers look at the root of a host only, so a site under a path has none. A preview with
    drafts turns them away at the door; its pages say besides that nobody is to keep them, for
    those who come in by a link, or under a path.
    """
    settings = frame.settings
    if not settings.at_root:
        return
    if settings.drafts:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        sitemap = frame.at(SITEMAP).canonical
        lines = ["User-agent: *", "Disallow:"]
        lines += ["", f"Sitemap: {sitemap}"] if sitemap else []
    yield DataFile("robots.txt", Form.TEXT, partial(TextFile, "\n".join([*lines, ""])))

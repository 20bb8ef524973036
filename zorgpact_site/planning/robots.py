"""robots.txt: what crawlers may read, which is everything."""

from collections.abc import Iterator, Sequence

from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.views import TextFile


def robots_file(
    site: Site,  # noqa: ARG001 - as all planners of files
    frame: Frame,  # noqa: ARG001 - likewise
    pages: Sequence[Page],  # noqa: ARG001 - likewise
) -> Iterator[DataFile]:
    """Everything may be read. Source: RFC 9309."""
    yield DataFile("robots.txt", Form.TEXT, TextFile("User-agent: *\nDisallow:\n"))

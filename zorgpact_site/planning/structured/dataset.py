"""The open data for programs that look for data: what it is, and where to fetch it."""

from collections.abc import Iterator

from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.pieces import DocumentView
from zorgpact_site.planning.structured.identities import Identities
from zorgpact_site.planning.structured.nodes import Node, node, reference
from zorgpact_site.planning.views import DataView

_JSON, _CSV = "application/json", "text/csv"


def dataset(view: DataView, here: Here, names: Identities) -> Node | None:
    """The dataset that the page explains; None while it has no files."""
    downloads = [
        node(
            "DataDownload",
            name=document.title,
            contentUrl=here.full(document.href),
            encodingFormat=form,
        )
        for document, form in _documents(view)
    ]
    if not downloads:
        return None
    return node(
        "Dataset",
        f"{here.canonical}#_data",
        name=f"{view.chrome.heading} – {names.settings.title}",
        description=view.intro,
        url=here.canonical,
        version=view.version,
        dateModified=view.changed.iso if view.changed else "",
        inLanguage=names.settings.language,
        license=view.license.href if view.license else "",
        creator=reference(names.organization),
        distribution=downloads,
    )


def _documents(view: DataView) -> Iterator[tuple[DocumentView, str]]:
    if view.whole:
        yield view.whole, _JSON
    for table in view.tables:
        if table.file:
            yield table.file, _CSV

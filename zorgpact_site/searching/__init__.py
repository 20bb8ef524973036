"""The search index of a site: remembered from an earlier build, or made by Pagefind.

`pagefind.py` runs Pagefind, `stable.py` makes what it gives the same on every machine,
`memory.py` keeps it for the next build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.model.settings import FROM_DISK, Settings
from zorgpact_site.model.site import Site
from zorgpact_site.outputs.search import Searchable, SearchDocument, searchables
from zorgpact_site.planning.searching import index_address
from zorgpact_site.searching.errors import IndexingFailed, Reason
from zorgpact_site.searching.memory import digest, newest, recall, remember
from zorgpact_site.searching.pagefind import make_index

__all__ = ["IndexingFailed", "Reason", "index_of", "last_index", "search_index"]

Make = Callable[[Sequence[SearchDocument]], Mapping[str, bytes]]


def search_index(site: Site, memory: Path, make: Make = make_index) -> tuple[Artifact, ...]:
    """The files of the search index of a site; see `index_of`."""
    return index_of(searchables(site), site.settings, memory, make)


def index_of(
    texts: Iterable[Searchable], settings: Settings, memory: Path, make: Make = make_index
) -> tuple[Artifact, ...]:
    """The files of the index of these texts, made only when `memory` has none of such documents.

    A site to be read from disk has none: browsers let no script read files there.
    Raises `IndexingFailed`.
    """
    if settings.base_url == FROM_DISK:
        return ()
    documents = tuple(one.document for one in texts)
    key = digest(documents)
    files = recall(memory, key)
    if files is None:
        files = make(documents)
        remember(memory, key, files)
    return _artifacts(settings, files)


def last_index(site: Site, memory: Path) -> tuple[Artifact, ...]:
    """The index that was made last, of whatever documents; none when there was none."""
    return _artifacts(site.settings, newest(memory) or {})


def _artifacts(settings: Settings, files: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    address = index_address(settings)
    return tuple(Artifact(f"{address}{name}", data) for name, data in sorted(files.items()))

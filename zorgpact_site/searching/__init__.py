"""The search index of a site: remembered from an earlier build, or made by Pagefind.

`documents.py` holds the texts meanwhile, `pagefind.py` runs Pagefind, `stable.py` makes what it
gives the same on every machine, `memory.py` keeps it for the next build.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

from zorgpact_site.artifact import Artifact
from zorgpact_site.model.settings import Settings
from zorgpact_site.outputs.searchable import Searchable, SearchDocument
from zorgpact_site.planning.addresses import index_address
from zorgpact_site.searching.documents import Documents
from zorgpact_site.searching.errors import IndexingFailed, Reason
from zorgpact_site.searching.memory import digest, newest, recall, remember
from zorgpact_site.searching.pagefind import make_index
from zorgpact_site.web_addresses import FROM_DISK

__all__ = ["IndexingFailed", "Reason", "index_beside", "last_index", "search_index"]

Make = Callable[[Collection[SearchDocument]], Mapping[str, bytes]]


def search_index(
    texts: Iterable[Searchable], settings: Settings, memory: Path, make: Make = make_index
) -> tuple[Artifact, ...]:
    """The files of the index of these texts, made only when `memory` has none of such documents.

    A site to be read from disk has none: browsers let no script read files there.
    Raises `IndexingFailed`.
    """
    if settings.base_url == FROM_DISK:
        return ()
    documents = Documents(one.document for one in texts)
    key = digest(documents)
    files = recall(memory, key)
    if files is None:
        files = make(documents)
        remember(memory, key, files)
    return _artifacts(settings, files)


@contextmanager
def index_beside(
    texts: Iterable[Searchable], settings: Settings, memory: Path
) -> Iterator[Callable[[], tuple[Artifact, ...]]]:
    """Make the index beside what is done in the block; what is given waits for its files.

    That raises `IndexingFailed`. When the block ends before, the index is given up at once.
    """
    given_up = Event()
    make = partial(make_index, given_up=given_up)
    with ThreadPoolExecutor(1) as beside:
        try:
            yield beside.submit(search_index, texts, settings, memory, make).result
        finally:
            given_up.set()


def last_index(settings: Settings, memory: Path) -> tuple[Artifact, ...]:
    """The index that was made last, of whatever documents; none when there was none."""
    return _artifacts(settings, newest(memory) or {})


def _artifacts(settings: Settings, files: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    address = index_address(settings)
    return tuple(Artifact(f"{address}{name}", data) for name, data in sorted(files.items()))

"""The memory of a site, opened for one build: what maps texts and pages from it and into it."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from weakref import finalize

from zorgpact_site.build import Make, Maker, Read
from zorgpact_site.noticing import Reader, Things
from zorgpact_site.parallel import Spread
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.database import open_database
from zorgpact_site.remembering.digests import program
from zorgpact_site.remembering.marks import Marks
from zorgpact_site.remembering.pages import Pages
from zorgpact_site.remembering.texts import Texts
from zorgpact_site.remembering.unchanged import MEMORY
from zorgpact_site.rendering import Rendered
from zorgpact_site.source import Source

_FILE = "site.sqlite"


@dataclass(frozen=True, slots=True)
class Means:
    """How one build maps: `read` texts and `make` pages.

    Who reads texts elsewhere must `note` them before pages are made. After publication it must
    `keep` what it made. `fresh` tells how many texts were read and how many pages and files made,
    all others were remembered. `forget` lets go of what was published, and is true when there was
    any: then it is worth trying again.
    """

    read: Read
    make: Make
    note: Callable[[Things, Sequence[Source]], None] = lambda _things, _sources: None
    keep: Callable[[], None] = lambda: None
    fresh: Callable[[], tuple[int, int] | None] = lambda: None
    forget: Callable[[], bool] = lambda: False


def without_memory(spread: Spread) -> Means:
    """Read all texts and make all pages."""
    return Means(
        lambda things, sources: spread(Reader(things), sources),
        lambda templates, wanted, _site: spread(partial(_made, Maker(templates)), wanted),
    )


@contextmanager
def from_memory(site: Path, output: Path, spread: Spread) -> Iterator[Means]:
    """Read and make what is not in the memory of `site`, for publication into `output`.

    Where no memory can be kept, all is read and made.
    """
    folder = site / MEMORY
    rows = open_database(folder / _FILE, program())
    if rows is None:
        yield without_memory(spread)
        return
    with closing(rows), tempfile.NamedTemporaryFile(dir=folder, prefix="made-") as spool:
        # A preview ends while a thread of it may be in here, which then never comes to its end.
        finalize(spool, Path(spool.name).unlink, missing_ok=True)
        texts = Texts(rows, folder / _FILE, spread)
        pages = Pages(rows, _name_of(output, site), spread, spool)
        yield Means(
            texts.read,
            lambda templates, wanted, site: pages.make(
                templates, wanted, Marks(texts.keys, texts.stamp, site)
            ),
            texts.note,
            pages.keep,
            lambda: (len(texts.fresh), pages.fresh),
            pages.forget,
        )


def _made(maker: Maker, wanted: Page | DataFile) -> Rendered:
    return maker(wanted.drawn())


def _name_of(output: Path, site: Path) -> str:
    """What the output folder is known by: as seen from the site, so that both may move."""
    return os.path.relpath(output, site)

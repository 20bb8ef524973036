"""The memory of a site, opened for one build: what maps texts and pages from it and into it."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO
from weakref import finalize

from zorgpact_site.build import Make, Read
from zorgpact_site.maker import Maker
from zorgpact_site.noticing import Reader, Things
from zorgpact_site.outputs.searchable import Searchable
from zorgpact_site.parallel import Spread
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.remembering.database import (
    NOWHERE,
    file_of_memory,
    is_busy,
    name_of,
    open_database,
    refusal_in,
)
from zorgpact_site.remembering.digests import program
from zorgpact_site.remembering.marks import Marks
from zorgpact_site.remembering.pages import Pages
from zorgpact_site.remembering.standing import Standing
from zorgpact_site.remembering.texts import MemoryLost, Texts
from zorgpact_site.rendering import Rendered
from zorgpact_site.source import Source

_SPOOL = "made-"
_DAY = 24 * 60 * 60  # seconds: no build takes as long


@dataclass(frozen=True, slots=True)
class Means:
    """How one build maps: `read` texts and `make` pages.

    Who reads texts elsewhere must `note` them before pages are made. After publication it must
    `keep` what it made: what of it can be searched, and the digest of what is published. `fresh`
    tells how many texts were read and how many pages and files made, all others were remembered.
    """

    read: Read
    make: Make
    note: Callable[[Things, Sequence[Source]], None] = lambda _things, _sources: None
    keep: Callable[[Iterable[Searchable], bytes], None] = lambda _searchables, _published: None
    fresh: Callable[[], tuple[int, int] | None] = lambda: None


def without_memory(spread: Spread) -> Means:
    """Read all texts and make all pages."""
    return Means(
        lambda things, sources: spread(Reader(things), sources),
        lambda templates, wanted, _site: spread(partial(_made, Maker(templates)), wanted),
    )


@contextmanager
def from_nothing(output: Path, spread: Spread) -> Iterator[Means]:
    """Read all texts and make all pages, by a memory that is empty and will be thrown away.

    A large site is never in memory as a whole then. Raises MemoryLost as `from_memory` does.
    """
    with ExitStack() as thrown_away:
        try:
            folder = thrown_away.enter_context(
                tempfile.TemporaryDirectory(prefix="zorgpact-", ignore_cleanup_errors=True)
            )
        except OSError:
            yield without_memory(spread)
            return
        means = thrown_away.enter_context(from_memory(Path(folder), output, spread))
        yield Means(means.read, means.make)


@contextmanager
def from_memory(site: Path, output: Path | None, spread: Spread) -> Iterator[Means]:
    """Read and make what is not in the memory of `site`, for publication into `output`.

    Without an output it is only to see what comes of it: then the bytes of what was made before
    are nowhere.

    Where no memory can be kept, all is read and made. Raises MemoryLost when what was there at
    first cannot be read any more, or no more can be kept. What turns out wrong is let go of, so
    that the next build need not stumble over it again.
    """
    file = file_of_memory(site)
    rows = open_database(file, program())
    spool = _spool(file.parent) if rows else None
    if rows is None or spool is None:
        yield without_memory(spread)
        return
    # A preview ends while a thread of it may be in here, which then never comes to its end.
    left = finalize(spool, _remove, Path(spool.name))
    with closing(rows), ExitStack() as ended:
        ended.callback(left)  # here, as what a signal raises while memory is freed would be lost
        ended.callback(_close, spool)
        texts = Texts(rows, file, spread)
        name = name_of(output, site) if output else NOWHERE
        pages = Pages(Standing(rows, name), spread, spool, with_sights=output is not None)
        try:
            if output and not output.is_dir():
                pages.forget()
            yield Means(
                texts.read,
                lambda templates, wanted, site: pages.make(
                    templates, wanted, Marks(texts.keys, texts.stamp, site)
                ),
                texts.note,
                pages.keep,
                lambda: (len(texts.fresh), pages.fresh),
            )
        except (MemoryLost, sqlite3.Error) as error:
            if not is_busy(error) and refusal_in(error) is None:
                with suppress(OSError):
                    file.unlink()
            raise MemoryLost(str(error)) from error
        except Exception:
            # Publishing did not find there what was to stay. On a full disk this fails as well.
            with suppress(sqlite3.Error):
                pages.forget()
            raise


def _spool(folder: Path) -> IO[bytes] | None:
    """A file for what is made, until it is published; None where none can be."""
    with suppress(OSError):
        for left in folder.glob(f"{_SPOOL}*"):  # by a build that was killed
            if left.stat().st_mtime < time.time() - _DAY:
                left.unlink()
        return tempfile.NamedTemporaryFile(dir=folder, prefix=_SPOOL, delete=False)
    return None


def _close(spool: IO[bytes]) -> None:
    with suppress(OSError):  # what it holds is published, or not wanted any more
        spool.close()


def _remove(file: Path) -> None:
    with suppress(OSError):  # another build does so in time
        file.unlink()


def _made(maker: Maker, wanted: Page | DataFile) -> Rendered:
    return maker(wanted.drawn())

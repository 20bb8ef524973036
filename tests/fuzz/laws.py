"""What holds for any bytes whatsoever: of one text as it is read, and of a site as it is built.

A target takes bytes, so that a fuzzer, a property and a list of cases can all hold it to its law:
nothing is raised, nothing takes long, every mistake has a place inside its file, and a second time
gives the same.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.hostile.case import BASE
from tests.hostile.judging import unsafe_in
from tests.hostile.running import files_of, lay
from tests.small_site import TODAY
from zorgpact_site.build import Built, build
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import LEDGER_FILE, SETTINGS_FILE, is_text
from zorgpact_site.reading.read import read_source
from zorgpact_site.scan import scan
from zorgpact_site.source import Source, as_text

ARTICLE = "content/articles/a.md"
SECONDS = 2.0  # of work for one text, on a machine of 2026 without a fuzzer around it
T = TypeVar("T")
_HEAD = re.compile(rb"^=== ([^\n\0]{1,200})\n", re.MULTILINE)


class Broken(AssertionError):
    """A law that did not hold."""


def text_holds(data: bytes) -> None:
    """One text, whose first line may be its path: `=== content/themes/a.md`."""
    path, text = next(parts(data, is_text), (ARTICLE, data))
    source = Source(path, text)
    read = within_time(lambda: read_source(source))
    in_place(read.reading.diagnostics, {path: text})
    if read != read_source(source):
        raise Broken("another result the second time")


def site_holds(data: bytes) -> None:
    """A small site with files laid over it, each after a line with its path."""
    files = dict(parts(data, lambda path: is_text(path) or path in {SETTINGS_FILE, LEDGER_FILE}))
    inputs = with_files(_base(), files or {ARTICLE: data})
    built = within_time(lambda: build(inputs), len(inputs.written))
    written = {one.path: one.data for one in inputs.written}
    in_place(built.diagnostics, written)
    wrong = [one for path, made in _new(built) for one in unsafe_in(path, made)]
    if wrong:
        raise Broken(f"unsafe: {wrong[:3]}")
    again = build(inputs)
    if (built.artifacts, built.diagnostics) != (again.artifacts, again.diagnostics):
        raise Broken("another result the second time")


TARGETS: Mapping[str, Callable[[bytes], None]] = {"text": text_holds, "site": site_holds}


def parts(data: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """The files in some bytes, each below the line with its path; paths of no use are left out."""
    _before, *pieces = _HEAD.split(data)
    for head, text in zip(pieces[::2], pieces[1::2], strict=True):
        path = head.decode("utf-8", "replace")
        # No disk gives a path that goes back up, or a part of one that is hidden.
        if wanted(path) and not re.search(r"//|/\.", path):
            yield path, text


def with_files(inputs: Inputs, files: Mapping[str, bytes]) -> Inputs:
    """The site with files laid over it, in the order in which a scan gives them."""
    files = dict(files)
    settings, ledger = (files.pop(path, None) for path in (SETTINGS_FILE, LEDGER_FILE))
    sources = {one.path: one for one in inputs.sources}
    sources |= {path: Source(path, data) for path, data in files.items()}
    return replace(
        inputs,
        settings=Source(SETTINGS_FILE, settings) if settings is not None else inputs.settings,
        ledger=Source(LEDGER_FILE, ledger) if ledger is not None else None,
        sources=tuple(sources[path] for path in sorted(sources)),
    )


def within_time(work: Callable[[], T], texts: int = 1) -> T:
    """What work gives; a law is broken when it costs too much of the processor."""
    begun = time.process_time()
    result = work()
    spent = time.process_time() - begun
    if spent > SECONDS * texts:
        raise Broken(f"{spent:.1f} seconds")
    return result


def in_place(found: Iterable[Diagnostic], files: Mapping[str, bytes]) -> None:
    for one in found:
        for where in (one.where, *(edit.where for edit in one.fix if hasattr(edit, "where"))):
            if where.path not in files:
                raise Broken(f"a place in no file: {where} of {one.rule.slug}")
            lines = as_text("", files[where.path].decode("utf-8", "replace")).lines
            rest = "\n".join(lines[where.line - 1 :])[where.column - 1 :]
            inside = 1 <= where.line <= len(lines) and (
                1 <= where.column <= len(lines[where.line - 1]) + 1 and where.length <= len(rest)
            )
            if not inside or where.length < 0:
                raise Broken(f"a place outside its file: {where} of {one.rule.slug}")


def _new(built: Built) -> Iterator[tuple[str, bytes]]:
    plain = _plain_files()
    return ((path, made) for path, made in files_of(built).items() if plain.get(path) != made)


@cache
def _base() -> Inputs:
    with TemporaryDirectory() as folder:
        lay(Path(folder), BASE)
        return scan(Path(folder), TODAY)


@cache
def _plain_files() -> Mapping[str, bytes]:
    return files_of(build(_base()))

"""The preview as it runs: serve, wait for a save, rebuild, have the browsers reload."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer

from zorgpact_site.inputs import Inputs
from zorgpact_site.publishing import Place, hold
from zorgpact_site.serving.handlers import Reloads, Shown, application
from zorgpact_site.serving.rebuilding import Index, Outcome, Rebuilder, Rebuilt, Trouble
from zorgpact_site.serving.warnings import Warnings
from zorgpact_site.serving.watching import next_change, snapshot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Preview:
    """What to serve, and whom to tell.

    `site` is its folder, where what is made is remembered.
    `error_page` gives the page that stands in for all pages, or nothing when all is well;
    `warnings` what pages say of warnings.
    `making` hears how many pictures a rebuild is about to make, `tell` every outcome, `ready`
    once that the preview answers, `tell_no_index` why search lags behind. `index` and
    `last_index` are as for `Rebuilder`.
    """

    site: Path
    scan: Callable[[], Inputs]
    watched: tuple[Path, ...]
    output: Path
    error_page: Callable[[Outcome], bytes]
    warnings: Callable[[Outcome], Warnings]
    making: Callable[[int], None]
    tell: Callable[[Outcome], None]
    ready: Callable[[], None]
    index: Index
    last_index: Index
    tell_no_index: Callable[[Trouble], None]


def serve(preview: Preview, listening: socket.socket) -> None:
    """Serve on a socket that `ports.claim` gave, until interrupted; then close it.

    Raises `KeyboardInterrupt` at the end, and what `publishing.hold` and `publish_held` raise
    but for `OSError` halfway, which is shown and may pass.
    """
    with listening, hold(preview.output) as place:
        asyncio.run(_serve(preview, listening, place))


async def _serve(preview: Preview, listening: socket.socket, place: Place) -> None:
    shown = Shown(place.folder, listening.getsockname()[1])
    rebuilder = Rebuilder(
        scan=preview.scan,
        site=preview.site,
        place=place,
        index=preview.index,
        last_index=preview.last_index,
        making=preview.making,
    )
    rebuilt = asyncio.Event()
    indexing = asyncio.create_task(_index(preview, rebuilder, rebuilt))
    server = HTTPServer(application(shown))
    look = partial(snapshot, preview.watched)
    try:
        seen = look()
        await _rebuild(preview, rebuilder, shown)
        rebuilt.set()
        server.add_socket(listening)
        preview.ready()
        while True:
            # Seen before the rebuild began, so what is saved during one leads to the next.
            seen = await next_change(look, seen)
            await _rebuild(preview, rebuilder, shown)
            rebuilt.set()
    finally:
        indexing.cancel()
        rebuilder.stop()
        server.stop()
        for browser in LiveReloadHandler.waiters.copy():
            browser.close()
        await server.close_all_connections()


async def _rebuild(preview: Preview, rebuilder: Rebuilder, shown: Shown) -> None:
    outcome = await _in_background(rebuilder.rebuild)
    failure, warned = preview.error_page(outcome), preview.warnings(outcome)
    moved = isinstance(outcome, Rebuilt) and outcome.touched
    if moved or (failure, warned) != (shown.failure, shown.warnings) or not shown.stamp:
        # Never a number: the script of livereload would send another back for 1e5.
        shown.stamp = f"b{time.time_ns():x}"
        shown.failure, shown.warnings = failure, warned
        Reloads.reload_waiters("*")
    preview.tell(outcome)


async def _index(preview: Preview, rebuilder: Rebuilder, rebuilt: asyncio.Event) -> None:
    """Index after rebuilds, beside all else; those that come meanwhile are for the next time."""
    while await rebuilt.wait():
        rebuilt.clear()
        trouble = await _in_background(rebuilder.index_again)
        if trouble is not None:
            preview.tell_no_index(trouble)


async def _in_background(function: Callable[[], T]) -> T:
    """Run in a thread that the end of the program does not wait for: a big site takes long."""
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(function())
        except BaseException as error:  # raised again where it is awaited
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(done)

"""The preview as it runs: serve, wait for a save, show it, rebuild, have the browsers reload."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer

from zorgpact_site.inputs import Inputs
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import Place
from zorgpact_site.serving.handlers import LARGEST, application
from zorgpact_site.serving.looking import Looker
from zorgpact_site.serving.rebuilding import Outcome, Overtaken, Rebuilder, Remembering
from zorgpact_site.serving.saves import Saves
from zorgpact_site.serving.screen import Screen
from zorgpact_site.serving.shown import Shown
from zorgpact_site.serving.stirring import stirrings
from zorgpact_site.serving.tree import Index, Tree, Trouble
from zorgpact_site.serving.warnings import Warnings
from zorgpact_site.serving.watching import next_change, snapshot

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Preview:
    """What to serve, and whom to tell.

    `site` is its folder, where what is made is remembered; `remembering` opens that memory.
    `error_page` gives the page that stands in for all pages, or nothing when all is well;
    `warnings` what pages say of warnings.
    `making` hears how many pictures a rebuild is about to make, `tell` every outcome, `ready`
    once that the preview answers, `tell_no_index` why search lags behind. `index` and
    `last_index` are as for `Tree`.
    """

    site: Path
    scan: Callable[[], Inputs]
    remembering: Remembering
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

    Raises `KeyboardInterrupt` at the end, and what `hold` and `publish_held` raise
    but for `OSError` halfway, which is shown and may pass.
    """
    with listening, hold(preview.output) as place:
        asyncio.run(_serve(preview, listening, place))


async def _serve(preview: Preview, listening: socket.socket, place: Place) -> None:
    looker = Looker(preview.scan, preview.site)
    tree = Tree(preview.site, place, preview.index, preview.last_index, preview.making)
    shown = Shown(place.folder, listening.getsockname()[1], moves=looker.moves)
    # What is wrong with a request is told to who sent it: the terminal is for diagnostics.
    logging.getLogger("tornado.general").addHandler(logging.NullHandler())
    server = HTTPServer(application(shown), max_body_size=LARGEST)

    def answer() -> None:
        server.add_socket(listening)
        preview.ready()

    screen = Screen(shown, looker, preview.error_page, preview.warnings, answer)
    rebuilder = Rebuilder(looker, tree, _in_loop(screen.show), preview.remembering)
    saves = Saves(preview.site.resolve(), rebuilder.overtaken)
    rebuilt, showing = asyncio.Event(), asyncio.Lock()
    beside = [
        asyncio.create_task(_show_saves(saves, looker, screen, showing)),
        asyncio.create_task(_index(preview, tree, rebuilt)),
    ]
    try:
        with stirrings(preview.watched, _in_loop(saves.tell)):
            async for outcome in _outcomes(preview, rebuilder, saves, showing):
                screen.tell(outcome)
                preview.tell(outcome)
                rebuilt.set()
                # What is there stays: to look whether any of it can go would hold up a save.
                gc.freeze()
    finally:
        for task in beside:
            task.cancel()
        tree.stop()
        server.stop()
        for browser in LiveReloadHandler.waiters.copy():
            browser.close()
        await server.close_all_connections()


async def _outcomes(
    preview: Preview, rebuilder: Rebuilder, saves: Saves, showing: asyncio.Lock
) -> AsyncIterator[Outcome]:
    """Rebuild at once, and again whenever files are others than those that were seen.

    A rebuild begins when saves are shown: beside each other both would take as long as in turn.
    """
    look = partial(snapshot, preview.watched)
    seen = look()
    while True:
        async with showing:
            pass
        try:
            yield await _in_background(rebuilder.rebuild)
        except Overtaken:
            seen = {}
        # Seen before a rebuild begins, so what is saved during one leads to the next.
        seen = await next_change(look, seen, saves.stirred)


async def _show_saves(saves: Saves, looker: Looker, screen: Screen, showing: asyncio.Lock) -> None:
    """Show texts that are saved, beside rebuilds and before them: their own pages, then all."""
    while True:
        paths = await saves.taken()
        async with showing:
            for show in (partial(looker.save, paths), looker.spread):
                await _in_background(show)
                screen.saved()


async def _index(preview: Preview, tree: Tree, rebuilt: asyncio.Event) -> None:
    """Index after rebuilds, beside all else; those that come meanwhile are for the next time."""
    while await rebuilt.wait():
        rebuilt.clear()
        trouble = await _in_background(tree.index_again)
        if trouble is not None:
            preview.tell_no_index(trouble)


def _in_loop(function: Callable[P, object]) -> Callable[P, None]:
    """The same for other threads: it runs here, soon."""
    loop = asyncio.get_running_loop()

    def call(*given: P.args, **named: P.kwargs) -> None:
        with suppress(RuntimeError):  # the preview has ended
            loop.call_soon_threadsafe(partial(function, *given, **named))

    return call


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

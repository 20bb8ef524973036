"""A whole build: read, make and publish, from memory where that knows."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeAlias

import click

from zorgpact_site.build import Built, examine, finish
from zorgpact_site.cli.exits import Exit, telling_of_what_is_published
from zorgpact_site.cli.options import Common
from zorgpact_site.cli.progress import Progress
from zorgpact_site.cli.published import name_of, note_published
from zorgpact_site.cli.pull_request import Reporter
from zorgpact_site.cli.report import (
    Watch,
    failed,
    say,
    show_diagnostics,
    show_making,
    show_result,
    show_told,
    show_unkept,
    shown,
    worded,
)
from zorgpact_site.cli.told import remember_told
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import is_text
from zorgpact_site.making import made
from zorgpact_site.making.compressing import compressed
from zorgpact_site.making.compressors import require_compressor
from zorgpact_site.outputs.search import searchables
from zorgpact_site.outputs.searchable import Searchable
from zorgpact_site.parallel import Spread, processes
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.publish import publish
from zorgpact_site.publishing.tree import Changes
from zorgpact_site.remembering.memory import Means, from_memory, from_nothing, without_memory
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.remembering.unchanged import Moment, Published, digests, moment
from zorgpact_site.searching import index_beside

# How a build for a folder reads and makes, by what maps over several processes.
_Opened: TypeAlias = Callable[[Path, Spread], AbstractContextManager[Means]]


@dataclass(frozen=True, slots=True)
class Build:
    """A build that was asked for; `asked` names what besides files its result follows from."""

    common: Common
    folder: Path
    reporter: Reporter
    asked: list[str]

    def run(self, *, no_cache: bool) -> Built:
        """Publish the site, or tell what keeps it from that and stop with the exit code for it."""
        try:
            return self._once(from_nothing if no_cache else partial(from_memory, self.common.site))
        except (CannotKeep, MemoryLost) as doubt:
            # Somebody was at the published site or at the memory: neither is believed any more.
            if not no_cache:
                self._note_loss(doubt)
            return self._once(_without_memory)

    def _once(self, opened: _Opened) -> Built:
        common, watch = self.common, Watch()
        changes: Changes | None = None
        try:
            with ExitStack() as remembering:
                with processes(common.jobs) as spread:
                    watch.begin("scan")
                    seen = moment(common.site)
                    inputs = common.scan()
                    if inputs.settings is None:
                        opened = _without_memory  # what is no site gets none
                    read = digests({one.path: one.data for one in inputs.written})
                    shown_spread = Progress(spread, common, watch)
                    means = remembering.enter_context(opened(self.folder, shown_spread))
                    examined = examine(inputs, means.read, watch.begin)
                    # Making pages takes nothing of what was read, and of a large site that is much.
                    examined, inputs = examined.lean(), inputs.about(examined.found)
                    built = finish(inputs, examined, means.make, watch.begin)
                if failed(built.diagnostics, common):
                    self._stop(built, inputs)
                searched = tuple(searchables(built.site)) if built.site else ()
                changes = self._publish(built, searched, watch)
                means.keep(searched, changes.site)
        except MemoryLost as lost:
            if changes is None:
                raise
            self._note_loss(lost)  # what is published needs no memory
        with telling_of_what_is_published():
            self._note(built, inputs, changes, seen, read)
            if common.verbose > 0:
                texts = sum(map(is_text, read))
                click.echo("\n".join(watch.lines(self._told(means, texts, built))), err=True)
        return built

    def _note_loss(self, doubt: CannotKeep | MemoryLost) -> None:
        if isinstance(doubt, MemoryLost) and doubt.refusal:
            self.common.unkept.append(doubt.refusal)

    def _stop(self, built: Built, inputs: Inputs) -> NoReturn:
        """Tell what keeps the site from being published."""
        common, folder = self.common, shown(self.folder)
        show_diagnostics(built.diagnostics, inputs, common)
        self.reporter.write(built.diagnostics, None)
        say(common, "nothing was published; {folder} is as it was", folder=folder)
        raise SystemExit(Exit.CONTENT)

    def _publish(self, built: Built, searched: tuple[Searchable, ...], watch: Watch) -> Changes:
        """Make what is still to be made, and publish all."""
        common, folder = self.common, self.folder
        assert built.site is not None  # noqa: S101 - types: without settings it has failed
        settings = built.site.settings
        compress = settings.publication.compress
        if compress:
            require_compressor()
        self.reporter.look(built.artifacts, folder)
        watch.begin("make")
        begin, lost = partial(show_making, common=common), common.unkept.append
        # Pagefind works by itself, and on one processor: meanwhile pictures are made.
        with (
            index_beside(searched, settings, common.search_memory) as indexed,
            made(built.to_make, common.site, begin, lost) as pictures,
        ):
            watch.begin("search")
            index = indexed()
            smaller_of = (*built.artifacts, *index) if compress else ()
            with compressed(smaller_of, common.site, folder, lost) as smaller:
                watch.begin("publish")
                return publish((*built.artifacts, *pictures, *index, *smaller), folder)

    def _note(
        self,
        built: Built,
        inputs: Inputs,
        changes: Changes,
        seen: Moment,
        read: Mapping[str, bytes],
    ) -> None:
        """Note what was published of files as they were `seen` and `read`, and tell of it."""
        common, found = self.common, built.diagnostics
        pages = sum(artifact.path.endswith(".html") for artifact in built.artifacts)
        texts = {one.path: one.data for one in inputs.written}
        published = Published(self.asked, changes.site.hex(), pages, name_of(found, texts))
        note_published(common.site, seen, read, published, found, lost=common.unkept.append)
        told = worded(found, inputs, common)
        remember_told(published.verdict, told, common)
        show_told(told, common)
        self.reporter.write(found, changes)
        show_result(common, self.folder, pages, changes)
        show_unkept(common)

    def _told(self, means: Means, texts: int, built: Built) -> dict[str, str]:
        """How much of each stage came from memory."""
        fresh = means.fresh()
        if fresh is None:
            return {}
        text = self.common.messages.text
        counts = zip(("read", "render"), fresh, (texts, built.made), strict=True)
        return {
            stage: text("{known} of {all} remembered", known=all_of - new, all=all_of)
            for stage, new, all_of in counts
        }


def _without_memory(_output: Path, spread: Spread) -> AbstractContextManager[Means]:
    return nullcontext(without_memory(spread))

"""The command `build`: checks, and publishes all or nothing."""

import gc
from functools import partial
from pathlib import Path
from typing import Any

import click

from zorgpact_site.build import Built, build
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import (
    Common,
    common,
    gather,
    jobs_option,
    judging,
    output_option,
    published,
)
from zorgpact_site.cli.pull_request import Reporter, report_options
from zorgpact_site.cli.report import Watch, failed, say, show_diagnostics, show_making
from zorgpact_site.making import made
from zorgpact_site.making.compressing import compressed, require_compressor
from zorgpact_site.publishing import CannotKeep, Changes, publish
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.searching import search_index


@click.command("build")
@common
@published
@judging
@output_option
@report_options
@click.option(
    "--no-cache", is_flag=True, help="Lees en maak alles opnieuw, ook wat niet veranderd is."
)
@jobs_option
def build_command(
    *, output: Path | None, report: Path | None, source_url: str, no_cache: bool, **asked: Any
) -> None:
    """Bouw de site en publiceer haar in een keer, of laat de oude heel."""
    common = gather(**asked)
    # What a build makes stays until its end, so looking for what can go is lost time.
    gc.disable()
    folder = output or common.site / "output"
    reporter = Reporter(report, source_url, common)
    with speaking_of_trouble(common.messages):
        try:
            _build(common, folder, reporter, no_cache=no_cache)
        except (CannotKeep, MemoryLost):
            # Somebody was at the published site or at the memory; what they hold is not believed.
            _build(common, folder, reporter, no_cache=True)


def _build(common: Common, folder: Path, reporter: Reporter, *, no_cache: bool) -> None:
    watch = Watch()
    watch.begin("scan")
    inputs = common.scan()
    with common.means(folder, no_cache=no_cache) as means:
        built = build(inputs, means.read, means.make, watch.begin)
        if failed(built.diagnostics, common):
            show_diagnostics(built.diagnostics, inputs, common)
            reporter.write(built.diagnostics, None)
            say(common, "nothing was published; {folder} is as it was", folder=_shown(folder))
            raise SystemExit(Exit.CONTENT)
        compress = bool(built.site and built.site.settings.publication.compress)
        if compress:
            require_compressor()
        reporter.look(built.artifacts, folder)
        watch.begin("search")
        index = search_index(built.site, common.search_memory) if built.site else ()
        watch.begin("make")
        begin = partial(show_making, common=common)
        texts = (*built.artifacts, *index) if compress else ()
        with (
            made(built.to_make, common.site, begin) as pictures,
            compressed(texts, common.site, folder) as smaller,
        ):
            watch.begin("publish")
            changes = publish((*built.artifacts, *pictures, *index, *smaller), folder)
        means.keep()
    show_diagnostics(built.diagnostics, inputs, common)
    reporter.write(built.diagnostics, changes)
    _tell_result(common, built, changes, folder)
    if common.verbose > 0:
        click.echo("\n".join(watch.lines()), err=True)


def _tell_result(common: Common, built: Built, changes: Changes, folder: Path) -> None:
    pages = sum(artifact.path.endswith(".html") for artifact in built.artifacts)
    text = common.messages.text
    counted = text(
        "{pages} pages; files: {added} new, {changed} changed, {removed} removed",
        pages=pages,
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    say(common, "the site is in {folder}", folder=_shown(folder / "index.html"))
    if common.verbose >= 0 and common.format == "text":
        click.echo(f"  {counted}", err=True)


def _shown(path: Path) -> str:
    """A path as short as it can be told: from where the editor stands."""
    resolved = path.resolve()
    here = Path.cwd()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)

"""The command `build`: checks, and publishes all or nothing."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from zorgpact_site.build import Built, build
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import Common, common, gather, judging, output_option, published
from zorgpact_site.cli.pull_request import Reporter, report_options
from zorgpact_site.cli.report import Watch, failed, say, show_diagnostics, show_making
from zorgpact_site.making import made
from zorgpact_site.making.compressing import compressed, require_compressor
from zorgpact_site.publishing import Changes, publish
from zorgpact_site.searching import search_index


@click.command("build")
@common
@published
@judging
@output_option
@report_options
def build_command(
    *, output: Path | None, report: Path | None, source_url: str, **asked: Any
) -> None:
    """Bouw de site en publiceer haar in een keer, of laat de oude heel."""
    common = gather(**asked)
    folder = output or common.site / "output"
    reporter = Reporter(report, source_url, common)
    with speaking_of_trouble(common.messages):
        watch = Watch()
        watch.begin("scan")
        inputs = common.scan()
        built = build(inputs, begin=watch.begin)
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
            compressed(texts, common.site) as smaller,
        ):
            watch.begin("publish")
            changes = publish((*built.artifacts, *pictures, *index, *smaller), folder)
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

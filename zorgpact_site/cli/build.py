"""The command `build`: checks, and publishes all or nothing; or tells that nothing changed."""

import os
from pathlib import Path
from typing import Any

import click

from zorgpact_site.cli.exits import speaking_of_trouble
from zorgpact_site.cli.options import (
    Common,
    common,
    gather,
    jobs_option,
    judging,
    output_option,
    published,
)
from zorgpact_site.cli.report import failed, show_diagnostics, show_result
from zorgpact_site.cli.report_options import report_options
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.inputs import Inputs
from zorgpact_site.publishing import Changes, standing_whole
from zorgpact_site.remembering.unchanged import MEMORY, recall
from zorgpact_site.source import Source
from zorgpact_site.verdicts.memory import FOLDER, Verdicts


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
    folder = output or common.site / "output"
    named = _named(common, folder)
    with speaking_of_trouble(common.messages):
        if not no_cache and report is None and _stands(common, folder, named):
            return
        # Here, as what builds a site takes longer to load than to see that nothing changed.
        from zorgpact_site.cli.building import Build  # noqa: PLC0415
        from zorgpact_site.cli.pull_request import Reporter  # noqa: PLC0415

        reporter = Reporter(report, source_url, common)
        Build(common, folder, reporter, named).run(no_cache=no_cache)


def _named(common: Common, folder: Path) -> list[str]:
    """What a result follows from besides the files of the site and this program."""
    options = common.options
    where = os.path.relpath(folder, common.site)
    return [str(common.today), options.base_url, str(options.drafts), where]


def _stands(common: Common, folder: Path, named: list[str]) -> bool:
    """Whether the site stands as it would be built, or does so now that texts were reworded.

    If so, what the last build told is told again.
    """
    recalled = recall(common.site / MEMORY, common.site, named)
    if recalled is None:
        return False
    last = recalled.published
    if (standing_whole(folder) or b"").hex() != last.site:
        return False
    found = Verdicts(common.site / FOLDER).recall(last.verdict) if last.verdict else ()
    if found is None or failed(found, common):
        return False
    changes = Changes((), (), (), 0)
    if recalled.changed:
        from zorgpact_site.cli.rewording import reword  # noqa: PLC0415 - as above

        reworded = reword(common, folder, recalled, found)
        if reworded is None:
            return False
        changes = reworded
    show_diagnostics(found, _texts_of(found, common), common)
    show_result(common, folder, last.pages, changes)
    return True


def _texts_of(found: tuple[Diagnostic, ...], common: Common) -> Inputs:
    """The texts that these mistakes stand in, which is all that is needed to tell of them."""
    paths = sorted({one.where.path for one in found})
    files = ((path, common.site / path) for path in paths)
    sources = (Source(path, file.read_bytes()) for path, file in files if file.is_file())
    return Inputs(common.today, None, tuple(sources))

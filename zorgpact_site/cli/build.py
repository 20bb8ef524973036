"""The command `build`: checks, and publishes all or nothing; or tells that nothing changed."""

import gc
import os
from pathlib import Path
from typing import Any

import click

from zorgpact_site.cli.exits import speaking_of_trouble, telling_of_what_is_published
from zorgpact_site.cli.options import (
    Common,
    common,
    gather,
    jobs_option,
    judging,
    output_option,
    published,
    require_place_of_its_own,
)
from zorgpact_site.cli.report import Watch, show_result, show_told, show_unkept, worded
from zorgpact_site.cli.report_options import report_options
from zorgpact_site.cli.told import recall_told, remember_told
from zorgpact_site.kinds import is_text
from zorgpact_site.named_errors import read_file
from zorgpact_site.publishing.ahead import looked_ahead
from zorgpact_site.publishing.inventory import looked_at
from zorgpact_site.publishing.rights import umask
from zorgpact_site.remembering.unchanged import MEMORY, Recalled, recall

# Of more files than these another process looks at what stands while this one does other things.
_FEW = 1000


@click.command("build")
@common
@published
@judging
@output_option
@report_options
@click.option(
    "--no-cache",
    is_flag=True,
    help="Lees alle teksten en maak alle pagina’s opnieuw; niet de afbeeldingen en de zoekindex.",
)
@jobs_option
def build_command(
    *, output: Path | None, report: Path | None, source_url: str, no_cache: bool, **asked: Any
) -> object:
    """Bouw de site en publiceer haar in één keer, of laat de oude heel."""
    # What a build makes stays until its end, so looking for what can go is lost time.
    gc.disable()
    common = gather(**asked)
    folder = output or common.site / "output"
    for place in (folder, report):
        require_place_of_its_own(place, common.site)
    named = _named(common, folder)
    with speaking_of_trouble(common.messages):
        if not no_cache and report is None and _stands(common, folder, named):
            return None
        # Here, as what builds a site takes longer to load than to see that nothing changed.
        from zorgpact_site.cli.building import Build  # noqa: PLC0415
        from zorgpact_site.cli.pull_request import Reporter  # noqa: PLC0415

        reporter = Reporter(report, source_url, common)
        # It is not to be freed before the program ends: that would take a tenth of a build.
        return Build(common, folder, reporter, named).run(no_cache=no_cache)


def _named(common: Common, folder: Path) -> list[str]:
    """What a result follows from besides the files of the site and this program.

    So does who may read it: files that only their maker may read are no good to a web server.
    """
    options = common.options
    where = os.path.relpath(folder, common.site)
    return [str(common.today), options.base_url, str(options.drafts), where, f"{umask():o}"]


def _stands(common: Common, folder: Path, named: list[str]) -> bool:
    """Whether the site stands as it would be built, or does so now that texts were reworded.

    If so, what the last build told is told again.
    """
    watch = Watch()
    watch.begin("scan")
    with looked_at(folder, common.jobs) as whole:
        recalled = recall(common.site / MEMORY, common.site, named)
        if recalled is None or (common.strict and recalled.published.verdict):
            return False
        if not recalled.changed:
            watch.begin("publish")
            if (whole() or b"").hex() != recalled.published.site:
                return False
    last, changes = recalled.published, None
    if recalled.changed:
        stood = bytes.fromhex(last.site)
        spread = common.jobs > 1 and len(recalled.seen.files) > _FEW
        with looked_ahead(folder, stood, spread=spread) as looked:
            from zorgpact_site.cli.rewording import reword  # noqa: PLC0415 - as above

            reworded = reword(common, folder, recalled, looked, watch)
        if reworded is None:
            return False
        last, changes = reworded
    watch.begin("report")
    told = recall_told(last.verdict, common)
    if told is None:
        told = _worded_again(last.verdict, common)
        if told is None:
            return False
        remember_told(last.verdict, told, common)
    with telling_of_what_is_published():
        show_told(told, common)
        show_result(common, folder, last.pages, changes)
        show_unkept(common)
        if common.verbose > 0:
            click.echo("\n".join(watch.lines(_remembered(recalled, common))), err=True)
    return True


def _remembered(last: Recalled, common: Common) -> dict[str, str]:
    """What to say of the stages of a build that looked at what changed alone."""
    text = common.messages.text
    if not last.changed:
        return dict.fromkeys(("scan", "publish"), text("nothing changed"))
    every = sum(map(is_text, last.seen.files))
    return {"read": text("{known} of {all} remembered", known=every - len(last.changed), all=every)}


def _worded_again(verdict: str, common: Common) -> str | None:
    """What is told of mistakes, for the first time in this form; None when they are forgotten."""
    # Here, as most builds of what did not change tell it in the same form as the one before.
    from zorgpact_site.inputs import Inputs  # noqa: PLC0415
    from zorgpact_site.source import Source  # noqa: PLC0415
    from zorgpact_site.verdicts.memory import FOLDER, Verdicts  # noqa: PLC0415

    found = Verdicts(common.site / FOLDER).recall(verdict) if verdict else ()
    if found is None:
        return None
    files = ((path, common.site / path) for path in sorted({one.where.path for one in found}))
    sources = (Source(path, read_file(file)) for path, file in files if file.is_file())
    return worded(found, Inputs(common.today, None, tuple(sources)), common)

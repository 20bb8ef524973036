"""The command `check`: it answers from memory when nothing changed since the last time."""

from pathlib import Path
from typing import Any

import click

from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.named_texts import files_argument, texts_named
from zorgpact_site.cli.options import Common, common, gather, jobs_option, judging, published
from zorgpact_site.cli.report import failed, say, show_diagnostics
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.remembering.digests import key_of
from zorgpact_site.verdicts.memory import FOLDER, Verdicts


@click.command("check")
@common
@published
@judging
@click.option(
    "--no-cache", is_flag=True, help="Controleer alles opnieuw, ook als er niets veranderd is."
)
@jobs_option
@files_argument
def check_command(*, no_cache: bool, files: tuple[Path, ...], **asked: Any) -> None:
    """Controleer de inhoud zonder iets te publiceren.

    Met BESTAND ziet u alleen wat er in die teksten staat, en in de instellingen, die voor alle
    teksten gelden.
    """
    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        wanted = texts_named(files, inputs, common)
        found = _anew(inputs, common) if no_cache else remembered(inputs, common)
        if wanted:
            wanted |= {SETTINGS_FILE}
            found = tuple(one for one in found if one.where.path in wanted)
    show_diagnostics(found, inputs, common)
    if not found:
        say(common, "no mistakes found")
    raise SystemExit(Exit.CONTENT if failed(found, common) else Exit.FINE)


def _anew(inputs: Inputs, common: Common) -> tuple[Diagnostic, ...]:
    return common.look(inputs, no_cache=True).diagnostics


def remembered(inputs: Inputs, common: Common) -> tuple[Diagnostic, ...]:
    """All mistakes of a site: from memory when an earlier check saw the same.

    Else only what changed since is read again. What is no site gets no memory.
    """
    if inputs.settings is None:
        return _anew(inputs, common)
    verdicts = Verdicts(common.site / FOLDER)
    key = key_of(inputs)
    known = verdicts.recall(key)
    if known is None:
        known = common.look(inputs).diagnostics
        verdicts.remember(key, known)
    return known

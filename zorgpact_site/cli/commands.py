"""The commands: build, check, serve, new, addresses, links."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from zorgpact_site import __version__
from zorgpact_site.build import Built, build
from zorgpact_site.cli.addresses import addresses
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.links import links
from zorgpact_site.cli.new import new
from zorgpact_site.cli.options import Common, common, gather, judging, output_option, published
from zorgpact_site.cli.report import Watch, failed, show_diagnostics, show_making
from zorgpact_site.cli.serve import serve
from zorgpact_site.making import made
from zorgpact_site.publishing import Changes, publish
from zorgpact_site.searching import search_index


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zorgpact")
def main() -> None:
    """Maak van een map met Markdown-teksten een gecontroleerde, doorverbonden website.

    \b
    Exitcodes: 0 in orde · 1 fouten in de inhoud · 2 verkeerd gebruik ·
    3 schijf, rechten of een onderdeel dat ontbreekt ·
    4 een andere bouw is bezig · 130/143 afgebroken.
    """  # noqa: D301 - click's own sign against rewrapping


@main.command("build")
@common
@published
@judging
@output_option
def build_command(output: Path | None, **asked: Any) -> None:
    """Bouw de site en publiceer haar in een keer, of laat de oude heel."""
    common = gather(**asked)
    folder = output or common.site / "output"
    with speaking_of_trouble(common.messages):
        watch = Watch()
        watch.begin("scan")
        inputs = common.scan()
        built = build(inputs, begin=watch.begin)
        if failed(built, common):
            show_diagnostics(built, inputs, common)
            _say(common, "nothing was published; {folder} is as it was", folder=_shown(folder))
            raise SystemExit(Exit.CONTENT)
        watch.begin("search")
        index = search_index(built.site, common.search_memory) if built.site else ()
        watch.begin("make")
        begin = partial(show_making, common=common)
        with made(built.to_make, common.site, begin) as pictures:
            watch.begin("publish")
            changes = publish((*built.artifacts, *pictures, *index), folder)
    show_diagnostics(built, inputs, common)
    _tell_result(common, built, changes, folder)
    if common.verbose > 0:
        click.echo("\n".join(watch.lines()), err=True)


@main.command("check")
@common
@published
@judging
def check_command(**asked: Any) -> None:
    """Controleer de inhoud zonder iets te publiceren."""
    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        built = build(inputs)
    show_diagnostics(built, inputs, common)
    if not built.diagnostics:
        _say(common, "no mistakes found")
    raise SystemExit(Exit.CONTENT if failed(built, common) else Exit.FINE)


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
    _say(common, "the site is in {folder}", folder=_shown(folder / "index.html"))
    if common.verbose >= 0 and common.format == "text":
        click.echo(f"  {counted}", err=True)


def _say(common: Common, english: str, **values: str) -> None:
    if common.verbose >= 0 and common.format == "text":
        click.echo(common.messages.text(english, **values), err=True)


def _shown(path: Path) -> str:
    """A path as short as it can be told: from where the editor stands."""
    resolved = path.resolve()
    here = Path.cwd()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)


main.add_command(serve)
main.add_command(new)
main.add_command(addresses)
main.add_command(links)

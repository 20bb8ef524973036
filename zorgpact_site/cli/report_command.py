"""The command `report`: what of a site has gone quiet, is missing or waits."""

import sys
from pathlib import Path
from typing import Any

import click

from zorgpact_site.cli.colour import paint, wants_colour
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import common, gather, require_place_of_its_own
from zorgpact_site.cli.report import show_diagnostics
from zorgpact_site.named_errors import named
from zorgpact_site.reporting.stock_page import as_page
from zorgpact_site.reporting.stock_text import as_json, as_text
from zorgpact_site.reporting.text import plain
from zorgpact_site.stocktaking import take_stock


@click.command()
@common
@click.option(
    "--months",
    type=click.IntRange(1, 1200),
    default=12,
    show_default=True,
    metavar="AANTAL",
    help="Na zoveel maanden zonder artikel of bijeenkomst heet iets stil.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van het overzicht.",
)
@click.option(
    "--html",
    metavar="BESTAND",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Schrijf het overzicht ook als pagina voor de redactie; die komt niet op de site.",
)
def report(months: int, html: Path | None, **asked: Any) -> None:
    """Laat zien wat aandacht vraagt: wie stil is, wat ontbreekt, wat blijft liggen."""
    common = gather(**asked)
    messages = common.messages
    require_place_of_its_own(html, common.site)
    with speaking_of_trouble(messages):
        inputs = common.scan()
        built = common.look(inputs)
        if built.site is None:
            show_diagnostics(built.diagnostics, inputs, common)
            raise SystemExit(Exit.CONTENT)
        stock = take_stock(built, built.site, months)
        if html is not None:
            with named(html):
                html.write_text(as_page(stock, messages), "utf-8", newline="\n")
    if common.format == "json":
        click.echo(as_json(stock, messages))
    else:
        click.echo(as_text(stock, messages, paint if wants_colour(sys.stdout) else plain))
    if html is not None and common.verbose >= 0:
        click.echo(messages.text("the page for editors is {path}", path=str(html)), err=True)

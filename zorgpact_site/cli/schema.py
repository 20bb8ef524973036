"""The command `schema`: what front matter may hold, for the completion of text editors."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import SITE_OPTION
from zorgpact_site.kinds import Kind
from zorgpact_site.named_errors import named
from zorgpact_site.reading.read import read_front
from zorgpact_site.reporting.messages import LANGUAGES, Messages, messages_in
from zorgpact_site.scan import scan
from zorgpact_site.schemas import SITE, KnownNames, known_names, schema_of
from zorgpact_site.schemas.documents import Subject
from zorgpact_site.weighing import RULE_NAMES

# By the words of `zorgpact new`; the folders of the texts and the files written are called so too.
_SUBJECTS: dict[str, Subject] = {kind.singular: kind for kind in Kind} | {SITE: SITE}


@click.command()
@click.argument("kind", required=False, metavar="[SOORT]", type=click.Choice(list(_SUBJECTS)))
@click.option(
    "--output",
    metavar="MAP",
    type=click.Path(file_okay=False, path_type=Path),
    help="Schrijf de schema’s van alle soorten in deze map, zoals .zorgpact/schema.",
)
@SITE_OPTION
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nl",
    show_default=True,
    help="Taal van de uitleg in het schema.",
)
def schema(kind: str | None, output: Path | None, site: Path, lang: str) -> None:
    """Geef het JSON-schema van een blok met eigenschappen, met de namen van nu.

    SOORT is article, region, theme, koploper, tool of page, of site voor content/site.yaml.
    Een tekstprogramma dat JSON-schema’s kent, vult daarmee sleutels en namen aan.
    """
    messages = messages_in(lang)
    if (kind is None) == (output is None):
        told = messages.text("name one kind, or give --output to have all of them written")
        click.echo(f"zorgpact: {told}", err=True)
        raise SystemExit(Exit.USAGE)
    with speaking_of_trouble(messages):
        # The day does not matter to names, so none is asked for.
        inputs = scan(site, date.min)
        names = known_names(map(read_front, inputs.sources), RULE_NAMES.settable)
        if output is None:
            click.echo(_written(_SUBJECTS[kind or SITE], names, messages), nl=False)
            return
        output.mkdir(parents=True, exist_ok=True)
        for subject in _SUBJECTS.values():
            path = output / f"{subject}.json"
            with named(path):
                path.write_text(_written(subject, names, messages), "utf-8", newline="\n")
            click.echo(path)


def _written(subject: Subject, names: KnownNames, messages: Messages) -> str:
    made: dict[str, Any] = schema_of(subject, names, messages.text)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"

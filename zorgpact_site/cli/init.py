"""The command `init`: lays down a new site that is ready to build."""

import shlex
from pathlib import Path

import click

from zorgpact_site.cli.asking import ask, on_terminal
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.editing.first_questions import FirstQuestions
from zorgpact_site.editing.laying import lay_down, occupied
from zorgpact_site.editing.starting import HOSTS, Start, files_of
from zorgpact_site.reporting.messages import LANGUAGES, Messages, messages_in

_LISTED = 12  # files in the way; more of them tell nothing new


@click.command()
@click.argument(
    "folder", metavar="[MAP]", default=".", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--title", default="", metavar="TEKST", help="Naam van de site.")
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    help="Adres waar de site komt te staan, zoals https://voorbeeld.nl/.",
)
@click.option(
    "--description", default="", metavar="TEKST", help="Wat de site is, in een of twee zinnen."
)
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    help="Waar de site gepubliceerd wordt; de bestanden daarvoor komen erbij.",
)
@click.option("--no-example", is_flag=True, help="Laat de voorbeelden weg.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nl",
    show_default=True,
    help="Taal van de vragen en meldingen.",
)
def init(
    folder: Path,
    *,
    title: str,
    base_url: str,
    description: str,
    host: str | None,
    no_example: bool,
    lang: str,
) -> None:
    """Zet een nieuwe site klaar in MAP, met voorbeelden, en klaar om te bouwen.

    Op een terminal wordt gevraagd wat ontbreekt; elders zeggen de opties het. Er wordt nooit een
    bestand overschreven: staat er iets in de weg, dan komt er niets.
    """
    messages = messages_in(lang)
    with speaking_of_trouble(messages):
        given = Start(title, base_url, description, host or "", not no_example)
        # Before the first question: answers would be lost.
        _require_free(folder, given, messages)
        questions = FirstQuestions(messages, _say, ask if on_terminal() else None)
        start = questions.start(given)
        if start is None:
            raise _refused(messages)
        files = files_of(start)
        _require_free(folder, start, messages)
        lay_down(folder, files)
    for path in files:
        click.echo(folder / path)
    _tell_next(folder, start, messages)


def _require_free(folder: Path, start: Start, messages: Messages) -> None:
    found = occupied(folder, files_of(start))
    if not found:
        return
    _say(messages.text("these stand in the way, and nothing is ever overwritten:"))
    for path in found[:_LISTED]:
        click.echo(f"  {folder / path}", err=True)
    if len(found) > _LISTED:
        click.echo("  …", err=True)
    _say(messages.text("choose another folder, or first move them away"))
    raise _refused(messages)


def _tell_next(folder: Path, start: Start, messages: Messages) -> None:
    text = messages.text
    lines = [text("your site is ready; go on with:")]
    if folder.resolve() != Path.cwd():
        lines.append(f"  cd {shlex.quote(str(folder))}")
    lines += [f"  zorgpact {command}" for command in ("build", "serve", "new article")]
    lines.append(text("what stands where is told in {path}", path=str(folder / "README.md")))
    if start.host:
        lines.append(text("how to publish is told in {path}", path=str(folder / "PUBLICEREN.md")))
    for line in lines:
        click.echo(line, err=True)


def _say(sentence: str) -> None:
    start = "" if on_terminal() else "zorgpact: "
    click.echo(f"{start}{sentence}", err=True)


def _refused(messages: Messages) -> SystemExit:
    _say(messages.text("nothing was made"))
    return SystemExit(Exit.USAGE)

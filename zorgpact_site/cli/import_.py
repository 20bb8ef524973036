"""The command that makes drafts of old texts, and tells what to look at in them."""

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import SITE_OPTION, read_today
from zorgpact_site.cli.usage import mistaken
from zorgpact_site.diagnostics import Diagnostic, Location, in_reading_order, problem
from zorgpact_site.diagnostics.file_rules import MISSING_SETTINGS
from zorgpact_site.inputs import Inputs, Options
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.reporting.messages import LANGUAGES, Messages, messages_in
from zorgpact_site.scan import scan
from zorgpact_site.source import Source
from zorgpact_site.web_addresses import is_web_address

if TYPE_CHECKING:
    from zorgpact_site.editing.importing.document import Document
    from zorgpact_site.editing.importing.drafting import Imported
    from zorgpact_site.editing.known import Known

_YEARS = re.compile(r"([12]\d{3})(?:-([12]\d{3}))?", re.ASCII)


def _read_years(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> range:
    if typed is None:
        return range(0)
    match = _YEARS.fullmatch(typed.strip())
    years = range(int(match[1]), int(match[2] or match[1]) + 1) if match else range(0)
    if not years:
        raise mistaken("“{typed}” is no row of years; write them as 2014-2021", typed)
    return years


def _read_address(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    if typed and not is_web_address(typed):
        raise mistaken(
            "“{typed}” is no address of a page; write it as https://voorbeeld.nl/oud/pagina/", typed
        )
    return typed


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="BESTAND…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--dry-run", is_flag=True, help="Toon de concepten, maar schrijf niets.")
@click.option(
    "--years",
    metavar="JAAR-JAAR",
    callback=_read_years,
    help="Jaren waaruit de teksten kunnen zijn; anders die rond de artikelen van de site.",
)
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    callback=_read_address,
    help="Adres waar de oude pagina stond, voor links zonder heel adres.",
)
@SITE_OPTION
@click.option(
    "--today",
    metavar="JJJJ-MM-DD",
    callback=read_today,
    help="Dag die als vandaag geldt (anders SOURCE_DATE_EPOCH, anders de klok).",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nl",
    show_default=True,
    help="Taal van de meldingen.",
)
def import_command(
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    years: range,
    base_url: str,
    site: Path,
    today: date,
    lang: str,
) -> None:
    """Maak van oude teksten (HTML of platte tekst) concepten in content/articles/.

    Wat het programma niet zeker weet, staat als opmerking in het concept en wordt hier genoemd.
    Bestanden die er al zijn, blijven zoals ze zijn.
    """
    from zorgpact_site.editing.known import known_from  # noqa: PLC0415 - as in new

    messages = messages_in(lang)
    with speaking_of_trouble(messages):
        inputs = scan(site, today, Options(drafts=True))
        if inputs.settings is None:
            _refuse([_told(problem(MISSING_SETTINGS, Location(SETTINGS_FILE)), messages)], messages)
        documents = _documents(files, base_url, messages)
        known = known_from(inputs)
        drafts = _drafts(documents, known, years)
        pictures = _pictures(documents, site)
        _refuse(_in_the_way(drafts, pictures, known, site, messages), messages)
        if dry_run:
            click.echo("\n".join(one.file.text for one in drafts), nl=False)
        else:
            _write(drafts, pictures, site, messages)
    _tell(documents, drafts, inputs, messages, dry_run=dry_run)


def _documents(
    files: Sequence[Path], base_url: str, messages: Messages
) -> "Mapping[Path, Document]":
    """What the files hold; all that cannot be read are named at once."""
    from zorgpact_site.editing.importing.decoding import Unreadable  # noqa: PLC0415 - as in new
    from zorgpact_site.editing.importing.sources import read_old  # noqa: PLC0415
    from zorgpact_site.editing.importing.telling import why  # noqa: PLC0415

    read: dict[Path, Document] = {}
    trouble: list[str] = []
    for file in files:
        try:
            read[file] = read_old(file, base_url)
        except Unreadable as error:
            trouble.append(f"{file}: {why(error.reason, messages)}")
    _refuse(trouble, messages)
    return read


def _drafts(
    documents: "Mapping[Path, Document]", known: "Known", years: range
) -> "tuple[Imported, ...]":
    from zorgpact_site.editing.importing.drafting import drafted  # noqa: PLC0415
    from zorgpact_site.editing.importing.names import site_names, years_of  # noqa: PLC0415

    names, possible = site_names(known), years or years_of(known)
    return tuple(
        drafted(document, file.stem, names, possible) for file, document in documents.items()
    )


def _pictures(documents: "Mapping[Path, Document]", site: Path) -> Sequence[tuple[str, bytes]]:
    """The pictures that the site does not have yet, each with its path there."""
    found = (pair for document in documents.values() for pair in document.pictures)
    unique = dict.fromkeys(
        (f"content/media/{name}", Path(file).read_bytes()) for name, file in found
    )
    return [(path, data) for path, data in unique if not _holds(site / path, data)]


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _in_the_way(
    drafts: "Sequence[Imported]",
    pictures: Sequence[tuple[str, bytes]],
    known: "Known",
    site: Path,
    messages: Messages,
) -> list[str]:
    """What has a name already that is wanted for something new."""
    from zorgpact_site.editing.laying import occupied  # noqa: PLC0415

    texts = [one.file.path for one in drafts]
    paths = [*texts, *(path for path, _data in pictures)]
    twice = [path for path, times in Counter(paths).items() if times > 1]
    taken = [*map(known.holder, texts), *twice, *occupied(site, paths)]
    text = "there is a file {path} already"
    return [messages.text(text, path=path) for path in dict.fromkeys(taken) if path]


def _write(
    drafts: "Sequence[Imported]",
    pictures: Sequence[tuple[str, bytes]],
    site: Path,
    messages: Messages,
) -> None:
    from zorgpact_site.editing.laying import lay_down  # noqa: PLC0415

    texts = {one.file.path: one.file.text.encode() for one in drafts}
    try:
        lay_down(site, texts | dict(pictures))
    except FileExistsError as error:
        _refuse(
            [messages.text("there is a file {path} already", path=str(error.filename))], messages
        )
    for path in texts:
        click.echo(site / path)


def _tell(
    documents: "Mapping[Path, Document]",
    drafts: "Sequence[Imported]",
    inputs: Inputs,
    messages: Messages,
    *,
    dry_run: bool,
) -> None:
    """What was left out, what is doubtful, and what a check says of the new texts."""
    from zorgpact_site.cli.colour import paint, wants_colour  # noqa: PLC0415
    from zorgpact_site.editing.importing.judging import judged  # noqa: PLC0415
    from zorgpact_site.editing.importing.telling import left_out  # noqa: PLC0415
    from zorgpact_site.reporting.tally import tally  # noqa: PLC0415
    from zorgpact_site.reporting.text import TextReport, plain, texts_of  # noqa: PLC0415

    sources = tuple(Source(one.file.path, one.file.text.encode()) for one in drafts)
    found = in_reading_order(
        (*(doubt for one in drafts for doubt in one.doubts), *judged(sources, inputs))
    )
    report = TextReport(messages, texts_of(sources), paint if wants_colour(sys.stderr) else plain)
    click.echo(report.all(found), nl=False, err=True)
    for file, document in documents.items():
        for line in left_out(file.name, document.left_out, messages):
            click.echo(line, err=True)
    if found:
        click.echo(tally(found).sentence(messages), err=True)
    if not dry_run:
        told = messages.text("it is a draft: remove the line draft: true to publish it")
        click.echo(told, err=True)


def _told(one: Diagnostic, messages: Messages) -> str:
    return f"{one.where.path}: {messages.message(one)}"


def _refuse(sentences: Sequence[str], messages: Messages) -> None:
    if not sentences:
        return
    for sentence in sentences:
        click.echo(f"zorgpact: {sentence}", err=True)
    click.echo(f"zorgpact: {messages.text('nothing was made')}", err=True)
    raise SystemExit(Exit.USAGE)

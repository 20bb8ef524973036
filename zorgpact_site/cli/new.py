"""The command that starts a new text: it asks or takes flags, and writes one file."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zorgpact_site.cli.asking import ask, on_terminal
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import read_site, read_today
from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.file_rules import MISSING_SETTINGS
from zorgpact_site.editing.questions import ASKED, SEVERAL, flag
from zorgpact_site.kinds import SETTINGS_FILE, Kind
from zorgpact_site.reporting.messages import LANGUAGES, Messages, messages_in
from zorgpact_site.scan import scan

if TYPE_CHECKING:
    from zorgpact_site.editing.known import Known
    from zorgpact_site.editing.new import Request

_KINDS: Mapping[Kind, str] = {
    Kind.ARTICLE: "Begin een artikel: een verslag, aankondiging of ander stuk.",
    Kind.KOPLOPER: "Begin de pagina van een koploper.",
    Kind.REGION: "Begin de pagina van een regio.",
    Kind.THEME: "Begin de pagina van een thema.",
    Kind.TOOL: "Begin de pagina van een hulpmiddel.",
    Kind.PAGE: "Begin een pagina over de site zelf, zoals een colofon.",
}
_SEVERAL = "vaker te geven"
_HELP: Mapping[str, tuple[str, str]] = {
    "event": ("NAAM", "Bijeenkomst waar het artikel over gaat; dan zijn dag en regio nodig."),
    "date": ("DATUM", "Dag van de bijeenkomst of publicatie: 2018-03-27, 2018-03 of 2018."),
    "region": ("NAAM", f"Regio, zoals die op de site heet ({_SEVERAL})."),
    "koplopers": ("NAAM", f"Koploper, zoals die op de site heet ({_SEVERAL})."),
    "themes": ("NAAM", f"Thema, zoals dat op de site heet ({_SEVERAL})."),
    "series": ("NAAM", "Naam van de reeks waar de bijeenkomst bij hoort."),
    "location": ("NAAM", "Gebouw of organisatie waar de bijeenkomst is."),
    "joined": ("DATUM", "Sinds wanneer het een koploper is: 2018-03-27, 2018-03 of 2018."),
    "website": ("URL", "Eigen website."),
    "aliases": ("NAAM", f"Andere naam voor hetzelfde ({_SEVERAL})."),
    "place": ("PLAATS", "Plaats midden in de regio."),
    "color": ("KLEUR", "Kleur, zoals #0f4c5c; donker genoeg voor witte letters."),
    "order": ("GETAL", "Plaats in de lijst van thema’s; anders achteraan."),
    "kind": ("SOORT", "Soort hulpmiddel, zoals handreiking."),
    "regions": ("NAAM", f"Regio waar het vandaan komt ({_SEVERAL})."),
    "url": ("URL", "Adres waar het hulpmiddel staat."),
}
_SLUG = click.Option(
    ["--slug"],
    metavar="TEKST",
    help="Eigen laatste deel van het adres; anders volgt het uit de titel.",
)
_PUBLISH = click.Option(
    ["--publish"],
    is_flag=True,
    help="Zet het artikel meteen op de site; anders is het een concept.",
)
_COMMON = (
    click.Option(
        ["--site"],
        metavar="MAP",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=read_site,
        default=".",
        show_default=True,
        help="Map met de site; de teksten staan daarin in content/.",
    ),
    click.Option(
        ["--today"],
        metavar="JJJJ-MM-DD",
        callback=read_today,
        help="Dag die als vandaag geldt (anders SOURCE_DATE_EPOCH, anders de klok).",
    ),
    click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        default="nl",
        show_default=True,
        help="Taal van de vragen en meldingen.",
    ),
)


@click.group()
def new() -> None:
    """Begin een nieuwe tekst, met eigenschappen die kloppen.

    Op een terminal wordt gevraagd wat ontbreekt; elders zeggen de opties het.
    """


def _command(kind: Kind) -> click.Command:
    """The command for one kind of text, with a flag for each of its questions."""
    flags = [
        click.Option([flag(key), key], multiple=key in SEVERAL, metavar=metavar, help=text)
        for key in ASKED[kind]
        for metavar, text in [_HELP[key]]
    ]
    title = click.Argument(["title"], required=False, metavar="[TITEL]")
    publish = [_PUBLISH] if kind is Kind.ARTICLE else []
    return click.Command(
        kind.singular,
        params=[title, *flags, _SLUG, *publish, *_COMMON],
        callback=partial(_start, kind),
        help=_KINDS[kind],
    )


def _start(
    kind: Kind,
    /,
    *,
    site: Path,
    today: date,
    lang: str,
    slug: str | None,
    publish: bool | None = None,
    **answers: str | tuple[str, ...] | None,
) -> None:
    """Make the text that was asked for, or say why not and touch nothing."""
    # Reading and linking texts takes libraries that the start of other commands can do without.
    from zorgpact_site.editing.interview import Interview  # noqa: PLC0415
    from zorgpact_site.editing.known import known_from  # noqa: PLC0415

    messages = messages_in(lang)
    with speaking_of_trouble(messages):
        inputs = scan(site, today)
        if inputs.settings is None:
            raise _refused([problem(MISSING_SETTINGS, Location(SETTINGS_FILE))], messages)
        known = known_from(inputs)
        # Only articles can be drafts from the start: other kinds have no such flag.
        interview = Interview(kind, known, messages, _say, _asker(), slug, draft=publish is False)
        request = interview.request(_given(answers))
        if request is None:
            raise _refused([], messages)
        path = _make(request, known, site, messages)
    click.echo(path)
    _tell_next(request, known, site, messages)


def _make(request: "Request", known: "Known", site: Path, messages: Messages) -> Path:
    """Write the file, when nothing is in its way and no check will complain of it."""
    from zorgpact_site.editing.laying import lay_down  # noqa: PLC0415 - as above
    from zorgpact_site.editing.new import make, problems  # noqa: PLC0415

    file = make(request, known.today)
    found = problems(file, request, known)
    if found:
        raise _refused(found, messages)
    try:
        lay_down(site, {file.path: file.text.encode()})
    except FileExistsError as error:
        _say(messages.text("there is a file {path} already", path=str(error.filename)))
        raise _refused([], messages) from None
    return site / file.path


def _tell_next(request: "Request", known: "Known", site: Path, messages: Messages) -> None:
    from zorgpact_site.editing import telling  # noqa: PLC0415 - as above

    place = [] if site == Path() else ["--site", str(site)]
    command = shlex.join(["zorgpact", "serve", *place])
    for line in telling.what_next(request, known.series, command, messages):
        click.echo(line, err=True)


def _asker() -> Callable[[str], str] | None:
    return ask if on_terminal() else None


def _say(sentence: str) -> None:
    start = "" if on_terminal() else "zorgpact: "
    click.echo(f"{start}{sentence}", err=True)


def _refused(found: Sequence[Diagnostic], messages: Messages) -> SystemExit:
    from zorgpact_site.editing import telling  # noqa: PLC0415 - as above

    for one in found:
        _say(telling.told(one, messages))
    _say(messages.text("nothing was made"))
    return SystemExit(Exit.USAGE)


def _given(answers: Mapping[str, str | tuple[str, ...] | None]) -> dict[str, Sequence[str]]:
    """What flags say, by key, in one form for single and repeated flags."""
    return {
        key: [answer] if isinstance(answer, str) else answer
        for key, answer in answers.items()
        if answer is not None
    }


for _kind in Kind:
    new.add_command(_command(_kind))

"""The commands, each in a module of its own that is loaded only when it is asked for."""

import gettext
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click
from click.shell_completion import CompletionItem

from zorgpact_site import __version__
from zorgpact_site.cli.unread import ending_unread
from zorgpact_site.cli.usage import speak

# Where each command is, and the first sentence of its help, which `--help` tells without loading
# any. An unchanged `check` answers before what another needs would be loaded.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "addresses": (
        "zorgpact_site.cli.addresses:addresses",
        "Vergelijk de adressen van de site met die ooit gepubliceerd zijn.",
    ),
    "build": (
        "zorgpact_site.cli.build:build_command",
        "Bouw de site en publiceer haar in één keer, of laat de oude heel.",
    ),
    "check": (
        "zorgpact_site.cli.check:check_command",
        "Controleer de inhoud zonder iets te publiceren.",
    ),
    "completion": (
        "zorgpact_site.cli.completion:completion",
        "Geef het script waarmee uw shell opdrachten en opties aanvult met Tab.",
    ),
    "explain": (
        "zorgpact_site.cli.explain:explain",
        "Leg uit waarom een pagina toont wat ze toont, of wat een controle betekent.",
    ),
    "fix": (
        "zorgpact_site.cli.fix:fix",
        "Herstel fouten waarvan zeker is hoe het wel moet.",
    ),
    "import": (
        "zorgpact_site.cli.import_:import_command",
        "Maak van oude teksten (HTML of platte tekst) concepten in content/articles/.",
    ),
    "init": (
        "zorgpact_site.cli.init:init",
        "Zet een nieuwe site klaar in MAP, met voorbeelden, en klaar om te bouwen.",
    ),
    "links": (
        "zorgpact_site.cli.links:links",
        "Bezoek de andere sites waarnaar de teksten linken, en meld wat verdween of verhuisde.",
    ),
    "merge": (
        "zorgpact_site.cli.rename:merge",
        "Voeg twee teksten over hetzelfde samen tot één.",
    ),
    "new": (
        "zorgpact_site.cli.new:new",
        "Begin een nieuwe tekst, met eigenschappen die kloppen.",
    ),
    "rename": (
        "zorgpact_site.cli.rename:rename",
        "Geef een tekst een andere naam, overal op de site.",
    ),
    "report": (
        "zorgpact_site.cli.report_command:report",
        "Laat zien wat aandacht vraagt: wie stil is, wat ontbreekt, wat blijft liggen.",
    ),
    "schema": (
        "zorgpact_site.cli.schema:schema",
        "Geef het JSON-schema van een blok met eigenschappen, met de namen van nu.",
    ),
    "serve": (
        "zorgpact_site.cli.serve:serve",
        "Toon de site terwijl u schrijft: na elke keer bewaren ververst de browser vanzelf.",
    ),
}

_OPTIONS, _SUBCOMMAND = "[OPTIES]", "OPDRACHT …"


class Commands(click.Group):
    """A group of commands that are loaded by name."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read what was typed, and say what is wrong with it in the language that it asks for."""
        speak(args)
        with ending_unread():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Do what was asked."""
        with ending_unread():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table is ours
        _name_parts(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed first, which click looks for among those that are loaded."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, None, COMMANDS, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click asks
        """What all commands do, in whole sentences: click would cut them off."""
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl([(name, told) for name, (_, told) in sorted(COMMANDS.items())])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names that begin so, with what they do for shells that show it."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=COMMANDS[name][1])
            for name in self.list_commands(ctx)
            if name.startswith(incomplete)
        ]


def _name_parts(command: click.Command) -> None:
    """Name in Dutch what can be typed after a command: click has no translation of these."""
    command.options_metavar = _OPTIONS
    if isinstance(command, click.Group):
        command.subcommand_metavar = _SUBCOMMAND
        for one in command.commands.values():
            _name_parts(one)


@click.group(
    cls=Commands,
    options_metavar=_OPTIONS,
    subcommand_metavar=_SUBCOMMAND,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__,
    prog_name="zorgpact",
    message="%(prog)s %(version)s",
    help="Toon de versie, meer niet.",
)
def main() -> None:
    """Maak van een map met Markdown-teksten een gecontroleerde, doorverbonden website.

    \b
    Exitcodes: 0 in orde · 1 fouten in de inhoud · 2 verkeerd gebruik ·
    3 schijf, rechten of een onderdeel dat ontbreekt ·
    4 een andere bouw is bezig · 129/130/141/143 afgebroken.
    """  # noqa: D301 - click's own sign against rewrapping
    for stream in (sys.stdout, sys.stderr):
        # A name of a file need not be UTF-8, and must not keep its mistake from being told.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

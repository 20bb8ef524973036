"""The commands, each in a module of its own that is loaded only when it is asked for."""

import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper

import click
from click.shell_completion import CompletionItem

from zorgpact_site import __version__

# Where each command is. An unchanged `check` answers before what another needs would be loaded.
COMMANDS: Mapping[str, str] = {
    "addresses": "zorgpact_site.cli.addresses:addresses",
    "build": "zorgpact_site.cli.build:build_command",
    "check": "zorgpact_site.cli.check:check_command",
    "completion": "zorgpact_site.cli.completion:completion",
    "explain": "zorgpact_site.cli.explain:explain",
    "fix": "zorgpact_site.cli.fix:fix",
    "import": "zorgpact_site.cli.import_:import_command",
    "init": "zorgpact_site.cli.init:init",
    "links": "zorgpact_site.cli.links:links",
    "merge": "zorgpact_site.cli.rename:merge",
    "new": "zorgpact_site.cli.new:new",
    "rename": "zorgpact_site.cli.rename:rename",
    "report": "zorgpact_site.cli.report_command:report",
    "schema": "zorgpact_site.cli.schema:schema",
    "serve": "zorgpact_site.cli.serve:serve",
}


class Commands(click.Group):
    """A group of commands that are loaded by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table is ours
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names that begin so; their explanations would take loading every command."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        names = self.list_commands(ctx)
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zorgpact")
def main() -> None:
    """Maak van een map met Markdown-teksten een gecontroleerde, doorverbonden website.

    \b
    Exitcodes: 0 in orde · 1 fouten in de inhoud · 2 verkeerd gebruik ·
    3 schijf, rechten of een onderdeel dat ontbreekt ·
    4 een andere bouw is bezig · 130/143 afgebroken.
    """  # noqa: D301 - click's own sign against rewrapping
    for stream in (sys.stdout, sys.stderr):
        # A name of a file need not be UTF-8, and must not keep its mistake from being told.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

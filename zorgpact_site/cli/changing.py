"""What commands share that change texts: the diff, the question, and the way to the disk."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zorgpact_site.cli.exits import Exit
from zorgpact_site.diagnostics import Location, problem
from zorgpact_site.diagnostics.file_rules import MISSING_SETTINGS
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.refusals import why

if TYPE_CHECKING:
    from zorgpact_site.editing.changes import Change

_COLORS = {"out": "red", "in": "green", "place": "cyan"}
_ESCAPE = "\x1b"


def show_diff(changes: "Iterable[Change]") -> None:
    """Print a diff, in colour on a terminal."""
    from zorgpact_site.editing.changes import diff  # noqa: PLC0415 - difflib is slow to load

    on_screen = sys.stdout.isatty()
    for role, line in diff(changes):
        # What stands in a text must not steer the terminal.
        shown = line.replace(_ESCAPE, "␛") if on_screen else line
        click.echo(click.style(shown, fg=_COLORS.get(role), bold=role == "file"), nl=False)


def stored(root: Path, changes: "Sequence[Change]", messages: Messages) -> str:
    """Write all changes or none; the path of a file that changed meanwhile, empty when all is well.

    Ends the program when the machine refuses.
    """
    from zorgpact_site.editing.storing import Moved, store  # noqa: PLC0415 - as above

    try:
        store(root, changes)
    except Moved as moved:
        return moved.path
    except OSError as error:
        say(
            messages.text(
                "the machine refuses: {reason} ({path}); all texts are as they were",
                reason=why(error, messages),
                path=str(error.filename or ""),
            )
        )
        raise SystemExit(Exit.ENVIRONMENT) from None
    return ""


def say_no_site(messages: Messages) -> None:
    """Tell that no site is here, and how to name the folder where it is."""
    from zorgpact_site.editing.telling import told  # noqa: PLC0415 - as above

    say(told(problem(MISSING_SETTINGS, Location(SETTINGS_FILE)), messages))


def say(sentence: str) -> None:
    """Tell something on standard error."""
    click.echo(f"zorgpact: {sentence}", err=True)

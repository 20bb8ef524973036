"""Texts that are named on the command line, as paths from the site."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from zorgpact_site.cli.exits import Exit
from zorgpact_site.cli.options import Common
from zorgpact_site.inputs import Inputs

F = TypeVar("F", bound=Callable[..., Any])


def files_argument(function: F) -> F:
    """Let a command take the files that it is about."""
    return click.argument(
        "files", nargs=-1, metavar="[BESTAND]...", type=click.Path(path_type=Path)
    )(function)


def texts_named(files: Sequence[Path], inputs: Inputs, common: Common) -> frozenset[str]:
    """The texts that were named, as paths from the site; none when none was."""
    known = {one.path for one in inputs.sources}
    known |= {inputs.settings.path} if inputs.settings else set()
    root, found = common.site.resolve(), set[str]()
    for file in files:
        whole = file.resolve()
        path = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else ""
        path = path if path in known else file.as_posix()
        if path not in known:
            told = common.messages.text("{path} is no text of this site", path=str(file))
            click.echo(f"zorgpact: {told}", err=True)
            raise SystemExit(Exit.USAGE)
        found.add(path)
    return frozenset(found)

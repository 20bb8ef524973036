"""What commands print: diagnostics, and the result in a line."""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from zorgpact_site.cli.colour import paint, wants_colour
from zorgpact_site.cli.options import Common
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.publishing import Changes
from zorgpact_site.reporting.machine import as_github, as_json
from zorgpact_site.reporting.tally import tally
from zorgpact_site.reporting.text import TextReport, plain, texts_of

_MANY = 50  # pictures, which may take more than a few seconds


def show_diagnostics(found: tuple[Diagnostic, ...], inputs: Inputs, common: Common) -> None:
    """Print what is wrong: as text on standard error, for programs on standard output."""
    messages, sources = common.messages, inputs.written
    match common.format:
        case "json":
            click.echo(as_json(found, messages))
        case "github":
            if found:
                click.echo(as_github(found, messages, common.prefix))
        case "sarif":
            # Here, as the other forms can do without.
            from zorgpact_site.reporting.sarif import as_sarif  # noqa: PLC0415

            click.echo(as_sarif(found, messages, sources, common.prefix))
        case _:
            texts = texts_of(sources, found)
            colour = wants_colour(sys.stderr)
            report = TextReport(messages, texts, paint if colour else plain)
            click.echo(report.all(found), nl=False, err=True, color=colour)
            if found:
                click.echo(tally(found).sentence(messages), err=True)


def show_making(count: int, common: Common) -> None:
    """Say what takes long, when it does: the pictures of a whole site take minutes."""
    if count >= _MANY and common.verbose >= 0 and common.format == "text":
        told = common.messages.text(
            "{count} pictures are being made; that takes a while, but only this once", count=count
        )
        click.echo(told, err=True)


def show_result(common: Common, folder: Path, pages: int, changes: Changes) -> None:
    """Say where the site is, and what the publication did to it."""
    say(common, "the site is in {folder}", folder=shown(folder / "index.html"))
    if common.verbose >= 0 and common.format == "text":
        counted = common.messages.text(
            "{pages} pages; files: {added} new, {changed} changed, {removed} removed",
            pages=pages,
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
        )
        click.echo(f"  {counted}", err=True)


def shown(path: Path) -> str:
    """A path as short as it can be told: from where the editor stands."""
    resolved = path.resolve()
    here = Path.cwd()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)


def failed(found: tuple[Diagnostic, ...], common: Common) -> bool:
    """Whether the content must be mended first."""
    stopping = any(one.weight is Severity.ERROR for one in found)
    return stopping or bool(common.strict and found)


def say(common: Common, english: str, **values: str) -> None:
    """Tell the editor something; programs that read our output need not hear it."""
    if common.verbose >= 0 and common.format == "text":
        click.echo(common.messages.text(english, **values), err=True)


@dataclass(slots=True)
class Watch:
    """Measures stages: each begins where the one before ends."""

    stages: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, stage: str) -> None:
        """Note that a stage starts."""
        self.stages.append((stage, time.perf_counter()))

    def lines(self, fresh: Mapping[str, str]) -> list[str]:
        """Each stage with its time in milliseconds and what was remembered, and the total."""
        end = time.perf_counter()
        ends = [*(start for _stage, start in self.stages[1:]), end]
        lines = [
            f"  {stage:<8} {1000 * (stop - start):8.1f} ms  {fresh.get(stage, '')}".rstrip()
            for (stage, start), stop in zip(self.stages, ends, strict=True)
        ]
        return [*lines, f"  {'':<8} {1000 * (end - self.stages[0][1]):8.1f} ms"]

"""What commands print: diagnostics, and the result in a line."""

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

import click

from zorgpact_site.build import Built
from zorgpact_site.cli.options import Common
from zorgpact_site.inputs import Inputs
from zorgpact_site.reporting.machine import as_github, as_json
from zorgpact_site.reporting.text import Paint, TextReport, plain, texts_of

_STYLES: dict[str, dict[str, object]] = {
    "place": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
}
_MANY = 50  # pictures, which may take more than a few seconds


def show_diagnostics(built: Built, inputs: Inputs, common: Common) -> None:
    """Print what is wrong: as text on standard error, for programs on standard output."""
    match common.format:
        case "json":
            click.echo(as_json(built.diagnostics, common.messages))
        case "github":
            if built.diagnostics:
                click.echo(as_github(built.diagnostics, common.messages))
        case _:
            report = TextReport(
                common.messages,
                texts_of((inputs.settings, *inputs.sources)),
                painted(sys.stderr),
            )
            click.echo(report.all(built.diagnostics), nl=False, err=True)
            if built.diagnostics:
                click.echo(report.summary(built.diagnostics), err=True)


def show_making(count: int, common: Common) -> None:
    """Say what takes long, when it does: the pictures of a whole site take minutes."""
    if count >= _MANY and common.verbose >= 0 and common.format == "text":
        told = common.messages.text(
            "{count} pictures are being made; that takes a while, but only this once", count=count
        )
        click.echo(told, err=True)


def failed(built: Built, common: Common) -> bool:
    """Whether the content must be mended first."""
    return bool(built.errors or (common.strict and built.diagnostics))


def painted(stream: TextIO) -> Paint:
    """How to paint what goes to a stream: in colours on a terminal."""
    return _paint if stream.isatty() else plain


def _paint(text: str, role: str) -> str:
    return click.style(text, **_STYLES[role])  # type: ignore[arg-type]


@dataclass(slots=True)
class Watch:
    """Measures stages: each begins where the one before ends."""

    stages: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, stage: str) -> None:
        """Note that a stage starts."""
        self.stages.append((stage, time.perf_counter()))

    def lines(self) -> list[str]:
        """Each stage with its time in milliseconds, and the total."""
        end = time.perf_counter()
        ends = [*(start for _stage, start in self.stages[1:]), end]
        lines = [
            f"  {stage:<8} {1000 * (stop - start):8.1f} ms"
            for (stage, start), stop in zip(self.stages, ends, strict=True)
        ]
        return [*lines, f"  {'':<8} {1000 * (end - self.stages[0][1]):8.1f} ms"]

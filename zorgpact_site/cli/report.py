"""What commands print: diagnostics, and the result in a line."""

import sys
import time
from dataclasses import dataclass, field

import click

from zorgpact_site.build import Built
from zorgpact_site.cli.options import Common
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.inputs import Inputs
from zorgpact_site.reporting.machine import as_github, as_json
from zorgpact_site.reporting.text import TextReport, plain, texts_of

_STYLES: dict[str, dict[str, object]] = {
    "place": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
}
_MANY = 50  # pictures, which may take more than a few seconds


def show_diagnostics(built: Built, inputs: Inputs, common: Common) -> None:
    """Print what is wrong with a build."""
    show_found(built.diagnostics, inputs, common)


def show_found(found: tuple[Diagnostic, ...], inputs: Inputs, common: Common) -> None:
    """Print what is wrong: as text on standard error, for programs on standard output."""
    match common.format:
        case "json":
            click.echo(as_json(found, common.messages))
        case "github":
            if found:
                click.echo(as_github(found, common.messages))
        case _:
            report = TextReport(
                common.messages,
                texts_of(inputs.written),
                _paint if sys.stderr.isatty() else plain,
            )
            click.echo(report.all(found), nl=False, err=True)
            if found:
                click.echo(report.summary(found), err=True)


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

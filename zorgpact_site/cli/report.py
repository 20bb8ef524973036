"""What commands print: diagnostics, and the result in a line.

What words diagnostics is loaded only then, as a build of what did not change tells again what was
told before.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zorgpact_site.cli.colour import paint, wants_colour
from zorgpact_site.cli.options import Common

if TYPE_CHECKING:
    from zorgpact_site.diagnostics import Diagnostic
    from zorgpact_site.inputs import Inputs
    from zorgpact_site.publishing.tree import Changes

_MANY = 50  # pictures, which may take more than a few seconds


def show_diagnostics(found: "tuple[Diagnostic, ...]", inputs: "Inputs", common: Common) -> None:
    """Print what is wrong: as text on standard error, for programs on standard output."""
    show_told(worded(found, inputs, common), common)


def show_told(told: str, common: Common) -> None:
    """Print diagnostics as they were worded."""
    text = common.format == "text"
    click.echo(told, nl=False, err=text, color=wants_colour(sys.stderr) if text else None)


def worded(found: "tuple[Diagnostic, ...]", inputs: "Inputs", common: Common) -> str:
    """The diagnostics in the form that was asked for, with the end of its last line."""
    messages, sources = common.messages, inputs.written
    match common.format:
        case "json":
            from zorgpact_site.reporting.machine import as_json  # noqa: PLC0415

            return as_json(found, messages) + "\n"
        case "github":
            from zorgpact_site.reporting.machine import as_github  # noqa: PLC0415

            return as_github(found, messages, common.prefix) + "\n" if found else ""
        case "sarif":
            from zorgpact_site.reporting.sarif import as_sarif  # noqa: PLC0415

            return as_sarif(found, messages, sources, common.prefix) + "\n"
    from zorgpact_site.reporting.tally import tally  # noqa: PLC0415
    from zorgpact_site.reporting.text import TextReport, plain, texts_of  # noqa: PLC0415

    brush = paint if wants_colour(sys.stderr) else plain
    report = TextReport(messages, texts_of(sources, found), brush).all(found)
    return f"{report}{tally(found).sentence(messages)}\n" if found else report


def show_making(count: int, common: Common) -> None:
    """Say what takes long, when it does: the pictures of a whole site take minutes."""
    if count >= _MANY and common.verbose >= 0 and common.format == "text":
        told = common.messages.text(
            "{count} pictures are being made; that takes a while, but only this once", count=count
        )
        click.echo(told, err=True)


def show_result(common: Common, folder: Path, pages: int, changes: "Changes | None" = None) -> None:
    """Say where the site is, and what the publication did to it, if there was one."""
    say(common, "the site is in {folder}", folder=shown(folder / "index.html"))
    if common.verbose >= 0 and common.format == "text":
        done = (changes.added, changes.changed, changes.removed) if changes else ((), (), ())
        added, changed, removed = map(len, done)
        counted = common.messages.text(
            "{pages} pages; files: {added} new, {changed} changed, {removed} removed",
            pages=pages,
            added=added,
            changed=changed,
            removed=removed,
        )
        click.echo(f"  {counted}", err=True)


def show_unkept(common: Common) -> None:
    """Say once that the next build will take longer, and why; the site itself is fine."""
    if common.unkept:
        from zorgpact_site.reporting.refusals import why  # noqa: PLC0415 - seldom needed

        first = common.unkept[0]
        reason = why(first, common.messages)
        reason += f" ({first.filename})" if first.filename else ""
        say(common, "not all could be remembered for the next build: {reason}", reason=reason)


def shown(path: Path) -> str:
    """A path as short as it can be told: from where the editor stands."""
    resolved = path.resolve()
    here = Path.cwd()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)


def failed(found: "tuple[Diagnostic, ...]", common: Common) -> bool:
    """Whether the content must be mended first."""
    from zorgpact_site.diagnostics import Severity  # noqa: PLC0415

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

"""How much is wrong: errors, warnings, files, and what a command can mend."""

from collections.abc import Iterable
from dataclasses import dataclass

from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.reporting.messages import Messages


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of mistakes, of files that hold them, and of mistakes that `zorgpact fix` mends."""

    errors: int
    warnings: int
    files: int
    fixable: int

    def counts(self, messages: Messages) -> str:
        """`2 fouten en 1 waarschuwing`; empty when nothing is wrong."""
        told = []
        if self.errors:
            told.append(messages.count("{number} error", "{number} errors", self.errors))
        if self.warnings:
            told.append(messages.count("{number} warning", "{number} warnings", self.warnings))
        return f" {messages.text('and')} ".join(told)

    def sentence(self, messages: Messages) -> str:
        """`2 fouten en 1 waarschuwing in 2 bestanden`, or that nothing is wrong."""
        if not self.errors + self.warnings:
            return messages.text("no mistakes found")
        in_files = messages.count("in {number} file", "in {number} files", self.files)
        told = f"{self.counts(messages)} {in_files}"
        mending = self.mending(messages)
        return f"{told}; {mending}" if mending else told

    def mending(self, messages: Messages) -> str:
        """How many of them a command can mend; empty when there are none."""
        if not self.fixable:
            return ""
        if self.errors + self.warnings == 1:
            return messages.text("to have it mended: zorgpact fix")
        return messages.count(
            "to have {number} of them mended: zorgpact fix",
            "to have {number} of them mended: zorgpact fix",
            self.fixable,
        )


def tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    """Count them."""
    all_ = tuple(diagnostics)
    errors = sum(one.weight is Severity.ERROR for one in all_)
    files = len({one.where.path for one in all_})
    return Tally(errors, len(all_) - errors, files, sum(bool(one.fix) for one in all_))

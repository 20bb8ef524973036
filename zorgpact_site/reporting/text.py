"""Diagnostics as text for a terminal: the line, what is wrong with it, what to do."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.tally import tally
from zorgpact_site.reporting.visible import on_one_line, visible
from zorgpact_site.source import Source, Text, as_text

_WIDTH = 96
_BEFORE = 48
_OF_ONE_FILE = 50  # more cannot be mended in one sitting, and often have one cause
Paint = Callable[[str, str], str]


def plain(text: str, _role: str) -> str:
    """Paint nothing: for pipes and files."""
    return text


@dataclass(frozen=True, slots=True)
class TextReport:
    """Writes diagnostics with their lines; `paint` colours a piece by its role."""

    messages: Messages
    texts: Mapping[str, Text]
    paint: Paint = plain

    def one(self, diagnostic: Diagnostic) -> str:
        """A diagnostic with its line of the source, when it has one."""
        where, weight = diagnostic.where, diagnostic.weight
        role = "error" if weight is Severity.ERROR else "warning"
        head = (
            f"{self.paint(on_one_line(f'{where.path}:{where.line}:{where.column}'), 'place')}  "
            f"{self.paint(self.messages.severity(weight), role)}  {diagnostic.rule.slug}"
        )
        told = visible(self.messages.message(diagnostic))
        message = self.paint(told, role)
        text = self.texts.get(where.path)
        line = text.line(where.line) if text else ""
        if line.strip() and not where.length and where.line > 1:
            where = text.whole_line(where.line) if text else where
        if not line.strip() or not where.length:
            shown = [head, f"  {message}"]
        else:
            number = str(where.line)
            before, marked, after = _cut(line, where.column, where.length)
            gutter = " " * (len(number) + 1)
            carets = self.paint("^" * max(_cells(marked), 1), role)
            indent = " " * _cells(before)
            shown = [head, f"  {number} | {before}{marked}{after}"]
            if _cells(before + marked) + len(told) <= _WIDTH:
                shown.append(f"  {gutter}| {indent}{carets} {message}")
            else:
                shown += [f"  {gutter}| {indent}{carets}", f"  {message}"]
        advice = visible(self.messages.advice(diagnostic))
        return "\n".join([*shown, f"  {advice}"] if advice else shown)

    def all(self, diagnostics: Iterable[Diagnostic]) -> str:
        """All diagnostics, with an empty line after each; of one file at most `_OF_ONE_FILE`.

        Those of a file stand together, under its name when there are several.
        """
        told: list[str] = []
        for path, group in groupby(diagnostics, key=lambda one: one.where.path):
            ones = list(group)
            if len(ones) > 1:
                counts = tally(ones).counts(self.messages)
                told.append(f"{self.paint(on_one_line(f'── {path}'), 'file')}  {counts}")
            told += [self.one(one) for one in ones[:_OF_ONE_FILE]]
            more = len(ones) - _OF_ONE_FILE
            if more > 0:
                told.append(
                    self.messages.text(
                        "and {more} more in {path}", more=more, path=on_one_line(path)
                    )
                )
        return "".join(f"{one}\n\n" for one in told)


def texts_of(
    sources: Iterable[Source | None], diagnostics: Iterable[Diagnostic] | None = None
) -> dict[str, Text]:
    """The texts that frames are cut from; what is not UTF-8 is shown as well as can be.

    With diagnostics only the texts that those are about.
    """
    wanted = None if diagnostics is None else {one.where.path for one in diagnostics}
    return {
        source.path: as_text(source.path, source.data.decode("utf-8", "replace"))
        for source in sources
        if source is not None and (wanted is None or source.path in wanted)
    }


def _cut(line: str, column: int, length: int) -> tuple[str, str, str]:
    """What stands before, at and after a stretch of a line, shortened to fit a terminal."""
    flat = visible(line.replace("\t", " "))
    before, marked, after = (
        flat[: column - 1],
        flat[column - 1 : column - 1 + length],
        flat[column - 1 + length :],
    )
    if len(before) > _BEFORE:
        before = f"…{before[-_BEFORE:]}"
    if len(marked) > _WIDTH - _BEFORE:
        return before, f"{marked[: _WIDTH - _BEFORE]}…", ""
    room = max(_WIDTH - len(before) - len(marked), 0)
    return before, marked, after if len(after) <= room else f"{after[:room]}…"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: none for accents, two for wide signs."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )

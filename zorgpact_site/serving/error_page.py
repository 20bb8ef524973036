"""The page that stands in for every page while the content has errors, and one for warnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template

from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.refusals import why
from zorgpact_site.reporting.tally import tally
from zorgpact_site.reporting.text import texts_of
from zorgpact_site.reporting.visible import visible
from zorgpact_site.serving.rebuilding import Outcome, Rebuilt, Refused
from zorgpact_site.serving.warnings import Warnings
from zorgpact_site.source import Text

_AROUND = 160  # signs of a line shown on either side of what is wrong
_LONGEST = 320  # signs shown of what is wrong itself
EDITOR_EXAMPLE = "vscode://file/{path}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of the source: what is wrong in it, and what stands around that."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake as the page shows it; `link` opens the editor at the place."""

    message: str
    hint: str
    rule: str
    place: str
    link: str
    frame: Frame | None


@dataclass(frozen=True, slots=True)
class File:
    """A file with its mistakes; `folder` and `path` together are its place on this machine."""

    folder: str
    path: str
    count: str
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows, in the language of the messages."""

    language: str
    heading: str
    summary: str
    advice: str
    path_tip: str
    editor_tip: str
    files: Sequence[File] = ()


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """Makes the page. `locate` finds a file on this machine; `editor_url` is a link with holes."""

    messages: Messages
    locate: Callable[[str], Path]
    editor_url: str = ""

    def of(self, outcome: Outcome) -> bytes:
        """The page for an outcome, or nothing when all is well."""
        if isinstance(outcome, Refused):
            return _render(self._refused(outcome.error))
        errors = tuple(one for one in outcome.built.diagnostics if one.weight is Severity.ERROR)
        return _render(self._mistakes(outcome, errors)) if errors else b""

    def warnings(self, outcome: Outcome) -> Warnings:
        """The warnings of an outcome in the words of the error page, for a page of their own."""
        if isinstance(outcome, Refused) or outcome.built.errors or not outcome.built.diagnostics:
            return Warnings()
        found = outcome.built.diagnostics
        view = replace(
            self._mistakes(outcome, found),
            heading=self.messages.text("The site is made, but this could be better"),
            advice="",
        )
        return Warnings(tally(found).counts(self.messages), _render(view))

    def _refused(self, error: OSError) -> View:
        return self._view(refusal(error, self.messages))

    def _mistakes(self, outcome: Rebuilt, errors: tuple[Diagnostic, ...]) -> View:
        texts = texts_of(outcome.inputs.written, errors)
        summary = tally(errors).sentence(self.messages)
        files = [
            self._file(path, tuple(group), texts.get(path))
            for path, group in groupby(errors, lambda one: one.where.path)
        ]
        return self._view(summary, files)

    def _view(self, summary: str, files: Sequence[File] = ()) -> View:
        text = self.messages.text
        return View(
            language=self.messages.language,
            heading=text("The site cannot be made yet"),
            summary=summary,
            advice=text(
                "Mend it and save: this page then shows the site again, without a click of yours."
            ),
            path_tip=text("One click on the name of a file selects its whole path.")
            if files
            else "",
            editor_tip=""
            if self.editor_url or not files
            else text("To turn places into links that open your editor:"),
            files=files,
        )

    def _file(self, path: str, errors: tuple[Diagnostic, ...], text: Text | None) -> File:
        full = self.locate(path).as_posix()
        count = tally(errors).counts(self.messages)
        folder, name = (full.removesuffix(path), path) if full.endswith(path) else ("", full)
        return File(folder, name, count, [self._problem(one, full, text) for one in errors])

    def _problem(self, one: Diagnostic, full: str, text: Text | None) -> Problem:
        where = one.where
        place = self.messages.text(
            "line {line}, column {column}", line=where.line, column=where.column
        )
        link = self.editor_url.format(
            path=quote(full, safe="/:"), line=where.line, column=where.column
        )
        return Problem(
            message=self.messages.message(one),
            hint=self.messages.advice(one),
            rule=one.rule.slug,
            place=place if where.length or where.line > 1 else "",
            link=link,
            frame=_frame(one, text),
        )


def refusal(error: OSError, messages: Messages) -> str:
    """What the machine would not do, in a sentence."""
    return messages.text(
        "the machine refuses: {reason} ({path}); the last good preview stays",
        reason=why(error, messages),
        path=str(error.filename or ""),
    )


def _frame(one: Diagnostic, text: Text | None) -> Frame | None:
    where = one.where
    line = text.line(where.line) if text else ""
    if not line.strip() or not where.length:
        return None
    start, end = where.column - 1, where.column - 1 + where.length
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(marked) > _LONGEST:
        marked, after = f"{marked[:_LONGEST]}…", ""
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    return Frame(before, marked, after)


def _render(view: View) -> bytes:
    return _template().render(view=view, example=EDITOR_EXAMPLE).encode()


@cache
def _template() -> Template:
    file = resources.files("zorgpact_site.serving") / "error.html"
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.from_string(file.read_text(encoding="utf-8"))


def _visible(value: object) -> object:
    """Show what HTML may not hold, or what would turn a line around, as a sign of its own."""
    return visible(value) if isinstance(value, str) else value

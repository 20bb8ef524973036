"""Diagnostics for programs: JSON, and the annotations of GitHub Actions."""

import json
from collections.abc import Iterable
from typing import Any

from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.reporting.messages import Messages

VERSION = 1


def as_json(diagnostics: Iterable[Diagnostic], messages: Messages) -> str:
    """A JSON object with `version` and `diagnostics`; lines and columns count from 1."""
    shown = [diagnostic_values(one, messages) for one in diagnostics]
    return json.dumps({"version": VERSION, "diagnostics": shown}, ensure_ascii=False, indent=2)


def diagnostic_values(one: Diagnostic, messages: Messages) -> dict[str, Any]:
    """One diagnostic, with its texts in the language of the messages."""
    return {
        "rule": one.rule.slug,
        "severity": one.weight.value,
        "path": one.where.path,
        "line": one.where.line,
        "column": one.where.column,
        "length": one.where.length,
        "message": messages.message(one),
        "hint": messages.hint(one),
        "near": list(one.near),
        "file": one.file,
    }


def as_github(diagnostics: Iterable[Diagnostic], messages: Messages) -> str:
    """Workflow commands, one a line, that show as annotations at the changed lines."""
    return "\n".join(_annotation(one, messages) for one in diagnostics)


def _annotation(one: Diagnostic, messages: Messages) -> str:
    kind = "error" if one.weight is Severity.ERROR else "warning"
    end = one.where.column + max(one.where.length, 1)
    place = (
        f"file={_property(one.where.path)},line={one.where.line},"
        f"col={one.where.column},endColumn={end},title={_property(one.rule.slug)}"
    )
    said = f"{messages.message(one)}\n{messages.hint(one)}"
    return f"::{kind} {place}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

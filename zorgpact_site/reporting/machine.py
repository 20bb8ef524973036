"""Diagnostics for programs: JSON, as `docs/check-json.md` tells, and annotations on GitHub."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from zorgpact_site.diagnostics import Add, Diagnostic, Edit, Relink, Replace, Severity, Write
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.tally import tally
from zorgpact_site.reporting.visible import visible

VERSION = 1  # raised when something goes or gets another meaning, not when something is added
# Source: docs.github.com, “Workflow commands”; more of one kind a step stay in the log.
_SHOWN_BY_GITHUB = 10
# Half of a pair, which a text can hold ("\\ud800") but no encoding takes; an escape travels.
_HALF = re.compile("[\ud800-\udfff]")


def as_json(diagnostics: Sequence[Diagnostic], messages: Messages) -> str:
    """A JSON object with `version`, `summary` and `diagnostics`; all counting is from 1."""
    told = {
        "version": VERSION,
        "summary": asdict(tally(diagnostics)),
        "diagnostics": [diagnostic_values(one, messages) for one in diagnostics],
    }
    shown = json.dumps(told, ensure_ascii=False, indent=2)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", shown)


def diagnostic_values(one: Diagnostic, messages: Messages) -> dict[str, Any]:
    """One diagnostic, with its texts in the language of the messages."""
    return {
        "rule": one.rule.slug,
        "severity": one.weight.value,
        **asdict(one.where),
        "message": messages.message(one),
        "hint": messages.hint(one),
        "near": list(one.near),
        "file": one.file,
        "fix": [_edit(edit) for edit in one.fix],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    match edit:
        case Replace(where, text):
            return {"edit": "replace", **asdict(where), "text": text}
        case Add(path, key, value):
            return {"edit": "add", "path": path, "key": key, "value": value}
        case Write(where, value):
            return {"edit": "write", **asdict(where), "value": value}
        case Relink(where, typed, target):
            return {"edit": "relink", **asdict(where), "typed": typed, "target": target}


def as_github(diagnostics: Sequence[Diagnostic], messages: Messages, prefix: str = "") -> str:
    """Workflow commands, one a line, that show as annotations at the changed lines.

    `prefix` is where the site lies in the repository, such as `docs/`. When there are more of a
    kind than GitHub shows, a notice says where the others are.
    """
    lines = [_annotation(one, messages, prefix) for one in diagnostics]
    most = max(Counter(one.weight for one in diagnostics).values(), default=0)
    if most > _SHOWN_BY_GITHUB:
        summary = tally(diagnostics).sentence(messages)
        rest = messages.text("GitHub shows ten of each kind; all are in the log of this step")
        said = f"{summary}\n{rest}"
        lines.append(f"::notice title=zorgpact::{_data(said)}")
    return "\n".join(lines)


def _annotation(one: Diagnostic, messages: Messages, prefix: str) -> str:
    kind = "error" if one.weight is Severity.ERROR else "warning"
    end = one.where.column + max(one.where.length, 1)
    place = (
        f"file={_property(prefix + one.where.path)},line={one.where.line},"
        f"col={one.where.column},endColumn={end},title={_property(one.rule.slug)}"
    )
    said = f"{messages.message(one)}\n{messages.advice(one)}"
    return f"::{kind} {place}::{_data(said)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

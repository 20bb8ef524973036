"""Verdicts of earlier checks, as JSON under the name of all that it follows from."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from zorgpact_site.diagnostics import (
    Add,
    Diagnostic,
    Edit,
    Location,
    Relink,
    Replace,
    Rule,
    Severity,
    Write,
)
from zorgpact_site.remembering.kept_texts import KeptTexts

Verdict = tuple[Diagnostic, ...]
FOLDER = Path(".zorgpact") / "memory" / "verdicts"
_EDITS: Mapping[str, Callable[..., Edit]] = {
    one.__name__: one for one in (Add, Relink, Replace, Write)
}
_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts that are kept in a folder."""

    folder: Path

    def recall(self, key: str) -> Verdict | None:
        """The verdict under a key; None when there is none, or any damage to it."""
        text = KeptTexts(self.folder).recall(key)
        try:
            kept = json.loads(text or "")
            rules = {slug: _rule(slug, **about) for slug, about in kept["rules"].items()}
            return tuple(_diagnostic(rules, **one) for one in kept["found"])
        except _DAMAGE:
            return None

    def remember(self, key: str, verdict: Verdict) -> None:
        """Keep a verdict and forget old ones; what cannot be kept is found again next time."""
        rules = {one.rule.slug: _about(one.rule) for one in verdict}
        found = [_kept(one) for one in verdict]
        text = json.dumps({"rules": rules, "found": found}, separators=(",", ":"))
        KeptTexts(self.folder).remember(key, text)


def _about(rule: Rule) -> dict[str, str]:
    return {
        "severity": rule.severity.value,
        "message": rule.message,
        "hint": rule.hint,
        "about": rule.about,
        "guess": rule.guess,
    }


def _rule(slug: str, severity: str, **texts: str) -> Rule:
    return Rule(slug, Severity(severity), **texts)


def _kept(one: Diagnostic) -> dict[str, Any]:
    return {
        "rule": one.rule.slug,
        "where": _place(one.where),
        "values": one.values,
        "near": one.near,
        "file": one.file,
        "severity": one.severity and one.severity.value,
        "fix": [_edit_kept(edit) for edit in one.fix],
    }


def _diagnostic(
    rules: dict[str, Rule],
    *,
    rule: str,
    where: list[Any],
    values: list[list[str]],
    near: list[str],
    file: str,
    severity: str | None,
    fix: list[list[Any]],
) -> Diagnostic:
    return Diagnostic(
        rules[rule],
        Location(*where),
        tuple((name, value) for name, value in values),
        tuple(near),
        file,
        Severity(severity) if severity else None,
        tuple(_edit(*edit) for edit in fix),
    )


def _place(where: Location) -> list[Any]:
    return [where.path, where.line, where.column, where.length]


def _edit_kept(edit: Edit) -> list[Any]:
    parts = (getattr(edit, field.name) for field in fields(edit))
    return [type(edit).__name__, *(_place(x) if isinstance(x, Location) else x for x in parts)]


def _edit(kind: str, first: Any, *rest: Any) -> Edit:
    """An edit of this kind: its place, or the path of its file, comes first."""
    where = first if isinstance(first, str) else Location(*first)
    return _EDITS[kind](where, *(tuple(x) if isinstance(x, list) else x for x in rest))

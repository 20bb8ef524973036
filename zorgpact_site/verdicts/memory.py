"""Verdicts of earlier checks, each a file of JSON under the name of all that it follows from."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
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

Verdict = tuple[Diagnostic, ...]
FOLDER = Path(".zorgpact") / "memory" / "verdicts"
_KEPT = 8  # with and without drafts, with an address and without, and a try or two before
_LARGEST = 2_000_000  # bytes: a site with thousands of mistakes can wait for its check
_EDITS: Mapping[str, Callable[..., Edit]] = {
    one.__name__: one for one in (Add, Relink, Replace, Write)
}
_DAMAGE = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts that are kept in a folder."""

    folder: Path

    def recall(self, key: str) -> Verdict | None:
        """The verdict under a key; None when there is none, or any damage to it."""
        file = self.folder / f"{key}.json"
        try:
            checksum, _, text = file.read_text("utf-8").partition("\n")
            if checksum != _checksum(key, text):
                return None
            kept = json.loads(text)
            rules = {slug: _rule(slug, **about) for slug, about in kept["rules"].items()}
            found = tuple(_diagnostic(rules, **one) for one in kept["found"])
            os.utime(file)  # used now, so others are older
        except _DAMAGE:
            return None
        return found

    def remember(self, key: str, verdict: Verdict) -> None:
        """Keep a verdict and forget old ones; what cannot be kept is found again next time."""
        rules = {one.rule.slug: _about(one.rule) for one in verdict}
        found = [_kept(one) for one in verdict]
        text = json.dumps({"rules": rules, "found": found}, separators=(",", ":"))
        if len(text) > _LARGEST:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{key}.{os.getpid()}.new"
            new.write_text(f"{_checksum(key, text)}\n{text}", "utf-8")
            new.replace(self.folder / f"{key}.json")
            # Those that a kill left halfway are among them, so they go too in time.
            by_age = sorted(self.folder.iterdir(), key=lambda one: -one.stat().st_mtime_ns)
            for old in by_age[_KEPT:]:
                old.unlink()


def _checksum(key: str, text: str) -> str:
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()


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

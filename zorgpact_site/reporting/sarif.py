"""Diagnostics as SARIF 2.1.0, which code hosts show beside the lines of a change.

Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”, errata 01.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import quote

from zorgpact_site import __version__
from zorgpact_site.diagnostics import Diagnostic, Edit, Location, Replace, Rule, Severity
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.text import texts_of
from zorgpact_site.source import Source, Text

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.OFF: "none"}
_BASE = "%SRCROOT%"  # the root of the repository, wherever that lies
# The one name for a fingerprint that code hosts know; its value is ours.
_FINGERPRINT = "primaryLocationLineHash"


def as_sarif(
    diagnostics: Sequence[Diagnostic],
    messages: Messages,
    sources: Iterable[Source | None],
    prefix: str = "",
) -> str:
    """A SARIF log of one run, with the rules that spoke in it.

    `sources` are the files that diagnostics can be in; `prefix` is where the site lies in the
    repository, such as `docs/`.
    """
    rules = sorted({one.rule.slug: one.rule for one in diagnostics}.items())
    places = {slug: number for number, (slug, _rule) in enumerate(rules)}
    known = tuple(sources)
    crlf = frozenset(one.path for one in known if one and b"\r\n" in one.data)
    writer = _Writer(messages, texts_of(known, diagnostics), crlf, prefix, places)
    run = {
        "tool": {
            "driver": {
                "name": "zorgpact",
                "semanticVersion": __version__,
                "rules": [writer.rule(rule) for _slug, rule in rules],
            }
        },
        "language": messages.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {}},
        "results": [writer.result(one) for one in diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a run.

    `crlf` are the files whose lines end as on Windows; `seen` counts equal mistakes of a file, to
    tell them apart.
    """

    messages: Messages
    texts: Mapping[str, Text]
    crlf: frozenset[str]
    prefix: str
    places: Mapping[str, int]
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def rule(self, rule: Rule) -> dict[str, Any]:
        about = self.messages.text(rule.about)
        return {
            "id": rule.slug,
            "shortDescription": {"text": _first_sentence(about)},
            "fullDescription": {"text": about},
            "help": {"text": about},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }

    def result(self, one: Diagnostic) -> dict[str, Any]:
        message, advice = self.messages.message(one), self.messages.advice(one)
        fixes = list(self._fixes(one.fix))
        return {
            "ruleId": one.rule.slug,
            "ruleIndex": self.places[one.rule.slug],
            "level": _LEVELS[one.weight],
            "message": {"text": f"{message}\n{advice}" if advice else message},
            "locations": [{"physicalLocation": self._physical(one.where)}],
            "partialFingerprints": {_FINGERPRINT: self._fingerprint(one)},
            **({"fixes": fixes} if fixes else {}),
        }

    def _physical(self, where: Location) -> dict[str, Any]:
        file, text = self._file(where.path), self.texts.get(where.path)
        if where == Location(where.path):
            return {"artifactLocation": file}
        if text and not where.length:
            where = text.whole_line(where.line)
        return {"artifactLocation": file, "region": self._region(where)}

    def _file(self, path: str) -> dict[str, str]:
        return {"uri": quote(self.prefix + path, errors="surrogatepass"), "uriBaseId": _BASE}

    def _region(self, where: Location) -> dict[str, Any]:
        line, column = _end(where, self.texts.get(where.path))
        start = {"startLine": where.line, "startColumn": where.column}
        return {**start, "endLine": line, "endColumn": column}

    def _fingerprint(self, one: Diagnostic) -> str:
        """What stays when lines move: the rule, its values, and the line itself."""
        text = self.texts.get(one.where.path)
        line = text.line(one.where.line).strip() if text else ""
        whole = repr((one.rule.slug, one.values, line))
        digest = hashlib.sha256(whole.encode()).hexdigest()[:16]
        place = (one.where.path, digest)
        self.seen[place] += 1
        return f"{digest}:{self.seen[place]}"

    def _fixes(self, edits: Sequence[Edit]) -> Iterator[dict[str, Any]]:
        """One fix, when it can be told as replacements: what comes into a list cannot."""
        replacing = [edit for edit in edits if isinstance(edit, Replace)]
        if not edits or len(replacing) < len(edits):
            return
        replacing.sort(key=lambda edit: edit.where)
        yield {
            "artifactChanges": [
                {
                    "artifactLocation": self._file(path),
                    "replacements": [self._replacement(edit) for edit in of_file],
                }
                for path, of_file in groupby(replacing, key=lambda edit: edit.where.path)
            ]
        }

    def _replacement(self, edit: Replace) -> dict[str, Any]:
        text = edit.text.replace("\n", "\r\n") if edit.where.path in self.crlf else edit.text
        return {"deletedRegion": self._region(edit.where), "insertedContent": {"text": text}}


def _end(where: Location, text: Text | None) -> tuple[int, int]:
    """The line and column just after a stretch, which may run over ends of lines."""
    line, column, left = where.line, where.column, where.length
    while text and line < len(text.lines) and column + left > len(text.line(line)) + 1:
        left -= len(text.line(line)) + 2 - column
        line, column = line + 1, 1
    return line, column + left


def _first_sentence(text: str) -> str:
    first, stop, _rest = text.partition(". ")
    return first + stop.strip()

"""Explanations for programs: JSON."""

import json
from typing import Any

from zorgpact_site.explaining import Absent, Explained, Item, Reason
from zorgpact_site.explaining.rules import RuleExplained
from zorgpact_site.reporting import reasons
from zorgpact_site.reporting.machine import diagnostic_values
from zorgpact_site.reporting.messages import Messages

VERSION = 1


def as_json(told: Explained | Absent | RuleExplained, messages: Messages) -> str:
    """A JSON object with `version`, and `page`, `absent` or `rule` for what was asked."""
    match told:
        case Explained():
            made = {"page": _page(told, messages)}
        case Absent():
            made = {"absent": _absent(told, messages)}
        case RuleExplained():
            made = {"rule": _rule(told, messages)}
    return json.dumps({"version": VERSION, **made}, ensure_ascii=False, indent=2)


def _page(told: Explained, messages: Messages) -> dict[str, Any]:
    return {
        "title": told.title,
        "address": f"/{told.address}",
        "file": told.path,
        "kind": told.kind,
        "template": told.template,
        "parts": {
            part.name.value: [_item(item, messages) for item in part.items] for part in told.parts
        },
    }


def _item(item: Item, messages: Messages) -> dict[str, Any]:
    return {
        "title": item.title,
        "address": f"/{item.address}",
        "file": item.path,
        "sentence": item.sentence,
        "reasons": [_reason(reason, messages) for reason in item.reasons],
    }


def _reason(reason: Reason, messages: Messages) -> dict[str, Any]:
    made: dict[str, Any] = {
        "why": reason.why.value,
        "text": reasons.in_words(reason, messages),
        "value": reason.value,
        "number": reason.number,
        "total": reason.total,
    }
    where = reason.where
    place = {"path": where.path, "line": where.line, "column": where.column} if where else {}
    return {
        name: value for name, value in made.items() if value not in ("", 0) or name == "text"
    } | place


def _absent(told: Absent, messages: Messages) -> dict[str, Any]:
    return {
        "title": told.title,
        "file": told.path,
        "address": f"/{told.address}",
        "reason": _reason(told.reason, messages),
    }


def _rule(told: RuleExplained, messages: Messages) -> dict[str, Any]:
    rule = told.rule
    return {
        "slug": rule.slug,
        "severity": told.weight.value,
        "usual_severity": rule.severity.value,
        "settable": told.settable,
        "message": messages.text(rule.message),
        "hint": messages.text(rule.hint),
        "about": messages.text(rule.about),
        "ignored": [
            {"path": one.where.path, "line": one.where.line, "reason": one.reason}
            for one in told.ignored
        ],
        "found": [diagnostic_values(one, messages) for one in told.found],
    }

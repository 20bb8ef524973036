"""How heavy each diagnostic weighs, after what settings and articles say of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from zorgpact_site.checks import CHECKS, orphan
from zorgpact_site.diagnostics import (
    Diagnostic,
    Rule,
    Severity,
    block_rules,
    field_rules,
    file_rules,
    front_matter_rules,
    in_reading_order,
    literal_rules,
    outside_rules,
    problem,
    reference_rules,
    text_rules,
)
from zorgpact_site.fields import table
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.model.draft import Reading
from zorgpact_site.reading.rule_names import RuleNames, wrong_names

# All rules, those of one subject together, in the order in which people are told of them.
BY_SUBJECT: tuple[tuple[Rule, ...], ...] = (
    file_rules.RULES,
    front_matter_rules.RULES,
    field_rules.RULES,
    (*block_rules.RULES, *text_rules.RULES, *literal_rules.RULES),
    reference_rules.RULES,
    outside_rules.RULES,
    tuple(rule for rule, _check in CHECKS),
)
RULES: tuple[Rule, ...] = tuple(chain.from_iterable(BY_SUBJECT))
# What only some commands look at: that nothing was found says nothing.
_ELSEWHERE = frozenset(rule.slug for rule in outside_rules.RULES)
# Mistakes after which no page can be made well always stop publication.
RULE_NAMES = RuleNames(
    known=frozenset(rule.slug for rule in RULES),
    settable=frozenset(rule.slug for rule in RULES if rule.severity is Severity.WARNING)
    | frozenset(rule.slug for rule, _check in CHECKS)
    | _ELSEWHERE
    | {reference_rules.VANISHED_ADDRESS.slug, reference_rules.WITHDRAWN_ADDRESS.slug},
)


def weigh(
    diagnostics: Iterable[Diagnostic],
    severities: Mapping[str, Severity],
    readings: Sequence[Reading],
    *,
    drafts: bool = False,
    checked: bool = True,
) -> tuple[Diagnostic, ...]:
    """Apply the severities of the settings and the `ignore` of each file; sort by place.

    A draft that is not published stops nobody: without `drafts` its errors weigh as warnings.
    What is still to be filled in belongs in a draft, and whether a text is one is not known while
    its properties cannot be read. While the settings are wrong, nobody knows what their menus
    lead to.
    Of a site that could not be `checked`, nothing tells which checks are silenced without need.
    """
    ignored = _ignored(readings)
    unfinished = _drafts(readings)
    held = set[str]() if drafts else unfinished
    perhaps = unfinished | {reading.path for reading in readings if reading.draft is None}
    used: set[tuple[str, str]] = set()
    kept: list[Diagnostic] = []
    diagnostics = tuple(diagnostics)
    in_doubt = {orphan.RULE} if any(map(_breaks_settings, diagnostics)) else set[Rule]()
    for one in diagnostics:
        place = (one.where.path, one.rule.slug)
        if place in ignored and one.rule.slug in RULE_NAMES.settable:
            used.add(place)
            continue
        if one.rule in in_doubt or (one.rule == literal_rules.GAP and one.where.path in perhaps):
            continue
        severity = severities.get(one.rule.slug, one.rule.severity)
        if severity is Severity.ERROR and one.where.path in held:
            severity = Severity.WARNING
        if severity is not Severity.OFF:
            kept.append(replace(one, severity=severity))
    kept += wrong_names(ignored.values(), RULE_NAMES)
    kept += [
        problem(field_rules.UNUSED_IGNORE, name.where, value=name.text)
        for place, name in ignored.items()
        if checked and place not in used and name.text in RULE_NAMES.settable - _ELSEWHERE
    ]
    return in_reading_order(tuple(kept))


def tells_how(reading: Reading) -> bool:
    """Whether a text says itself how its mistakes weigh."""
    values = reading.draft and reading.draft.values
    return bool(values and (values.get(table.DRAFT) or values.get(table.IGNORE)))


def _breaks_settings(one: Diagnostic) -> bool:
    return one.where.path == SETTINGS_FILE and one.rule.severity is Severity.ERROR


def _drafts(readings: Iterable[Reading]) -> set[str]:
    return {
        reading.path
        for reading in readings
        if reading.draft and reading.draft.values.get(table.DRAFT)
    }


def _ignored(readings: Iterable[Reading]) -> dict[tuple[str, str], Named]:
    return {
        (reading.path, name.text): name
        for reading in readings
        if reading.draft
        for name, _reason in reading.draft.values.get(table.IGNORE) or ()
    }

"""What there is to tell of a rule: its weight here, who ignores it, and what it says now."""

from collections.abc import Iterable
from dataclasses import dataclass

from zorgpact_site.build import Built
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity
from zorgpact_site.fields import table
from zorgpact_site.weighing import RULE_NAMES


@dataclass(frozen=True, slots=True)
class Ignored:
    """That a file silences the rule, where, and why its editor says so."""

    where: Location
    reason: str


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """A rule; `weight` is that of this site, `found` what the rule says of its texts now."""

    rule: Rule
    settable: bool
    weight: Severity
    ignored: tuple[Ignored, ...]
    found: tuple[Diagnostic, ...]


def rule_called(slug: str, rules: Iterable[Rule]) -> Rule | None:
    """The rule with this name, if there is one."""
    return next((rule for rule in rules if rule.slug == slug), None)


def explain_rule(rule: Rule, built: Built) -> RuleExplained:
    """Explain a rule, with what it does on the site as it is."""
    severities = built.site.settings.severities if built.site else {}
    return RuleExplained(
        rule=rule,
        settable=rule.slug in RULE_NAMES.settable,
        weight=severities.get(rule.slug, rule.severity),
        ignored=tuple(
            Ignored(name.where, reason)
            for reading in built.readings
            if reading.draft
            for name, reason in reading.draft.values.get(table.IGNORE) or ()
            if name.text == rule.slug
        ),
        found=tuple(one for one in built.diagnostics if one.rule == rule),
    )

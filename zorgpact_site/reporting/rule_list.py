"""All rules by subject, a line each: what `explain` gives who names none, and the order of docs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from zorgpact_site.diagnostics import Rule, Severity
from zorgpact_site.reporting.explained_json import VERSION
from zorgpact_site.reporting.explanations import with_dots
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.text import Paint, plain
from zorgpact_site.weighing import BY_SUBJECT, RULE_NAMES

Groups = tuple[tuple[str, tuple[Rule, ...]], ...]


def rule_groups(messages: Messages, of_imports: tuple[Rule, ...]) -> Groups:
    """The rules by subject; those of `import` are named by who knows them."""
    text = messages.text
    subjects = (
        text("Files"),
        text("Properties"),
        text("Values"),
        text("Text"),
        text("References"),
        text("Other sites"),
        text("Content"),
    )
    return (*zip(subjects, BY_SUBJECT, strict=True), (text("Imported texts"), of_imports))


@dataclass(frozen=True, slots=True)
class RuleList:
    """The list of all rules; `severities` is what the settings of this site say of some."""

    messages: Messages
    groups: Groups
    severities: Mapping[str, Severity]

    def text(self, paint: Paint = plain) -> str:
        """For a terminal: the name of each rule, its weight on this site, and what it says."""
        rows = [self._row(rule) for _title, rules in self.groups for rule in rules]
        name, weight, _told = (max(map(len, column)) for column in zip(*rows, strict=True))
        parts = []
        for title, rules in self.groups:
            lines = (self._line(rule, name, weight) for rule in rules)
            parts.append("\n".join([f"{paint(title, 'title')} ({len(rules)})", *lines]))
        more = self.messages.text("What one means and how to silence it: zorgpact explain NAME")
        return "\n\n".join([*parts, more])

    def json(self) -> str:
        """For programs."""
        rules = [
            {
                "slug": rule.slug,
                "group": title,
                "severity": self._weight(rule).value,
                "usual_severity": rule.severity.value,
                "settable": rule.slug in RULE_NAMES.settable,
                "message": self.messages.text(rule.message),
            }
            for title, group in self.groups
            for rule in group
        ]
        return json.dumps({"version": VERSION, "rules": rules}, ensure_ascii=False, indent=2)

    def _row(self, rule: Rule) -> tuple[str, str, str]:
        weight = self.messages.severity(self._weight(rule))
        return rule.slug, weight, with_dots(self.messages.text(rule.message))

    def _line(self, rule: Rule, name: int, weight: int) -> str:
        slug, weighs, told = self._row(rule)
        return f"  {slug:<{name}}  {weighs:<{weight}}  {told}"

    def _weight(self, rule: Rule) -> Severity:
        return self.severities.get(rule.slug, rule.severity)

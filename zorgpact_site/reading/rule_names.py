"""The names of checks as editors may use them, in settings and in `ignore`."""

from collections.abc import Iterable
from dataclasses import dataclass

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics.field_rules import FIXED_RULE, UNKNOWN_RULE
from zorgpact_site.fields.types import Named
from zorgpact_site.names import nearest


@dataclass(frozen=True, slots=True)
class RuleNames:
    """All rules, and those whose weight an editor may set."""

    known: frozenset[str]
    settable: frozenset[str]


def wrong_names(names: Iterable[Named], rules: RuleNames) -> Iterable[Diagnostic]:
    """Names that are no rule, or a rule that always holds."""
    for name in names:
        if name.text not in rules.known:
            near = nearest(name.text, rules.settable)
            yield problem(UNKNOWN_RULE, name.where, near=near, value=name.text)
        elif name.text not in rules.settable:
            yield problem(FIXED_RULE, name.where, value=name.text)

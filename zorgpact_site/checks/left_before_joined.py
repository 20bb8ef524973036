"""A koploper that left before it joined."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "left-before-joined",
    Severity.ERROR,
    "this koploper would have left ({left}) before it joined ({joined})",
    "check both dates",
    "The day on which a koploper leaves the Kopgroep lies after the day on which it joins.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the two dates."""
    for koploper in site.koplopers:
        joined, left = koploper.joined, koploper.left
        if joined and left and left.last_day < joined.first_day:
            where = koploper.place_of("left")
            yield problem(RULE, where, joined=str(joined), left=str(left))

"""The vocabulary of mistakes: what can be wrong, where, and what to do about it."""

from zorgpact_site.diagnostics.vocabulary import (
    Diagnostic,
    Location,
    Rule,
    Severity,
    in_reading_order,
    problem,
)

__all__ = ["Diagnostic", "Location", "Rule", "Severity", "in_reading_order", "problem"]

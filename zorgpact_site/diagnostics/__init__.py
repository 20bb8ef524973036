"""The vocabulary of mistakes: what can be wrong, where, and what to do about it."""

from zorgpact_site.diagnostics.vocabulary import (
    Add,
    Diagnostic,
    Edit,
    Location,
    Replace,
    Rule,
    Severity,
    in_reading_order,
    problem,
)

__all__ = [
    "Add",
    "Diagnostic",
    "Edit",
    "Location",
    "Replace",
    "Rule",
    "Severity",
    "in_reading_order",
    "problem",
]

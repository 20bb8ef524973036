"""The vocabulary of mistakes: what can be wrong, where, and what to do about it."""

from zorgpact_site.diagnostics.vocabulary import (
    Add,
    Diagnostic,
    Edit,
    Location,
    Relink,
    Replace,
    Rule,
    Severity,
    Write,
    in_reading_order,
    problem,
)

__all__ = [
    "Add",
    "Diagnostic",
    "Edit",
    "Location",
    "Relink",
    "Replace",
    "Rule",
    "Severity",
    "Write",
    "in_reading_order",
    "problem",
]

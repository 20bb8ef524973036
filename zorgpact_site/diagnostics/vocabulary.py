"""Rule, Severity, Location and Diagnostic: mistakes as values with a place, a reason and a cure."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of a file: `path` relative to the site, `line` and `column` from 1.

    `length` counts characters; 0 means the place has no stretch to underline, and
    line 1, column 1, length 0 stands for the file as a whole.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of mistake.

    `message`, `hint` and `about` are English and double as keys of the message
    catalogues; `message` and `hint` hold named holes such as `{value}` that a
    diagnostic fills. `about` is the rule's paragraph in the documentation.
    """

    slug: str
    severity: Severity
    message: str
    hint: str
    about: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place.

    `values` fill the holes of the rule's texts. `near` names what was perhaps
    meant, best first; when it is not empty the hint becomes that question.
    `file` is a second file the editor may want to open, such as the clashing one.
    """

    rule: Rule
    where: Location
    values: tuple[tuple[str, str], ...] = ()
    near: tuple[str, ...] = ()
    file: str = ""
    severity: Severity | None = None

    @property
    def weight(self) -> Severity:
        """The severity after settings; the rule's own unless they say otherwise."""
        return self.severity or self.rule.severity


def problem(
    rule: Rule,
    where: Location,
    *,
    near: tuple[str, ...] = (),
    file: str = "",
    **values: str | int,
) -> Diagnostic:
    """Make a diagnostic, with `values` for the holes of the rule's texts."""
    filled = tuple((name, str(value)) for name, value in values.items())
    return Diagnostic(rule, where, filled, near, file)


def in_reading_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Sort by place, then by rule, and say each thing once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda one: (one.where, one.rule.slug, one.values)))

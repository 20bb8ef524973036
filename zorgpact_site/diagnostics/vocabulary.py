"""Rule, Severity, Location and Diagnostic: mistakes as values with a place, a reason and a cure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


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
    diagnostic fills. `about` is the rule's paragraph in the documentation. `guess` asks, with
    the hole `{names}`, whether what is near was meant; without it that is “did you mean”.
    """

    slug: str
    severity: Severity
    message: str
    hint: str
    about: str
    guess: str = "did you mean {names}?"


@dataclass(frozen=True, slots=True)
class Replace:
    r"""An edit: what stands at `where` gives way to `text`; with length 0 it is put in there.

    The length counts a line end as one sign and may run over it; `\n` in the text becomes
    the line end of the file.
    """

    where: Location
    text: str


@dataclass(frozen=True, slots=True)
class Add:
    """An edit: the list at `key` of the front matter of a file gains a value."""

    path: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Write:
    """An edit: the value that starts at `where` in the front matter becomes `value`.

    Quotation marks follow from what it needs; of several values a list is made.
    """

    where: Location
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relink:
    """An edit: what the link at `where` leads to, typed as `typed`, becomes `target`.

    Both are without `#anchor`, which stays, as does the label.
    """

    where: Location
    typed: str
    target: str


Edit: TypeAlias = Replace | Add | Write | Relink


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place.

    `values` fill the holes of the rule's texts. `near` names what was perhaps
    meant, best first; when it is not empty the hint becomes that question.
    `file` is a second file the editor may want to open, such as the clashing one.
    `fix` holds the edits that mend it, only when a machine can be sure of them.
    """

    rule: Rule
    where: Location
    values: tuple[tuple[str, str], ...] = ()
    near: tuple[str, ...] = ()
    file: str = ""
    severity: Severity | None = None
    fix: tuple[Edit, ...] = ()

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
    fix: tuple[Edit, ...] = (),
    **values: str | int,
) -> Diagnostic:
    """Make a diagnostic, with `values` for the holes of the rule's texts."""
    filled = tuple((name, str(value)) for name, value in values.items())
    return Diagnostic(rule, where, filled, near, file, fix=fix)


def in_reading_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Sort by place, then by rule, and say each thing once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda one: (one.where, one.rule.slug, one.values)))

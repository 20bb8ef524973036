"""What a field is, and the values that fields gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar, cast

from zorgpact_site.diagnostics import Diagnostic, Location
from zorgpact_site.placed_yaml import Node

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class FieldType(Protocol[T_co]):
    """How the value of a key is read."""

    @property
    def expected(self) -> str:
        """What the value must be, in English, as in “expects {expected}”."""
        ...

    def read(self, node: Node, about: "Field[object]", found: list[Diagnostic]) -> T_co | None:
        """Give the value, or None after adding to `found` why there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """One row of the field table.

    `meaning` is English and a key of the message catalogues; `example` is a value as an
    editor types it. `required` holds for every kind in `where`.
    """

    key: str
    type: FieldType[T_co]
    where: frozenset[str]
    meaning: str
    example: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a file's known keys, and where each key and value stands."""

    found: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)

    def get(self, wanted: Field[T]) -> T | None:
        """The value of a field; None when the key is absent or its value was refused."""
        return cast("T | None", self.found.get(wanted.key))

    def place(self, wanted: Field[object]) -> Location | None:
        """Where the value of a field stands, also when the value was refused."""
        return self.places.get(wanted.key)

"""Values known by being themselves, for memos: to compare large ones would take too long."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """Equal to another when both hold the very same value."""

    value: T

    def __hash__(self) -> int:
        """The number that the value has while it is held."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Whether the other holds this value too."""
        return isinstance(other, Same) and other.value is self.value

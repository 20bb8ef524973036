"""Values of the house as plain lists, texts and numbers, and back: the form that memory keeps.

Only classes that were named beforehand can come back, and making one runs nothing but its own
constructor, so a damaged or malicious memory can do no harm.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

# A list starts with the number of its kind; texts, numbers, truth and None are themselves.
Plain: TypeAlias = "str | int | float | bool | list[Plain] | None"
_TUPLE, _MAPPING, _SET, _DATE = range(4)
_FIRST_CLASS = 4
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


class Packing:
    """Packs and unpacks values of these classes: dataclasses, enumerations, named tuples.

    Classes are numbered in the order given, so a packing only reads what one like it wrote.
    `making` has other ways to make an object of a class from its fields, in their order.
    """

    def __init__(
        self, classes: Iterable[type], making: Mapping[type, Callable[..., Any]] | None = None
    ) -> None:
        self._pack: dict[type, Callable[[Any], Plain]] = {
            tuple: lambda value: [_TUPLE, *map(self.pack, value)],
            date: lambda value: [_DATE, value.isoformat()],
            frozenset: lambda value: [_SET, *sorted(map(self.pack, value), key=repr)],
        }
        self._unpack: list[Callable[[list[Any]], Any]] = [
            lambda plain: tuple(map(self.unpack, plain[1:])),
            lambda plain: {self._name(key): self.unpack(one) for key, one in plain[1:]},
            lambda plain: frozenset(map(self.unpack, plain[1:])),
            lambda plain: date.fromisoformat(plain[1]),
        ]
        for number, known in enumerate(classes, _FIRST_CLASS):
            self._pack[known] = self._packer(known, number)
            self._unpack.append(self._unpacker(known, (making or {}).get(known, known)))

    def pack(self, value: Any) -> Plain:
        """The plain form. Raises TypeError for a value of a class that is not known."""
        kind = type(value)
        if kind in _AS_THEY_ARE:
            return value  # type: ignore[no-any-return]
        if kind in self._pack:
            return self._pack[kind](value)
        if isinstance(value, Mapping):
            return [_MAPPING, *([self.pack(key), self.pack(one)] for key, one in value.items())]
        raise TypeError(f"no plain form of {kind.__qualname__}")

    def unpack(self, plain: Any) -> Any:
        """The value again. Raises what broken input makes Python raise."""
        return self._unpack[plain[0]](plain) if type(plain) is list else plain

    def _name(self, plain: Any) -> Any:
        """The key of a mapping; the same few stand in thousands of them."""
        return sys.intern(plain) if type(plain) is str else self.unpack(plain)

    def _packer(self, known: type, number: int) -> Callable[[Any], Plain]:
        if issubclass(known, Enum):
            return lambda value: [number, value.value]
        names, holders = _fields_of(known), _holders(known)
        get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

        def pack(value: Any) -> Plain:
            plain = [number, *get(value)]
            for place in holders:
                plain[place] = self.pack(plain[place])
            return plain

        return pack

    def _unpacker(self, known: type, make: Callable[..., Any]) -> Callable[[list[Any]], Any]:
        if issubclass(known, Enum):
            return lambda plain: make(plain[1])
        holders = _holders(known)

        def unpack(plain: list[Any]) -> Any:
            for place in holders:
                plain[place] = self.unpack(plain[place])
            return make(*plain[1:])

        return unpack


def _holders(known: type) -> tuple[int, ...]:
    """The places, in a list of a class, of fields that may hold more than plain values."""
    hints = get_type_hints(known)
    return tuple(
        place
        for place, name in enumerate(_fields_of(known), 1)
        if not _AS_THEY_ARE.issuperset(_alternatives(hints[name]))
    )


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _fields_of(known: type) -> tuple[str, ...]:
    if is_dataclass(known):
        return tuple(field.name for field in fields(known))
    return tuple(getattr(known, "_fields"))  # noqa: B009 - else it is a named tuple

"""What a column of the dataset is: its name, its form, its meaning, and how a value is found."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from zorgpact_site.dates import PartialDate
from zorgpact_site.model.site import Site
from zorgpact_site.planning.dataset.ways import Ways

T = TypeVar("T")
Cell: TypeAlias = str | int | float | list[str] | None
Row: TypeAlias = dict[str, Cell]


class Form(StrEnum):
    """What a value looks like, in the words that readers of the page see."""

    TEXT = "tekst"
    KEY = "sleutel"
    WORD = "vast woord"
    ADDRESS = "webadres"
    DATE = "datum"
    TIME = "tijd"
    WHOLE = "geheel getal"
    DECIMAL = "getal"
    TEXTS = "lijst van teksten"
    KEYS = "lijst van sleutels"

    @property
    def several(self) -> bool:
        """Whether a value is a list."""
        return self in {Form.TEXTS, Form.KEYS}

    @property
    def is_number(self) -> bool:
        """Whether a value is a number, which spreadsheets may reckon with."""
        return self in {Form.WHOLE, Form.DECIMAL}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table; `find` gives its value for one thing.

    What is `required` is never empty. `refers` names the table in which a key is to be found,
    and `words` are all that a value may be.
    """

    name: str
    form: Form
    meaning: str
    find: Callable[[T, Ways], object]
    required: bool = False
    refers: str = ""
    words: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name as people would write it."""
        return self.name.replace("_", " ").capitalize()


def _cell(value: object) -> Cell:
    """A value as plain data; None for what is not known."""
    # Not by matching: this is done for nearly every cell of a large site.
    if isinstance(value, str):
        return value or None
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, tuple):
        return list(dict.fromkeys(value))
    if isinstance(value, PartialDate):
        return str(value)
    raise TypeError(f"{value!r} has no form in the dataset")


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table of the dataset: `things` gives what its rows tell of, `key` what sets rows apart."""

    name: str
    title: str
    meaning: str
    things: Callable[[Site, Ways], Iterable[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...] = ("id",)

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    def rows(self, site: Site, ways: Ways) -> Iterator[Row]:
        """The rows in the order of the site, one at a time, as there may be many."""
        found = [(column.name, column.find) for column in self.columns]
        for thing in self.things(site, ways):
            yield {
                name: value if type(value := find(thing, ways)) is str and value else _cell(value)
                for name, find in found
            }

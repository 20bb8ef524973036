"""A text as rules about language look at it: all its words, and what is named in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from zorgpact_site.diagnostics import Location
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage, Role, Stretch, Value
from zorgpact_site.model.told_dates import ToldDate
from zorgpact_site.model.words import Words

# Roles of what the front matter tells.
VALUES = frozenset({Role.TITLE, Role.SUMMARY, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Naming:
    """That a passage uses a name from `start` to `end`; `keys` are all things called so."""

    keys: tuple[Key, ...]
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The name as typed."""
        return self.passage.text[self.start : self.end]

    @property
    def where(self) -> Location:
        """Where it stands in the file."""
        return self.passage.locate(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one text; `entry` knows the things it names, of other articles nothing.

    So its links to articles and pages lead nowhere yet, it has no picture, and its kind says
    nothing. `passages` are title, summary and caption, then those of the body (`words`);
    `alt` describes the picture above the text, empty when there is none.
    """

    entry: Linked
    words: Words
    gathered: Gathered
    namings: tuple[Naming, ...]
    dates: tuple[ToldDate, ...]
    alt: str
    alt_where: Location

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in reading order."""
        return self.gathered.passages


def passages_of(entry: Linked, caption: str, words: Words) -> Iterator[Passage]:
    """The passages of a text in reading order; code has none."""
    yield _value(Role.TITLE, entry.title, entry.place_of("title"))
    if "summary" in entry.places:
        yield _value(Role.SUMMARY, entry.summary, entry.place_of("summary"))
    if caption:
        yield _value(Role.CAPTION, caption, entry.place_of("image"))
    yield from words.passages


def _value(role: Role, words: str, where: Location) -> Passage:
    """The value of a key; typed on one line without marks around it, its words have places."""
    plain = where.length == len(words)
    stretches = (Stretch(0, where.line, where.column),) if plain else ()
    return Passage(role, words, Value(where, stretches))

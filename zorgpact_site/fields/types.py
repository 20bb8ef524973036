"""How single values are read: texts, names, numbers, words."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, Write, problem
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.diagnostics.front_matter_rules import LINK_IN_PROPERTY
from zorgpact_site.fields.field import Field
from zorgpact_site.fields.markup import without_markup
from zorgpact_site.placed_yaml import Node, Scalar, Sequence

T = TypeVar("T")
_INTEGER = re.compile(r"-?\d{1,12}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,4}(?:\.\d{1,12})?", re.ASCII)
_COLOR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
# A language, perhaps a script, perhaps a country: the tags that people use.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?", re.ASCII)
_LANGUAGES = {
    "nederlands": "nl",
    "dutch": "nl",
    "engels": "en",
    "english": "en",
    "duits": "de",
    "frans": "fr",
    "fries": "fy",
    "turks": "tr",
    "arabisch": "ar",
    "pools": "pl",
}
_WITH_COMMA = re.compile(r"-?\d{1,4},\d{1,12}", re.ASCII)
_NUMBERS = re.compile(r"(?<![\d.,])\d{1,12}(?![\d.,])", re.ASCII)
_MARKS = "“”„‟‘’‚‛\"'´`"
LINE_END = "⏎"  # how the end of a line is shown within a message
_SHOWN = 60  # characters of a value that a message repeats: it stays on one line


@dataclass(frozen=True, slots=True)
class Named:
    """A name as an editor typed it, not yet matched to a page."""

    text: str
    where: Location


class OneText(ABC, Generic[T]):
    """A value written as a single text, which either means something or breaks a rule."""

    __slots__ = ()
    expected: ClassVar[str]
    rule: ClassVar[Rule]

    @abstractmethod
    def parse(self, text: str) -> T | None:
        """Give what the text means, None when it means nothing."""

    def guess(self, text: str) -> str:  # noqa: ARG002 - for types that know how people slip
        """Give what was perhaps meant, in the form it should have had; empty when unknown."""
        return ""

    def sure(self, text: str) -> bool:  # noqa: ARG002 - likewise
        """Whether the guess is the only thing that can have been meant."""
        return False

    def parted(self, text: str) -> dict[str, str]:  # noqa: ARG002 - likewise
        """What belongs at this key (under an empty name) and at others; nothing if all is here."""
        return {}

    def hints(self, about: Field[object]) -> dict[str, str]:
        """Fill the holes of the rule's texts, besides the value itself."""
        return {"example": about.example}

    def read(self, node: Node, about: Field[object], found: list[Diagnostic]) -> T | None:
        """Give the value, or None after adding to `found` why there is none."""
        if not isinstance(node, Scalar):
            found.append(wrong_shape(node, about, self.expected))
            return None
        text = " ".join(node.text.split())
        value = self.parse(text)
        if value is None:
            found.append(self._refused(text, node.where, about))
        return value

    def _refused(self, text: str, where: Location, about: Field[object]) -> Diagnostic:
        if parts := self.parted(text):
            first, second = (f"{key or about.key}: {part}" for key, part in parts.items())
            value = shown(text)
            return problem(rules.TWO_VALUES, where, value=value, first=first, second=second)
        holes = {"value": shown(text), **self.hints(about)}
        bare = text.strip(_MARKS)  # those of a word processor, which YAML does not know
        guess = bare if bare and self.parse(bare) is not None else self.guess(bare)
        near = (guess,) if guess and self.parse(guess) is not None else ()
        fix = (Write(where, guess),) if near and (guess == bare or self.sure(bare)) else ()
        return Diagnostic(self.rule, where, tuple(holes.items()), near, fix=fix)


def wrong_shape(node: Node, about: Field[object], expected: str) -> Diagnostic:
    """The diagnostic for a list where a text belongs, and the like."""
    example = f"{about.key}: {about.example}"
    where = node.where
    return problem(rules.WRONG_SHAPE, where, key=about.key, expected=expected, example=example)


@dataclass(frozen=True, slots=True)
class Text(OneText[str]):
    """A text on one line, at most `limit` characters; several lines are joined by spaces.

    A `plain` one is shown to readers as it stands.
    """

    limit: int = 300
    plain: bool = True
    expected: ClassVar[str] = "a text"
    rule: ClassVar[Rule] = rules.TOO_LONG

    def read(self, node: Node, about: Field[object], found: list[Diagnostic]) -> str | None:
        """Give the text; signs for layout in it are told of when readers would see them."""
        text = OneText.read(self, node, about, found)
        if text and self.plain and (bare := without_markup(text)) != text:
            edit = Write(node.where, bare)
            found.append(
                problem(rules.MARKUP_IN_PROPERTY, node.where, near=(shown(bare),), fix=(edit,))
            )
        return text

    def parse(self, text: str) -> str | None:
        """Give the text when it is not too long."""
        return text if len(text) <= self.limit else None

    def hints(self, about: Field[object]) -> dict[str, str]:  # noqa: ARG002 - the limit says it
        """Say how long a text may be."""
        return {"limit": str(self.limit)}


@dataclass(frozen=True, slots=True)
class Name:
    """The name of another page, with its place for when it does not exist."""

    expected: ClassVar[str] = "a name"

    def read(self, node: Node, about: Field[object], found: list[Diagnostic]) -> Named | None:
        """Give the name and where it stands."""
        node = self._unlinked(node, found)
        text = Text(plain=False).read(node, about, found)
        return None if text is None else Named(text, node.where)

    def _unlinked(self, node: Node, found: list[Diagnostic]) -> Node:
        """The name within `[[name]]`, which YAML takes for a list of lists."""
        inner, opened = node, list[Location]()
        while isinstance(inner, Sequence) and len(inner.items) == 1:
            opened.append(inner.where)
            inner = inner.items[0]
        if not opened or not isinstance(inner, Scalar):
            return node
        name, where = inner.text.partition("|")[0].strip(), inner.where
        whole = replace(where, column=where.column - 2, length=where.length + 4)
        is_tight = any((one.line, one.column) == (whole.line, whole.column) for one in opened)
        fix = (Replace(whole, name),) if is_tight and inner.plain else ()
        found.append(problem(LINK_IN_PROPERTY, where, near=(shown(name),), fix=fix))
        return Scalar(name, where)


@dataclass(frozen=True, slots=True)
class LanguageTag(OneText[str]):
    """The code of a language, as `nl` or `en-GB` (RFC 5646)."""

    expected: ClassVar[str] = "the code of a language"
    rule: ClassVar[Rule] = rules.INVALID_LANGUAGE

    def parse(self, text: str) -> str | None:
        """Give the code as typed when it has the form of one."""
        return text if _LANGUAGE.fullmatch(text) else None

    def guess(self, text: str) -> str:
        """Understand the names of languages that are near."""
        return _LANGUAGES.get(text.lower(), "")

    def sure(self, text: str) -> bool:
        """A language has one name."""
        return bool(self.guess(text))


@dataclass(frozen=True, slots=True)
class Number(OneText[float]):
    """A whole number, or one with decimals, between two bounds."""

    lowest: float
    highest: float
    decimals: bool = False
    expected: ClassVar[str] = "a number"
    rule: ClassVar[Rule] = rules.INVALID_NUMBER

    def parse(self, text: str) -> float | None:
        """Give the number when it lies within the bounds."""
        form = _DECIMAL if self.decimals else _INTEGER
        if form.fullmatch(text) and self.lowest <= float(text) <= self.highest:
            return float(text)
        return None

    def guess(self, text: str) -> str:
        """Understand a comma before decimals, and a number with words around it."""
        if self.decimals and self.sure(text):
            return text.replace(",", ".")
        numbers = _NUMBERS.findall(text)
        return numbers[0] if len(numbers) == 1 else ""

    def sure(self, text: str) -> bool:
        """A comma between figures is a point here."""
        return bool(_WITH_COMMA.fullmatch(text))

    def hints(self, about: Field[object]) -> dict[str, str]:
        """Give an example and the bounds."""
        return {"example": f"{about.example} ({self.lowest:g}–{self.highest:g})"}


@dataclass(frozen=True, slots=True)
class Flag(OneText[bool]):
    """True or false; words such as `no` and `on`, which YAML would guess at, are refused."""

    expected: ClassVar[str] = "true or false"
    rule: ClassVar[Rule] = rules.INVALID_FLAG

    def parse(self, text: str) -> bool | None:
        """Understand the words of YAML and the Dutch ones."""
        return {"true": True, "ja": True, "false": False, "nee": False}.get(text.lower())


@dataclass(frozen=True, slots=True)
class Color(OneText[str]):
    """A colour as `#rrggbb`."""

    expected: ClassVar[str] = "a colour"
    rule: ClassVar[Rule] = rules.INVALID_COLOR

    def parse(self, text: str) -> str | None:
        """Give the colour in small letters."""
        return text.lower() if _COLOR.fullmatch(text) else None

    def guess(self, text: str) -> str:
        """Understand a colour without #, and one of three figures, each of which counts twice."""
        figures = text.removeprefix("#").lower()
        return f"#{figures if len(figures) > 3 else ''.join(2 * one for one in figures)}"  # noqa: PLR2004 - three

    def sure(self, text: str) -> bool:
        """Three figures or six are one colour."""
        return bool(self.parse(self.guess(text)))


@dataclass(frozen=True, slots=True)
class Choice(OneText[str]):
    """One of a few words; `dutch` are what editors may type instead, with the word they mean."""

    words: tuple[str, ...]
    dutch: tuple[tuple[str, str], ...] = ()
    expected: ClassVar[str] = "one of a few words"
    rule: ClassVar[Rule] = rules.INVALID_CHOICE

    def parse(self, text: str) -> str | None:
        """Give the word when it is among them."""
        return text if text in self.words else None

    def guess(self, text: str) -> str:
        """The word that a Dutch one stands for, or a known one in capitals."""
        word = text.lower()
        return word if word in self.words else dict(self.dutch).get(word, "")

    def sure(self, text: str) -> bool:
        """A word has one meaning."""
        return bool(self.guess(text))

    def hints(self, about: Field[object]) -> dict[str, str]:  # noqa: ARG002 - the words say it
        """Name the words."""
        return {"choices": ", ".join(self.words)}


def shown(value: str) -> str:
    """A value short enough to stand in a message."""
    flat = " ".join(value.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"

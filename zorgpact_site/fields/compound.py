"""How values made of values are read: lists, groups of keys, reasons by check."""

import re
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.diagnostics.front_matter_rules import COLON_WITHOUT_SPACE
from zorgpact_site.fields.dutch_keys import key_meant_by
from zorgpact_site.fields.field import Field, FieldType, Values
from zorgpact_site.fields.list_slips import comma_at_end, told_as_text
from zorgpact_site.fields.read import is_empty, read_fields
from zorgpact_site.fields.types import Name, Named, OneText, Text, shown, wrong_shape
from zorgpact_site.placed_yaml import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
_FILE = re.compile(r"\.{0,2}/?(?:[\w.-]+/)+[^/]+\.\w{2,4}|[\w.-]+\.(?:pdf|docx|xlsx|pptx|od[tsp])")
_PLAIN = re.compile(r"[\w./][\w ./@:-]{0,80}")  # needs no quotation marks between braces


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """Several values; a single one may stand without the form of a list."""

    item: FieldType[T]
    expected: ClassVar[str] = "a list"

    def read(
        self, node: Node, about: Field[object], found: list[Diagnostic]
    ) -> tuple[T, ...] | None:
        """Give the values that could be read; the others are in `found`."""
        nodes = node.items if isinstance(node, Sequence) and not self._is_link(node) else (node,)
        values: list[T] = []
        holds_text = isinstance(self.item, Text)
        for one in nodes:
            if is_empty(one):
                found.append(problem(rules.EMPTY_VALUE, one.where, key=about.key))
                continue
            value = self.item.read(one, about, found)
            if isinstance(one, Scalar) and holds_text:
                told = told_as_text(one, about.key) if one is node else comma_at_end(one)
                found.extend([told] if told else [])
            if value is not None:
                values.append(value)
            elif one is not node and found[-1].rule is rules.WRONG_SHAPE:
                found[-1] = _within_a_list(found[-1], about)
        return tuple(values)

    def _is_link(self, node: Sequence) -> bool:
        """Whether it is `[[name]]`, which YAML takes for a list of lists."""
        is_name = isinstance(self.item, Name)
        return is_name and len(node.items) == 1 and isinstance(node.items[0], Sequence)


def _within_a_list(told: Diagnostic, about: Field[object]) -> Diagnostic:
    """The same with an example that can stand where the item stands."""
    values = dict(told.values)
    example = values["example"].removeprefix(f"{about.key}: ").strip("[]").partition(", ")
    whole = "".join(example) if example[0].startswith("{") else example[0]
    values["example"] = f"- {whole}"
    return replace(told, values=tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Group:
    """A value with keys of its own; a single text may stand for one of them."""

    fields: tuple[Field[object], ...]
    alone: str = ""
    expected: ClassVar[str] = "a group of keys"

    def read(self, node: Node, about: Field[object], found: list[Diagnostic]) -> Values | None:
        """Give the values of the group's fields."""
        if isinstance(node, Scalar) and self.alone:
            if tight := self._tight_colon(node):
                found.append(tight)
                return None
            if leads := next((one for one in self.fields if _leads(one, node.text)), None):
                example = f"{{{self.alone}: …, {leads.key}: {shown(node.text)}}}"
                found.append(wrong_shape(node, replace(about, example=example), self.expected))
                return None
            text = Text().read(node, about, found)
            return None if text is None else Values({self.alone: text}, {self.alone: node.where})
        if not isinstance(node, Mapping):
            about = replace(about, example=self._with(node) or about.example)
            found.append(wrong_shape(node, about, self.expected))
            return None
        if pair := self._pair(node):
            found.append(wrong_shape(node, replace(about, example=pair), self.expected))
            return None
        return read_fields(node, self.fields, found)

    def _pair(self, node: Mapping) -> str:
        """How the group is written when it holds one value under the other: `Articles: /a/`.

        The other may be where something is to be found, as in `Programma: ../media/dag.pdf`.
        """
        match node.entries, [field for field in self.fields if field.required]:
            case ((Scalar(text=text), Scalar(text=value)),), [first, second]:
                known = {field.key for field in self.fields}
                if _takes(second, value) and not key_meant_by(text, known):
                    return f"{{{first.key}: {shown(text)}, {second.key}: {shown(value)}}}"
            case ((Scalar(text=text), Scalar(text=value)),), [first]:
                known = {field.key for field in self.fields}
                leads = next((field for field in self.fields if _leads(field, value)), None)
                if leads and not key_meant_by(text, known):
                    return f"{{{first.key}: {shown(text)}, {leads.key}: {shown(value)}}}"
        return ""

    def _tight_colon(self, node: Scalar) -> Diagnostic | None:
        """What to say of `name:Hanzeborg`, which is a key that lacks a space, and no text."""
        key, colon, rest = node.text.partition(":")
        if not node.plain or not (colon and rest) or key not in {one.key for one in self.fields}:
            return None
        at = replace(node.where, column=node.where.column + len(key), length=1)
        return problem(COLON_WITHOUT_SPACE, at, fix=(Replace(at, ": "),))

    def _with(self, node: Node) -> str:
        """How the group is written with a lone text as its first value, or without a dash."""
        if isinstance(node, Sequence) and len(node.items) == 1:
            node = node.items[0]
        if isinstance(node, Mapping):
            pairs = [
                f"{key.text}: {_quoted(one.text)}"
                for key, one in node.entries
                if isinstance(one, Scalar)
            ]
            return f"{{{', '.join(pairs)}}}"
        if not isinstance(node, Scalar) or not _PLAIN.fullmatch(node.text):
            return ""
        own = next((field for field in self.fields if _takes(field, node.text)), None)
        if own is None and "@" not in node.text:
            own = next((field for field in self.fields if field.required), None)
        if own is None:
            return ""
        filled = (
            f"{field.key}: {node.text if field is own else field.example}"
            for field in self.fields
            if field.required or field is own
        )
        return f"{{{', '.join(filled)}}}"


def _quoted(text: str) -> str:
    return text if _PLAIN.fullmatch(text) or '"' in text else f'"{text}"'


def _takes(field: Field[object], text: str) -> bool:
    """Whether a text can be only this field's value: an address, say, and no words."""
    kind = field.type
    return isinstance(kind, OneText) and not isinstance(kind, Text) and kind.parse(text) is not None


def _leads(field: Field[object], text: str) -> bool:
    """Whether a text is where something is to be found, and no title of it."""
    return (field.key == "url" and _takes(field, text)) or (
        field.key == "file" and bool(_FILE.fullmatch(text))
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """A word for each name: a severity or a reason for each check."""

    word: FieldType[str]
    expected: ClassVar[str] = "a group of keys"

    def read(
        self, node: Node, about: Field[object], found: list[Diagnostic]
    ) -> tuple[tuple[Named, str], ...] | None:
        """Give each name with its word."""
        if not isinstance(node, Mapping):
            names = node.items if isinstance(node, Sequence) else (node,)
            typed = [f"{one.text}: …" for one in names if isinstance(one, Scalar) and one.text]
            example = f"{{{', '.join(typed)}}}" if typed else about.example
            found.append(wrong_shape(node, replace(about, example=example), self.expected))
            return None
        pairs: list[tuple[Named, str]] = []
        for key, value in node.entries:
            if is_empty(value):
                found.append(problem(rules.EMPTY_VALUE, key.where, key=key.text))
                continue
            word = self.word.read(value, about, found)
            if word is not None:
                pairs.append((Named(key.text, key.where), word))
        return tuple(pairs)

"""What a key may hold, as JSON Schema; the field table is the source, as for the check itself.

Programs that read YAML turn plain words into numbers and booleans before a schema sees them,
where the check takes every value as typed; so a text may be a number here, and a year an integer.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from zorgpact_site.fields import Field, FieldType, table
from zorgpact_site.fields.addresses import (
    Mail,
    Phone,
    PlacedPath,
    ReportAddress,
    SecureUrl,
    SitePath,
    Url,
)
from zorgpact_site.fields.compound import Choices, Group, ListOf
from zorgpact_site.fields.moments import Date, Day, Time
from zorgpact_site.fields.read import OWN_PREFIX
from zorgpact_site.fields.types import (
    Choice,
    Color,
    Flag,
    LanguageTag,
    Name,
    Number,
    Text,
)
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.settings import BASE_URL
from zorgpact_site.schemas import patterns
from zorgpact_site.schemas.known import KnownNames

Schema: TypeAlias = dict[str, Any]
_NAMED: Mapping[str, Kind] = {
    table.REGION.key: Kind.REGION,
    table.REGIONS.key: Kind.REGION,
    table.KOPLOPERS.key: Kind.KOPLOPER,
    table.THEMES.key: Kind.THEME,
    table.FOLLOWS.key: Kind.ARTICLE,
}
_FORMS: Mapping[type, str] = {
    Time: patterns.TIME,
    Color: patterns.COLOR,
    Url: patterns.URL,
    SitePath: patterns.SITE_PATH,
    PlacedPath: patterns.SITE_PATH,
    Mail: patterns.MAIL,
    Day: patterns.DAY,
    LanguageTag: patterns.LANGUAGE,
    SecureUrl: patterns.SECURE_URL,
    ReportAddress: patterns.REPORT_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Describer:
    """Makes schemas of fields; `text` gives the words of a meaning in the language asked for."""

    names: KnownNames
    text: Callable[[str], str]

    def group(self, fields: Iterable[Field[object]]) -> Schema:
        """An object with these keys, and keys of one's own."""
        fields = tuple(fields)
        made: Schema = {
            "type": "object",
            "properties": {field.key: self.field(field) for field in fields},
            "patternProperties": {f"^{OWN_PREFIX}": {}},
            "additionalProperties": False,
        }
        required = [field.key for field in fields if field.required]
        return made | ({"required": required} if required else {"minProperties": 1})

    def field(self, field: Field[object]) -> Schema:
        """What one key may hold, with what it means and an example."""
        example = self.text("for example: {example}").format(example=field.example)
        told = f"{self.text(field.meaning)}\n{example}"
        return {"description": told, **self._value(field.type, field)}

    def _value(self, kind: FieldType[object], about: Field[object]) -> Schema:
        match kind:
            case ListOf(item=item):
                one = self._value(item, about)
                several = {"type": "array", "items": one, "minItems": 1}
                return {"anyOf": [one, several]}
            case Group(fields=fields, alone=alone):
                group = self.group(fields)
                return {"anyOf": [_text(Text().limit), group]} if alone else group
            case Choices(word=word):
                return self._choices(word, about)
            case Name():
                return self._name(_NAMED[about.key])
        if about is table.SERIES:
            return _offering(self.names.series, _single(kind))
        return _written(patterns.BASE_URL) if about is BASE_URL else _single(kind)

    def _choices(self, word: FieldType[object], about: Field[object]) -> Schema:
        value = self._value(word, about)
        return {
            "type": "object",
            "properties": dict.fromkeys(self.names.rules, value),
            "additionalProperties": False,
            "minProperties": 1,
        }

    def _name(self, kind: Kind) -> Schema:
        shown = self.names.shown[kind]
        if kind is Kind.ARTICLE:
            # There can be thousands: they are offered, and the check says which do not exist.
            return _offering(shown, _text(Text().limit))
        if not shown:
            return {"not": {}}
        pattern = patterns.name_pattern(kind, self.names.accepted[kind])
        return _offering(shown, _written(pattern))


def _single(kind: FieldType[object]) -> Schema:  # noqa: PLR0911 - one for each type of value
    """A value written as a single text."""
    match kind:
        case Text(limit=limit):
            return _text(limit)
        case Date() if type(kind) is Date:
            year = {"type": "integer", "minimum": 1000, "maximum": 2999}
            return {"anyOf": [_written(patterns.DATE), year]}
        case Number(lowest=lowest, highest=highest, decimals=decimals):
            form = patterns.DECIMAL if decimals else patterns.WHOLE
            number = {"type": "number" if decimals else "integer"}
            return {"anyOf": [number | {"minimum": lowest, "maximum": highest}, _written(form)]}
        case Phone():
            whole: Schema = {"type": "integer", "minimum": 10**7, "maximum": 10**15 - 1}
            return {"anyOf": [_written(patterns.PHONE), whole]}
        case Flag():
            return {"anyOf": [{"type": "boolean"}, _written(patterns.FLAG)]}
        case Choice(words=words):
            return {"enum": list(words)}
    return _written(_FORMS[type(kind)])  # a new type of value needs a schema too


def _text(limit: int) -> Schema:
    return {
        "type": ["string", "number", "boolean"],
        "pattern": patterns.SOMETHING,
        "maxLength": limit,
    }


def _written(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def _offering(names: Iterable[str], otherwise: Schema) -> Schema:
    """Names to choose from, and what may be written besides."""
    offered = list(names)
    return {"anyOf": [{"enum": offered}, otherwise]} if offered else otherwise

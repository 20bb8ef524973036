"""The JSON Schema of the dataset, draft 2020-12. Source: json-schema.org/draft/2020-12."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from zorgpact_site.planning.dataset import patterns
from zorgpact_site.planning.dataset.forms import Column, Form, Table

Schema: TypeAlias = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string", "minLength": 1}
_KEY: Schema = {"type": "string", "pattern": patterns.whole(patterns.KEY)}
_SCHEMAS: Mapping[Form, Schema] = {
    Form.TEXT: _TEXT,
    Form.KEY: _KEY,
    Form.ADDRESS: {
        "type": "string",
        "format": "iri",
        "pattern": patterns.whole(patterns.ADDRESS),
    },
    Form.DATE: {"type": "string", "pattern": patterns.whole(patterns.DATE)},
    Form.TIME: {"type": "string", "pattern": patterns.whole(patterns.TIME)},
    Form.WHOLE: {"type": "integer", "minimum": 0},
    Form.DECIMAL: {"type": "number"},
    Form.TEXTS: {"type": "array", "items": _TEXT, "uniqueItems": True},
    Form.KEYS: {"type": "array", "items": _KEY, "uniqueItems": True},
}


def json_schema(address: str, title: str, version: str, tables: Iterable[Table[Any]]) -> Schema:
    """The schema that lies at `address`; it allows nothing that it does not name."""
    tables = tuple(tables)
    properties = _head(address, version)
    properties |= {
        one.name: {
            "title": one.title,
            "description": one.meaning,
            "type": "array",
            "items": {"$ref": f"#/$defs/{one.name}"},
            "uniqueItems": True,
        }
        for one in tables
    }
    return {
        "$schema": _DIALECT,
        "$id": address,
        "title": title,
        "description": "Elke tabel is een lijst van rijen. Elke rij heeft alle kolommen; wat niet "
        "bekend is, is null. Een lijst kan leeg zijn.",
        **_closed(properties),
        "$defs": {one.name: _row(one) for one in tables},
    }


def _head(address: str, version: str) -> Schema:
    license_of = {
        "naam": {**_TEXT, "title": "Naam", "description": "Naam van de licentie."},
        "adres": {**_address(), "title": "Adres", "description": "Waar de licentie staat."},
    }
    told = {
        "$schema": ("Schema", "Het adres van dit schema.", {"const": address}),
        "versie": ("Versie", "Versie van de vorm van deze gegevens.", {"const": version}),
        "titel": ("Titel", "Naam van de site.", _TEXT),
        "beschrijving": ("Beschrijving", "Waar de site over gaat.", _or_null(_TEXT)),
        "adres": ("Adres", "Adres van de site.", _address()),
        "taal": ("Taal", "Taal van de teksten, als code (BCP 47).", _TEXT),
        "bijgewerkt": ("Bijgewerkt", "Laatste wijziging, voor zover bekend.", _or_null(_date())),
        "licentie": (
            "Licentie",
            "Wat u met de gegevens mag doen. Bij null is er geen licentie gegeven.",
            {"anyOf": [_closed(license_of), {"type": "null"}]},
        ),
    }
    return {
        name: {"title": title, "description": meaning, **schema}
        for name, (title, meaning, schema) in told.items()
    }


def _row(table: Table[Any]) -> Schema:
    columns = {column.name: _column(column) for column in table.columns}
    return {"title": table.title, "description": table.meaning, **_closed(columns)}


def _column(column: Column[Any]) -> Schema:
    told = {"title": column.title, "description": _told(column)}
    schema = _value(column)
    return told | (schema if column.required or column.form.several else _or_null(schema))


def _told(column: Column[Any]) -> str:
    return f"{column.meaning} Zie: {column.refers}." if column.refers else column.meaning


def _value(column: Column[Any]) -> Schema:
    if column.form is Form.WORD:
        return {"enum": list(column.words)}
    return dict(_SCHEMAS[column.form])


def _address() -> Schema:
    return dict(_SCHEMAS[Form.ADDRESS])


def _date() -> Schema:
    return dict(_SCHEMAS[Form.DATE])


def _closed(properties: Schema) -> Schema:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}

"""What programs for open data read first: which files there are, and what is in their columns.

Source: Data Package 2.0, datapackage.org/standard.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from zorgpact_site.planning.dataset import csv_text, patterns
from zorgpact_site.planning.dataset.forms import Column, Form, Table

Description: TypeAlias = dict[str, Any]
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {Form.WHOLE: "integer", Form.DECIMAL: "number", Form.TEXTS: "list", Form.KEYS: "list"}
_PATTERNS = {
    Form.KEY: patterns.KEY,
    Form.ADDRESS: patterns.ADDRESS,
    # The standard has types for a day, a month and a year, but none for either of them.
    Form.DATE: patterns.DATE,
    Form.TIME: patterns.TIME,
}


def table_resource(table: Table[Any]) -> Description:
    """A CSV file as a resource, without what is to be measured of its bytes."""
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.meaning,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": csv_text.DELIMITER,
            "lineTerminator": csv_text.LINE_END,
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "primaryKey": list(table.key),
            **_foreign_keys(table.columns),
            "missingValues": [""],
        },
    }


def _field(column: Column[Any], table: Table[Any]) -> Description:
    form = column.form
    field: Description = {
        "name": column.name,
        "type": _TYPES.get(form, "string"),
        "title": column.title,
        "description": column.meaning,
    }
    if form.several:
        field |= {"delimiter": csv_text.LIST_DELIMITER, "itemType": "string"}
    if form is Form.DECIMAL:
        field["decimalChar"] = csv_text.DECIMAL
    constraints = _constraints(column, table)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column[Any], table: Table[Any]) -> Description:
    found: Description = {"required": True} if column.required else {}
    if table.key == (column.name,):
        found["unique"] = True
    if column.words:
        found["enum"] = list(column.words)
    if column.form in _PATTERNS:
        found["pattern"] = _PATTERNS[column.form]
    return found


def _foreign_keys(columns: Iterable[Column[Any]]) -> Description:
    """The columns with one key of another table; for lists and relations there is no such form."""
    found = [
        {"fields": [one.name], "reference": {"resource": one.refers, "fields": ["id"]}}
        for one in columns
        if one.refers and not one.form.several
    ]
    return {"foreignKeys": found} if found else {}

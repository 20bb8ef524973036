"""A table as CSV, as a Dutch spreadsheet opens it and RFC 4180 has it."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from typing import Any

from zorgpact_site.planning.dataset.forms import Column, Row, Table

DELIMITER = ";"
DECIMAL = ","
LIST_DELIMITER = "|"
LINE_END = "\r\n"
# Without it Excel takes UTF-8 for the code page of the computer. Source: RFC 3629, 6.
MARK = "\ufeff"
_STAND_IN = "¦"
# Spreadsheets take a text that begins so for a formula; the wide signs too, in Asian settings.
# A text that begins with apostrophes before such a sign gets one more, so that taking one away
# always gives the text back. Source: OWASP, CSV Injection.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_SUSPECT = frozenset("'=+-@\t\r\n＝＋－＠")  # what such a text begins with
_HARMLESS = "'"


def csv_text(table: Table[Any], rows: Iterable[Row]) -> bytes:
    """The table with a line of names; every line ends in CR LF."""
    # Encoded line by line: as one text a large table would take four times the memory.
    written = io.BytesIO()
    text = io.TextIOWrapper(written, encoding="utf-8", newline="")
    text.write(MARK)
    write = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END).writerow
    write([column.name for column in table.columns])
    written_as = [(column.name, _writer(column)) for column in table.columns]
    for row in rows:
        write([write_cell(row[name]) for name, write_cell in written_as])
    text.flush()
    return written.getvalue()


def _writer(column: Column[Any]) -> Callable[[Any], str]:
    """How the values of a column are written."""
    if column.form.is_number:
        return _number
    return _list if column.form.several else _text


def _number(value: float | None) -> str:
    return "" if value is None else str(value).replace(".", DECIMAL)


def _text(value: str | None) -> str:
    return "" if value is None else harmless(value)


def _list(values: Iterable[str]) -> str:
    return harmless(LIST_DELIMITER.join(map(_item, values)))


def _item(text: str) -> str:
    """A text in a list; the sign between texts cannot stand in one of them."""
    return text.replace(LIST_DELIMITER, _STAND_IN)


def harmless(text: str) -> str:
    """The text as no spreadsheet reckons with it: an apostrophe before the signs of formulas."""
    formula = text[:1] in _SUSPECT and _FORMULA.match(text)
    return f"{_HARMLESS}{text}" if formula else text

"""A table as CSV, as a Dutch spreadsheet opens it and RFC 4180 has it."""

import csv
import io
import re
from collections.abc import Iterable

from zorgpact_site.planning.dataset.forms import Cell, Column, Row, Table

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
_HARMLESS = "'"


def csv_text(table: Table[object], rows: Iterable[Row]) -> str:
    """The table with a line of names; every line ends in CR LF."""
    written = io.StringIO(newline="")
    write = csv.writer(written, delimiter=DELIMITER, lineterminator=LINE_END).writerow
    write([column.name for column in table.columns])
    for row in rows:
        write([_cell(row[column.name], column) for column in table.columns])
    return MARK + written.getvalue()


def _cell(value: Cell, column: Column[object]) -> str:
    if column.form.is_number:
        return "" if value is None else str(value).replace(".", DECIMAL)
    if isinstance(value, list):
        return harmless(LIST_DELIMITER.join(map(_item, value)))
    return "" if value is None else harmless(str(value))


def _item(text: object) -> str:
    """A text in a list; the sign between texts cannot stand in one of them."""
    return str(text).replace(LIST_DELIMITER, _STAND_IN)


def harmless(text: str) -> str:
    """The text as no spreadsheet reckons with it: an apostrophe before the signs of formulas."""
    return f"{_HARMLESS}{text}" if _FORMULA.match(text) else text

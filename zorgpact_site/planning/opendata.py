"""The open data: the files of the dataset, and the page that explains them."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from zorgpact_site import wording
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.dataset import (
    DATAPACKAGE,
    DATASET,
    NAMES,
    SCHEMA,
    TABLES,
    VERSION,
    Column,
    Dataset,
    OpenData,
    Table,
)
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.pieces import DocumentView, Link, TocItem, When
from zorgpact_site.planning.views import DataView, WrittenFile
from zorgpact_site.planning.views.opendata import ColumnView, TableView

_INTRO = "Wat op deze site staat, als gegevens die u kunt openen, doorzoeken en hergebruiken."
# The headings that the template writes, with the anchors it gives them.
_BEFORE = (
    ("Downloaden", "downloaden"),
    ("Openen in Excel of LibreOffice", "openen"),
    ("Wat u ermee mag doen", "licentie"),
    ("Wat er wel en niet in staat", "inhoud"),
)
_TABLES = ("De tabellen", "tabellen")
_AFTER = (("Voor wie programma’s schrijft", "programmeren"),)


def data_files(data: OpenData, frame: Frame) -> Iterator[DataFile]:
    """The files of the dataset; there are none as long as nobody knows where the site lives."""
    folder = frame.addresses.section("data")
    if frame.at(folder).canonical:
        for name in NAMES:
            yield DataFile(f"{folder}{name}", Form.WRITTEN, partial(_written, data, name))


def _written(data: OpenData, name: str) -> WrittenFile:
    file = data.written().named(name)
    return WrittenFile(file.data if file else b"")


def data_page(data: OpenData, frame: Frame) -> Page:
    """The page that explains the data; without files it tells what they would hold."""
    return Page(frame.addresses.section("data"), "data.html", partial(_view, data, frame))


def _view(known: OpenData, frame: Frame) -> DataView:
    data = known.written()
    here = frame.at(frame.addresses.section("data"))
    settings = frame.settings
    given = settings.license
    return DataView(
        chrome=frame.chrome(here, settings.sections["data"].label, description=_INTRO),
        intro=_INTRO,
        version=VERSION,
        changed=_when(data.changed) if data.changed else None,
        license=Link(given.name, given.url) if given else None,
        whole=_document(data, DATASET, "Alles als JSON", here),
        schema=_document(data, SCHEMA, "JSON Schema", here),
        package=_document(data, DATAPACKAGE, "Data Package", here),
        tables=tuple(_table(one, data, here) for one in TABLES),
        contents=tuple(_contents()),
    )


def _contents() -> Iterator[TocItem]:
    for text, anchor in (*_BEFORE, _TABLES):
        yield TocItem(text, anchor, 2)
    for table in TABLES:
        yield TocItem(_called(table), _anchor(table.name), 3)
    for text, anchor in _AFTER:
        yield TocItem(text, anchor, 2)


def _table(table: Table[Any], data: Dataset, here: Here) -> TableView:
    count = data.rows.get(table.name, 0)
    return TableView(
        title=_called(table),
        anchor=_anchor(table.name),
        meaning=table.meaning,
        rows=wording.count(count, "rij", "rijen") if data.files else "",
        file=_document(data, table.file, f"{table.title} als CSV", here),
        columns=tuple(_column(one) for one in table.columns),
    )


def _column(column: Column[Any]) -> ColumnView:
    called = {table.name: _called(table) for table in TABLES}
    return ColumnView(
        name=column.name,
        form=column.form.value,
        meaning=column.meaning,
        empty=not column.required,
        table=Link(called[column.refers], f"#{_anchor(column.refers)}") if column.refers else None,
        words=column.words,
    )


def _document(data: Dataset, name: str, title: str, here: Here) -> DocumentView | None:
    file = data.named(name)
    if file is None:
        return None
    return DocumentView(title, here.to(f"{here.address}{name}"), wording.file_size(file.size), "")


def _called(table: Table[Any]) -> str:
    """What a table is called on the page; its title alone is that of another page."""
    return f"Tabel {table.title.lower()}"


def _anchor(table: str) -> str:
    return f"tabel-{table}"


def _when(day: date) -> When:
    return When(wording.day(day, weekday=False), day.isoformat())

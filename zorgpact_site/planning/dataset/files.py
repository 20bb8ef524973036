"""The files of the dataset, each with what is told of it elsewhere: its size and its digest.

Size and digest follow from the bytes, so these files are written out all together.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from zorgpact_site.model.settings import License, Settings
from zorgpact_site.model.site import Site
from zorgpact_site.names import slug
from zorgpact_site.planning.addresses import Addresses, here_at
from zorgpact_site.planning.dataset.csv_text import csv_text
from zorgpact_site.planning.dataset.datapackage import PROFILE, table_resource
from zorgpact_site.planning.dataset.forms import Row, Table
from zorgpact_site.planning.dataset.json_schema import json_schema
from zorgpact_site.planning.dataset.json_text import (
    Head,
    dataset_text,
    document_text,
    row_writer,
)
from zorgpact_site.planning.dataset.tables import TABLES, VERSION
from zorgpact_site.planning.dataset.ways import ways_of
from zorgpact_site.planning.moments import known_change

DATASET = "dataset.json"
SCHEMA = "schema.json"
DATAPACKAGE = "datapackage.json"
# Of all files, in the order in which they are told of.
NAMES = (DATASET, SCHEMA, DATAPACKAGE, *(table.file for table in TABLES))


@dataclass(frozen=True, slots=True)
class Saved:
    """A file by its name in the folder of the data."""

    name: str
    data: bytes

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data)

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes in hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Dataset:
    """The files that can be had; `rows` counts those of each table, `changed` is the last change.

    There are no files as long as nobody knows where the site lives: rows hold addresses in full.
    """

    files: tuple[Saved, ...]
    rows: Mapping[str, int]
    changed: date | None

    def named(self, name: str) -> Saved | None:
        """The file with this name."""
        return next((one for one in self.files if one.name == name), None)


@dataclass(slots=True)
class OpenData:
    """The whole site as data. Takes time in proportion to the number of texts.

    The files follow from the settings, the last change and the rows, and from nothing else. As they
    tell of one another, all are written when the first is asked for.
    """

    settings: Settings
    changed: date | None
    _site: Site
    _addresses: Addresses
    _written: Dataset | None = field(default=None, init=False)

    def written(self) -> Dataset:
        """The files."""
        if self._written is None:
            self._written = _write(self.settings, self.changed, self._rows())
        return self._written

    def _rows(self) -> Iterator[tuple[Table[Any], Iterator[Row]]]:
        """The rows of one table after another: those of all together take much memory."""
        ways = ways_of(self._site, self._addresses)
        for table in TABLES:
            yield table, table.rows(self._site, ways)


def open_data(site: Site, addresses: Addresses) -> OpenData:
    """What is known on a site, to be written down as data."""
    return OpenData(site.settings, known_change(site.entries, site.today), site, addresses)


def _write(
    settings: Settings,
    changed: date | None,
    known: Iterator[tuple[Table[Any], Iterator[Row]]],
) -> Dataset:
    if not here_at("", settings).canonical:
        return Dataset((), {}, changed)
    start = here_at(Addresses(settings.sections).section("data"), settings).canonical
    tables: list[Saved] = []
    lines: dict[str, list[bytes]] = {}
    for table, rows in known:
        lines[table.name] = []
        passing = _noting(lines[table.name], row_writer(table), rows)
        tables.append(Saved(table.file, csv_text(table, passing)))
    whole = Saved(DATASET, dataset_text(_head(settings, start, changed), lines))
    counts = {name: len(rows) for name, rows in lines.items()}
    return Dataset(tuple(_files(settings, start, whole, tables)), counts, changed)


def _noting(
    lines: list[bytes], write: Callable[[Row], bytes], rows: Iterator[Row]
) -> Iterator[Row]:
    """The same rows, each written as a line in passing."""
    for row in rows:
        lines.append(write(row))
        yield row


def _head(settings: Settings, start: str, changed: date | None) -> Head:
    home = here_at("", settings).canonical
    return {
        "$schema": start + SCHEMA,
        "versie": VERSION,
        "titel": settings.title,
        "beschrijving": settings.description or None,
        "adres": home,
        "taal": settings.language,
        "bijgewerkt": str(changed) if changed else None,
        "licentie": _license(settings.license),
    }


def _files(settings: Settings, start: str, whole: Saved, tables: Sequence[Saved]) -> list[Saved]:
    title = f"{settings.title}: {settings.sections['data'].label.lower()}"
    schema = Saved(SCHEMA, document_text(json_schema(start + SCHEMA, title, VERSION, TABLES)))
    resources = [
        *(
            table_resource(table) | _measured(file)
            for table, file in zip(TABLES, tables, strict=True)
        ),
        _document("dataset", "Alles in één bestand", whole),
    ]
    package = _package(settings, title, start, resources)
    return [whole, schema, Saved(DATAPACKAGE, document_text(package)), *tables]


def _license(given: License | None) -> dict[str, str] | None:
    return {"naam": given.name, "adres": given.url} if given else None


def _package(
    settings: Settings, title: str, start: str, resources: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    package = {
        "$schema": PROFILE,
        "name": slug(settings.title) or "site",
        "title": title,
        "description": settings.description,
        "homepage": start,
        "version": VERSION,
        "licenses": [{"title": one.name, "path": one.url} for one in _given(settings.license)],
        "resources": list(resources),
    }
    return {name: value for name, value in package.items() if value}


def _given(license_: License | None) -> tuple[License, ...]:
    return (license_,) if license_ else ()


def _document(name: str, title: str, file: Saved) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "path": file.name,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_measured(file),
    }


def _measured(file: Saved) -> dict[str, Any]:
    return {"bytes": file.size, "hash": f"sha256:{file.digest}"}

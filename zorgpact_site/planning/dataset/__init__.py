"""The site as a dataset: tables with documented columns, and the files they are written to."""

from zorgpact_site.planning.dataset.files import (
    DATAPACKAGE,
    DATASET,
    NAMES,
    SCHEMA,
    Dataset,
    OpenData,
    open_data,
)
from zorgpact_site.planning.dataset.forms import Column, Table
from zorgpact_site.planning.dataset.tables import TABLES, VERSION

__all__ = [
    "DATAPACKAGE",
    "DATASET",
    "NAMES",
    "SCHEMA",
    "TABLES",
    "VERSION",
    "Column",
    "Dataset",
    "OpenData",
    "Table",
    "open_data",
]

"""The page that explains the open data."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import DocumentView, Link, TocItem, When
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: its name in the files, what its values look like, and what they mean.

    `form` is such as `datum`; `empty` tells whether a value may be absent. `table` leads to the
    table in which a key is to be found, and `words` are all values there are.
    """

    name: str
    form: str
    meaning: str
    empty: bool
    table: Link | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: `rows` counts them in words; `file` is None when there is none to be had."""

    title: str
    anchor: str
    meaning: str
    rows: str
    file: DocumentView | None
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """All tables, and the files for programs: the whole, its schema, the datapackage.

    The last three are None when there are no files, since nobody knows where the site lives.
    `license` is None when the settings name none; `changed` is the last change of the content.
    """

    chrome: Chrome
    intro: str
    version: str
    changed: When | None
    license: Link | None
    whole: DocumentView | None
    schema: DocumentView | None
    package: DocumentView | None
    tables: tuple[TableView, ...]
    contents: tuple[TocItem, ...]

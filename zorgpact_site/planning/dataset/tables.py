"""All tables: JSON, its schema, CSV, the datapackage and the page follow from them."""

from typing import Any

from zorgpact_site.planning.dataset.articles import ARTICLES
from zorgpact_site.planning.dataset.forms import Column, Form, Table
from zorgpact_site.planning.dataset.relations import (
    BELONGS,
    FOLLOWS,
    KINDS,
    MENTIONS,
    PART,
    SERIES_KIND,
    Relation,
    relations,
)
from zorgpact_site.planning.dataset.things import KOPLOPERS, REGIONS, SERIES, THEMES, TOOLS

# The form of the dataset, as semantic versioning counts: the first number changes when a column
# goes, or gets another name, form or meaning; the second when a column or a table is added.
VERSION = "1.0.0"
RELATIONS: Table[Relation] = Table(
    "relaties",
    "Relaties",
    "Wat bij wat hoort: elke rij verbindt twee dingen uit de andere tabellen. Dezelfde verbanden "
    "staan daar als lijsten, behalve “noemt”.",
    relations,
    (
        Column(
            "van_soort",
            Form.WORD,
            "Waar de relatie begint: de soort.",
            lambda one, _ways: one.from_kind,
            required=True,
            words=tuple(KINDS.values()),
        ),
        Column(
            "van",
            Form.KEY,
            "De sleutel in de tabel van die soort.",
            lambda one, _ways: one.from_id,
            required=True,
        ),
        Column(
            "relatie",
            Form.WORD,
            "“hoort_bij”: genoemd in de kenmerken. “deel_van”: van een reeks. “vervolgt”: gaat "
            "verder na een eerdere bijeenkomst. “noemt”: alleen een link in de tekst.",
            lambda one, _ways: one.name,
            required=True,
            words=(BELONGS, PART, FOLLOWS, MENTIONS),
        ),
        Column(
            "naar_soort",
            Form.WORD,
            "Waar de relatie heen gaat: de soort.",
            lambda one, _ways: one.to_kind,
            required=True,
            words=(*KINDS.values(), SERIES_KIND),
        ),
        Column(
            "naar",
            Form.KEY,
            "De sleutel in de tabel van die soort.",
            lambda one, _ways: one.to_id,
            required=True,
        ),
    ),
    key=("van_soort", "van", "relatie", "naar_soort", "naar"),
)
# What the rows are about differs from table to table, and only each table itself needs to know.
TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    REGIONS,
    THEMES,
    KOPLOPERS,
    TOOLS,
    SERIES,
    RELATIONS,
)

"""Columns that tables of texts share."""

from typing import TypeVar

from zorgpact_site.model.entries import Entry
from zorgpact_site.planning.dataset.forms import Column, Form

E = TypeVar("E", bound=Entry)


def start(of: type[E]) -> tuple[Column[E], ...]:  # noqa: ARG001 - says of which the columns are
    """How a row begins: key, address, title."""
    return (
        Column(
            "id",
            Form.KEY,
            "Vaste sleutel. Hij blijft gelijk als de titel of het adres verandert.",
            lambda one, ways: ways.id(one),
            required=True,
        ),
        Column(
            "adres",
            Form.ADDRESS,
            "De pagina op deze site.",
            lambda one, ways: ways.page(one),
            required=True,
        ),
        Column("titel", Form.TEXT, "Titel.", lambda one, _ways: one.title, required=True),
    )


def end(of: type[E]) -> tuple[Column[E], ...]:  # noqa: ARG001 - likewise
    """How a row ends: what it is in short, and when it last changed."""
    return (
        Column(
            "samenvatting",
            Form.TEXT,
            "Waar het over gaat, in een of twee zinnen. Is er geen samenvatting geschreven, dan "
            "staat hier het begin van de tekst.",
            lambda one, _ways: one.summary,
        ),
        Column(
            "bijgewerkt",
            Form.DATE,
            "Laatste wijziging die ertoe doet, als die bekend is.",
            lambda one, _ways: one.updated,
        ),
    )


def aliases(of: type[E]) -> Column[E]:  # noqa: ARG001 - likewise
    """What else a thing is called."""
    return Column(
        "andere_namen",
        Form.TEXTS,
        "Andere namen voor hetzelfde.",
        lambda one, _ways: one.aliases,
    )

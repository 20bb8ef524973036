"""The columns of articles."""

from zorgpact_site.model.entries import Article, MeetingStatus
from zorgpact_site.planning.dataset.common_columns import end, start
from zorgpact_site.planning.dataset.forms import Column, Form, Table

_STATUS = {MeetingStatus.CANCELLED: "afgelast", MeetingStatus.MOVED: "verplaatst"}


ARTICLES: Table[Article] = Table(
    "artikelen",
    "Artikelen",
    "Verslagen en aankondigingen van bijeenkomsten, en andere artikelen. De nieuwste staan "
    "bovenaan.",
    lambda site, _ways: site.articles,
    (
        *start(Article),
        Column(
            "bijeenkomst",
            Form.TEXT,
            "Naam van de bijeenkomst. Leeg: het artikel gaat niet over een bijeenkomst.",
            lambda one, _ways: one.event,
        ),
        Column(
            "datum",
            Form.DATE,
            "(Eerste) dag van de bijeenkomst. Gaat het artikel niet over een bijeenkomst, dan de "
            "dag waarop het verscheen.",
            lambda one, _ways: one.date,
        ),
        Column(
            "datum_tot",
            Form.DATE,
            "Laatste dag van een bijeenkomst van meer dagen.",
            lambda one, _ways: one.end,
        ),
        Column("begintijd", Form.TIME, "Begin van de bijeenkomst.", lambda one, _ways: one.starts),
        Column("eindtijd", Form.TIME, "Einde van de bijeenkomst.", lambda one, _ways: one.ends),
        Column(
            "status",
            Form.WORD,
            "Of de bijeenkomst anders liep dan aangekondigd. Leeg: nee.",
            lambda one, _ways: _STATUS.get(one.status, ""),
            words=tuple(_STATUS.values()),
        ),
        Column(
            "verplaatst_van",
            Form.DATE,
            "Eerste dag van de bijeenkomst voordat zij werd verplaatst.",
            lambda one, _ways: one.moved_from,
        ),
        Column(
            "locatie",
            Form.TEXT,
            "Gebouw of organisatie waar de bijeenkomst was.",
            lambda one, _ways: one.place.name if one.place else None,
        ),
        Column(
            "plaats",
            Form.TEXT,
            "Plaats waar de bijeenkomst was.",
            lambda one, _ways: one.place.town if one.place else None,
        ),
        Column(
            "organisatie",
            Form.TEXTS,
            "Organisaties die de bijeenkomst hielden.",
            lambda one, _ways: one.organizers,
        ),
        Column(
            "aanwezig",
            Form.TEXT,
            "Hoeveel mensen er waren, in de woorden van het verslag: “ruim 35”.",
            lambda one, _ways: one.attendance,
        ),
        Column(
            "leden_kopgroep",
            Form.WHOLE,
            "Hoeveel koplopers de Kopgroep toen had, volgens het artikel.",
            lambda one, _ways: one.membership,
        ),
        Column(
            "reeks",
            Form.KEY,
            "De reeks waar de bijeenkomst bij hoort.",
            lambda one, ways: ways.series_of.get(one.key),
            refers="reeksen",
        ),
        Column(
            "vervolg_op",
            Form.KEY,
            "Het artikel over de vorige bijeenkomst, als dat is genoemd.",
            lambda one, ways: ways.followed(one),
            refers="artikelen",
        ),
        Column(
            "regios",
            Form.KEYS,
            "Regio’s waar het artikel bij hoort. “landelijk” is het hele land.",
            lambda one, ways: ways.all(one.regions),
            refers="regios",
        ),
        Column(
            "themas",
            Form.KEYS,
            "Thema’s waar het over gaat.",
            lambda one, ways: ways.all(one.themes),
            refers="themas",
        ),
        Column(
            "koplopers",
            Form.KEYS,
            "Koplopers die meededen.",
            lambda one, ways: ways.all(one.koplopers),
            refers="koplopers",
        ),
        Column("auteurs", Form.TEXTS, "Wie het schreef.", lambda one, _ways: one.authors),
        Column(
            "verschenen",
            Form.DATE,
            "Dag waarop het artikel verscheen, als dat een andere is dan bij datum.",
            lambda one, _ways: one.published,
        ),
        *end(Article),
    ),
)

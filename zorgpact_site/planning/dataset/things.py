"""The columns of regions, themes, koplopers, tools and series."""

from zorgpact_site.model.entries import Koploper, Region, Theme, Tool
from zorgpact_site.model.site import Series
from zorgpact_site.planning.dataset.common_columns import aliases, end, start
from zorgpact_site.planning.dataset.forms import Column, Form, Table

REGIONS: Table[Region] = Table(
    "regios",
    "Regio’s",
    "Regio’s waar het netwerk werkt.",
    lambda site, _ways: site.regions,
    (
        *start(Region),
        aliases(Region),
        Column(
            "plaats",
            Form.TEXT,
            "Plaats in het midden van de regio.",
            lambda one, _ways: one.place,
        ),
        Column(
            "breedtegraad",
            Form.DECIMAL,
            "Graden noorderbreedte (WGS 84), als die zijn opgegeven.",
            lambda one, _ways: one.lat,
        ),
        Column(
            "lengtegraad",
            Form.DECIMAL,
            "Graden oosterlengte (WGS 84), als die zijn opgegeven.",
            lambda one, _ways: one.lon,
        ),
        Column(
            "partners",
            Form.TEXTS,
            "Organisaties die er samenwerken.",
            lambda one, _ways: one.partners,
        ),
        Column("website", Form.ADDRESS, "Eigen website.", lambda one, _ways: one.website),
        *end(Region),
    ),
)
THEMES: Table[Theme] = Table(
    "themas",
    "Thema’s",
    "Onderwerpen waarover het netwerk kennis deelt.",
    lambda site, _ways: site.themes,
    (
        *start(Theme),
        aliases(Theme),
        Column("sinds", Form.DATE, "Wanneer het thema begon.", lambda one, _ways: one.since),
        *end(Theme),
    ),
)
KOPLOPERS: Table[Koploper] = Table(
    "koplopers",
    "Koplopers",
    "Initiatieven die vooroplopen. Samen vormen zij de Kopgroep.",
    lambda site, _ways: site.koplopers,
    (
        *start(Koploper),
        aliases(Koploper),
        Column(
            "regios",
            Form.KEYS,
            "Regio’s waar de koploper bij hoort.",
            lambda one, ways: ways.all(one.regions),
            refers="regios",
        ),
        Column(
            "themas",
            Form.KEYS,
            "Thema’s waar de koploper aan werkt.",
            lambda one, ways: ways.all(one.themes),
            refers="themas",
        ),
        Column(
            "aangesloten",
            Form.DATE,
            "Wanneer de koploper bij de Kopgroep kwam.",
            lambda one, _ways: one.joined,
        ),
        Column(
            "vertrokken",
            Form.DATE,
            "Wanneer de koploper de Kopgroep verliet.",
            lambda one, _ways: one.left,
        ),
        Column("website", Form.ADDRESS, "Eigen website.", lambda one, _ways: one.website),
        *end(Koploper),
    ),
)
TOOLS: Table[Tool] = Table(
    "hulpmiddelen",
    "Hulpmiddelen",
    "Handreikingen, kaarten en andere opbrengsten.",
    lambda site, _ways: site.tools,
    (
        *start(Tool),
        aliases(Tool),
        Column(
            "soort",
            Form.TEXT,
            "Soort hulpmiddel, zoals “handreiking”.",
            lambda one, _ways: one.kind_of_tool,
        ),
        Column("datum", Form.DATE, "Wanneer het uitkwam.", lambda one, _ways: one.date),
        Column(
            "regios",
            Form.KEYS,
            "Regio’s waar het vandaan komt.",
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
            "Koplopers die het maakten.",
            lambda one, ways: ways.all(one.koplopers),
            refers="koplopers",
        ),
        Column(
            "vindplaats",
            Form.ADDRESS,
            "Het bestand op deze site, of het adres op een andere site. Leeg: niet online.",
            lambda one, ways: ways.target(one.target),
        ),
        *end(Tool),
    ),
)
SERIES: Table[Series] = Table(
    "reeksen",
    "Reeksen",
    "Bijeenkomsten die een naam delen en terugkomen.",
    lambda site, _ways: site.series,
    (
        Column(
            "id",
            Form.KEY,
            "Sleutel. Hij volgt uit de naam van de reeks.",
            lambda one, _ways: one.slug,
            required=True,
        ),
        Column(
            "adres",
            Form.ADDRESS,
            "De pagina op deze site.",
            lambda one, ways: ways.series(one),
            required=True,
        ),
        Column("titel", Form.TEXT, "Naam.", lambda one, _ways: one.title, required=True),
    ),
)

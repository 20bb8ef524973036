"""The table itself: every key of every kind of file. Documentation and checks follow from it."""

from zorgpact_site.fields.addresses import Mail, Phone, PlacedPath, Url
from zorgpact_site.fields.compound import Choices, Group, ListOf
from zorgpact_site.fields.field import Field
from zorgpact_site.fields.moments import Date, Time
from zorgpact_site.fields.types import Choice, Color, Flag, Name, Number, Text
from zorgpact_site.kinds import Kind

_ALL = frozenset(Kind)
_THINGS = frozenset({Kind.REGION, Kind.THEME, Kind.KOPLOPER, Kind.TOOL})
_ARTICLE = frozenset({Kind.ARTICLE})
_INSIDE = frozenset[str]()

SRC = Field(
    "src", Text(), _INSIDE, "path to the picture, from this file", "../media/lab.svg", required=True
)
ALT = Field(
    "alt", Text(), _INSIDE, "what is to be seen", "Twee studenten bij een zorgrobot", required=True
)
CAPTION = Field("caption", Text(), _INSIDE, "what the picture tells", "Oefenen in het lab")
PLACE_NAME = Field("name", Text(), _INSIDE, "building or organisation", "Hanzeborg")
PLACE_TOWN = Field("place", Text(), _INSIDE, "town", "Lelystad")
DOCUMENT_TITLE = Field(
    "title", Text(), _INSIDE, "name of the document", "Groeidocument", required=True
)
DOCUMENT_FILE = Field(
    "file", Text(), _INSIDE, "path to the document, from this file", "../media/plan.pdf"
)
DOCUMENT_URL = Field(
    "url", Url(), _INSIDE, "web address of the document", "https://voorbeeld.nl/plan"
)
DOCUMENT_NOTE = Field("note", Text(), _INSIDE, "what readers should know about it", "Versie maart")

CONTACT_NAME = Field(
    "name", Text(), _INSIDE, "who readers can turn to", "Projectleider", required=True
)
CONTACT_MAIL = Field("mail", Mail(), _INSIDE, "mail address", "naam@voorbeeld.nl")
CONTACT_PHONE = Field("phone", Phone(), _INSIDE, "telephone number", "0320-000000")
CONTACT_UNTIL = Field(
    "until",
    Date(),
    _INSIDE,
    "last day on which this may stand on the site",
    "2018-12-31",
    required=True,
)

TITLE = Field("title", Text(), _ALL, "title of the page", "Titel van deze pagina", True)
SUMMARY = Field("summary", Text(600), _ALL, "one or two sentences for lists and search", "Ruim 35…")
ALIASES = Field(
    "aliases", ListOf(Text()), _THINGS, "other names of the same thing", "[ZTC, Trainingscentrum]"
)
IMAGE = Field(
    "image",
    Group((SRC, ALT, CAPTION)),
    _ALL,
    "the main picture",
    "{src: ../media/lab.svg, alt: Twee studenten, caption: In het lab}",
)
DOCUMENTS = Field(
    "documents",
    ListOf(Group((DOCUMENT_TITLE, DOCUMENT_FILE, DOCUMENT_URL, DOCUMENT_NOTE), alone="title")),
    _ALL,
    "documents to download or read elsewhere; one without file or address is shown as not online",
    "[{title: Groeidocument, file: ../media/plan.pdf}]",
)
UPDATED = Field("updated", Date(), _ALL, "day of the last change that matters", "2018-04-03")
DRAFT = Field("draft", Flag(), _ALL, "true keeps the page off the site", "true")
REDIRECT_FROM = Field(
    "redirect_from", ListOf(PlacedPath()), _ALL, "earlier addresses of this page", "[/oud/pad/]"
)
IGNORE = Field(
    "ignore",
    Choices(Text(plain=False)),
    _ALL,
    "checks that are silent for this file, each with the reason",
    "{raw-html: dit artikel gaat over HTML}",
)

EVENT = Field(
    "event", Text(), _ARTICLE, "name of the meeting; makes the article a report", "Kopgroepdag"
)
DATE = Field(
    "date",
    Date(last="end", time="starts"),
    _ARTICLE | {Kind.TOOL},
    "day of the meeting, else of publication; required with event",
    "2018-03-27",
)
END = Field("end", Date(), _ARTICLE, "last day of a meeting of several days", "2018-03-28")
STARTS = Field("starts", Time(end="ends"), _ARTICLE, "when the meeting starts", "13:30")
ENDS = Field("ends", Time(), _ARTICLE, "when the meeting ends", "17:00")
STATUS = Field(
    "status",
    Choice(
        ("cancelled", "moved"),
        (
            ("afgelast", "cancelled"),
            ("geannuleerd", "cancelled"),
            ("verplaatst", "moved"),
        ),
    ),
    _ARTICLE,
    "cancelled for a meeting that is off, moved for one that got another day",
    "cancelled",
)
MOVED_FROM = Field(
    "moved_from", Date(), _ARTICLE, "first day of the meeting before it was moved", "2018-03-20"
)
LOCATION = Field(
    "location",
    Group((PLACE_NAME, PLACE_TOWN), alone="name"),
    _ARTICLE,
    "where the meeting is: a text, or name and place",
    "{name: Hanzeborg, place: Lelystad}",
)
SERIES = Field("series", Text(), _ARTICLE, "name that recurring meetings share", "Kopgroepdagen")
FOLLOWS = Field(
    "follows", Name(), _ARTICLE, "the article about the meeting before this one", "kopgroepdag-2017"
)
ATTENDANCE = Field("attendance", Text(), _ARTICLE, "how many were present", "ruim 35")
MEMBERSHIP = Field(
    "membership",
    Number(0, 99_999),
    _ARTICLE,
    "how many koplopers the Kopgroep had, according to this article",
    "73",
)
CONTACT = Field(
    "contact",
    ListOf(Group((CONTACT_NAME, CONTACT_MAIL, CONTACT_PHONE, CONTACT_UNTIL))),
    _ALL,
    "who readers can turn to, with the day until which that holds",
    "{name: Projectleider, mail: naam@voorbeeld.nl, until: 2018-12-31}",
)
ORGANIZERS = Field(
    "organizers",
    ListOf(Text()),
    _ARTICLE,
    "organisations that hold the meeting",
    "[Zorgpact Zwolle]",
)
AUTHORS = Field("authors", ListOf(Text()), _ARTICLE, "who wrote the article", "[Redactie]")
PUBLISHED = Field(
    "published", Date(), _ARTICLE, "day of publication, when it is not the day itself", "2018-03-30"
)
REGION = Field(
    "region",
    ListOf(Name()),
    _ARTICLE | {Kind.KOPLOPER},
    "one region or a list; a national meeting names landelijk",
    "Zwolle",
)
KOPLOPERS = Field(
    "koplopers",
    ListOf(Name()),
    _ARTICLE | {Kind.TOOL},
    "koplopers that took part",
    "[Sparkcentres, NetwerkZON]",
)
THEMES = Field(
    "themes",
    ListOf(Name()),
    _ARTICLE | {Kind.KOPLOPER, Kind.TOOL},
    "themes it is about",
    "[Zorg en technologie]",
)

REGIONS = Field(
    "regions", ListOf(Name()), frozenset({Kind.TOOL}), "regions it comes from", "[Zwolle]"
)
PLACE = Field(
    "place", Text(), frozenset({Kind.REGION}), "town in the middle of the region", "Zwolle"
)
LAT = Field(
    "lat",
    Number(-90, 90, decimals=True),
    frozenset({Kind.REGION}),
    "latitude in degrees, when no place fits",
    "52.51",
)
LON = Field(
    "lon",
    Number(-180, 180, decimals=True),
    frozenset({Kind.REGION}),
    "longitude in degrees, when no place fits",
    "6.09",
)
PARTNERS = Field(
    "partners",
    ListOf(Text()),
    frozenset({Kind.REGION}),
    "organisations in the pact",
    "[Windesheim]",
)
WEBSITE = Field(
    "website",
    Url(),
    frozenset({Kind.REGION, Kind.KOPLOPER}),
    "web address of its own site",
    "https://voorbeeld.nl/",
)
SINCE = Field("since", Date(), frozenset({Kind.THEME}), "when the theme started", "2017")
COLOR = Field("color", Color(), frozenset({Kind.THEME}), "colour of the theme", '"#0f4c5c"')
SIGN = Field(
    "sign", Text(40), frozenset({Kind.THEME}), "drawn sign of the theme, by its name", "groei"
)
ORDER = Field("order", Number(0, 999), frozenset({Kind.THEME}), "place in the list of themes", "1")
JOINED = Field(
    "joined", Date(), frozenset({Kind.KOPLOPER}), "when it joined the Kopgroep", "2018-03"
)
LEFT = Field("left", Date(), frozenset({Kind.KOPLOPER}), "when it left the Kopgroep", "2019-01")
MENTION = Field(
    "mention",
    Flag(),
    frozenset({Kind.KOPLOPER}),
    "false when the name is an ordinary word that must not be recognised in texts",
    "false",
)
TOOL_KIND = Field("kind", Text(), frozenset({Kind.TOOL}), "kind of tool", "handreiking")
FILE = Field(
    "file", Text(), frozenset({Kind.TOOL}), "path to the document, from this file", "../media/h.pdf"
)
URL = Field(
    "url", Url(), frozenset({Kind.TOOL}), "where the tool is to be found", "https://voorbeeld.nl/"
)

FIELDS: tuple[Field[object], ...] = (
    TITLE,
    EVENT,
    DATE,
    END,
    STARTS,
    ENDS,
    STATUS,
    MOVED_FROM,
    REGION,
    KOPLOPERS,
    THEMES,
    LOCATION,
    SERIES,
    FOLLOWS,
    ORGANIZERS,
    ATTENDANCE,
    MEMBERSHIP,
    SUMMARY,
    IMAGE,
    DOCUMENTS,
    CONTACT,
    AUTHORS,
    PUBLISHED,
    UPDATED,
    ALIASES,
    TOOL_KIND,
    REGIONS,
    FILE,
    URL,
    PLACE,
    LAT,
    LON,
    PARTNERS,
    WEBSITE,
    SINCE,
    COLOR,
    SIGN,
    ORDER,
    JOINED,
    LEFT,
    MENTION,
    DRAFT,
    REDIRECT_FROM,
    IGNORE,
)


def fields_of(kind: Kind) -> tuple[Field[object], ...]:
    """The rows of the table that hold for a kind of file."""
    return tuple(field for field in FIELDS if kind in field.where)

"""The group `security` of the settings: where leaks can be reported, and until when that holds."""

from zorgpact_site.diagnostics import Location
from zorgpact_site.fields import Field, Values
from zorgpact_site.fields.addresses import ReportAddress, SecureUrl
from zorgpact_site.fields.compound import Group, ListOf
from zorgpact_site.fields.moments import Day
from zorgpact_site.fields.types import LanguageTag
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.model.settings import Security

_IN = frozenset[str]()

CONTACT = Field(
    "contact",
    ListOf(ReportAddress()),
    _IN,
    "where to report a leak, best first: mail address, web page or telephone number",
    "https://voorbeeld.nl/lek-melden/",
    required=True,
)
EXPIRES = Field(
    "expires", Day(), _IN, "last day on which all this surely holds", "2027-06-01", required=True
)
ENCRYPTION = Field(
    "encryption",
    SecureUrl(),
    _IN,
    "web address of the key to encrypt reports with",
    "https://voorbeeld.nl/sleutel.asc",
)
ACKNOWLEDGMENTS = Field(
    "acknowledgments",
    SecureUrl(),
    _IN,
    "web page that thanks those who reported a leak",
    "https://voorbeeld.nl/dank/",
)
LANGUAGES = Field(
    "languages", ListOf(LanguageTag()), _IN, "languages that reports may be in", "[nl, en]"
)
POLICY = Field(
    "policy",
    SecureUrl(),
    _IN,
    "web page on how you deal with reports",
    "https://voorbeeld.nl/responsible-disclosure/",
)
SECURITY = Field(
    "security",
    Group((CONTACT, EXPIRES, ENCRYPTION, ACKNOWLEDGMENTS, LANGUAGES, POLICY)),
    frozenset({"site"}),
    "where leaks in the site can be reported; becomes security.txt",
    "{contact: https://voorbeeld.nl/lek-melden/, expires: 2027-06-01}",
)


def read_security(values: Values | None) -> Security | None:
    """What the group says; None when it is absent, or lacks what it must have."""
    if values is None:
        return None
    contacts, expires = values.get(CONTACT), values.get(EXPIRES)
    if not contacts or expires is None:
        return None
    return Security(
        contacts=contacts,
        expires=expires.last_day,
        where=values.place(EXPIRES) or Location(SETTINGS_FILE),
        encryption=values.get(ENCRYPTION) or "",
        acknowledgments=values.get(ACKNOWLEDGMENTS) or "",
        languages=values.get(LANGUAGES) or (),
        policy=values.get(POLICY) or "",
    )

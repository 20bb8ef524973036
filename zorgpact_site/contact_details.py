"""Mail addresses and Dutch telephone numbers in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zorgpact_site.names import words

# Possessive, and only from the start of a run, so that long runs without @ cost no square.
_MAIL = re.compile(r"(?<![\w.+%-])[\w+%-][\w.+%-]{0,63}+@[\w-]++(?:\.[\w-]++)+")
_PHONE = re.compile(
    r"(?<![\w+@/.,=(-])(?<!- )"
    r"(?:(?P<abroad>(?:\+|00)31)[ .-]{0,2}(?:\(0\)[ .-]?)?(?P<there>[1-9](?:[ .–-]?\d){8})"
    r"|\(?(?P<area>06|0[1-57-9]\d{1,2})\)?(?:[ ]?[-–/.][ ]?|[ ])?(?P<own>\d(?:[ .–-]?\d){5,7}))"
    r"(?![\w%€@]|[.,:/-]\d)",
    re.ASCII,
)
# What all of them have, found much faster; and the signs that any of them has.
_MAY_HOLD = re.compile(r"@|\+31|0(?<!\w.)\d", re.ASCII)
SIGNS = "@+0"
_DATE = re.compile(r"\d\d[-./]\d\d[-./]\d{4}", re.ASCII)
# An account number (IBAN) holds ten digits after the letters of the bank; others are announced.
_OTHER_NUMBER = re.compile(
    r"(?:\b[A-Z]{2}\d{2} ?[A-Z]{4} ?"
    r"|\b(?:ISBN|ISSN|IBAN|KvK|BSN|BIG|DOI|AGB)(?:[ -]?\w+){0,2}[:.]? ?)$",
    re.IGNORECASE,
)
# Behind these stands what a house can be reached at, whoever answers; “fax” is no telephone.
_OF_A_HOUSE = re.compile(
    r"\b(?:(?:tele)?fax(?:nummer)?|receptie|balie|centrale|secretariaat|meldkamer|servicepunt"
    r"|informatiepunt|klantenservice|helpdesk|(?:algemeen|centraal) (?:telefoon)?nummer)"
    r"(?: (?:is|via|op|onder|telefoon|tel\.?|telefonisch|bereikbaar|bellen|nummer|telefoonnummer)"
    r"){0,4}[ :.,]{0,2}\(?$",
    re.IGNORECASE,
)
_BEFORE = 60  # signs in which such an announcement stands
_DIGITS = 10  # of a Dutch number
_MOBILE = "06"
# Numbers of companies, for which the caller pays or nobody does; they are nobody's own.
_OF_COMPANIES = ("0800", "0900", "0906", "0909", "085", "088", "14")
# The area codes of three digits; all others have four (Nummerplan telefoon- en ISDN-diensten).
_SHORT_AREAS = words(
    "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
    "070 071 072 073 074 075 076 077 078 079"
)
# Names before the @ under which nobody in particular answers.
_ROLES = words(
    "aanmelden aanmelding academie administratie algemeen balie beheer bestuur bpv bureau "
    "communicatie congres congressen contact directie evenementen hallo helpdesk hr hrm info "
    "inschrijven inschrijving klantcontact klantenservice kwaliteit lab mail nieuwsbrief noreply "
    "office onderwijs opleidingen pers planning post privacy programma project projectbureau "
    "receptie redactie scholing secretariaat security service servicedesk stage stagebureau stages "
    "studenten support team vacatures vragen webmaster webredactie welkom werkenbij wijkteam "
    "zorglab"
)
# How longer names of roles end, such as bestuurssecretariaat@ and zorgloket@.
_ROLE_ENDS = (
    *("administratie", "bureau", "communicatie", "helpdesk", "info", "loket", "nieuwsbrief"),
    *("receptie", "redactie", "secretariaat", "servicedesk", "servicepunt"),
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Detail:
    """A mail address or a telephone number in a text; `same` is its form for comparing."""

    start: int
    end: int
    same: str

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail address."""
        return "@" in self.same


def contact_details(text: str) -> Iterator[Detail]:
    """The mail addresses of a text, then its Dutch telephone numbers.

    Addresses of a role such as info@ and numbers of companies (085, 088, 0800, 0900) are left out.
    """
    if not _MAY_HOLD.search(text):
        return
    if "@" in text:
        for match in _MAIL.finditer(text):
            if not is_role(match.group()):
                yield Detail(match.start(), match.end(), same_detail(match.group()))
    for match in _PHONE.finditer(text):
        number = _number(match)
        if number and not _DATE.match(text, match.start()):
            before = text[max(match.start() - _BEFORE, 0) : match.start()]
            if not (_OTHER_NUMBER.search(before) or _OF_A_HOUSE.search(before)):
                yield Detail(match.start(), match.end(), number)


def is_role(mail: str) -> bool:
    """Whether the first word of a mail address is that of a role, such as info@ or post.zwolle@."""
    word = _WORD.match(mail.lower().replace("no-reply", "noreply"))
    return word is not None and (word.group() in _ROLES or word.group().endswith(_ROLE_ENDS))


def same_detail(typed: str) -> str:
    """A mail address in small letters, or the digits of a number as it is dialled at home."""
    if "@" in typed:
        return typed.casefold()
    digits = "".join(sign for sign in typed.replace("(0)", "") if sign.isdigit())
    for abroad in ("0031", "31"):
        if digits.startswith(abroad) and len(digits) == len(abroad) + _DIGITS - 1:
            return f"0{digits.removeprefix(abroad)}"
    return digits


def dialled(phone: str) -> str:
    """A telephone number as a link wants it (RFC 3966): with the code of the country if known."""
    digits = same_detail(phone)
    if len(digits) == _DIGITS and digits.startswith("0"):
        return f"+31{digits[1:]}"
    return f"+{digits}" if phone.startswith("+") else digits


def _number(match: re.Match[str]) -> str:
    """The number as it is dialled at home; empty when there can be no such number."""
    number = same_detail(match.group())
    if len(number) != _DIGITS or number.startswith(_OF_COMPANIES):
        return ""
    area = match["area"]
    known = area in _SHORT_AREAS if area and len(area) == 3 else True  # noqa: PLR2004 - digits
    long = area is not None and len(area) == 4 and area[:3] in _SHORT_AREAS  # noqa: PLR2004
    bare = match.group().isdigit()
    return number if number.startswith(_MOBILE) or bare or (known and not long) else ""

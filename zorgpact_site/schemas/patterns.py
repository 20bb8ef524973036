"""Regular expressions for JSON Schema, in the part of ECMA-262 that all validators share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from zorgpact_site.kinds import Kind
from zorgpact_site.names import SAME_SIGN, fold

_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAYS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
DATE = f"^(?=[12])(?:[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]|{_DAYS}))?|{_LEAP}-02-29)$"
DAY = f"^(?=[12])(?:[0-9]{{4}}-(?:{_DAYS})|{_LEAP}-02-29)$"
TIME = "^(?:[01]?[0-9]|2[0-3]):[0-5][0-9]$"
WHOLE = "^-?[0-9]{1,12}$"
DECIMAL = r"^-?[0-9]{1,4}(?:\.[0-9]{1,12})?$"
COLOR = "^#[0-9a-fA-F]{6}$"
_HOST = r"""[^\s/?#@\\:<>"]+"""
_WEB = rf"[Hh][Tt][Tt][Pp][Ss]?://(?:{_HOST}\.{_HOST}|localhost)(?::[0-9]+)?"
URL = rf"""^{_WEB}(?:[/?#][^\s\\<>"]*)?$"""
BASE_URL = rf"""^(?:file:|{_WEB}(?:/[^\s\\<>"?#]*)?)$"""
_PART = r"[^/\s\\?#%:]{1,200}"
SITE_PATH = rf"^(?!.*\.(?:/|$))/(?:{_PART}/)*(?:{_PART})?$"
PHONE = r"^\+?[\s().–-]*(?:[0-9][\s().–-]*){8,15}$"
_MAILBOX = r"""[^\s@,;:<>()\[\]"\\]+@[\w-]+(?:\.[\w-]+)+"""
MAIL = f"^{_MAILBOX}$"
SECURE_URL = rf"""^https://(?:{_HOST}\.{_HOST}|localhost)(?::[0-9]+)?(?:[/?#][^\s\\<>"]*)?$"""
# A number with the code of its country, or a Dutch one of ten digits.
_CALLED = r"(?:\+[\s().–-]*(?:[0-9][\s().–-]*){8,15}|[\s().–-]*0[\s().–-]*(?:[0-9][\s().–-]*){9})"
REPORT_ADDRESS = rf"(?:{SECURE_URL}|^(?:mailto:)?{_MAILBOX}$|^(?:tel:)?{_CALLED}$)"
LANGUAGE = "^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?$"
FLAG = "^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Jj][Aa]|[Nn][Ee][Ee])$"
SOMETHING = r"\S"


def name_pattern(kind: Kind, folded: Iterable[str]) -> str:
    """A pattern for names of a kind, whatever their capitals and accents, as the check has it."""
    prefixes = "|".join(_whatever_case(prefix) for prefix in kind.prefixes)
    names = "|".join(_whatever_case(name) for name in folded)
    return rf"^(?:(?:{prefixes}):\s*)?(?:{names})$"


def _whatever_case(folded: str) -> str:
    return "".join(_one_sign(sign) for sign in folded)


def _one_sign(sign: str) -> str:
    if sign == " ":
        return r"\s+"
    if sign == "-":
        # A file name leads to the page too, with its dashes or with spaces.
        return r"[-–—‑\s]"
    same = _VARIANTS.get(sign, sign)
    return f"[{same}]" if len(same) > 1 else re.escape(same)


def _variants() -> Mapping[str, str]:
    """The signs of Western European languages that are compared as one sign."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0x21, 0x7F), *range(0xC0, 0x100), *SAME_SIGN):
        folded = fold(chr(code))
        if len(folded) == 1 and (folded.isalnum() or folded == "'"):
            found[folded] += chr(code)
    return found


_VARIANTS = _variants()

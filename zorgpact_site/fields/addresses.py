"""How values are read that lead somewhere: web and mail addresses, phone numbers, own paths."""

import re
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import quote

from zorgpact_site.contact_details import dialled
from zorgpact_site.diagnostics import Diagnostic, Location, Rule
from zorgpact_site.diagnostics import field_rules as rules
from zorgpact_site.fields.field import Field
from zorgpact_site.fields.types import Named, OneText
from zorgpact_site.placed_yaml import Node
from zorgpact_site.portable import is_reserved
from zorgpact_site.web_addresses import is_web_address

_SITE_PATH = re.compile(r"/(?:[^/\s\\?#%:]+/)*(?:[^/\s\\?#%:]+)?")
_MAIL = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d\s().–-]+", re.ASCII)
# Bytes. File systems take 255 for a name and 4,096 for a path, of which others need a part.
_LONGEST_PART, _LONGEST_PATH = 200, 1000
_SECURE = "https://"
_WITH_HOST = re.compile(r"(?:https?:)?//[^/\s]+|www\.[^/\s]+")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}(?:/\S*)?")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15


@dataclass(frozen=True, slots=True)
class Url(OneText[str]):
    """A web address with a host and without credentials."""

    expected: ClassVar[str] = "a web address"
    rule: ClassVar[Rule] = rules.INVALID_URL

    def parse(self, text: str) -> str | None:
        """Give the address as typed."""
        return text if is_web_address(text) else None

    def guess(self, text: str) -> str:
        """Suppose https before the name of a host."""
        return f"{_SECURE}{text}" if _HOST.fullmatch(text) else ""

    def _refused(self, text: str, where: Location, about: Field[object]) -> Diagnostic:
        told = OneText._refused(self, text, where, about)
        is_own_file = about.key == "url" and text.startswith("../")
        return replace(told, near=(f"file: {text}",)) if is_own_file else told


@dataclass(frozen=True, slots=True)
class Mail(OneText[str]):
    """A mail address, without a name or `mailto:` before it."""

    expected: ClassVar[str] = "a mail address"
    rule: ClassVar[Rule] = rules.INVALID_MAIL

    def parse(self, text: str) -> str | None:
        """Give the address as typed."""
        return text if _MAIL.fullmatch(text) else None

    def guess(self, text: str) -> str:
        """Understand an address that is typed as a link."""
        return text.removeprefix("mailto:")


@dataclass(frozen=True, slots=True)
class Phone(OneText[str]):
    """A telephone number as people write it."""

    expected: ClassVar[str] = "a telephone number"
    rule: ClassVar[Rule] = rules.INVALID_PHONE

    def parse(self, text: str) -> str | None:
        """Give the number as typed when it has the digits of one (E.164: fifteen at most)."""
        digits = sum(sign.isdigit() for sign in text)
        fits = _FEWEST_DIGITS <= digits <= _MOST_DIGITS
        return text if fits and _PHONE.fullmatch(text) else None

    def guess(self, text: str) -> str:
        """Understand a number that is typed as a link."""
        return text.removeprefix("tel:")


@dataclass(frozen=True, slots=True)
class SecureUrl(OneText[str]):
    """A web address that is asked over a line nobody can listen to."""

    expected: ClassVar[str] = "a web address with https"
    rule: ClassVar[Rule] = rules.INSECURE_URL

    def parse(self, text: str) -> str | None:
        """Give the address as typed."""
        return text if text.startswith(_SECURE) and is_web_address(text) else None

    def guess(self, text: str) -> str:
        """Suppose that the page can be had with https too."""
        return text.replace("http://", _SECURE, 1)


@dataclass(frozen=True, slots=True)
class ReportAddress(OneText[str]):
    """Where a report can go: a mail address, a page, or a telephone number, as a URI."""

    expected: ClassVar[str] = "a mail address, web address or telephone number"
    rule: ClassVar[Rule] = rules.INVALID_REPORT_ADDRESS

    def parse(self, text: str) -> str | None:
        """Give the URI; `mailto:` and `tel:` may be left out (RFC 6068, RFC 3966)."""
        if SecureUrl().parse(text):
            return text
        if mail := Mail().parse(text.removeprefix("mailto:")):
            return f"mailto:{quote(mail, safe='@+')}"
        number = dialled(Phone().parse(text.removeprefix("tel:")) or "")
        return f"tel:{number}" if number.startswith("+") else None

    def guess(self, text: str) -> str:
        """Suppose that the page can be had with https too."""
        return SecureUrl().guess(text)


@dataclass(frozen=True, slots=True)
class SitePath(OneText[str]):
    """An address on this site, from the first slash on."""

    expected: ClassVar[str] = "an address on this site"
    rule: ClassVar[Rule] = rules.INVALID_ADDRESS

    def parse(self, text: str) -> str | None:
        """Give the path when it is plain, without host, query or escape, and fits a disk."""
        plain = _SITE_PATH.fullmatch(text) and not is_reserved(text)
        fits = max(len(part.encode()) for part in text.split("/")) <= _LONGEST_PART
        return text if plain and fits and len(text.encode()) <= _LONGEST_PATH else None

    def guess(self, text: str) -> str:
        """Understand a whole web address, and a path without its first slash."""
        path = _WITH_HOST.sub("", text).strip("/")
        return f"/{path}{'/' if text.endswith('/') else ''}" if path else ""


@dataclass(frozen=True, slots=True)
class PlacedPath:
    """An address on this site, with its place for when it clashes with another."""

    expected: ClassVar[str] = SitePath.expected

    def read(self, node: Node, about: Field[object], found: list[Diagnostic]) -> Named | None:
        """Give the address and where it stands."""
        text = SitePath().read(node, about, found)
        return None if text is None else Named(text, node.where)

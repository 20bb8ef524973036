"""A citizen service number (BSN), which no page may show."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "citizen-number",
    Severity.ERROR,
    "here stands what looks like a citizen service number (BSN)",
    "take it away; is it another number, name citizen-number at ignore: with the reason",
    "Whoever publishes somebody’s number leaks personal data, and it can be misused for years. "
    "Nine digits count (123456782, 1234.56.782) when they pass the eleven-test that each such "
    "number passes, or when BSN or burgerservicenummer stands before them. One of eleven other "
    "numbers passes it too, so those with a name of their own, such as KvK and dossier, are left "
    "alone. Source: Uitvoeringswet AVG, article 46.",
)
# It begins with a figure, so that all other signs are passed over quickly.
_NUMBER = re.compile(
    r"[0-9](?<![\w€@+/=-][0-9])(?<![0-9][.,][0-9])(?:[0-9]{8}|[0-9]{3}\.[0-9]{2}\.[0-9]{3})"
    r"(?![\w%€@/=-]|[.,:][0-9])"
)
_ANNOUNCED = re.compile(
    r"\b(?:BSN|sofi-?nummer|burgerservice-?nummer)(?:[ -]?\w+){0,2}[:.]? ?$", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:KvK|RSIN|ISBN|ISSN|IBAN|BTW|BIG|AGB|DOI|dossier|project|order|factuur|zaak|kenmerk|"
    r"referentie|subsidie|artikel|klant|relatie|rekening|bank|"
    r"telefoon|tel|fax)[-\w]*(?:[ -]?\w+){0,2}[:.]? ?$",
    re.IGNORECASE,
)
_BEFORE = 40  # signs in which the name of a number stands
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at the numbers of nine digits."""
    for passage, begin, match in prose.gathered.find(_NUMBER):
        start, end = match.start() - begin, match.end() - begin
        if _may_be_one(passage, start, match.group()):
            yield problem(RULE, passage.locate(start, end))


def _may_be_one(passage: Passage, start: int, typed: str) -> bool:
    before = passage.text[max(start - _BEFORE, 0) : start]
    if _ANNOUNCED.search(before):
        return True
    digits = [int(one) for one in typed if one.isdigit()]
    return not _OTHER.search(before) and _passes_eleven_test(digits)


def _passes_eleven_test(digits: list[int]) -> bool:
    """Source: Logisch Ontwerp BSN, the eleven-test for citizen service numbers."""
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

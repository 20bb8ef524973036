"""Lines of an old page that were navigation and no text."""

import re

_BACK = re.compile(
    r"[‹«<←]\s*(?:ga\s)?terug\b|terug naar (?:boven|de vorige pagina|het overzicht)$", re.IGNORECASE
)
_CRUMBS = re.compile(r"(?:home|u bent hier|je bent hier)\s*[:>»›/|→]", re.IGNORECASE)
_LONE = frozenset(
    [
        "home",
        "menu",
        "zoeken",
        "naar boven",
        "print deze pagina",
        "deel deze pagina",
        "deel dit artikel",
        "lees voor",
        "ga naar de inhoud",
        "ga direct naar de inhoud",
        "naar de inhoud",
        "spring naar de inhoud",
        "skip to content",
    ]
)
_FOR_WHAT_FOLLOWS = frozenset(
    ["gerelateerd", "gerelateerd aan", "gerelateerde artikelen", "lees ook", "zie ook", "deel"]
)
_LONGEST = 120


def is_navigation(line: str, *, at_top: bool) -> bool:
    """Whether a line only leads elsewhere; breadcrumbs and single words only do `at_top`."""
    if len(line) > _LONGEST:
        return False
    if _BACK.match(line):
        return True
    lone = line.lower() in _LONE
    if at_top:
        return lone or bool(_CRUMBS.match(line))
    return lone and " " in line


def leads_nowhere(line: str) -> bool:
    """Whether a line, as the last of a text, is a heading above things that were not copied."""
    return line.rstrip(":").lower() in _FOR_WHAT_FOLLOWS

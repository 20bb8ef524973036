"""A link whose words do not tell where it leads."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold

RULE = Rule(
    "weak-link-text",
    Severity.WARNING,
    "this link does not tell where it leads: “{value}”",
    "give it words of its own, such as [the report from Lelystad](address)",
    "Who listens to a page often hears its links alone, one after another; five times “here” tells "
    "nothing, and an address is read out sign by sign. The check knows a list of such words and "
    "all web addresses, also those that stand in the text without a link of their own. A mail "
    "address is a good text for a link that writes a mail. Source: WCAG 2.2, 2.4.4 and 2.4.9.",
)
_WEAK = frozenset(
    [
        "hier", "lees hier", "klik hier", "kijk hier", "zie hier", "via hier", "hier klikken",
        "hier te vinden", "hier te lezen", "lees het hier", "download hier", "hier downloaden",
        "download", "lees meer", "meer lezen", "lees verder", "verder lezen", "meer", "meer info",
        "meer informatie", "meer weten", "bekijk", "bekijk hier", "link", "de link", "deze link",
        "via deze link", "onderstaande link", "bijgaande link", "linkje", "website", "de website",
        "deze website", "site", "de site", "deze site", "pagina", "deze pagina", "klik", "dit",
        "here", "click here", "read more", "more",
    ]
)  # fmt: skip
_AROUND = " .,:;!?…>»→()[]\"'“”‘’-"
# Only what an editor may type without spaces; a full stop or bracket at its end is not part of it.
# Behind “](” or “)[” it belongs to a link that became none, which is told already.
_ADDRESS = re.compile(
    r"(?<![\w@/.:=\"])(?<!\]\()(?<!\] \()(?<!\)\[)https?://"
    r"[^\s<>\"“”‘’|]*[^\s<>\"“”‘’|.,;:!?…)\]]"
)
_BARE_HOST = re.compile(r"www\.\S+")
_SHOWN = 60


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at the words of each link, and for addresses in the text."""
    for passage in prose.words.passages:
        for start, end in _weak(passage) if passage.linked or "://" in passage.text else ():
            value = passage.text[start:end]
            shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
            yield problem(RULE, passage.locate(start, end), value=shown)


def _weak(passage: Passage) -> Iterator[tuple[int, int]]:
    """Start and end of the words of weak links, and of bare addresses."""
    for start, end in passage.linked:
        words = fold(passage.text[start:end])
        if words.strip(_AROUND) in _WEAK or _BARE_HOST.fullmatch(words):
            yield start, end
    if "://" in passage.text:
        yield from (match.span() for match in _ADDRESS.finditer(passage.text))


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

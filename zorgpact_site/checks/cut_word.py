"""A word that was cut at the end of a line, and stands in one line now: “samen- werking”."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import words

RULE = Rule(
    "cut-word",
    Severity.WARNING,
    "a hyphen and a space stand in “{value}”",
    "write it as one word; a dash between two thoughts has a space on both sides",
    "What is copied from a PDF or a narrow column keeps the hyphens at the ends of its lines. A "
    "hyphen that stands for the rest of a word, as in zorg- en welzijn or van mbo- naar "
    "hbo-niveau, is right: before words such as en, of, naar, tot and als nothing is told, nor "
    "before a word that is followed by en or of, or has a hyphen itself. A machine mends the word "
    "only when the same text has it elsewhere in one piece.",
)
_CUT = re.compile(
    r"-(?<=[a-zß-öø-ÿ]{2}-) (?P<rest>[a-zß-öø-ÿ]{4,40})(?![\w’'-])(?! (?:en|of|dan|noch)\b)"
)
_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FAR = 40  # signs of a word
# Before these a hyphen stands for what follows later.
_JOINING = words(
    "aangaande alsmede alsook anders annex behalve beneden betreffende bijna binnen boven buiten "
    "danwel dankzij deels door echter enkel evenals exclusief geen gevolgd hetzij hooguit "
    "inclusief langs maar maximaal minimaal minus naar naast niet noch ofwel omtrent onder "
    "oftewel over ongeacht plus respectievelijk richting rond samen sinds soms tegen tegenover "
    "tevens tijdens tussen vanaf vanuit vanwege versus volgens voor voorafgaand waaronder wegens "
    "zelfs zoals zonder zowel"
)


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look where a hyphen and a space stand between small letters."""
    for passage, start, match in prose.gathered.find(_CUT):
        at, end = match.start() - start, match.end() - start
        before = _BEFORE.search(passage.text, max(at - _FAR, 0), at)
        if before is None or match["rest"] in _JOINING:
            continue
        whole = f"{before[0]}{match['rest']}"
        known = any(whole.lower() in map(str.lower, one) for one in prose.gathered.words)
        sure = known and passage.exact(at, at + 2) and not passage.is_linked(at, at + 2)
        yield problem(
            RULE,
            passage.locate(before.start(), end),
            near=(whole,) if known else (whole, f"{before[0]} – {match['rest']}"),
            fix=(Replace(passage.locate(at, at + 2), ""),) if sure else (),
            value=passage.text[before.start() : end],
        )


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

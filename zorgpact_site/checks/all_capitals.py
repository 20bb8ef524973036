"""Titles, headings and sentences in capitals."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "all-capitals",
    Severity.WARNING,
    "this stands in capitals from beginning to end",
    "write it in small letters, with a capital where a sentence or a name begins",
    "Words in capitals have no shape and are read slower, above all by who reads with difficulty; "
    "some screen readers spell them letter by letter. Abbreviations and names in capitals (BSN, "
    "GET-LAB) are no mistake: only what has two words or more of five letters or more is told of, "
    "and nothing in small letters.",
)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_FEWEST = 2


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at each passage; cells of a table may be codes."""
    for passage in prose.passages:
        text = passage.text
        if (
            text.isupper()
            and passage.role is not Role.CELL
            and len(_LONG_WORD.findall(text)) >= _FEWEST
        ):
            yield problem(RULE, passage.locate(0, len(text)))


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

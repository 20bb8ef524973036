"""A name between single brackets, which is no link."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Role
from zorgpact_site.model.prose import Naming, Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "single-brackets",
    Severity.WARNING,
    "readers see the brackets around “{value}”, and get no link",
    "write two brackets on each side; for brackets that are meant, put a backslash before both",
    "A link by name stands between double brackets: [[Sparkcentres]]. Single ones are left alone "
    "behind a quotation mark, as they show there what was added to somebody's words.",
)
_LINKED_IN = frozenset({Role.TEXT, Role.ITEM, Role.CELL, Role.NOTE})
_QUOTED = re.compile("[\"“”„‘«]|(?<!\\w)['’]")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at what stands around each name."""
    for naming in prose.namings:
        start, end = naming.start - 1, naming.end + 1
        text = naming.passage.text
        if text[max(start, 0) : end] == f"[{naming.words}]" and _is_slip(naming, start, end):
            where, right = naming.passage.locate(start, end), f"[[{naming.words}]]"
            fix = (Replace(where, right),)
            yield problem(RULE, where, near=(right,), fix=fix, value=naming.words)


def _is_slip(naming: Naming, start: int, end: int) -> bool:
    """Whether a link was meant: one thing is called so, and the brackets stand so in the file."""
    passage = naming.passage
    return (
        len(naming.keys) == 1
        and passage.role in _LINKED_IN
        and passage.exact(start, end)
        # One bracket too few is told of as such.
        and "[" not in passage.text[max(start - 1, 0) : start]
        and "]" not in passage.text[end : end + 1]
        and not _QUOTED.search(passage.text, 0, start)
    )


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""Signs that nobody sees: spaces that hold words together, and signs without a width."""

import re
from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Edit, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import FIXED_SPACES, NO_WIDTH, Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "stray-nbsp",
    Severity.WARNING,
    "here stands {part} ({count} × in this paragraph)",
    "type an ordinary space here, or nothing if the words are to stand together",
    "Text that is copied from another site or program brings signs along that look like a space or "
    "like nothing. A fixed space keeps two words on one line, so lines end oddly and a narrow "
    "screen overflows; a soft hyphen or a sign without a width splits a word for those who search "
    "for it. A fixed space is right between a number and what it counts (10 %, € 5, 27 maart), "
    "after an initial or an abbreviation (P. de Braal, dr. Smit) and before a dash. A sign that is "
    "typed by its name, such as &nbsp; or &shy;, is on purpose. One report for each paragraph.",
)
_SPACE = re.compile(f"[{FIXED_SPACES}]+")
_NOTHING = re.compile(f"[{NO_WIDTH}]+")
# What may stand before a fixed space: a digit, a sign of money, an initial, an abbreviation.
_HOLDS = re.compile(
    r"(?:\d|[€$£§№+×±]|(?:^|[^\w])(?:\w\.)+|\b(?:drs?|prof|ir|ing|mr|dhr|mevr|mw|nr|blz|art|ca|st|fig)\.)$",
    re.IGNORECASE,
)
_LONGEST = 12  # signs that such an abbreviation takes
_HELD = re.compile(r"[\d%‰°–—]")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at each passage once for spaces and once for signs without a width."""
    for passage in prose.gathered.holding(*FIXED_SPACES, *NO_WIDTH):
        stray = [span for span in _spans(_SPACE, passage) if not _right(passage.text, *span)]
        if stray:
            where, fix = passage.locate(*stray[0]), _edits(passage, stray)
            yield problem(RULE, where, fix=fix, part="a fixed space", count=len(stray))
        stray = list(_spans(_NOTHING, passage))
        if stray:
            where, fix = passage.locate(*stray[0]), _edits(passage, stray, "")
            yield problem(RULE, where, fix=fix, part="a sign that nobody sees", count=len(stray))


def _spans(form: re.Pattern[str], passage: Passage) -> Iterator[tuple[int, int]]:
    """Where such signs stand; not those that the file names, such as `&nbsp;`."""
    for match in form.finditer(passage.text):
        if not passage.typed.stretches or passage.exact(*match.span()):
            yield match.span()


def _right(text: str, start: int, end: int) -> bool:
    """Whether one fixed space is in its place here."""
    if end - start > 1:
        return False
    before = text[max(start - _LONGEST, 0) : start]
    return bool(_HELD.match(text, end) or _HOLDS.search(before))


def _edits(
    passage: Passage, spans: Iterable[tuple[int, int]], instead: str = " "
) -> tuple[Edit, ...]:
    """An edit for each; beside a space, and at the start or end of a passage, nothing stays."""
    text = passage.text
    return tuple(
        Replace(
            passage.locate(start, end),
            "" if not text[:start].strip() or not text[end:].strip() or _beside(text, start, end)
            else instead,
        )
        for start, end in spans
        if passage.exact(start, end)
    )  # fmt: skip


def _beside(text: str, start: int, end: int) -> bool:
    return text[start - 1] == " " or text[end] == " "


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

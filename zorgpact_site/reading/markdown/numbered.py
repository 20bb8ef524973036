"""Signs given by their number, `&#8238;`, that no text may hold when they are typed."""

import re
from collections.abc import Iterable

from markdown_it.common.utils import unescapeAll

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics.file_rules import CONTROL_CHARACTER
from zorgpact_site.model.body import Reference
from zorgpact_site.reading.decode import CONTROL
from zorgpact_site.source import Text

_NUMBERED = re.compile(r"&#[xX]?[0-9a-fA-F]{1,7};")


def check_numbered(
    text: Text, first: int, html: str, references: Iterable[Reference], found: list[Diagnostic]
) -> None:
    """Find those in the body from line `first` on; in code they stay as typed, and do no harm."""
    shown = "".join([html, *(part for one in references for part in (one.alt, one.title))])
    for number, line in enumerate(text.lines[first - 1 :], first):
        for match in _NUMBERED.finditer(line):
            sign = unescapeAll(match.group())
            if CONTROL.fullmatch(sign) and sign in shown:
                where = text.at(number, match.start() + 1, len(match.group()))
                found.append(problem(CONTROL_CHARACTER, where, value=f"U+{ord(sign):04X}"))

"""Texts that were damaged on their way here: letters saved twice, two versions in one file."""

import re
import unicodedata
from collections.abc import Iterator

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import file_rules as rules
from zorgpact_site.source import Text

# How the bytes of UTF-8 look to who takes them for Windows-1252: “Ã©” for “é”, “â€œ” for a quote.
_CONTINUED = "\x80-\xbf" + "".join(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))
_GARBLED = re.compile(f"[ÂÃÅ][{_CONTINUED}]|â[{_CONTINUED}]{{2}}|ð[{_CONTINUED}]{{3}}|[ﬁﬂﬀﬃﬄ]")
_LIGATURES = ("ﬁ", "ﬂ", "ﬀ", "ﬃ", "ﬄ")  # as PDF files have them
_LOST = "\ufffd"  # what programs put for a letter that they cannot read
_SUSPECT = ("Ã", "Â", "â€", "Å", "ð\u0178", _LOST, *_LIGATURES)
_OURS, _THEIRS, _BETWEEN = "<<<<<<< ", ">>>>>>> ", "======="


def garbled(text: Text) -> Iterator[Diagnostic]:
    """Tell of letters that another program left as other signs, once for each line."""
    if not any(sign in text.content for sign in _SUSPECT):
        return
    for number, line in enumerate(text.lines, 1):
        found = [(match, _meant(match[0])) for match in _GARBLED.finditer(line)]
        sure = [(match, meant) for match, meant in found if meant]
        if sure:
            first = text.at(number, sure[0][0].start() + 1, len(sure[0][0][0]))
            fix = tuple(
                Replace(text.at(number, match.start() + 1, len(match[0])), meant)
                for match, meant in sure
            )
            value, near = sure[0][0][0], (sure[0][1],)
            yield problem(rules.GARBLED, first, near=near, fix=fix, value=value)
        elif _LOST in line:
            where = text.at(number, line.index(_LOST) + 1, 1)
            yield problem(rules.GARBLED, where, value=_LOST)


def conflict(text: Text) -> Diagnostic | None:
    """Tell of the marks that Git leaves where two people changed the same lines."""
    if _OURS not in text.content or _THEIRS not in text.content:
        return None
    ours = _line_with(text, _OURS, 1)
    between = ours and _line_with(text, _BETWEEN, ours)
    theirs = between and _line_with(text, _THEIRS, between)
    return problem(rules.CONFLICT, text.whole_line(ours), line=theirs) if theirs else None


def _line_with(text: Text, mark: str, first: int) -> int:
    lines = enumerate(text.lines[first - 1 :], first)
    return next((number for number, line in lines if line.startswith(mark)), 0)


def _meant(signs: str) -> str:
    """The letter that these signs are the bytes of; empty when they are none."""
    if signs in _LIGATURES:
        return unicodedata.normalize("NFKC", signs)
    data = b"".join(sign.encode("cp1252", "ignore") or sign.encode("latin-1") for sign in signs)
    letter = data.decode("utf-8", "ignore")
    return letter if len(letter) == 1 and (letter.isprintable() or letter == "\u00a0") else ""

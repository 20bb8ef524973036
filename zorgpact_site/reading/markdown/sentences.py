"""Running text cut into sentences, so that a backlink can show the one it stands in."""

import re

_ABBREVIATIONS = frozenset(
    [
        "o.a.",
        "bijv.",
        "bv.",
        "d.w.z.",
        "m.n.",
        "m.b.t.",
        "t.a.v.",
        "i.p.v.",
        "i.s.m.",
        "n.a.v.",
        "e.d.",
        "enz.",
        "etc.",
        "ca.",
        "nr.",
        "blz.",
        "dr.",
        "drs.",
        "ing.",
        "ir.",
        "mr.",
        "prof.",
        "mw.",
        "dhr.",
        "st.",
        "resp.",
        "incl.",
        "excl.",
        "vgl.",
        "zgn.",
        "jl.",
        "a.s.",
    ]
)
_CAPITAL = "A-Z0-9ÀÁÂÄÇÈÉÊËÍÎÏÓÔÖÚÛÜ"
_END = re.compile(rf"[.!?…][\"”’)]*\s+(?=[\"“‘(\[]*[{_CAPITAL}’'\x01\x02])")


def split_sentences(text: str) -> list[str]:
    """Cut at a full stop, question or exclamation mark before a capital, digit or mark.

    Known abbreviations and single initials (“H. Jansen”) do not end a sentence.
    """
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + 1
        after_space = text.rfind(" ", start, stop) + 1
        last = text[after_space or start : stop].rsplit(maxsplit=1)[-1].lstrip("(“‘\"'")
        initial = len(last) == 2 and last[0].isupper()  # noqa: PLR2004 - a letter and its stop
        if last.lower() in _ABBREVIATIONS or initial:
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*sentences, rest] if rest else sentences

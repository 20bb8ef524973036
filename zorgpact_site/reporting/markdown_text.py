"""Words of editors inside Markdown of ours: they show as they are, and can be nothing else."""

import re

from zorgpact_site.reporting.visible import visible

# What begins anything in CommonMark or GitHub's additions to it: emphasis, code, links, HTML,
# tables, formulas, emoji, addresses that become links by themselves.
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$#@{}!^=]|:(?=//|[\w+-]+:)")
_ADDRESS = re.compile(r"(www)\.", re.IGNORECASE)
# After @ and # a name or number would call somebody, or a pull request, even when escaped.
_CALLS = re.compile(r"([@#])(?=\w)")
_JOINER = "\u2060"


def escaped(text: str, longest: int = 300) -> str:
    """A text on one line that Markdown shows as it is, cut off after so many signs."""
    line = " ".join(visible(text).split())
    cut = line if len(line) <= longest else f"{line[:longest].rstrip()}…"
    safe = _ADDRESS.sub(r"\1\\.", _SIGNS.sub(r"\\\g<0>", cut))
    return _CALLS.sub(rf"\1{_JOINER}", safe)


def link(text: str, address: str) -> str:
    """A link from an escaped text to an encoded address; just the text when there is none."""
    return f"[{text}]({address})" if address else text

"""Words of editors on GitHub and GitLab: nobody is called, and nothing becomes a link."""

import re

from zorgpact_site.markdown_words import only_words
from zorgpact_site.reporting.visible import visible

# What GitHub makes of words besides: emoji, and addresses that become links by themselves.
_BETWEEN_COLONS = re.compile(r":(?=//|[\w+\\-]+:)")
_ADDRESS = re.compile(r"(www)\.", re.IGNORECASE)
# After @ and # a name or number would call somebody, or a pull request, even when escaped.
_CALLS = re.compile(r"([@#])(?=\w)")
_JOINER = "\u2060"


def escaped(text: str, longest: int = 300) -> str:
    """A text on one line that Markdown shows as it is, cut off after so many signs."""
    line = " ".join(visible(text).split())
    cut = line if len(line) <= longest else f"{line[:longest].rstrip()}…"
    safe = _ADDRESS.sub(r"\1\\.", _BETWEEN_COLONS.sub(r"\\:", only_words(cut)))
    return _CALLS.sub(rf"\1{_JOINER}", safe)


def link(text: str, address: str) -> str:
    """A link from an escaped text to an encoded address; just the text when there is none."""
    return f"[{text}]({address})" if address else text

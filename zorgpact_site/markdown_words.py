"""Words of editors inside Markdown of ours: they show as they are, and can be nothing else."""

import re

# What could begin anything in CommonMark or GitHub's additions, such as emphasis, code, links,
# HTML, tables and formulas: shown as it is behind a backslash.
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$#@{}!^=()]")
# What could begin a list, or a line across, when nothing stands before it.
_START = re.compile(r"^(?=[-+])|^(\d{1,9})(?=\.(?: |$))")


def only_words(text: str) -> str:
    """A text on one line that Markdown shows as it is, also where a line or an item begins."""
    return _START.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", " ".join(text.split())))

"""The characters that files for programs may hold."""

import re
from functools import lru_cache

# All but those of XML 1.0, production 2 (Char). Lone surrogates, which no file in UTF-8 can hold,
# are among them.
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")

_BLANKS = re.compile("[\t\n\r ]+")


@lru_cache(maxsize=256)  # the text of an article stands in both forms of a feed, and in several
def allowed(text: str) -> str:
    """A text without the characters that XML has no way to write, not even escaped.

    JSON could write most of them, but what shows a feed may lay them into a page.
    Source: XML 1.0, 2.2.
    """
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """The same on one line, for titles and names; spaces that do not break a line stay."""
    return _BLANKS.sub(" ", allowed(text)).strip(" ")

"""The characters that files for programs may hold."""

import re

# All but those of XML 1.0, production 2 (Char). Lone surrogates, which no file in UTF-8 can hold,
# are among them.
_FORBIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")

# The same in UTF-8, where looking for them takes a tenth of the time.
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\r"))
_LAST_BUT_ONE, _LAST = b"\xef\xbf\xbe", b"\xef\xbf\xbf"
_BLANKS = re.compile("[\t\n\r ]+")


def allowed(text: str) -> str:
    """A text without the characters that XML has no way to write, not even escaped.

    JSON could write most of them, but what shows a feed may lay them into a page.
    Source: XML 1.0, 2.2.
    """
    return text if _is_clean(text) else _FORBIDDEN.sub("", text)


def _is_clean(text: str) -> bool:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # of a lone surrogate
        return False
    clean = data.translate(None, _CONTROLS) == data
    return clean and _LAST not in data and _LAST_BUT_ONE not in data


def one_line(text: str) -> str:
    """The same on one line, for titles and names; spaces that do not break a line stay."""
    if text.isprintable() and "  " not in text:  # nearly always; nothing is to be done then
        return text.strip(" ")
    return _BLANKS.sub(" ", allowed(text)).strip(" ")

"""The plain words of a value in which somebody typed Markdown or HTML."""

import html
import re

_SIGNS = frozenset("*<&[")
_FORMS = (
    (re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]]+)\]\]"), r"\1"),
    (re.compile(r"!?\[([^\[\]]+)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"</?(?:b|strong|i|em|u|br|p|span|a|sup|sub)\b[^<>]*>", re.IGNORECASE), ""),
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


def without_markup(text: str) -> str:
    """The text without signs for layout and links; the same when there are none."""
    if _SIGNS.isdisjoint(text):
        return text
    bare = text
    for form, words in _FORMS:
        bare = form.sub(words, bare)
    bare = _ENTITY.sub(_sign, bare)
    return text if bare == text else " ".join(bare.split()) or text


def _sign(entity: re.Match[str]) -> str:
    sign = html.unescape(entity[0])
    return sign if sign == "\u00a0" or (sign and sign.isprintable()) else entity[0]

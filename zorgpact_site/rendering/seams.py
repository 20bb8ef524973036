"""A filter for templates: where a long word may break, for browsers that know no Dutch.

Such a browser breaks a word that does not fit wherever the line ends: *Wijkleercentr-a*. In
headings and tables on a phone most compounds of this trade are longer than a line. So they get
soft hyphens at their seams, which show only where a line ends there. And *’s-Hertogenbosch* gets
a joiner behind its hyphen, where a browser would end the line.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

_MOST = 1 << 13  # texts: titles and names, which many pages show
_SHORTEST = 13  # letters; shorter words fit
_SOFT_HYPHEN = "\u00ad"
_JOINER = "\u2060"
# The last parts of compounds in care and education. None is the end of a word that is no compound.
_PARTS = """
    aanbieder bedrijf bedrijv begeleid bestuurder bevordering bijeenkomst centra centrum coalitie
    communicatie cursus driehoek eisen functie gebouw groep huizen instelling instrument kaart
    lijst medewerk methode middel netwerk omgeving onderwijs ondersteuning ontmoeting ontwikkeling
    opbrengst opleiding organisatie overeenkomst overleg personeel praktijk professional programma
    project projecten route samenwerk scholing sector sessie techniek technologie thema
    thermometer toolkit training traject verlening vernieuwing verpleging verzekering voorbereid
    voorziening werking werkplek zorg
"""
_ENDINGS = "en|er|ers|ing|ings|ingen|n|s|’s"
_LAST = re.compile(
    rf"(?<=[^\W\d_]{{4}})(?:{'|'.join(_PARTS.split())})(?:{_ENDINGS})?$", re.IGNORECASE
)
_BREAKABLE = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}|(?<=\w)/(?=\w)|(?<=’[sS])-(?=\w)")


@lru_cache(maxsize=_MOST, typed=True)  # typed: what is marked as HTML equals the same text
def seams(text: str) -> Markup:
    """The text with places to break: in long compounds, and behind a stroke between words."""
    return Markup(_BREAKABLE.sub(_with_breaks, escape(text)))  # noqa: S704 - escaped


def _with_breaks(found: re.Match[str]) -> str:
    match found[0]:
        case "/":
            return "/<wbr>"
        case "-":
            return f"-{_JOINER}"
        case word:
            return _hyphenated(word)


def _hyphenated(word: str) -> str:
    """`Zorg-trainings-centrum`: the last part is cut off as long as there is one."""
    tail = ""
    while last := _LAST.search(word):
        word, tail = word[: last.start()], f"{_SOFT_HYPHEN}{word[last.start() :]}{tail}"
    return word + tail

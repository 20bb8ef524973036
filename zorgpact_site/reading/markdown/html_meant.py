"""Which Markdown does what an HTML element was typed for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape

# They tell how words look or stand, and nothing of what they are.
MEANINGLESS = frozenset(("span", "font", "center", "div", "p", "big", "small"))
_DIGITS = "0123456789"
_SMALL: Mapping[str, dict[int, int]] = {
    "sub": str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉"),
    "sup": str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
}
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|/)[^\s()<>]+")
_NO_LINK_TEXT = re.compile(r"[\[\]<>]")
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>(.*?)</li>", re.DOTALL | re.IGNORECASE)
_WITHIN = re.compile(r"</?(?:[uo]l|li)\b", re.IGNORECASE)
_NO_CODE = re.compile(r"[`<&]")


@dataclass(frozen=True, slots=True)
class Element:
    """What was typed: the tag that opens, its name, and the words up to the one that closes.

    `before` and `behind` are the rest of the text on either side.
    """

    name: str
    tag: str
    words: str
    before: str
    behind: str

    @property
    def fills_lines(self) -> bool:
        """Whether nothing stands beside it."""
        return self.before[-1:] in {"", "\n"} and self.behind[:1] in {"", "\n"}

    def attribute(self, name: str) -> str:
        """The value of an attribute; nothing when it has none."""
        return _attribute(self.tag, name)


@dataclass(frozen=True, slots=True)
class Meant:
    """The words as Markdown and what stands around them, and whether that is sure."""

    before: str
    words: str
    after: str = ""
    is_sure: bool = True

    def __str__(self) -> str:
        return (self.before + self.words + self.after).strip()


def meant(element: Element) -> Meant | None:
    """The Markdown for an element; None when there is none, or it holds no words."""
    if ":" in element.name:  # of a word processor
        return Meant("", element.words if element.words.strip() != "&nbsp;" else "")
    form = _FORMS.get(element.name)
    return form(element) if form and element.words.strip() else None


def listed(element: Element) -> str:
    """The lines of a list, when an element is one that holds only items; else nothing."""
    items = [" ".join(item.split()) for item in _ITEM.findall(element.words)]
    is_list = element.name in {"ul", "ol"} and element.fills_lines
    others = _ITEM.sub("", element.words).strip()
    if not (is_list and items and all(items)) or others or any(map(_WITHIN.search, items)):
        return ""
    signs = (f"{number}." if element.name == "ol" else "-" for number in range(1, len(items) + 1))
    lines = "\n".join(f"{sign} {item}" for sign, item in zip(signs, items, strict=True))
    # Right below it the text would go on in its last item.
    return f"{lines}\n" if element.behind.strip() else lines


def meant_alone(name: str, tag: str) -> str:
    """The Markdown for a tag that stands without words; nothing when there is none."""
    source = _attribute(tag, "src")
    match name:
        case "img" if source:
            return f"![{_attribute(tag, 'alt') or '…'}]({source})"
        case "iframe" | "video" | "audio" | "embed" if source:
            return f"[…]({source})"
        case "hr":
            return "---"
    return ""


def _attribute(tag: str, name: str) -> str:
    value = r"""(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
    found = re.search(rf"\s{name}\s*=\s*{value}", tag, re.IGNORECASE)
    return unescape("".join(filter(None, found.groups()))).strip() if found else ""


def _signs(sign: str) -> Callable[[Element], Meant]:
    """Signs right around the words. Beside other signs they can mean something else."""

    def between(element: Element) -> Meant:
        words = element.words.strip()
        beside = element.before[-1:], element.behind[:1]
        is_sure = (
            words == element.words
            and sign[0] not in "".join((*beside, words))
            and not (_NO_CODE.search(words) if sign == "`" else _within_a_word(words, *beside))
        )
        return Meant(sign, words, sign, is_sure)

    return between


def _within_a_word(words: str, before: str, behind: str) -> bool:
    """Whether signs would stand between a letter and another sign, where they open and end nothing.

    Source: CommonMark 0.31.2, 6.2, left- and right-flanking delimiter runs.
    """
    opens = words[0].isalnum() or not before.isalnum()
    ends = words[-1].isalnum() or not behind.isalnum()
    return not (opens and ends)


def _unsure(sign: str) -> Callable[[Element], Meant]:
    def between(element: Element) -> Meant:
        return Meant(sign, element.words.strip(), sign, is_sure=False)

    return between


def _line(sign: str, *, is_sure: bool = True) -> Callable[[Element], Meant | None]:
    """A sign at the start of the line that the words stand on."""

    def begun(element: Element) -> Meant | None:
        words = element.words.strip()
        if not element.fills_lines or "\n" in words:
            return None
        return Meant(sign, words, is_sure=is_sure)

    return begun


def _bare(element: Element) -> Meant:
    """Only the words, in a paragraph of their own when they had one."""
    if element.name != "p":
        return Meant("", element.words)
    follows_another = element.before.rstrip().lower().endswith("</p>")
    before = "\n" if element.before and not follows_another else ""
    return Meant(before, element.words, element.behind[:1], element.fills_lines)


def _link(element: Element) -> Meant | None:
    address, words = element.attribute("href"), element.words.strip()
    if not address or _NO_LINK_TEXT.search(words):
        return None
    is_sure = bool(_ADDRESS.fullmatch(address)) and not element.before.endswith("!")
    return Meant("[", words, f"]({address})", is_sure)


def _small(element: Element) -> Meant | None:
    """Digits above or below the line, which are signs of their own."""
    if not element.words.isdecimal():
        return None
    return Meant("", element.words.translate(_SMALL[element.name]))


_FORMS: Mapping[str, Callable[[Element], Meant | None]] = {
    **dict.fromkeys(("b", "strong"), _signs("**")),
    **dict.fromkeys(("i", "em", "cite"), _signs("*")),
    **dict.fromkeys(("s", "del", "strike"), _signs("~~")),
    **dict.fromkeys(("code", "kbd", "tt"), _signs("`")),
    **dict.fromkeys(("u", "mark"), _unsure("**")),
    **dict.fromkeys(("h1", "h2"), _line("## ")),
    **{f"h{level}": _line(f"{'#' * level} ") for level in range(3, 7)},
    "li": _line("- ", is_sure=False),
    "blockquote": _line("> ", is_sure=False),
    **dict.fromkeys(MEANINGLESS, _bare),
    "a": _link,
    **dict.fromkeys(("sub", "sup"), _small),
}

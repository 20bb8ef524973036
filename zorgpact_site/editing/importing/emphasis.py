"""Emphasis in Markdown, only where it will be read as such.

Source: CommonMark 0.31, 6.2: signs that touch letters on the wrong side are shown to readers.
"""

# Private signs stand for the ends of emphasis until the words around them are known.
STRONG = ("\ue000", "\ue001")
EM = ("\ue002", "\ue003")
_OPENING = {STRONG[0]: "**", EM[0]: "*"}
_CLOSING = {STRONG[1]: STRONG[0], EM[1]: EM[0]}


def resolved(text: str) -> str:
    """The text with emphasis as Markdown; what cannot be written so keeps its words alone."""
    for opening, closing in (STRONG, EM):
        text = text.replace(closing + opening, "")  # two that touch are one
    signs = list(text)
    stack: list[int] = []
    for at, sign in enumerate(signs):
        if sign in _OPENING:
            stack.append(at)
        elif sign in _CLOSING:
            begun = _begin(stack, signs, _CLOSING[sign])
            if begun is None:
                signs[at] = ""
                continue
            _write(text, signs, begun, at, nested=any(text[one] == text[begun] for one in stack))
    for at in stack:
        signs[at] = ""
    return "".join(signs)


def _begin(stack: list[int], signs: list[str], opening: str) -> int | None:
    """The place where this emphasis begins; those that were not closed in between vanish."""
    while stack:
        at = stack.pop()
        if signs[at] == opening:
            return at
        signs[at] = ""
    return None


def _write(text: str, signs: list[str], begin: int, end: int, *, nested: bool) -> None:
    """Put signs at both ends, with spaces inside moved out of them, or none at all."""
    first, last = begin + 1, end - 1
    mark = _OPENING[text[begin]]
    signs[begin] = signs[end] = ""
    while first <= last and _is_gap(text[first]):
        first += 1
    while last >= first and _is_gap(text[last]):
        last -= 1
    if nested or first > last or not (_opens(text, begin, first) and _closes(text, end, last)):
        return
    signs[first] = mark + signs[first]
    signs[last] += mark


def _is_gap(sign: str) -> bool:
    return sign.isspace() or sign in _OPENING or sign in _CLOSING


def _opens(text: str, begin: int, first: int) -> bool:
    before = text[begin - 1 : begin] if first == begin + 1 else " "
    return text[first].isalnum() or not before or before.isspace()


def _closes(text: str, end: int, last: int) -> bool:
    after = text[end + 1 : end + 2] if last == end - 1 else " "
    return text[last].isalnum() or not after or after.isspace() or after in ".,;:!?)"

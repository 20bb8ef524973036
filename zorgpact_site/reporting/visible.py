"""Signs that nobody sees, or that command a terminal or turn a line around, made visible."""

from unicodedata import category

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs"})


def visible(text: str) -> str:
    """The text with a sign in place of each control sign; tabs and line ends stay."""
    return text if text.isprintable() else "".join(map(_seen, text))


def on_one_line(name: str) -> str:
    """The name of a file; a line end in it could begin an order to a CI that reads along."""
    return visible(name).replace("\n", "\u240a")


def _seen(sign: str) -> str:
    if sign in "\t\n" or category(sign) not in _UNSEEN:
        return sign
    # Unicode has pictures of the control signs at U+2400.
    return chr(0x2400 + ord(sign)) if sign < " " else "\ufffd"

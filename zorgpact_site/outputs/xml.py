"""Elements as the bytes of an XML file, each on a line of its own."""

from collections.abc import Iterable

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_FACTS = {**_IN_TEXT, '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


def facts(**given: str) -> str:
    """The attributes of an element, in the order given; a name may have `_` for its colon."""
    return "".join(
        f' {name.replace("_", ":")}="{_written(one, _IN_FACTS)}"' for name, one in given.items()
    )


def leaf(name: str, text: str = "", told: str = "") -> str:
    """An element with a text, or without; `told` are its attributes."""
    return f"<{name}{told}>{_written(text, _IN_TEXT)}</{name}>" if text else f"<{name}{told} />"


def branch(name: str, elements: Iterable[str], told: str = "") -> str:
    """An element with others in it."""
    inner = "\n".join(elements)
    return f"<{name}{told}>\n{inner}\n</{name}>" if inner else f"<{name}{told} />"


def xml(root: str) -> bytes:
    """The file."""
    return f"{_DECLARATION}{root}\n".encode(errors="xmlcharrefreplace")


def _written(text: str, signs: dict[str, str]) -> str:
    for sign, written in signs.items():
        if sign in text:
            text = text.replace(sign, written)
    return text

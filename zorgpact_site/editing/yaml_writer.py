"""Properties as YAML that an editor likes to read: quotation marks only where they are needed."""

from collections.abc import Iterable
from typing import TypeAlias

Value: TypeAlias = str | tuple[str, ...]

# What YAML gives a meaning of its own at the start of a value. Source: YAML 1.2, 7.3.3.
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_SIGNS = frozenset(",?[]{}")  # end a text between brackets. Source: YAML 1.1, 9.1.3
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


def properties(pairs: Iterable[tuple[str, Value]]) -> str:
    """The block of properties with its `---` lines; a tuple becomes a list, one item a line.

    Texts are on one line and free of control characters.
    """
    return "".join(["---\n", *(property_lines(key, value) for key, value in pairs), "---\n"])


def quoted(text: str, *, marks: bool = False) -> str:
    """A text as a YAML value: as it is, or between quotation marks where it must be.

    With `marks` they are there in any case.
    """
    if not marks and _reads_as_it_is(text):
        return text
    if '"' in text or "\\" in text:
        # Between single marks only the mark itself is special, so nothing else needs a backslash.
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def quoted_in_flow(text: str) -> str:
    """A text as an item of a list between brackets, where commas and brackets have a meaning."""
    plain = _reads_as_it_is(text) and _FLOW_SIGNS.isdisjoint(text)
    return text if plain else quoted(text, marks=True)


def quoted_alike(text: str, style: str, *, flow: bool) -> str:
    """A text between the quotation marks that another had, as far as it can stand there."""
    if style == "'":
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    if style == '"' and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return quoted_in_flow(text) if flow else quoted(text, marks=bool(style))


def property_lines(key: str, value: Value) -> str:
    """The line of a key, and those of its list."""
    if isinstance(value, str):
        return f"{key}: {quoted(value)}\n"
    return "".join([f"{key}:\n", *(f"  - {quoted(item)}\n" for item in value)])


def _reads_as_it_is(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and text not in _NOTHING
        and text[0] not in _SIGNS
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
    )

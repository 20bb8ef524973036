"""Properties as YAML that an editor likes to read: quotation marks only where they are needed."""

from collections.abc import Iterable
from typing import TypeAlias

Value: TypeAlias = str | tuple[str, ...]

# What YAML gives a meaning of its own at the start of a value. Source: YAML 1.2, 7.3.3.
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


def properties(pairs: Iterable[tuple[str, Value]]) -> str:
    """The block of properties with its `---` lines; a tuple becomes a list, one item a line.

    Texts are on one line and free of control characters.
    """
    return "".join(["---\n", *(property_lines(key, value) for key, value in pairs), "---\n"])


def quoted(text: str) -> str:
    """A text as a YAML value: as it is, or between quotation marks where it must be."""
    if _reads_as_it_is(text):
        return text
    if '"' in text or "\\" in text:
        # Between single marks only the mark itself is special, so nothing else needs a backslash.
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


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

"""Bytes to text: encoding, size, and signs that nobody can see."""

import re

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import file_rules as rules
from zorgpact_site.source import Source, Text, as_text

MAX_BYTES = 100 * 1000  # fifty pages in print; a reader of Markdown takes its time for each
_FEW_NULS = 10  # more than one NUL in so many bytes is no slip, but UTF-16 or no text at all
# Signs that nobody sees, and that break files or turn text around.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]"
)
# How files of Word (new and old), of WordPad, PDFs and pictures begin.
_OF_PROGRAMS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
)
_MARK = "\ufeff"  # at the start of a file it is a byte order mark; elsewhere it came along


def decode(source: Source, largest: int = MAX_BYTES) -> tuple[Text | None, tuple[Diagnostic, ...]]:
    """Give the text of a source, or None with the diagnostic that says why there is none.

    It has at most `largest` bytes. A byte order mark at the start is dropped; CRLF and CR become
    LF. A control character is an error at its place, and then shown as a space so that reading
    can go on.
    """
    whole = Location(source.path)
    if len(source.data) > largest:
        size, limit = len(source.data) // 1000, largest // 1000
        return None, (problem(rules.FILE_TOO_LARGE, whole, size=size, limit=limit),)
    if source.data.startswith(_OF_PROGRAMS):
        return None, (problem(rules.NO_PLAIN_TEXT, whole),)
    if source.data.count(0) * _FEW_NULS > len(source.data):
        return None, (problem(rules.NOT_UTF8, whole),)
    try:
        content = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source.data[: error.start].decode("utf-8", "replace")
        line, column = _place(before)
        return None, (problem(rules.NOT_UTF8, Location(source.path, line, column, 1)),)
    text = as_text(source.path, content)
    # Most texts hold nothing but what can be seen, which is found out faster than what may not be.
    if "".join(text.lines).isprintable() or not CONTROL.search(text.content):
        return text, ()
    return _without_control_characters(text)


def _place(before: str) -> tuple[int, int]:
    unified = as_text("", before).content
    return unified.count("\n") + 1, len(unified) - (unified.rfind("\n") + 1) + 1


def _without_control_characters(text: Text) -> tuple[Text, tuple[Diagnostic, ...]]:
    found = tuple(
        problem(
            rules.CONTROL_CHARACTER,
            text.at(number, match.start() + 1, 1),
            fix=(Replace(text.at(number, match.start() + 1, 1), ""),) * (match.group() == _MARK),
            value=f"U+{ord(match.group()):04X}",
        )
        for number, line in enumerate(text.lines, 1)
        if (match := CONTROL.search(line))
    )
    return as_text(text.path, CONTROL.sub(" ", text.content)), found

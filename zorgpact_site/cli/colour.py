"""Whether output may be coloured, by the customs of terminals."""

import os
from typing import TextIO

import click

_STYLES: dict[str, dict[str, object]] = {
    "file": {"bold": True},
    "place": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "title": {"bold": True},
    "quiet": {"fg": "cyan"},
    "quoted": {"dim": True},
}


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless the environment says else.

    `NO_COLOR` (no-color.org) goes before `FORCE_COLOR`, as in Python itself since 3.13; both
    count when they are not empty.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, role: str) -> str:
    """Colour a piece of text by its role."""
    return click.style(text, **_STYLES[role])  # type: ignore[arg-type]

"""Dutch for what click says: of options, of mistakes in what was typed, in its help.

click asks gettext for the domain `messages`, in the language that the environment wants. What we
say ourselves of a mistaken option stands in the same catalogue, as that is said before `--lang`
has been read. It is apart from the other texts, as every command loads it.
"""

import gettext
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from zorgpact_site.reporting.messages import LANGUAGES

_FOLDER = Path(__file__).parent.parent / "messages"
_DOMAIN = "messages"


def speak(typed: Sequence[str]) -> None:
    """Let all that is said of this command line be in the language that it asks for."""
    os.environ["LANGUAGE"] = language_of(typed)
    gettext.bindtextdomain(_DOMAIN, str(_FOLDER))


def language_of(typed: Sequence[str]) -> str:
    """What `--lang` asks for, before it is known whether the rest can be read; else Dutch."""
    asked = LANGUAGES[0]
    for option, after in pairwise((*typed, "")):
        name, _, value = option.partition("=")
        if name == "--lang":
            asked = value or after
    return asked if asked in LANGUAGES else LANGUAGES[0]


def mistaken(english: str, typed: str, **values: str) -> click.BadParameter:
    """That what was `typed` for an option cannot be meant, and what can."""
    return click.BadParameter(gettext.gettext(english).format(typed=typed, **values))

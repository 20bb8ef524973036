"""A file read alone: what it says itself, before other files give its names a meaning."""

from dataclasses import dataclass

from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.fields import Values
from zorgpact_site.model.body import Body
from zorgpact_site.model.keys import Key
from zorgpact_site.model.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """The values and the text of one file."""

    key: Key
    path: str
    title: str
    values: Values
    body: Body


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave: a draft unless it is too broken, and all that is wrong.

    `shown` are its title and aliases, `names` all that others may call it. A file that cannot
    be read still has the name of its file, so that one mistake does not make every mention
    of it a mistake too.
    """

    key: Key
    path: str
    names: tuple[str, ...]
    shown: tuple[str, ...]
    draft: Draft | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A reading with the words of its text at hand."""

    reading: Reading
    words: Words

"""All words of a text that an editor wrote for readers: title, summary, captions, and the body."""

from collections.abc import Iterator

from zorgpact_site.diagnostics import Location
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.passages import Passage, Role, Stretch


def prose_of(entry: Linked) -> Iterator[Passage]:
    """The passages of a text in reading order; code has none."""
    yield _value(Role.TITLE, entry.title, entry.place_of("title"))
    if "summary" in entry.places:
        yield _value(Role.SUMMARY, entry.summary, entry.place_of("summary"))
    if entry.picture and entry.picture.caption:
        yield _value(Role.CAPTION, entry.picture.caption, entry.place_of("image"))
    yield from entry.text.body.passages


def _value(role: Role, words: str, where: Location) -> Passage:
    """The value of a key; typed on one line without marks around it, its words have places."""
    plain = where.length == len(words)
    stretches = (Stretch(0, where.line, where.column),) if plain else ()
    return Passage(role, words, where, stretches)

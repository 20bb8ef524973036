"""One source and the vocabulary of the site become all that is told of a text by its words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from zorgpact_site.checks import NOTICES
from zorgpact_site.diagnostics import Location
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.entries import Linker
from zorgpact_site.linking.first_links import link_first_names
from zorgpact_site.linking.mentions import naming_sentences
from zorgpact_site.linking.namings import name_table
from zorgpact_site.linking.telling import told_dates
from zorgpact_site.model.draft import Draft, Parsed, Reading
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import NOTHING, Noticed
from zorgpact_site.model.prose import Prose, passages_of
from zorgpact_site.model.words import Words
from zorgpact_site.noticing.vocabulary import Things, linked_things
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source
from zorgpact_site.wording import educated


@dataclass(frozen=True, slots=True)
class Noted:
    """A reading, and what was noticed in its words."""

    reading: Reading
    noticed: Noticed = NOTHING


def by_key(noted: Iterable[Noted]) -> dict[Key, Noticed]:
    """What was noticed in each text; of files that lead to one address, in the first."""
    in_order = sorted(noted, key=lambda one: one.reading.path, reverse=True)
    return {one.reading.key: one.noticed for one in in_order}


class Reader:
    """Reads texts with the things of a site at hand; what it knows is made ready once.

    Copies itself to other processes as the things it knows.
    """

    def __init__(self, things: Things) -> None:
        self.things = things
        self._linker, vocabulary = linked_things(things)
        self._table = name_table(vocabulary.things)
        self._notices: tuple[tuple[str, Callable[[Prose], Iterable[Any]]], ...] = tuple(
            (notice.rule, notice.prepare(vocabulary)) for notice in NOTICES
        )

    def __reduce__(self) -> tuple[type["Reader"], tuple[Things]]:
        return Reader, (self.things,)

    def __call__(self, source: Source) -> Noted:
        """Read a text and notice."""
        return self.notice(read_source(source))

    def notice(self, parsed: Parsed) -> Noted:
        """Look at the words of a text that was parsed before."""
        draft = parsed.reading.draft
        if draft is None:
            return Noted(parsed.reading)
        prose = self.prose(draft, parsed.words)
        facts = {rule: tuple(look(prose)) for rule, look in self._notices}
        noticed = Noticed(
            {rule: found for rule, found in facts.items() if found},
            naming_sentences(prose.entry, parsed.words.sentences),
        )
        if self.things.link_names and draft.key.kind is Kind.ARTICLE:
            linked = link_first_names(draft, prose, self._table)
            return Noted(replace(parsed.reading, draft=linked), noticed)
        return Noted(parsed.reading, noticed)

    def prose(self, draft: Draft, words: Words) -> Prose:
        """The words of a text with the names and dates in them."""
        entry = _entry(self._linker, draft)
        alt, caption, where = _picture(draft)
        gathered = Gathered(tuple(passages_of(entry, caption, words)))
        namings, dates = tuple(self._table.find_all(gathered)), tuple(told_dates(gathered))
        return Prose(entry, words, gathered, namings, dates, alt, where)


def _entry(linker: Linker, draft: Draft) -> Linked:
    linker.resolver.found.clear()
    return linker.any(draft)


def _picture(draft: Draft) -> tuple[str, str, Location]:
    """Description and caption of the picture above the text, and where the first stands."""
    values = draft.values.get(table.IMAGE)
    if values is None:
        return "", "", Location(draft.path)
    alt, caption = values.get(table.ALT) or "", values.get(table.CAPTION) or ""
    where = values.place(table.ALT) or values.place(table.SRC) or Location(draft.path)
    return educated(alt), educated(caption), where

"""The first plain naming of a thing in an article becomes a link, when the settings ask for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import unescape

from markdown_it.common.utils import escapeHtml

from zorgpact_site.linking.namings import NameTable
from zorgpact_site.model.body import Fill, Manner, Open, Pieces, Reference, filled
from zorgpact_site.model.draft import Draft
from zorgpact_site.model.entries import ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage, Role, Value
from zorgpact_site.model.prose import Naming, Prose
from zorgpact_site.names import even
from zorgpact_site.reading.markdown.writing import mark, pieces

# Tags and open places, and with all that is in them: links, headings, code, captions, sources.
_NO_PROSE = re.compile(
    r"<(a|h[1-6]|code|pre|figcaption|sup)\b[^>]*>.*?</\1>"
    r'|<p class="note-title">.*?</p>|<span class="caption">.*?</span>'
    "|<[^>]*>|\x02[^\x03]*\x03",
    re.DOTALL,
)


@dataclass(slots=True)
class _Writer:
    """Puts links into one text; `linked` are the pages it links to, with the text itself."""

    prose: Prose
    table: NameTable
    linked: set[Key]
    found: list[Reference] = field(default_factory=list)

    def html(self, marked: str) -> str:
        """The text with its new links, apart from what is no running prose."""
        parts, at = [], 0
        for match in _NO_PROSE.finditer(marked):
            parts += [self._prose(marked[at : match.start()]), match.group()]
            at = match.end()
        return "".join([*parts, self._prose(marked[at:])])

    def _prose(self, html: str) -> str:
        words = unescape(html)  # some names hold signs such as &
        parts, at = [], 0
        for naming in self._new(words):
            index = len(self.prose.entry.text.targets) + len(self.found)
            self._note(naming)
            name = escapeHtml(words[naming.start : naming.end])
            link = f'<a href="{mark(Fill.HREF, index)}">{name}</a>'
            parts += [escapeHtml(words[at : naming.start]), link]
            at = naming.end
        return "".join([*parts, escapeHtml(words[at:])]) if parts else html

    def _new(self, words: str) -> list[Naming]:
        if not words or words.isspace():
            return []
        # A line end is a space to readers, and both are one sign.
        where = Value(self.prose.entry.place_of("title"))
        passage = Passage(Role.TEXT, words.replace("\n", " "), where)
        new = []
        for naming in self.table.find(passage):
            key = naming.keys[0]
            if len(naming.keys) == 1 and key not in self.linked:
                self.linked.add(key)
                new.append(naming)
        return new

    def _note(self, naming: Naming) -> None:
        key, words = naming.keys[0], naming.words
        sentence = _sentence(self.prose.words.sentences, words)
        where = naming.passage.typed.where
        self.found.append(
            Reference(Manner.NAME, key.typed, "", where, title=words, sentence=sentence)
        )


def link_first_names(draft: Draft, prose: Prose, table: NameTable) -> Draft:
    """The article with a link at the first naming of each thing that it does not link to yet."""
    body = draft.body
    linked = {target.key for target in prose.entry.text.targets if isinstance(target, ToPage)}
    writer = _Writer(prose, table, {*linked, draft.key})
    marked = writer.html(filled(body.html, lambda slot: mark(slot.fill, slot.index)))
    if not writer.found:
        return draft
    references = (*body.references, *writer.found)
    return replace(draft, body=replace(body, laid=Open(pieces(marked)), references=references))


def _sentence(sentences: Iterable[Pieces], words: str) -> Pieces:
    """The first sentence that holds these words outside its links; empty when none does."""
    wanted = even(words)
    for sentence in sentences:
        if any(isinstance(piece, str) and wanted in even(piece) for piece in sentence):
            return sentence
    return ()

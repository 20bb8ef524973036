"""The first plain naming of a thing in an article becomes a link, when the settings ask for it."""

import re
from dataclasses import dataclass, field, replace

from zorgpact_site.linking.namings import NameTable, even
from zorgpact_site.model.body import Body, Fill, Manner, Reference, filled
from zorgpact_site.model.entries import Article, LinkedBody, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage, Role
from zorgpact_site.model.site import Naming
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

    article: Article
    table: NameTable
    linked: set[Key]
    found: list[tuple[Reference, ToPage]] = field(default_factory=list)

    def html(self, marked: str) -> str:
        """The text with its new links, apart from what is no running prose."""
        parts, at = [], 0
        for match in _NO_PROSE.finditer(marked):
            parts += [self._prose(marked[at : match.start()]), match.group()]
            at = match.end()
        return "".join([*parts, self._prose(marked[at:])])

    def _prose(self, words: str) -> str:
        parts, at = [], 0
        for naming in self._new(words):
            index = len(self.article.text.targets) + len(self.found)
            self._note(naming)
            name = words[naming.start : naming.end]
            link = f'<a href="{mark(Fill.HREF, index)}">{name}</a>'
            parts += [words[at : naming.start], link]
            at = naming.end
        return "".join([*parts, words[at:]])

    def _new(self, words: str) -> list[Naming]:
        if not words or words.isspace():
            return []
        # A line end is a space to readers, and both are one sign.
        passage = Passage(Role.TEXT, words.replace("\n", " "), self.article.place_of("title"))
        new = []
        for naming in self.table.find(passage):
            key = naming.keys[0]
            entity = words[: naming.start].endswith("&") and words[naming.end :].startswith(";")
            if len(naming.keys) == 1 and key not in self.linked and not entity:
                self.linked.add(key)
                new.append(naming)
        return new

    def _note(self, naming: Naming) -> None:
        where, sentence = naming.passage.where, _sentence(self.article.text.body, naming.words)
        reference = Reference(Manner.NAME, naming.words, "", where, sentence=sentence)
        self.found.append((reference, ToPage(naming.keys[0], naming.words)))


def link_first_names(article: Article, table: NameTable) -> Article:
    """The article with a link at the first naming of each thing that it does not link to yet."""
    text = article.text
    linked = {target.key for target in text.targets if isinstance(target, ToPage)}
    writer = _Writer(article, table, {*linked, article.key})
    marked = writer.html(filled(text.body.html, lambda slot: mark(slot.fill, slot.index)))
    references = (*text.body.references, *(reference for reference, _target in writer.found))
    targets = (*text.targets, *(target for _reference, target in writer.found))
    body = replace(text.body, html=pieces(marked), references=references)
    return replace(article, text=LinkedBody(body, targets)) if writer.found else article


def _sentence(body: Body, words: str) -> int:
    """The first sentence that holds these words outside its links; -1 when none does."""
    wanted = even(words)
    for index, sentence in enumerate(body.sentences):
        if any(isinstance(piece, str) and wanted in even(piece) for piece in sentence):
            return index
    return -1

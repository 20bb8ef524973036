"""What stands inside blocks: references, headings, sentences, and the mistakes in them."""

import re
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import text_rules as rules
from zorgpact_site.diagnostics.block_rules import EMPTY_HEADING, TITLE_IN_TEXT
from zorgpact_site.fields.types import shown
from zorgpact_site.model.body import Fill, Heading, Pieces, Reference
from zorgpact_site.reading.markdown.headings import plain
from zorgpact_site.reading.markdown.leftovers import leftovers
from zorgpact_site.reading.markdown.notes import NoteMarks
from zorgpact_site.reading.markdown.pasted import pasted
from zorgpact_site.reading.markdown.places import Block
from zorgpact_site.reading.markdown.references import (
    image_reference,
    link_reference,
    wiki_reference,
)
from zorgpact_site.reading.markdown.sentences import split_sentences
from zorgpact_site.reading.markdown.typed_html import typed_html
from zorgpact_site.reading.markdown.writing import mark, pieces

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_LINK_START = re.compile("\x01(\\d+)\x03")


@dataclass(slots=True)
class InlineReader:
    """Gathers from one block after another; `defined` are the footnotes that exist."""

    defined: frozenset[str]
    references: list[Reference] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    sentences: list[Pieces] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    marks: NoteMarks = field(init=False)

    def __post_init__(self) -> None:
        """Begin to gather marks of footnotes."""
        self.marks = NoteMarks(self.defined)

    def read(self, tokens: list[Token], block: Block, opening: Token | None) -> None:
        """Read the inline tokens of a block that `opening` opens."""
        running = self._running(tokens, block)
        if "<" in running:
            self.found.extend(typed_html(tokens, block, opening))
        self.found.extend(leftovers(tokens, block, opening))
        is_paragraph = opening is not None and opening.type == "paragraph_open"
        self.marks.read(tokens, block, is_paragraph=is_paragraph)
        self.found.extend(pasted(block, is_paragraph=is_paragraph))
        if opening is not None and opening.type == "heading_open":
            self._heading(opening, tokens, block)
        else:
            self._note_sentences(running)

    def _running(self, tokens: list[Token], block: Block) -> str:
        """Take in the tokens; give the running text they stand for, with marks for references."""
        parts: list[str] = []
        for at, token in enumerate(tokens):
            if token.type == "text":
                parts.append(token.content)
            else:
                parts.append(self._piece(tokens, at, block))
        return "".join(parts)

    def _piece(self, tokens: list[Token], at: int, block: Block) -> str:
        """Take in a token that is more than text."""
        token = tokens[at]
        match token.type:
            case "softbreak" | "hardbreak":
                return " "
            case "link_open":
                index = self._refer(token, self._link(tokens, at, block))
                return f"\x01{index}\x03"
            case "wikilink_label":
                token.meta = {**token.meta, "reference": len(self.references) - 1}
                return mark(Fill.LABEL, len(self.references) - 1)
            case "image":
                self._refer(token, image_reference(token, block, self.found))
                return ""
            case "span_open":
                self._check_attributes(token, block)
        return plain((token,))

    def _refer(self, token: Token, reference: Reference) -> int:
        index = len(self.references)
        token.meta = {**token.meta, "reference": index}
        self.references.append(reference)
        return index

    def _link(self, tokens: list[Token], at: int, block: Block) -> Reference:
        token = tokens[at]
        if "wiki" in token.meta:
            return wiki_reference(token, block, self.found)
        end = next(n for n in range(at, len(tokens)) if tokens[n].type == "link_close")
        return link_reference(token, tokens[at + 1 : end], block, self.found)

    def _heading(self, opening: Token, tokens: list[Token], block: Block) -> None:
        words = plain(tokens).strip()
        where = block.text.whole_line(block.first_line)
        if not words:
            self.found.append(problem(EMPTY_HEADING, where))
        if opening.meta["was_title"]:
            self.found.append(problem(TITLE_IN_TEXT, where))
        signs = 0 if opening.meta["was_title"] else opening.meta["signs"]
        if not block.text.line(where.line).lstrip().startswith("#" * signs):
            signs = 0  # it stands within a quotation or a list
        bare = bool(opening.meta.get("bare"))
        anchor = str(opening.attrs["id"])
        self.headings.append(Heading(opening.meta["level"], anchor, words, where, signs, bare))

    def _note_sentences(self, running: str) -> None:
        sentences = split_sentences(running)
        if "\x02" not in running and "\x01" not in running:
            self.sentences += [(sentence,) for sentence in sentences]
            return
        for sentence in sentences:
            starts = tuple(_LINK_START.finditer(sentence))
            told = pieces(_LINK_START.sub("", sentence) if starts else sentence)
            for match in starts:
                index = int(match.group(1))
                self.references[index] = replace(self.references[index], sentence=told)
            self.sentences.append(told)

    def _check_attributes(self, token: Token, block: Block) -> None:
        refused = [*token.meta.get("insecure_attrs", {})]
        language = str(token.attrs.get("lang", ""))
        if language and not _LANGUAGE.fullmatch(language):
            refused.append(language)
        for value in refused:
            where = block.token(token)
            self.found.append(problem(rules.UNKNOWN_ATTRIBUTE, where, value=shown(value)))

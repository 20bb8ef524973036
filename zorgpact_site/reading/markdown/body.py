"""The text below the front matter becomes a body, with every mistake in it."""

from collections.abc import Iterable
from typing import Any

from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.model.body import EXCERPT, Body, Open, Pieces
from zorgpact_site.model.words import Words
from zorgpact_site.reading.markdown.before_inline import noted_in
from zorgpact_site.reading.markdown.blocks import check_blocks, check_paragraphs
from zorgpact_site.reading.markdown.definitions import Definitions, check_definitions
from zorgpact_site.reading.markdown.headings import note_bare
from zorgpact_site.reading.markdown.inline import InlineReader
from zorgpact_site.reading.markdown.notes import TYPED_NOTE, check_notes, typed_notes
from zorgpact_site.reading.markdown.numbered import check_numbered
from zorgpact_site.reading.markdown.parser import parser
from zorgpact_site.reading.markdown.places import Block
from zorgpact_site.reading.markdown.tables import check_tables
from zorgpact_site.reading.markdown.words import passages
from zorgpact_site.reading.markdown.writing import pieces
from zorgpact_site.source import Text


def read_body(text: Text, body: str, first_line: int) -> tuple[Body, Words, tuple[Diagnostic, ...]]:
    """Parse the Markdown that starts at `first_line` of a text."""
    md = parser()
    definitions = Definitions()
    env: dict[str, Any] = {"references": definitions}
    tokens = md.parse(body, env)
    noted = noted_in(env)
    reader = InlineReader(frozenset(label for label, _line in noted.notes))
    check_blocks(text, tokens, first_line, reader.found)
    check_paragraphs(text, noted, first_line, reader.found)
    check_notes(text, noted, _used_notes(env), first_line, reader.found)
    check_definitions(text, definitions, env, first_line, reader.found)
    if "|" in body:
        check_tables(text, tokens, first_line, reader.found)
    note_bare(tokens)
    blocks: list[Block] = []
    prose: list[Pieces] = []  # sentences that stand in no cell of a table
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            line = (token.map[0] if token.map else 0) + first_line
            inside = [*(token.children or ()), *token.meta.get("source", ())]
            cell = before is not None and before.type in {"th_open", "td_open"}
            beside = blocks[-1].end if cell and blocks and blocks[-1].first_line == line else 0
            blocks.append(Block(text, line, token.content, beside))
            told = len(reader.sentences)
            reader.read(inside, blocks[-1], before)
            if not cell:
                prose += reader.sentences[told:]
    reader.found.extend(reader.marks.told())
    if TYPED_NOTE.search(body):
        reader.found.extend(typed_notes(blocks))
    marked = md.renderer.render(tokens, md.options, env)
    if "&#" in body:
        check_numbered(text, first_line, marked, reader.references, reader.found)
    done = Body(
        Open(pieces(marked)),
        tuple(reader.references),
        tuple(reader.headings),
        _opening(prose),
        len(_used_notes(env)),
    )
    words = Words(passages(tokens, iter(blocks)), tuple(reader.sentences))
    return done, words, tuple(reader.found)


def _opening(sentences: Iterable[Pieces]) -> tuple[Pieces, ...]:
    """The first sentences, until they hold enough words for any summary."""
    found: list[Pieces] = []
    size = 0
    for sentence in sentences:
        found.append(sentence)
        size += sum(len(piece) for piece in sentence if isinstance(piece, str))
        if size > EXCERPT:
            break
    return tuple(found)


def _used_notes(env: dict[str, Any]) -> set[str]:
    refs: dict[str, int] = env.get("footnotes", {}).get("refs", {})
    return {label.removeprefix(":") for label, number in refs.items() if number >= 0}

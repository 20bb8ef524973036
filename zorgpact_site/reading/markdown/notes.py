"""Footnotes: marks without a note, notes without a mark, and what lacks a colon to be one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import text_rules as rules
from zorgpact_site.reading.markdown.before_inline import Noted
from zorgpact_site.reading.markdown.places import Block
from zorgpact_site.source import Text

_MARK = "footnote_ref"
TYPED_NOTE = re.compile(r"(?m)^\[(\d{1,3})\](?=[ \t]+\S)")
_TYPED_MARK = re.compile(r"(?<=[^\s\[\]])[ ]?\[(\d{1,3})\](?![(\[:\]])")


@dataclass(slots=True)
class NoteMarks:
    """Gathers marks from one block after another; `defined` are the footnotes that exist."""

    defined: frozenset[str]
    _loose: list[tuple[str, Location]] = field(default_factory=list)
    _meant: dict[str, Location] = field(default_factory=dict)

    def read(self, tokens: Sequence[Token], block: Block, *, is_paragraph: bool) -> None:
        """Take in the marks of a block."""
        begins = is_paragraph and bool(tokens) and tokens[0].type == _MARK
        for at, token in enumerate(tokens):
            if token.type != _MARK or token.meta["label"] in self.defined:
                continue
            label, where = token.meta["label"], block.token(token)
            if begins and label not in self._meant and _holds_a_note(tokens, at):
                self._meant[label] = where
            else:
                self._loose.append((label, where))

    def told(self) -> Iterator[Diagnostic]:
        """Tell of notes without a colon, and of marks that do not wait for one of those."""
        for label, where in self._meant.items():
            right = f"[^{label}]:"
            fix = (Replace(where, right),) if where.length == len(right) - 1 else ()
            yield problem(rules.FOOTNOTE_WITHOUT_COLON, where, near=(right,), fix=fix, label=label)
        for label, where in self._loose:
            if label not in self._meant:
                yield problem(rules.UNDEFINED_FOOTNOTE, where, label=label)


def _holds_a_note(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark starts a line, and words follow on it."""
    starts = at == 0 or tokens[at - 1].type == "softbreak"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return starts and after is not None and after.type == "text" and after.content[:1] == " "


def typed_notes(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Tell of notes as word processors type them: a paragraph “[1] …”, and [1] in the text."""
    notes = {
        match[1]: (block, match) for block in blocks for match in TYPED_NOTE.finditer(block.content)
    }
    marks: dict[str, list[Location]] = {}
    for block in blocks if notes else ():
        for mark in _TYPED_MARK.finditer(block.content):
            marks.setdefault(mark[1], []).append(block.locate(*mark.span()))
    for label, (block, match) in notes.items():
        if label in marks:
            where, right = block.locate(*match.span()), f"[^{label}]:"
            edits = (Replace(where, right), *(Replace(one, right[:-1]) for one in marks[label]))
            yield problem(rules.TYPED_FOOTNOTE, where, near=(right,), fix=edits, label=label)


def check_notes(
    text: Text, noted: Noted, used: set[str], first: int, found: list[Diagnostic]
) -> None:
    """Look at footnotes as they are explained; `used` are those that the text refers to."""
    seen: set[str] = set()
    for label, line in noted.notes:
        where = text.whole_line(line + first)
        if label in seen:
            found.append(problem(rules.DUPLICATE_FOOTNOTE, where, label=label))
        elif label not in used:
            found.append(problem(rules.UNUSED_FOOTNOTE, where, label=label))
        seen.add(label)
    for label, line in noted.nested:
        found.append(problem(rules.NESTED_FOOTNOTE, text.whole_line(line + first), label=label))

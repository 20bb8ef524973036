"""Where inline things stand: markdown-it keeps lines of blocks, we keep columns too."""

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from zorgpact_site.diagnostics import Location
from zorgpact_site.source import Text

_Rule = Callable[[StateInline, bool], bool]
START, END = "start", "end"


def note_places(md: MarkdownIt, *names: str) -> None:
    """Let inline rules write into their first token where in the block it was found."""
    for rule in md.inline.ruler.__rules__:
        if rule.name in names:
            md.inline.ruler.at(rule.name, _noting(rule.fn))


def _noting(rule: _Rule) -> _Rule:
    def noting(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            # A text token here was pending before the rule ran, or lies inside a link.
            if token.type != "text" and START not in token.meta:
                token.meta = {**token.meta, START: start, END: state.pos}
                break
        return True

    return noting


@dataclass(frozen=True, slots=True)
class Block:
    """The inline content of a block, and the line of the file it starts on.

    A cell of a table starts `after` so many signs of its line.
    """

    text: Text
    first_line: int
    content: str
    after: int = 0

    @property
    def typed(self) -> bool:
        """Whether the file holds the content as it is, without escapes of a table."""
        return "|" not in self.content or self.content in self.text.content

    @property
    def end(self) -> int:
        """How many signs of the first line stand up to the end of the content."""
        found = self.text.line(self.first_line).find(self.content, self.after)
        return found + len(self.content) if found >= 0 else self.after

    def locate(self, start: int, end: int) -> Location:
        """The location of a stretch of the content; only its first line is underlined."""
        before = self.content[:start]
        number = self.first_line + before.count("\n")
        line_start = before.rfind("\n") + 1
        line_end = self.content.find("\n", line_start)
        shown = self.content[line_start : line_end if line_end >= 0 else None]
        source = self.text.line(number)
        offset = source.find(shown, self.after if number == self.first_line else 0)
        column = start - line_start
        length = max(min(end, line_start + len(shown)) - start, 0)
        if offset < 0:
            # A table cell: its escapes are gone, so look for the stretch itself.
            found = source.find(self.content[start:end])
            return self.text.at(number, found + 1, length) if found >= 0 else self._line(number)
        return self.text.at(number, offset + column + 1, length)

    def lines(self) -> tuple[list[int], list[int]]:
        """The offset of each line of the content, and the column it has there in the file.

        A column counts from 0; it is -1 where the line does not stand as it is in the file.
        """
        starts, columns, start = list[int](), list[int](), 0
        for number, shown in enumerate(self.content.split("\n"), self.first_line):
            after = self.after if number == self.first_line else 0
            starts.append(start)
            columns.append(self.text.line(number).find(shown, after))
            start += len(shown) + 1
        return starts, columns

    def token(self, token: Token) -> Location:
        """The location that `note_places` left in a token; else that of the block's line."""
        if START not in token.meta:
            return self._line(self.first_line)
        return self.locate(token.meta[START], token.meta[END])

    def _line(self, number: int) -> Location:
        return self.text.whole_line(number)

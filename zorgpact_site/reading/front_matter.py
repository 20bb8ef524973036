"""The block between the `---` lines, by python-frontmatter with a handler that keeps places."""

import re
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.placed_yaml import Mapping
from zorgpact_site.source import Text

_FENCE = re.compile(r"---[ \t]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The properties of a file, and its body with the line it starts on.

    `properties` is None when they cannot be read; the diagnostics say why.
    """

    properties: Mapping | None
    body: str
    body_line: int
    diagnostics: tuple[Diagnostic, ...]


class PlacedHandler(YAMLHandler):
    """A python-frontmatter handler whose metadata are nodes with line and column.

    On its own the library gives no metadata and no error for a block that is not closed,
    is a list or is preceded by a byte order mark, and it strips the body, which moves line
    numbers. So `split` remembers the body as it stands, and `load` what it found.
    """

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text
        self._closing = _closing_fence(text)
        self.properties: Mapping | None = None
        self.diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def body_line(self) -> int:
        """The line after the closing `---`; 1 when nothing can be told apart."""
        return self._closing + 1

    def split(self, _text: str) -> tuple[str, str]:
        """Split at the first two lines of three dashes; ValueError when there are none."""
        if self._closing == 0:
            raise ValueError
        block = "\n".join(self._text.lines[1 : self._closing - 1])
        return block, "\n".join(self._text.lines[self._closing :])

    def load(self, fm: str, **_options: object) -> dict[str, Any]:
        """Compose nodes with places; the keys of the result are those of the file."""
        self.properties, self.diagnostics = placed_yaml.parse(self._text.path, fm, 2)
        entries = self.properties.entries if self.properties else ()
        return {key.text: value for key, value in entries}


def read_front_matter(text: Text) -> FrontMatter:
    """Split a text into properties and body."""
    if not _FENCE.fullmatch(text.line(1)):
        found = problem(rules.MISSING, text.whole_line(1))
        return FrontMatter(None, text.content, 1, (found,))
    handler = PlacedHandler(text)
    if handler.body_line == 1:
        return FrontMatter(None, "", 1, (problem(rules.UNCLOSED, text.at(1, 1, 3)),))
    frontmatter.parse(text.content, handler=handler)
    _, body = handler.split(text.content)
    return FrontMatter(handler.properties, body, handler.body_line, handler.diagnostics)


def _closing_fence(text: Text) -> int:
    """The number of the line that closes the block, 0 when there is none."""
    for number, line in enumerate(text.lines[1:], 2):
        if line.startswith("---") and _FENCE.fullmatch(line):
            return number
    return 0

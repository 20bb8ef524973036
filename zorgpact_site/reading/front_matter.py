"""The block between the `---` lines, by python-frontmatter with a handler that keeps places."""

from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.placed_yaml import Mapping
from zorgpact_site.reading.fences import FENCE, closing_fence, not_closed, not_opened
from zorgpact_site.source import Text


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
        self._closing = closing_fence(text)
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
    if not FENCE.fullmatch(text.line(1)):
        return FrontMatter(None, text.content, 1, (not_opened(text),))
    handler = PlacedHandler(text)
    if handler.body_line == 1:
        told = not_closed(text, len(text.lines) + 1)
        told = told or problem(rules.UNCLOSED, text.at(1, 1, 3))
        return FrontMatter(None, "", 1, (told,))
    frontmatter.parse(text.content, handler=handler)
    _, body = handler.split(text.content)
    return FrontMatter(handler.properties, body, handler.body_line, _told(handler, text))


def _told(handler: PlacedHandler, text: Text) -> tuple[Diagnostic, ...]:
    """What is wrong with the properties; when text runs into them, only that.

    A line of dashes further down then closes the block, such as a rule between two parts.
    """
    if handler.properties is not None:
        return handler.diagnostics
    stops = max((one.where.line for one in handler.diagnostics), default=0)
    told = not_closed(text, stops + 1)
    return (told,) if told else handler.diagnostics

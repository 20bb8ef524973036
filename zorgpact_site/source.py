"""A text that knows its path and its lines."""

from dataclasses import dataclass

from zorgpact_site.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it lies on disk: `path` is relative to the site, with forward slashes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Text:
    r"""A decoded source: no byte order mark, every line end a single `\\n`.

    Lines are counted as editors show them, from 1.
    """

    path: str
    content: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """The text of line `number`, empty past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def at(self, line: int, column: int = 1, length: int = 0) -> Location:
        """A location in this text."""
        return Location(self.path, line, column, length)

    def whole_line(self, line: int) -> Location:
        """The location of what stands on a line, without its indent."""
        text = self.line(line)
        indent = len(text) - len(text.lstrip())
        return Location(self.path, line, indent + 1, len(text.strip()))


def as_text(path: str, content: str) -> Text:
    """Bring line ends to one form and split into lines."""
    unified = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Text(path, unified, tuple(unified.split("\n")))

"""What must be seen between blocks and inline: notes and their lines, paragraphs too long."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.rules_core import StateCore

# Inline parsing of hostile text can be quadratic; at this length it takes about a tenth of a
# second, and two printed pages without an empty line are no paragraph.
MAX_PARAGRAPH = 5_000
_NOTED = "zorgpact"


@dataclass(slots=True)
class Noted:
    """Footnotes by label with the line (from 0) they are explained on, and refused blocks."""

    notes: list[tuple[str, int]] = field(default_factory=list)
    too_long: list[tuple[int, int]] = field(default_factory=list)


def look_before_inline(state: StateCore) -> None:
    """The core rule: note what inline parsing or the footnote plugin will take away."""
    noted = noted_in(state.env)
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        if token.type == "footnote_reference_open":
            noted.notes.append((token.meta["label"], line))
        elif token.type == "inline" and len(token.content) > MAX_PARAGRAPH:
            noted.too_long.append((line, len(token.content)))
            token.content = ""


def noted_in(env: MutableMapping[str, Any]) -> Noted:
    """What was noted while parsing with this environment."""
    noted = env.setdefault(_NOTED, Noted())
    if not isinstance(noted, Noted):  # pragma: no cover - the key is ours
        raise TypeError(_NOTED)
    return noted

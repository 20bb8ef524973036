"""The core rule that gives running text its Dutch signs."""

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from zorgpact_site.wording import educated


def dutch_signs(state: StateCore) -> None:
    """Make straight signs in running text typographic; code stays as it is."""
    for block in state.tokens:
        if block.type == "inline" and block.children:
            _educate(block.children)


def _educate(tokens: list[Token]) -> None:
    before = ""
    for token in tokens:
        if token.type == "text":
            token.content = educated(token.content, before)
        if token.type in {"softbreak", "hardbreak"}:
            before = "\n"
        elif token.content:
            before = token.content[-1]

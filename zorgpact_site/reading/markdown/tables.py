"""Tables: column headings with a scope, alignment by class, sideways scroll of their own."""

from markdown_it.rules_core import StateCore

_ALIGN = "text-align:"


def accessible_tables(state: StateCore) -> None:
    """The core rule: a strict content security policy forbids the style that markdown-it sets."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"}:
            style = str(token.attrs.pop("style", ""))
            if style.startswith(_ALIGN):
                token.attrSet("class", f"align-{style.removeprefix(_ALIGN)}")
        if token.type == "th_open":
            token.attrSet("scope", "col")

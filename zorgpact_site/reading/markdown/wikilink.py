"""`[[Sparkcentres]]` and `[[koploper:sparkcentres|the centres]]`: links by name."""

import re

from markdown_it.rules_inline import StateInline

_FORM = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")


def wikilink(state: StateInline, silent: bool) -> bool:
    """The inline rule: a link token whose meta holds the name; its text is the label.

    Without a label the text is left open: the page's title goes there.
    """
    match = _FORM.match(state.src, state.pos, state.posMax)
    if match is None or state.linkLevel:
        return False
    if not silent:
        target, label = match.group(1).strip(), (match.group(2) or "").strip()
        token = state.push("link_open", "a", 1)
        token.meta = {"wiki": target, "label": label}
        if label:
            state.push("text", "", 0).content = label
        else:
            state.push("wikilink_label", "", 0).content = target
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True

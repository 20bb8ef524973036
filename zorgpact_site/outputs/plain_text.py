"""The words of a text without their markup, as search shows them in excerpts."""

import html
import re
from collections.abc import Sequence

from zorgpact_site.model.body import Fill, Laid, Slot, filled

# Marks of footnotes and the way back from them are for clicking, not for reading on.
_NOTES = re.compile(r'<sup class="note-mark">[^\n]*?</sup>| <a [^>]*class="note-back"[^>]*>↩</a>')
_TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")
_BLOCK = "\x02"  # cannot occur in a text
_WITHIN_WORDS = frozenset(["a", "code", "em", "s", "span", "strong", "sub", "sup"])


def plain_text(laid: Laid, labels: Sequence[str]) -> str:
    """What a reader reads, on one line; of pictures the caption, where they have one.

    A heading or a list item without a full stop gets one, so that it does not run on into what
    follows. The HTML is that of our own Markdown writer, in which `>` only ever ends a tag.
    """

    def fill(slot: Slot) -> str:
        return html.escape(labels[slot.index]) if slot.fill is Fill.LABEL else ""

    bare = _TAG.sub(
        lambda tag: "" if tag[1] in _WITHIN_WORDS else _BLOCK,
        _NOTES.sub("", filled(laid(), fill)),
    )
    blocks = (" ".join(html.unescape(block).split()) for block in bare.split(_BLOCK))
    return " ".join(f"{block}." if block[-1].isalnum() else block for block in blocks if block)

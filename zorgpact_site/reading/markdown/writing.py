"""How tokens become HTML, with marks where only the whole site can tell what belongs there."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from zorgpact_site.model.body import Fill, Pieces, Slot
from zorgpact_site.wording import educated

# Control characters cannot occur in a source, so these marks can never be forged.
_MARK = re.compile("\x02(href|label|image):(\\d+)\x03")
BLOCKS = {"let-op": "Let op", "tip": "Tip", "vraag": "Vraag", "inzicht": "Inzicht"}
_Render = Callable[[RendererHTML, Sequence[Token], int, Any, Any], str]


def mark(fill: Fill, index: int) -> str:
    """An open place as it stands in rendered text."""
    return f"\x02{fill.value}:{index}\x03"


def pieces(marked: str) -> Pieces:
    """Cut rendered text at its marks."""
    if "\x02" not in marked:
        return (marked,) if marked else ()
    cut: list[str | Slot] = []
    end = 0
    for match in _MARK.finditer(marked):
        if match.start() > end:
            cut.append(marked[end : match.start()])
        cut.append(Slot(Fill(match.group(1)), int(match.group(2))))
        end = match.end()
    if end < len(marked):
        cut.append(marked[end:])
    return tuple(cut)


def _link_open(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    title = educated(str(tokens[at].attrs.get("title", "")))
    more = f' title="{escapeHtml(title)}"' if title else ""
    return f'<a href="{mark(Fill.HREF, tokens[at].meta["reference"])}"{more}>'


def _wikilink_label(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return mark(Fill.LABEL, tokens[at].meta["reference"])


def _image(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    token = tokens[at]
    image = mark(Fill.IMAGE, token.meta["reference"])
    title = educated(str(token.attrs.get("title", "")))
    if token.meta.get("figure") and title:
        return f"{image}\n<figcaption>{escapeHtml(title)}</figcaption>"
    return f'{image} <span class="caption">{escapeHtml(title)}</span>' if title else image


def _block_open(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    name, _space, title = tokens[at].info.strip().partition(" ")
    shown = escapeHtml(title.strip() or BLOCKS.get(name, name))
    return (
        f'<div class="note note-{escapeHtml(name)}" role="note">\n'
        f'<p class="note-title">{shown}</p>\n'
    )


def _block_close(*_: Any) -> str:
    return "</div>\n"


def _blockquote_open(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return (
        '<figure class="quote">\n<blockquote>\n'
        if "source" in tokens[at].meta
        else "<blockquote>\n"
    )


def _blockquote_close(
    self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any
) -> str:
    source = tokens[at].meta.get("source")
    if source is None:
        return "</blockquote>\n"
    caption = self.renderInline(source, options, env)
    return f"</blockquote>\n<figcaption>{caption}</figcaption>\n</figure>\n"


def _table_open(*_: Any) -> str:
    return '<div class="table" role="region" aria-label="Tabel" tabindex="0">\n<table>\n'


def _table_close(*_: Any) -> str:
    return "</table>\n</div>\n"


def _note_mark(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    number = tokens[at].meta["id"] + 1
    again = tokens[at].meta["subId"]
    own_id = f"_noot-{number}-terug" + (f"-{again + 1}" if again else "")
    return (
        f'<sup class="note-mark"><a href="#_noot-{number}" id="{own_id}" '
        f'aria-label="Voetnoot {number}">{number}</a></sup>'
    )


def _notes_open(*_: Any) -> str:
    return '<section class="notes" aria-label="Voetnoten">\n<ol>\n'


def _notes_close(*_: Any) -> str:
    return "</ol>\n</section>\n"


def _note_open(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return f'<li id="_noot-{tokens[at].meta["id"] + 1}">'


def _note_close(*_: Any) -> str:
    return "</li>\n"


def _note_back(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    number, again = tokens[at].meta["id"] + 1, tokens[at].meta["subId"]
    suffix = f"-{again + 1}" if again else ""
    words = f"Terug naar de tekst bij voetnoot {number}"
    return f' <a href="#_noot-{number}-terug{suffix}" class="note-back" aria-label="{words}">↩</a>'


RENDER_RULES: dict[str, _Render] = {
    "link_open": _link_open,
    "wikilink_label": _wikilink_label,
    "image": _image,
    "container_block_open": _block_open,
    "container_block_close": _block_close,
    "blockquote_open": _blockquote_open,
    "blockquote_close": _blockquote_close,
    "table_open": _table_open,
    "table_close": _table_close,
    "footnote_ref": _note_mark,
    "footnote_block_open": _notes_open,
    "footnote_block_close": _notes_close,
    "footnote_open": _note_open,
    "footnote_close": _note_close,
    "footnote_anchor": _note_back,
}

"""An old page as HTML becomes a document: its main part, without menus and scripts."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from zorgpact_site.editing.importing.decoding import Reason, Unreadable
from zorgpact_site.editing.importing.document import Block, Document, Shape
from zorgpact_site.editing.importing.inline import Inline, attribute, squeezed, words_of
from zorgpact_site.editing.importing.markdown import escaped, started, with_notes
from zorgpact_site.editing.importing.markup import Markup
from zorgpact_site.editing.importing.navigation import is_navigation, leads_nowhere
from zorgpact_site.editing.importing.tags import CLOSE_THEMSELVES

# Browsers and parsers take quadratic time for tags that are nested without end.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_MOST_OPEN = 500
_DEEPEST = 120
_SUMMARY_LIMIT = 600  # of the key summary
_MAIN = (
    "main article",
    "[role=main] article",
    "main",
    "[role=main]",
    "article",
    "#content",
    "#main",
    ".entry-content",
    ".content",
)
_SITE_NAME = re.compile(r"\s+[|–—»-]\s+[^|–—»]{1,60}$")


def read_page(text: str, base_url: str, find: Callable[[str], tuple[str, str]]) -> Document:
    """Read a page; `find` tells the name in `content/media/` and the file of a picture.

    Raises Unreadable when it is nested too deep, or holds no words.
    """
    _stay_shallow(text)
    tree = LexborHTMLParser(text)
    root = tree.body
    if root is None or not squeezed(words_of(root)):
        raise Unreadable(Reason.EMPTY)
    if _depth(root) > _DEEPEST:
        raise Unreadable(Reason.TOO_DEEP)
    main = _main(root)
    title = _title(tree, main)
    markup = Markup(Inline(_base(tree, base_url), find, root), title)
    blocks, left_out = _without_navigation(markup.blocks_of(main))
    summary, blocks = _summary(blocks)
    outside = [one for one in _outside(main, root) if one != title]
    return Document(
        title,
        summary,
        with_notes(blocks),
        tuple(markup.inline.doubts),
        (*outside, *markup.left_out, *left_out),
        tuple(markup.inline.pictures.items()),
        _published(tree, main),
    )


def _stay_shallow(text: str) -> None:
    depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in CLOSE_THEMSELVES:
            depth = max(depth - 1, 0) if closing else depth + 1
            if depth > _MOST_OPEN:
                raise Unreadable(Reason.TOO_DEEP)


def _depth(root: LexborNode) -> int:
    deepest, pending = 0, [(root, 1)]
    while pending:
        node, depth = pending.pop()
        deepest = max(deepest, depth)
        child = node.first_child
        while child is not None:
            pending.append((child, depth + 1))
            child = child.next
    return deepest


def _main(root: LexborNode) -> LexborNode:
    """The part with the text: the only one of the first kind that there is."""
    for selector in _MAIN:
        found = root.css(selector)
        if len(found) == 1 and squeezed(words_of(found[0])):
            return found[0]
    return root


def _title(tree: LexborHTMLParser, main: LexborNode) -> str:
    heading = main.css_first("h1") or tree.css_first("h1")
    if heading is not None and squeezed(words_of(heading)):
        return squeezed(words_of(heading))
    told = squeezed(attribute(tree.css_first('meta[property="og:title"]'), "content"))
    if told:
        return told
    title = tree.css_first("title")
    return _SITE_NAME.sub("", squeezed(words_of(title))) if title is not None else ""


def _base(tree: LexborHTMLParser, base_url: str) -> str:
    """The address against which others are resolved: as asked, else as the page says."""
    page = base_url or attribute(tree.css_first('link[rel="canonical"][href]'), "href")
    try:
        return urljoin(page, attribute(tree.css_first("base[href]"), "href"))
    except ValueError:  # no address at all
        return page


def _outside(main: LexborNode, root: LexborNode) -> Iterator[str]:
    """The words around the main part, piece by piece, in their order."""
    path = [main]
    while path[-1].mem_id != root.mem_id and path[-1].parent is not None:
        path.append(path[-1].parent)
    within = {node.mem_id for node in path}
    for node in reversed(path[1:]):
        child = node.first_child
        while child is not None:
            words = "" if child.mem_id in within else squeezed(words_of(child))
            if words:
                yield words
            child = child.next


def _without_navigation(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    kept: list[Block] = []
    left_out: list[str] = []
    for block in blocks:
        if is_navigation(block.words, at_top=not kept):
            left_out.append(block.words)
        else:
            kept.append(block)
    if kept and kept[-1].shape is not Shape.OTHER and leads_nowhere(kept[-1].words):
        left_out.append(kept.pop().words)
    return kept, left_out


def _summary(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The first paragraph, when it is plain, fits, and more follows it."""
    if len(blocks) < 2:  # noqa: PLR2004 - itself and what follows
        return "", blocks
    first = blocks[0]
    plain = first.shape is Shape.TEXT and first.markdown == started(escaped(first.words))
    fits = len(first.words) <= _SUMMARY_LIMIT and re.search(r"[.!?…][”’\")]*$", first.words)
    if not plain or not fits or "[" in first.words:
        return "", blocks
    return first.words, blocks[1:]


def _published(tree: LexborHTMLParser, main: LexborNode) -> str:
    told = tree.css_first('meta[property="article:published_time"]')
    return attribute(told, "content") or attribute(main.css_first("time[datetime]"), "datetime")

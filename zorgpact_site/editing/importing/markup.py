"""Blocks of HTML become blocks of Markdown: headings, lists, quotes, tables, figures."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from zorgpact_site.editing.importing.document import Block, Shape
from zorgpact_site.editing.importing.inline import (
    Inline,
    attribute,
    children,
    squeezed,
    words_of,
)
from zorgpact_site.editing.importing.markdown import escaped, heading, started
from zorgpact_site.editing.importing.tags import BLOCKS, UNSEEN

_HEADING = re.compile(r"h([1-6])")
_LEFT_OUT = frozenset(["nav", "form", "button", "noscript", "footer", "iframe", "video", "audio"])
_OF_MENUS = re.compile(r"breadcrumb|kruimel|cookie|share|social|skip-?link", re.IGNORECASE)
_DEEPEST = 4  # levels of lists and quotes


@dataclass(slots=True)
class Markup:
    """Reads blocks; `title` is left out where it is repeated, `left_out` what is no text."""

    inline: Inline
    title: str
    left_out: list[str] = field(default_factory=list)
    heading_level: int = 1
    level: int = 0

    def blocks_of(self, node: LexborNode) -> list[Block]:
        """The blocks within a node, in reading order."""
        blocks: list[Block] = []
        run: list[LexborNode] = []
        for child in (*children(node), None):
            if child is not None and self._in_line(child) and not _ends_paragraph(child, run):
                run.append(child)
                continue
            blocks += self._paragraph(run)
            run = []
            if child is not None and child.is_element_node and child.tag != "br":
                blocks += self._block(child)
        return blocks

    def _in_line(self, node: LexborNode) -> bool:
        """Whether a node stands in a line of text: it is no block and holds none."""
        if node.is_text_node or not node.is_element_node or node.tag in {"a", "br", "img"}:
            return True
        if node.tag in BLOCKS or node.tag in UNSEEN:
            return False
        return all(self._in_line(child) for child in children(node))

    def _paragraph(self, nodes: list[LexborNode]) -> Iterator[Block]:
        markdown, words = self.inline.read(nodes)
        if markdown:
            yield Block(Shape.TEXT, started(markdown), words)
        yield from self.inline.waiting
        self.inline.waiting.clear()

    def _block(self, node: LexborNode) -> Iterable[Block]:
        tag = node.tag or ""
        if tag in UNSEEN:
            return []
        if tag in _LEFT_OUT or self._is_menu(node):
            what = squeezed(words_of(node)) or attribute(node, "src")
            self.left_out += [what] if what else []
            return []
        note = self.inline.notes.get(attribute(node, "id"))
        if note:
            return self._note(node, note)
        return self._shaped(node, tag)

    def _shaped(self, node: LexborNode, tag: str) -> Iterable[Block]:
        number = _HEADING.fullmatch(tag)
        if number:
            return self._heading(node, int(number[1]))
        readers: dict[str, Callable[[LexborNode], Iterable[Block]]] = {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "table": self._table,
            "figure": self._figure,
            "pre": self._code,
        }
        too_deep = tag in {"ul", "ol", "blockquote"} and self.level >= _DEEPEST
        return self.blocks_of(node) if too_deep else readers.get(tag, self.blocks_of)(node)

    def _is_menu(self, node: LexborNode) -> bool:
        names = f"{attribute(node, 'class')} {attribute(node, 'id')}"
        return node.tag in {"div", "ul", "ol", "p", "section"} and bool(_OF_MENUS.search(names))

    def _heading(self, node: LexborNode, number: int) -> Iterator[Block]:
        markdown, words = self.inline.read(list(children(node)))
        if words and words != self.title:
            # One level at a time, so that readers who listen can follow.
            self.heading_level = min(max(number, 2), self.heading_level + 1)
            yield heading(markdown, words, self.heading_level)
        yield from self.inline.waiting
        self.inline.waiting.clear()

    def _note(self, node: LexborNode, label: str) -> Iterator[Block]:
        markdown, words = self.inline.read(list(children(node)))
        bare = re.sub(rf"^\\\[{label}\\\]\s*", "", markdown)
        if bare:
            yield Block(Shape.TEXT, rf"\[{label}\] {bare}", words)

    def _list(self, node: LexborNode) -> Iterator[Block]:
        self.level += 1
        items: list[str] = []
        words: list[str] = []
        for child in children(node):
            if child.is_element_node and attribute(child, "id") in self.inline.notes:
                yield from self._block(child)
                continue
            loose = not child.is_element_node or child.tag == "a"
            inside = list(self._paragraph([child])) if loose else self.blocks_of(child)
            if inside:
                number = len(items) + 1
                items.append(_item("- " if node.tag == "ul" else f"{number}. ", inside))
                words += [block.words for block in inside]
        self.level -= 1
        if items:
            yield Block(Shape.OTHER, "\n".join(items), " ".join(words))

    def _quote(self, node: LexborNode) -> Iterator[Block]:
        self.level += 1
        sources = _outermost(node.css("cite, footer"))
        who = squeezed(" ".join(words_of(one) for one in sources))
        for one in sources:
            one.decompose()
        inside = self.blocks_of(node)
        self.level -= 1
        lines = "\n\n".join(block.markdown for block in inside).split("\n") if inside else []
        who = who.lstrip("-–— ")
        lines += [f"— {escaped(who)}"] if who else []
        if lines:
            shown = "\n".join(f"> {line}".rstrip() for line in lines)
            yield Block(Shape.OTHER, shown, " ".join([*(one.words for one in inside), who]))

    def _figure(self, node: LexborNode) -> Iterator[Block]:
        told = node.css_first("figcaption")
        caption = squeezed(words_of(told)) if told is not None else ""
        picture = node.css_first("img")
        other = node.css_first("table, blockquote, pre, iframe, video")
        # A figure may hold more words than its caption, as one does that is made of figures.
        if picture is None or other is not None or squeezed(words_of(node)) != caption:
            yield from self.blocks_of(node)
            return
        block = self.inline.picture(picture, caption)
        if block:
            yield block
        for one in node.css("img")[1:]:
            more = self.inline.picture(one)
            yield from [more] if more else []

    def _code(self, node: LexborNode) -> Iterator[Block]:
        text = "".join(map(words_of, children(node))).strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        if text.strip():
            yield Block(Shape.OTHER, f"{fence}\n{text}\n{fence}", squeezed(text))

    def _table(self, node: LexborNode) -> Iterator[Block]:
        caption = node.css_first("caption")
        if caption is not None:
            yield from self.blocks_of(caption)
        rows = [_cells(row) for row in node.css("tr") if _table_of(row) == node.mem_id]
        width = max(map(len, rows), default=0)
        if width < 2 or any(not self._in_cell(cell) for row in rows for cell in row):  # noqa: PLR2004 - columns
            for row in rows:
                for cell in row:
                    yield from self.blocks_of(cell)
            return
        lines: list[str] = []
        for number, row in enumerate(rows):
            read = [self.inline.read(list(children(cell)))[0] for cell in row]
            cells = [one.replace("|", "\\|") for one in read] + [""] * (width - len(row))
            lines.append(f"| {' | '.join(cells)} |")
            lines += ["|" + "---|" * width] if number == 0 else []
        yield Block(Shape.OTHER, "\n".join(lines), squeezed(words_of(node)))
        yield from self.inline.waiting
        self.inline.waiting.clear()

    def _in_cell(self, cell: LexborNode) -> bool:
        """Whether a cell holds but words, in one paragraph at most."""
        inside = [one for one in children(cell) if one.is_element_node]
        paragraphs = [one for one in inside if one.tag in {"p", "div"}]
        loose = paragraphs[0] if len(inside) == len(paragraphs) == 1 else cell
        return all(self._in_line(child) for child in children(loose))


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """The nodes, in reading order, without those that lie within another of them."""
    known, kept = {node.mem_id for node in nodes}, list[LexborNode]()
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in known:
            above = above.parent
        if above is None:
            kept.append(node)
    return kept


def _ends_paragraph(node: LexborNode, run: list[LexborNode]) -> bool:
    """Whether this is the second of two line breaks in a row."""
    if node.tag != "br":
        return False
    before = next(
        (one for one in reversed(run) if squeezed(words_of(one)) or one.tag == "br"), None
    )
    return before is not None and before.tag == "br"


def _item(sign: str, inside: list[Block]) -> str:
    text = inside[0].markdown
    for block in inside[1:]:
        apart = "\n" if re.match(r"- |\d+\. ", block.markdown) else "\n\n"
        text += apart + block.markdown
    return sign + text.replace("\n", "\n" + " " * len(sign)).replace(" " * len(sign) + "\n", "\n")


def _cells(row: LexborNode) -> list[LexborNode]:
    return [one for one in children(row) if one.tag in {"td", "th"}]


def _table_of(row: LexborNode) -> int:
    table = row.parent
    while table is not None and table.tag != "table":
        table = table.parent
    return table.mem_id if table is not None else 0

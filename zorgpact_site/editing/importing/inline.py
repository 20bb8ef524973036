"""Words within a block of HTML become Markdown: links, emphasis, marks of notes, pictures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from selectolax.lexbor import LexborNode

from zorgpact_site.editing.importing.decoding import cleaned
from zorgpact_site.editing.importing.document import Block, Doubt, Shape
from zorgpact_site.editing.importing.emphasis import EM, STRONG, resolved
from zorgpact_site.editing.importing.markdown import escaped, escaped_words
from zorgpact_site.editing.importing.rules import DESCRIPTION_MISSING, LINK_DROPPED, PICTURE_MISSING
from zorgpact_site.editing.importing.tags import BLOCKS, UNSEEN
from zorgpact_site.web_addresses import is_web_address

_MARKERS = {"strong": STRONG, "b": STRONG, "em": EM, "i": EM}
_LABEL = re.compile(r"\[?(\d{1,3})\]?")
_BACK = re.compile(r"\s*[↩↑^⤴]\ufe0e?\s*")
_UNSAFE_SIGN = re.compile(r"[\s<>()\\\"`*\[\]|]")
_SHOWN = 80  # characters of an address
Found = tuple[str, str]


def words_of(node: LexborNode) -> str:
    """All words of a node that readers see; blocks are not parted, so squeeze with care."""
    pieces: list[str] = []
    pending = [node]
    while pending:
        one = pending.pop()
        if one.is_text_node:
            pieces.append(cleaned(one.text_content or ""))
        elif one.tag not in UNSEEN:
            inside = list(children(one))
            if inside and one.tag in BLOCKS:
                pieces.append(" ")
            pending += reversed(inside)
    return "".join(pieces)


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes directly below one."""
    child = node.first_child
    while child is not None:
        following = child.next
        yield child
        child = following


def attribute(node: LexborNode | None, name: str) -> str:
    """What an attribute holds; empty when there is none."""
    return cleaned(node.attributes.get(name) or "").strip() if node is not None else ""


def _address(node: LexborNode, name: str) -> str:
    """An address in an attribute, without the line ends that mean nothing there."""
    return re.sub(r"[\t\n\r]", "", attribute(node, name))


def squeezed(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


@dataclass(slots=True)
class Inline:
    """Reads words, and remembers what there is to say of links and pictures.

    `base` is the address of the page, empty when unknown; `find` tells the name in
    `content/media/` and the file of a picture. `pictures` holds those that were found.
    """

    base: str
    find: Callable[[str], Found]
    root: LexborNode
    doubts: list[Doubt] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    waiting: list[Block] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find which elements are notes: those to which a figure in the text leads."""
        ids = {attribute(one, "id") for one in self.root.css("li[id], p[id], div[id]")}
        for link in self.root.css("a[href]"):
            target = attribute(link, "href").removeprefix("#")
            label = _LABEL.fullmatch(squeezed(words_of(link)))
            if label and target in ids:
                self.notes.setdefault(target, label[1])

    def read(self, nodes: list[LexborNode]) -> tuple[str, str]:
        """The Markdown and the bare words of nodes that stand in a line."""
        markdown = squeezed("".join(self._one(node, linked=False) for node in nodes))
        words = squeezed("".join(words_of(node) for node in nodes))
        # An exclamation mark before a link would make a picture of it.
        return re.sub(r"!(?=\[)", r"\\!", resolved(markdown)), words

    def picture(self, node: LexborNode, caption: str = "") -> Block | None:
        """A picture, when it lies beside the source; else a doubt that it must be fetched."""
        src, alt = _address(node, "src"), squeezed(attribute(node, "alt"))
        shown = src if len(src) <= _SHOWN else f"{src[:_SHOWN]}…"
        name, file = self.find(src)
        # Two pictures of one name from different folders: the first has it.
        if not name or self.pictures.setdefault(name, file) != file:
            values = (("value", shown), ("alt", alt), ("caption", caption))
            self.doubts.append(Doubt(PICTURE_MISSING, f"# afbeelding ophalen: {shown}", values))
            return None
        described = escaped_words(alt or f"Beschrijving volgt: {name}")
        told = ' "' + escaped_words(caption).replace('"', '\\"') + '"' if caption else ""
        block = Block(Shape.OTHER, f"![{described}](../media/{name}{told})", f"{alt} {caption}")
        if not alt:
            self.doubts.append(Doubt(DESCRIPTION_MISSING, block.markdown, (("value", name),)))
        return block

    def _one(self, node: LexborNode, *, linked: bool) -> str:
        if node.is_text_node:
            text = cleaned(node.text_content or "")
            return escaped_words(text) if linked else escaped(text)
        tag = node.tag or ""
        if tag in UNSEEN or not node.is_element_node:
            return ""
        if tag == "img":
            self.waiting += [one for one in [self.picture(node)] if one]
        linked = linked or tag == "a"
        inside = "".join(self._one(child, linked=linked) for child in children(node))
        return self._marked(node, tag, inside)

    def _marked(self, node: LexborNode, tag: str, inside: str) -> str:
        """The words of an element with the signs for what it means."""
        if tag == "a":
            return self._link(node, inside)
        if tag == "q":
            return f"“{inside}”"
        if tag in _MARKERS and inside.strip():
            opening, closing = _MARKERS[tag]
            return f"{opening}{inside}{closing}"
        return f" {inside} " if tag in BLOCKS else inside

    def _link(self, node: LexborNode, inside: str) -> str:
        href = _address(node, "href")
        label, words = squeezed(inside), squeezed(words_of(node))
        if href.startswith("#") or not href:
            return self._mark(href, inside, words)
        before, after = inside[: -len(inside.lstrip()) or None], inside[len(inside.rstrip()) :]
        target = self._target(href)
        if not target or not label:
            shown = href if len(href) <= _SHOWN else f"{href[:_SHOWN]}…"
            self.doubts.append(Doubt(LINK_DROPPED, label, (("value", shown),)))
            return inside
        spaces = (" " if before.isspace() else "", " " if after.isspace() else "")
        return f"{spaces[0]}[{resolved(label)}]({target}){spaces[1]}"

    def _mark(self, href: str, inside: str, words: str) -> str:
        """A link within the page: the mark of a note, the way back from one, or just words."""
        label = self.notes.get(href.removeprefix("#"))
        if label:
            return rf"\[{label}\]"
        return "" if _BACK.fullmatch(words) else inside

    def _target(self, href: str) -> str:
        """The address as Markdown takes it; empty when it is not whole or not allowed."""
        try:
            whole = urljoin(self.base, href) if self.base else href
            scheme = urlsplit(whole).scheme
        except ValueError:
            return ""
        written = _UNSAFE_SIGN.sub(lambda sign: quote(sign[0]), whole)
        written = re.sub(r"&(?=#?\w+;)", "&amp;", written)
        if scheme in {"http", "https"}:
            return written if is_web_address(whole) else ""
        return written if scheme in {"mailto", "tel"} and len(whole) > len(scheme) + 1 else ""

"""Text that was scraped from a page: its title, headings, lists and quotes are told by shape.

Nothing is thrown away but navigation: what has no clear shape is a paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zorgpact_site.editing.importing.document import Block, Document, Doubt, Shape
from zorgpact_site.editing.importing.markdown import (
    escaped,
    heading,
    started,
    text_block,
    with_notes,
)
from zorgpact_site.editing.importing.navigation import is_navigation, leads_nowhere
from zorgpact_site.editing.importing.rules import MAYBE_CAPTION

_BULLET = re.compile(r"(?:[•·▪●◦‣]|[-*–—](?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_NOTE = re.compile(r"\[\d{1,3}\][.:]?\s+\S")
_CAPITAL = re.compile(r"[\"'“‘(]*[A-ZÀ-ÖØ-Þ0-9]|[‘’']s\s")
_STOP = re.compile(r"[.;:,…]['’”\"]?$")
_CREDIT = re.compile(r"[-–—]\s*(?=\S)")
_QUOTES = {"“": "”", "‘": "’", "„": "”", '"': '"'}
_LONGEST_TITLE = 200
_LONGEST_HEADING = 90
_LONGEST_CAPTION = 140
_LONGEST_PAIRED = 90
_SUMMARY_LIMIT = 600  # of the key summary
_WRAPPED = 120  # no program breaks lines that are longer
_NEARLY_AS_LONG = 0.75
_LONG_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines between empty lines; `gap` is how many of those stand before."""

    lines: tuple[str, ...]
    gap: int

    @property
    def only(self) -> str:
        """Its line, when it has just one; else empty."""
        return self.lines[0] if len(self.lines) == 1 else ""


def read_scraped(text: str) -> Document:
    """Read a scraped text."""
    lines, left_out = _without_navigation(text.split("\n"))
    chunks = list(_chunks(lines))
    if chunks and leads_nowhere(chunks[-1].only):
        left_out = (*left_out, chunks.pop().only)
    title = _title([chunk.only for chunk in chunks])
    rest = [chunk for chunk in chunks if not title or chunk.only != title]
    summary, rest = _summary(rest)
    doubts: list[Doubt] = []
    wide = sum(chunk.gap > 1 for chunk in rest) * 2 > len(rest)
    blocks: list[Block] = []
    for chunk in rest:
        if chunk.gap > 1 and not wide and _is_caption(chunk.only):
            blocks.append(_doubted(chunk.only, doubts))
        else:
            blocks += _blocks(chunk, doubts)
    return Document(title, summary, with_notes(_lists_joined(blocks)), tuple(doubts), left_out)


def _without_navigation(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the text itself, and those of navigation."""
    kept: list[str] = []
    left_out: list[str] = []
    at_top, in_crumbs = True, False
    for line in (" ".join(line.split()) for line in lines):
        bullet = _BULLET.match(line)
        bare = line[bullet.end() :] if bullet else line
        if at_top and bullet and (in_crumbs or bare.lower() == "home"):
            in_crumbs = True
            left_out.append(bare)
            continue
        in_crumbs = False
        if line and is_navigation(bare, at_top=at_top):
            left_out.append(bare)
            continue
        at_top = at_top and not line
        kept.append(line)
    return kept, tuple(left_out)


def _chunks(lines: Iterable[str]) -> Iterator[Chunk]:
    gap, current = 0, list[str]()
    for line in (*lines, ""):
        if line:
            current.append(line)
            continue
        if current:
            yield Chunk(tuple(current), gap)
            gap, current = 0, []
        gap += 1


def _title(singles: Sequence[str]) -> str:
    """The line that is repeated as a title is, or else a first line that looks like one."""
    first = singles[0] if singles else ""
    if not first or len(first) > _LONGEST_TITLE or _BULLET.match(first) or _NOTE.match(first):
        return ""
    repeated = first in singles[1:]
    return first if repeated or not re.search(r"[.;:,]$", first) else ""


def _summary(chunks: list[Chunk]) -> tuple[str, list[Chunk]]:
    """The first paragraph as a summary, when it fits there and more follows it."""
    first = " ".join(chunks[0].lines) if len(chunks) > 1 else ""
    fits = first and len(first) <= _SUMMARY_LIMIT and bool(re.search(r"[.!?…][”’\")]*$", first))
    if not fits or "[" in first or _is_list(chunks[0]) or _starts_with_heading(chunks[0].lines):
        return "", chunks
    return first, chunks[1:]


def _blocks(chunk: Chunk, doubts: list[Doubt]) -> Iterator[Block]:
    lines = chunk.lines
    if _starts_with_heading(lines):
        yield heading(escaped(lines[0]), lines[0])
        lines = lines[1:]
    elif chunk.only and _is_heading(chunk.only):
        yield heading(escaped(chunk.only), chunk.only)
        return
    elif _is_pair(lines):
        yield text_block(lines[0])
        yield _doubted(lines[1], doubts)
        return
    quote = _quote(lines)
    if quote:
        yield quote
        return
    yield from _paragraphs(lines)


def _paragraphs(lines: Sequence[str]) -> Iterator[Block]:
    """Items, notes and paragraphs; lines of a paragraph that was broken off are joined."""
    broken_off = max(map(len, lines)) <= _WRAPPED
    loose: list[str] = []
    for line in lines:
        item = _item(line)
        if item or _NOTE.match(line) or not broken_off:
            if loose:
                yield text_block(" ".join(loose))
                loose = []
            yield item or text_block(line)
        else:
            loose.append(line)
    if loose:
        yield text_block(" ".join(loose))


def _item(line: str) -> Block | None:
    bullet, number = _BULLET.match(line), _NUMBER.match(line)
    match = bullet or number
    if not match:
        return None
    words = line[match.end() :]
    sign = "-" if bullet else f"{line[: match.end()].strip(' .)')}."
    return Block(Shape.OTHER, f"{sign} {started(escaped(words))}", words)


def _lists_joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Items that follow one another become one block, so that they stand together."""
    items: list[Block] = []
    for block in blocks:
        is_item = block.shape is Shape.OTHER and not block.markdown.startswith(">")
        if items and (not is_item or _kind(block) != _kind(items[-1])):
            yield _joined(items)
            items = []
        if is_item:
            items.append(block)
        else:
            yield block
    if items:
        yield _joined(items)


def _kind(item: Block) -> bool:
    return item.markdown.startswith("-")


def _joined(items: Sequence[Block]) -> Block:
    text = "\n".join(item.markdown for item in items)
    return Block(Shape.OTHER, text, " ".join(item.words for item in items))


def _quote(lines: Sequence[str]) -> Block | None:
    """A block quote, when nothing stands outside the marks but who said it."""
    credit = _CREDIT.match(lines[-1]) if len(lines) > 1 else None
    said = " ".join(lines[:-1] if credit else lines)
    closing = _QUOTES.get(said[0])
    inside = said[1:-1]
    if not closing or said[-1] != closing or len(said) < _LONG_QUOTE or closing in inside:
        return None
    shown = f"> {started(escaped(said))}"
    who = lines[-1][credit.end() :] if credit else ""
    return Block(
        Shape.OTHER, f"{shown}\n> — {escaped(who)}" if who else shown, f"{said} {who}".strip()
    )


def _is_heading(line: str) -> bool:
    """Whether a line that stands alone is a heading: short, with a capital, without a stop."""
    return (
        len(line) <= _LONGEST_HEADING
        and bool(_CAPITAL.match(line))
        and not _STOP.search(line)
        and line[-1] not in "”’\"'!"
        and not _item(line)
        and not _NOTE.match(line)
        and "://" not in line
        and "@" not in line
    )


def _starts_with_heading(lines: Sequence[str]) -> bool:
    """Whether the first line is a heading right above its paragraph."""
    return (
        len(lines) > 1
        and _is_heading(lines[0])
        and not _is_pair(lines)
        and not _item(lines[1])
        and len(lines[0]) < _NEARLY_AS_LONG * max(map(len, lines[1:]))
        and bool(_CAPITAL.match(lines[1]))
    )


def _is_pair(lines: Sequence[str]) -> bool:
    """Whether two short lines are what a picture leaves behind: its description and caption."""
    return (
        len(lines) == 2  # noqa: PLR2004 - a pair
        and _is_heading(lines[0])
        and len(lines[1]) <= _LONGEST_PAIRED
        and not _item(lines[1])
        and not re.search(r"[.!?]\s", lines[1])
    )


def _is_caption(line: str) -> bool:
    """Whether a line alone after a wide gap may be a caption: one sentence at most."""
    return (
        0 < len(line) <= _LONGEST_CAPTION
        and not re.search(r"[.!?]\s|\?$", line)
        and not _item(line)
        and not _NOTE.match(line)
    )


def _is_list(chunk: Chunk) -> bool:
    return any(_item(line) for line in chunk.lines)


def _doubted(line: str, doubts: list[Doubt]) -> Block:
    block = text_block(line)
    doubts.append(Doubt(MAYBE_CAPTION, block.markdown))
    return block

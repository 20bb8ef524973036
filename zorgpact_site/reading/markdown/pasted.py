"""What came along from other programs: bullets, columns of tabs, orders, and gaps to be filled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.reading.markdown.places import Block

_BULLET = re.compile(r"^[ ]*([•·‣▪◦●➢✓✔❖►][ \t\u00a0]*)(?=\S)", re.MULTILINE)
# Signs that can begin a sentence as well: a list has two of them or more below each other.
_BELOW = (
    re.compile(r"^[ ]*((?:[–—o→]|§(?![ \t]*\d))[ \t\u00a0]+)(?=\S)", re.MULTILINE),
    re.compile(r"^[ ]*(-)(?=[^\W\d_])", re.MULTILINE),
    re.compile(r"^[ ]*(\*)(?=[^\W\d_][^*\n]*$)", re.MULTILINE),
)
_NUMBER = re.compile(r"^[ ]*(\d{1,2}[.)])(?=[^\W\d_])", re.MULTILINE)
_LETTER = re.compile(r"^[ ]*([a-z][.)])[ \t]+(?=\S)", re.MULTILINE)
# Patterns that are tried on every block begin with a sign as it is, and look back from there:
# Python then finds where they can begin several times as fast.
_ORDER = re.compile(
    r"\{(?:\{.{1,200}?\}\}|%.{1,200}?%\}"
    r"|(?<!\]\{)[.#\w-]*[ ]?(?:width|height|class|style)=[^{}\n]{1,200}\})"
    r"|\[(?:/?(?:caption|gallery|embed|video|audio|vc_\w{1,40})\b[^\]\n]{0,300}\](?!\()"
    r"|TOC\](?!\()|!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])"
    r"|:(?<![^\s(]:)[a-z][a-z0-9_]{1,30}:(?![^\s.,!?)])"
    r"|\^\[[^\]\n]{1,300}\]"
    r"|=(?<!==)=(?=[^\s=])[^=\n]{1,100}(?<=[^\s=])==(?!=)"
)
_GAP = re.compile(
    r"TODO(?<!\wTODO)\b|FIXME(?<!\wFIXME)\b|XXX(?<!\wXXX)\b|Lorem ipsum\b|lorem ipsum\b"
    r"|\[(?i:NAAM|NAMEN|DATUM|PLAATS|LINK|TITEL|FOTO|AANTAL|TEKST|INVULLEN|AANVULLEN)\](?![(\[])"
)
_TASK = re.compile(r"\[[ xX]\](?= \S)")  # of a list of tasks
_SMALL_GAP = re.compile(r"\[[a-z]+\]")
# How a line begins that may be an item of a list, with the end of the line before it.
_ITEM = re.compile(r"\n[ ]*(?:[•·‣▪◦●➢✓✔❖►–—→*-]|[o§][ \t\u00a0]|\d{1,2}[.)][^\W\d_]|a[.)][ \t])")


def pasted(block: Block, *, is_paragraph: bool) -> Iterator[Diagnostic]:
    """Tell of what another program put in the content of a block, and readers would see."""
    content = block.content
    if is_paragraph:
        if task := _TASK.match(content):
            yield problem(rules.FOREIGN_ORDER, block.locate(*task.span()), value=task[0])
        told = _list(block) if _ITEM.search(f"\n{content}") else ()
        yield from told or (_columns(block) if "\t" in content else ())
    for match in _ORDER.finditer(content):
        if not (_is_code(content, match.start()) or _is_box(block, match)):
            where = block.locate(*match.span())
            near = _meant(match[0])
            yield problem(rules.FOREIGN_ORDER, where, near=near, value=shown(match[0]))
    for match in _GAP.finditer(content):
        if not _SMALL_GAP.fullmatch(match[0]) and not _is_code(content, match.start()):
            yield problem(rules.GAP, block.locate(*match.span()), value=match[0])


def _meant(order: str) -> tuple[str, ...]:
    """What does the same here, when something does."""
    if order.startswith("=="):
        return (f"**{order.strip('=')}**",)
    if order.startswith("[!"):
        return ("::: tip" if "TIP" in order else "::: let-op",)
    if order.startswith("^["):
        return ("[^1]",)
    return ()


def _is_box(block: Block, order: re.Match[str]) -> bool:
    """Whether an order makes a box of a quotation, which is told of with all its lines."""
    before = block.text.line(block.first_line).partition("[!")[0]
    return order[0].startswith("[!") and not order.start() and ">" in before


def _list(block: Block) -> tuple[Diagnostic, ...]:
    content = block.content
    bullets = list(_BULLET.finditer(content))
    for form in _BELOW:
        bullets = bullets or _several(form.finditer(content))
    if bullets:
        return (_told(block, bullets, ["- "] * len(bullets)),)
    numbers = _several(_NUMBER.finditer(content))
    if numbers and [int(one[1][:-1]) for one in numbers] == list(range(1, len(numbers) + 1)):
        return (_told(block, numbers, [f"{one[1]} " for one in numbers]),)
    letters = _several(_LETTER.finditer(content))
    if letters and "".join(one[1][0] for one in letters) == ascii_lowercase[: len(letters)]:
        # Elsewhere the text may speak of “b”.
        return (replace(_told(block, letters, ["1. "] * len(letters)), fix=()),)
    return ()


def _several(matches: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    found = list(matches)
    return found if len(found) > 1 else []


def _told(block: Block, signs: Sequence[re.Match[str]], right: Sequence[str]) -> Diagnostic:
    places = [block.locate(*sign.span(1)) for sign in signs]
    fix = tuple(map(Replace, places, right)) if block.typed else ()
    near = (f"{right[0]}{_line_from(block.content, signs[0].end())}",)
    return problem(rules.LITERAL_LIST, places[0], near=near, fix=fix)


def _columns(block: Block) -> tuple[Diagnostic, ...]:
    """Lines that have equally many tabs, which a table was before it was copied."""
    lines = block.content.split("\n")
    widths = {line.strip("\t ").count("\t") for line in lines}
    if len(lines) == 1 or len(widths) > 1 or 0 in widths:
        return ()
    rows = [[cell.strip().replace("|", r"\|") for cell in line.split("\t")] for line in lines]
    rows.insert(1, ["---"] * len(rows[0]))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    where = block.locate(0, len(lines[0]))
    whole = block.text.at(where.line, where.column, len(block.content))
    fix = (Replace(whole, table),) if block.content in block.text.content else ()
    return (problem(rules.LITERAL_COLUMNS, where, fix=fix),)


def _is_code(content: str, start: int) -> bool:
    """Whether a place stands between backticks, where it is meant to be seen."""
    return content.count("`", 0, start) % 2 == 1


def _line_from(content: str, start: int) -> str:
    return shown(content[start:].partition("\n")[0])

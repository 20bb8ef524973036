"""Markdown that did not become what it was meant for, so that readers see its signs."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from markdown_it.token import Token

from zorgpact_site.contact_details import dialled
from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.names import slug
from zorgpact_site.reading.markdown.places import END, START, Block
from zorgpact_site.reading.markdown.tables import MORE_OF_A_TABLE

_ADDRESS = r"https?:|www\.|mailto:|\.{0,2}/|[\w./-]+\.(?:md|pdf|docx?|xlsx?|pptx?)\b"
_BOLD = "**"
# At the end of a text an address may follow that has become a link by itself. Each way begins
# with a sign as it is, as in `pasted.py`.
_SIGNS = re.compile(
    rf"\*\*(?<!\*\*\*)(?!\*)|\[\[|\](?:\]|\(| \((?=\Z|{_ADDRESS}))|\)\[(?=\Z|{_ADDRESS})"
)
_BESIDE = frozenset({"] (", ")["})
# What was typed, how it should be, and whether that is sure.
_Right: TypeAlias = str | Callable[[re.Match[str]], str]
_REPAIRS: tuple[tuple[re.Pattern[str], _Right, bool], ...] = (
    (
        re.compile(r"\[([^\[\]\n]+)\]\((?:tel:)?(?=[^()\n]* )([+\d][+\d .-]{6,20})\)"),
        lambda link: f"[{link[1]}](tel:{dialled(link[2])})",
        True,
    ),
    (re.compile(r"\[([^\[\]\n]+)\] \(([^()<>\s]+)\)"), r"[\1](\2)", True),
    (re.compile(r"\(([^()\n]+)\)\[([^\[\]<>\s]+)\]"), r"[\1](\2)", True),
    (re.compile(r"\[([^\[\]\n]+)\]\((mailto:) +([^()<>\s]+)\)"), r"[\1](\2\3)", True),
    # A caption between the marks of a word processor, a size, a heading as it is read.
    (
        re.compile(r"\[([^\[\]\n]+)\]\(([^()<>\s]+) [“”„‘’«]([^\"“”„«»\n]+)[“”’»]\)"),
        r'[\1](\2 "\3")',
        True,
    ),
    (re.compile(r"\[([^\[\]\n]+)\]\(([^()<>\s]+) =\d*x\d*\)"), r"[\1](\2)", True),
    (
        re.compile(r"\[([^\[\]\n]+)\]\(([^()<>#\s]*)#([^()<>#\n]* [^()<>#\n]*)\)"),
        lambda link: f"[{link[1]}]({link[2]}#{slug(link[3])})",
        True,
    ),
    (
        re.compile(r"\[([^\[\]\n]+)\]\((?!mailto:|tel:)((?:[^()<>\n]|\([^()<>\n]*\))*\.\w{2,4})\)"),
        r"[\1](<\2>)",
        True,
    ),
    (re.compile(r"\[([^\[\]\n]+)\]\((https?://[^()<>\s]+ [^()<>\n]*)\)"), r"[\1](<\2>)", True),
    (re.compile(r"(?<!\[)\[([^\[\]\n]+)\]\]|\[\[([^\[\]\n]+)\](?!\])"), r"[[\1\2]]", False),
)
_MOST = 5  # links that are told of in a block: who mends those sees the next
_ESCAPED = re.compile(r"\\([*\[])")
_WORD = re.compile(r"\w*")
_NO_HEADING = re.compile(r"^(#{2,6})([^\s#].*)", re.MULTILINE)
_NO_TABLE = re.compile(r"^(\|.*\S)[ \t]*\n\|.*\|[ \t]*$", re.MULTILINE)
_SUSPECT = re.compile(r"\*\*|\[\[|\](?:\]| ?\()|\)\[|\n(?:##|\|)")
# One asterisk at each end of words, with a space between it and them at one end.
_LOOSE = re.compile(
    r"\*(?<![\w*\\]\*)(?:(?=[^\s*)])[^*\n]{1,80}[ ]|[ ](?=\S)[^*\n]{0,80}[^\s*])\*(?![\w*])"
)


def leftovers(tokens: Sequence[Token], block: Block, opening: Token | None) -> Iterator[Diagnostic]:
    """Tell of signs in the text of a block that Markdown has another meaning for.

    What stands in code is meant to be seen, and who escapes one bracket or asterisk of a block
    knows what the others do.
    """
    if "*" in block.content and (loose := _LOOSE.search(block.content)):
        yield from _italics(tokens, block, loose)
    if not _SUSPECT.search(f"\n{block.content}"):
        return
    if opening is not None and opening.type == "paragraph_open":
        texts = [token.content for token in tokens if token.type == "text"]
        if "##" in block.content:
            yield from _headings(texts, block)
        if "|" in block.content and MORE_OF_A_TABLE not in opening.meta:
            yield from _tables(texts, block)
    yield from _links_and_bold(tokens, block)


def _headings(texts: Sequence[str], block: Block) -> Iterator[Diagnostic]:
    for match in _NO_HEADING.finditer(block.content):
        signs, words = match.groups()
        if any(text.startswith(signs) for text in texts):
            where = block.locate(*match.span())
            fix = (Replace(block.locate(match.end(1), match.end(1)), " "),)
            near = (f"{signs} {shown(words)}",)
            yield problem(rules.LITERAL_HEADING, where, near=near, fix=fix, signs=signs)


def _tables(texts: Sequence[str], block: Block) -> Iterator[Diagnostic]:
    match = _NO_TABLE.search(block.content)
    if match and any(text.startswith("|") for text in texts):
        yield problem(rules.LITERAL_TABLE, block.locate(*match.span(1)))


def _italics(tokens: Sequence[Token], block: Block, match: re.Match[str]) -> Iterator[Diagnostic]:
    if any(match[0] in token.content for token in tokens if token.type == "text"):
        near = (f"*{match[0].strip('* ')}*",)
        yield problem(rules.LITERAL_BOLD, block.locate(*match.span()), near=near, signs="*")


def _links_and_bold(tokens: Sequence[Token], block: Block) -> Iterator[Diagnostic]:
    seen, links, is_bold_told = 0, 0, False
    done = _done(tokens)
    for signs in _left(tokens, block.content):
        start = block.content.find(signs, seen)
        while not signs.startswith(_BOLD) and (end := _end_around(start, done)):
            start = block.content.find(signs, end)
        if start < 0:
            continue  # it was typed otherwise: as an entity
        seen = start + len(signs)
        if not signs.startswith(_BOLD):
            links += 1
            yield from _no_link(block, start, seen)
            if links == _MOST:
                return
        elif not is_bold_told:
            is_bold_told = True
            yield problem(rules.LITERAL_BOLD, block.locate(start, seen), signs=_BOLD)


def _done(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where the links and pictures stand that did become such."""
    return [(token.meta[START], token.meta[END]) for token in tokens if START in token.meta]


def _end_around(start: int, done: Sequence[tuple[int, int]]) -> int:
    """The end of the link that a place is in; 0 when it is in none."""
    return next((end for begin, end in done if begin <= start < end), 0)


def _left(tokens: Sequence[Token], content: str) -> Iterator[str]:
    """The signs that are left in the text, each with the word behind it."""
    escaped = "".join(_ESCAPED.findall(content))
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type != "text":
            continue
        for match in _SIGNS.finditer(token.content):
            signs, end = match.group(), match.end()
            if ("*" if signs == _BOLD else "[") in escaped:
                continue
            before_link = after is not None and after.type == "link_open"
            if end == len(token.content) and signs in _BESIDE and not before_link:
                continue
            word = _WORD.match(token.content, end)
            yield signs + (word.group() if word else "")


def _no_link(block: Block, start: int, end: int) -> Iterator[Diagnostic]:
    """What to say of signs of a link in the content, and how the link was perhaps meant."""
    closes, before = block.content.startswith("]]", start), block.content[: start + 2]
    if closes and before.count("]") <= before.count("["):
        return  # brackets within brackets
    for form, right, is_sure in _REPAIRS:
        for match in form.finditer(block.content):
            if match.start() <= start and end <= match.end():
                where, meant = block.locate(*match.span()), form.sub(right, match.group())
                fix = (Replace(where, meant),) if is_sure else ()
                yield problem(rules.LITERAL_LINK, where, near=(meant,), fix=fix)
                return
    if not closes:  # alone those are no sign of a link
        yield problem(rules.LITERAL_LINK, block.locate(start, end))

"""HTML that was typed in a text, where it is no markup: readers see the code itself."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.fields.types import LINE_END, shown
from zorgpact_site.reading.markdown.html_meant import (
    MEANINGLESS,
    Element,
    listed,
    meant,
    meant_alone,
)
from zorgpact_site.reading.markdown.places import Block

# Between its name and its end a tag has names with values, and seldom a name alone: “a<b en c>d”
# is none. Nothing is tried twice, as a tag may be as long as its paragraph.
_NAME = r"</?(?:[ovwx]:)?[a-zA-Z][a-zA-Z0-9-]*"  # such as <o:p>, which Word leaves behind
_TYPED = re.compile(
    rf"({_NAME})"
    r"(?:\s++(?:(?:open|hidden|controls|disabled)\s*+|(?=[^<>=]*=)[^<>]*+)?)?/?>|(<!--)"
)
_START = re.compile(rf"{_NAME}|<!--")
_BREAKS = re.compile(r"(?:<br(?:\s[^<>]*)?/?>\s*)+", re.IGNORECASE)
_REMARK_ENDS = "-->"
_FOR_A_MACHINE = re.compile(r"<!-- /?wp:[^<>\n]*-->")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag in the content of its block; the name of one that closes starts with a slash."""

    start: int
    end: int
    name: str
    typed: str


def typed_html(
    tokens: Sequence[Token], block: Block, opening: Token | None
) -> Iterator[Diagnostic]:
    """Tell of tags and remarks that readers see in a block: of two that belong together once."""
    tags = list(_left(tokens, block.content))
    ends = _ends(tags)
    closing = set(ends.values())
    # Elsewhere a new line can end the quotation or list that it stands in.
    is_loose = opening is not None and opening.type == "paragraph_open" and opening.level == 0
    is_cell = opening is not None and opening.type in {"td_open", "th_open"}
    told = 0  # up to where the text has been told of
    for at, tag in enumerate(tags):
        if tag.start < told or at in closing:
            continue
        if tag.name == "!--":
            told, found = _remark(tag, block)
        elif tag.name == "br" and not is_cell:  # where a line cannot end
            told, found = _break(tag, block, is_loose=is_loose)
        elif at in ends:
            told, found = _element(tag, tags[ends[at]], block, is_loose=is_loose)
        else:
            found = _tag(tag, block, is_loose=is_loose)
        yield found


def _left(tokens: Sequence[Token], content: str) -> Iterator[_Tag]:
    """The tags as they were typed: an address in one became a link, so the start counts.

    Those in code and behind a backslash are meant to be seen.
    """
    typed: defaultdict[str, deque[re.Match[str]]] = defaultdict(deque)
    for one in _TYPED.finditer(content):
        typed[one[1] or one[2]].append(one)
    seen = 0
    for token in tokens:
        if "<" not in token.content or token.type not in {"text", "code_inline"}:
            continue
        for start in _START.finditer(token.content):
            same = typed[start.group()]
            while same and same[0].start() < seen:
                same.popleft()
            if not same:
                continue
            found = same.popleft()
            seen = found.end()
            if token.type == "text" and not content.endswith("\\", 0, found.start()):
                yield _Tag(found.start(), seen, start.group()[1:].lower(), found.group())


def _ends(tags: Sequence[_Tag]) -> dict[int, int]:
    """For each tag that is closed in the same block, the place of the tag that does."""
    ends: dict[int, int] = {}
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for at, tag in enumerate(tags):
        if not tag.name.startswith("/"):
            opened[tag.name].append(at)
        elif opened[tag.name[1:]]:
            ends[opened[tag.name[1:]].pop()] = at
    return ends


def _remark(tag: _Tag, block: Block) -> tuple[int, Diagnostic]:
    """A remark up to where it ends; what an editor of WordPress wrote for itself can go."""
    end = max(block.content.find(_REMARK_ENDS, tag.end) + len(_REMARK_ENDS), tag.end)
    where = block.locate(tag.start, end)
    is_sure = block.typed and _FOR_A_MACHINE.fullmatch(block.content, tag.start, end)
    fix = (Replace(where, ""),) if is_sure else ()
    return end, problem(rules.LITERAL_COMMENT, where, fix=fix)


def _break(tag: _Tag, block: Block, *, is_loose: bool) -> tuple[int, Diagnostic]:
    """A line that ends, or a paragraph where two do."""
    content = block.content
    found = _BREAKS.match(content, tag.start)
    assert found is not None  # noqa: S101 - types: the tag was found by its name
    many, end = found.group().count("<"), found.end()
    where = block.locate(tag.start, tag.end)
    right = "" if end == len(content) else "\\\n" if many == 1 else "\n\n"
    stretch = block.text.at(where.line, where.column, end - tag.start)
    fix = (Replace(stretch, right),) if is_loose and block.typed else ()
    return end, problem(rules.LITERAL_BREAK, where, fix=fix)


def _element(tag: _Tag, end: _Tag, block: Block, *, is_loose: bool) -> tuple[int, Diagnostic]:
    """What was typed from a tag to the one that closes it: with all in it, unless Markdown can."""
    content = block.content
    words, before, behind = content[tag.end : end.start], content[: tag.start], content[end.end :]
    element = Element(tag.name, tag.typed, words, before, behind)
    right = meant(element)
    where = block.locate(tag.start, end.end)
    if lines := "" if right else listed(element):
        stretch = block.text.at(where.line, where.column, end.end - tag.start)
        return end.end, _list(where, Replace(stretch, lines), is_sure=is_loose and block.typed)
    if right is None:
        return end.end, problem(rules.RAW_HTML, where, near=_alone(tag))
    edits = (
        (tag.start, tag.end, right.before),
        (tag.end, end.start, right.words),
        (end.start, end.end, right.after),
    )
    new = [edit for edit in edits if content[edit[0] : edit[1]] != edit[2]]
    in_lines = all("\n" not in content[start:stop] for start, stop, _ in new)
    is_sure = right.is_sure and in_lines and block.typed and (is_loose or not element.fills_lines)
    fix = tuple(Replace(block.locate(start, stop), text) for start, stop, text in new)
    near = (shown(str(right)),) if str(right) else ()
    return tag.end, problem(rules.RAW_HTML, where, near=near, fix=fix if is_sure else ())


def _list(where: Location, edit: Replace, *, is_sure: bool) -> Diagnostic:
    near = (shown(edit.text.strip().replace("\n", LINE_END)),)
    return problem(rules.RAW_HTML, where, near=near, fix=(edit,) if is_sure else ())


def _tag(tag: _Tag, block: Block, *, is_loose: bool) -> Diagnostic:
    """A tag without another that belongs to it: alone on a line it can go when it says nothing."""
    where = block.locate(tag.start, tag.end)
    line = block.text.line(where.line).strip()
    is_sure = is_loose and line == tag.typed and tag.name.removeprefix("/") in MEANINGLESS
    fix = (Replace(where, ""),) if is_sure else ()
    return problem(rules.RAW_HTML, where, near=_alone(tag), fix=fix)


def _alone(tag: _Tag) -> tuple[str, ...]:
    right = meant_alone(tag.name, tag.typed)
    return (shown(right),) if right else ()

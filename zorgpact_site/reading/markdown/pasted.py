"""What came along from other programs: bullets, columns of tabs, orders, and gaps to be filled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.reading.markdown.mail import MAIL_STARTS, PICTURE, of_a_mail
from zorgpact_site.reading.markdown.places import Block

_BULLET = re.compile(r"^[ ]*([•·‣▪◦●➢➤✓✔✅☑❖►][ \t\u00a0]*)(?=\S)", re.MULTILINE)
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
    rf"|{PICTURE}"
    r"|(?:oaicite|cite(?:_start)?)\b[^\]\n]{0,80}\](?!\()"
    r"|TOC\](?!\()|!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])"
    r"|:(?<![^\s(]:)[a-z][a-z0-9_]{1,30}:(?![^\s.,!?)])"
    r"|\^\[[^\]\n]{1,300}\]"
    r"|~(?<=[^\W_]~)\d{1,3}~(?!~)|\^(?<=[^\W_]\^)\d{1,3}\^"
    r"|【[^】\n]{1,80}】|\ue200[^\ue201\n]{1,80}\ue201?"
    r"|=(?<!==)=(?=[^\s=])[^=\n]{1,100}(?<=[^\s=])==(?!=)"
)
_WHAT = (
    r"(?:(?:een|de|het) )?(?:naam|namen|datum|tijd|plaats|locatie|link|titel|functie|foto|logo"
    r"|video|foto['’]s|afbeelding|filmpje|aantal|tekst|citaat|quote|bijschrift|bron)"
)
_LATER = r"(?:hier|invullen|aanvullen|invoegen|toevoegen|plaatsen|opzoeken|volgt|volgen)"
_GAP = re.compile(
    r"TODO(?<!\wTODO)\b|FIXME(?<!\wFIXME)\b|XXX(?<!\wXXX)\b|Lorem [Ii]psum\b|lorem ipsum\b"
    r"|_(?<=\w: _)_{2,40}(?!\w)"
    rf"|\[(?i:(?:hier |nog )?{_WHAT}(?: \w{{1,20}}){{0,2}} {_LATER}(?: nog| later)?"
    rf"|hier (?:komt |nog )?{_WHAT}|(?:nog |hier )?(?:in|aan)(?: te )?vullen)\](?![(\[:])"
    r"|\[(?i:NAAM|NAMEN|DATUM|PLAATS|LINK|TITEL|FOTO|AANTAL|TEKST|INVULLEN|AANVULLEN)\](?![(\[])"
)
# How chat programs name their sources; nothing is lost with it.
_SOURCE = re.compile(r"【|\ue200|\[(?:oaicite|cite)")
_OF_A_MAIL = re.compile(rf"\[(?:{PICTURE})")
# How paragraphs begin that `zorgpact new` lays down for an editor to write over.
_PROMPT = re.compile(
    r"(?:Schrijf hier (?:wat|welke|wie|waar|wanneer|met welk|stap voor stap"
    r"|hoe de samenwerking|hoe lezers zich aanmelden)|Vertel in twee of drie zinnen w"
    r"|Geef dit deel een eigen kop en schrijf hier)[^.\n]*"
)
_IS_ITEM = re.compile(r"- \S")
_SECOND = re.compile(r"^(o[ \t\u00a0]{2,})(?=\S)", re.MULTILINE)
_SECOND_LEVEL = frozenset("o▪§–")
_TASK = re.compile(r"\[[ xX]\](?= \S)")  # of a list of tasks
_SMALL_GAP = re.compile(r"\[(?!(?:in|aan)vullen)[a-z]+\]")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# How a line begins that may be an item of a list, with the end of the line before it.
_ITEM = re.compile(
    r"\n[ ]*(?:[•·‣▪◦●➢➤✓✔✅☑❖►–—→*-]|[o§][ \t\u00a0]|\d{1,2}[.)][^\W\d_]|a[.)][ \t])"
)


def pasted(block: Block, *, is_paragraph: bool) -> Iterator[Diagnostic]:
    """Tell of what another program put in the content of a block, and readers would see."""
    content = block.content
    if is_paragraph:
        if task := _TASK.match(content):
            yield problem(rules.FOREIGN_ORDER, block.locate(*task.span()), value=task[0])
        if prompt := _PROMPT.match(content):
            yield problem(rules.GAP, block.locate(*prompt.span()), value=shown(prompt[0]))
        told = _list(block) if _ITEM.search(f"\n{content}") else ()
        yield from told or (_columns(block) if "\t" in content else ())
        if content.startswith(MAIL_STARTS):
            yield from of_a_mail(block)
    for match in _ORDER.finditer(content):
        if not (_is_code(content, match.start()) or _is_box(block, match)):
            yield _order(block, match)
    for match in _GAP.finditer(content):
        is_form = match[0][0] == "_" and content.count(": __") > 1
        if not (is_form or _SMALL_GAP.fullmatch(match[0]) or _is_code(content, match.start())):
            yield problem(rules.GAP, block.locate(*match.span()), value=match[0])


def _order(block: Block, match: re.Match[str]) -> Diagnostic:
    where, near = block.locate(*match.span()), _meant(match[0])
    rule = rules.MAIL_REMAINS if _OF_A_MAIL.match(match[0]) else rules.FOREIGN_ORDER
    is_sure = match[0][0] in "~^" and near and block.typed and len(near[0]) < len(match[0])
    fix = (Replace(where, near[0]),) if is_sure else ()
    if block.typed and _SOURCE.match(match[0]):
        before = block.content[: match.start()]
        fix = (Replace(block.locate(len(before.rstrip(" ")), match.end()), ""),)
    return problem(rule, where, near=near, fix=fix, value=shown(match[0]))


def _meant(order: str) -> tuple[str, ...]:
    """What does the same here, when something does."""
    if order.startswith("=="):
        return (f"**{order.strip('=')}**",)
    if order.startswith("[!"):
        return ("::: tip" if "TIP" in order else "::: let-op",)
    if order.startswith("^["):
        return ("[^1]",)
    if order[0] in "~^":
        return (order[1:-1].translate(_LOWERED if order[0] == "~" else _RAISED),)
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
    if not bullets and _IS_ITEM.match(block.text.line(block.first_line)):
        bullets = list(_SECOND.finditer(content))
    if bullets:
        return (_told(block, bullets, [_dash(block, one) for one in bullets]),)
    numbers = _several(_NUMBER.finditer(content))
    if numbers and [int(one[1][:-1]) for one in numbers] == list(range(1, len(numbers) + 1)):
        return (_told(block, numbers, [f"{one[1]} " for one in numbers]),)
    letters = _several(_LETTER.finditer(content))
    if letters and "".join(one[1][0] for one in letters) == ascii_lowercase[: len(letters)]:
        # Elsewhere the text may speak of “b”.
        return (replace(_told(block, letters, ["1. "] * len(letters)), fix=()),)
    return ()


def _dash(block: Block, sign: re.Match[str]) -> str:
    """The dash that belongs there: below an item, Word's sign of a second level stays below it."""
    is_item = _IS_ITEM.match(block.text.line(block.first_line))
    is_below = is_item and "\n" in sign.string[: sign.end()]
    is_second = sign[1][0] in _SECOND_LEVEL and sign.start() == sign.start(1)
    return "  - " if is_below and is_second else "- "


def _several(matches: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    found = list(matches)
    return found if len(found) > 1 else []


def _told(block: Block, signs: Sequence[re.Match[str]], right: Sequence[str]) -> Diagnostic:
    places = [block.locate(*sign.span(1)) for sign in signs]
    fix = tuple(map(Replace, places, right)) if block.typed else ()
    near = (f"{right[0]}{_line_from(block.content, signs[0].end())}",)
    return problem(rules.LITERAL_LIST, places[0], near=near, fix=fix)


def _columns(block: Block) -> tuple[Diagnostic, ...]:
    """Lines that have equally many tabs, which a table was before it was copied.

    At the ends of the lines of the file stand those of empty cells, which Markdown takes away.
    """
    lines = block.content.split("\n")
    typed = [block.text.line(block.first_line + at) for at in range(len(lines))]
    is_whole = [one.strip() for one in typed] == [line.strip() for line in lines]
    is_whole &= len({one.count("\t") for one in typed}) == 1
    lines = typed if is_whole else lines
    widths = {line.strip(" " if is_whole else "\t ").count("\t") for line in lines}
    if len(lines) == 1 or len(widths) > 1 or 0 in widths:
        return ()
    rows = [[cell.strip().replace("|", r"\|") for cell in line.split("\t")] for line in lines]
    rows.insert(1, ["---"] * len(rows[0]))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    where = block.locate(0, len(block.content.partition("\n")[0]))
    whole = block.text.at(where.line, where.column, len("\n".join(lines)))
    fix = (Replace(whole, table),) if "\n".join(lines) in block.text.content else ()
    return (problem(rules.LITERAL_COLUMNS, where, fix=fix),)


def _is_code(content: str, start: int) -> bool:
    """Whether a place stands between backticks, where it is meant to be seen."""
    return content.count("`", 0, start) % 2 == 1


def _line_from(content: str, start: int) -> str:
    return shown(content[start:].partition("\n")[0])

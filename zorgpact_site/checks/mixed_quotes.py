"""Quotation marks that do not fit together."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from zorgpact_site.diagnostics import Diagnostic, Replace, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import THING, Passage, Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "mixed-quotes",
    Severity.WARNING,
    "the quotation marks do not fit: {part}",
    "let a quotation start with “ and end with ”, or with ‘ and ’, within one paragraph",
    "Readers want to see where the words of somebody start and end. The check finds a mark that "
    "is turned the wrong way (”woord”, „woord“, ‘s avonds), two commas or an accent instead "
    "(,,woord'', regio´s), „ beside “ in one text, and a quotation that is opened and not closed "
    "or the reverse; one over several paragraphs is no mistake. Straight marks become typographic "
    "on the page by themselves, so they may stand beside others. Single marks beside double ones "
    "are a choice that is left to you, and whether ’ closes a quotation or stands for lost "
    "letters the check cannot always tell. Source: Taaladvies, aanhalingstekens.",
)
_LOST = r"(?:[sStTnNmMkKrR](?=[ -])|\d\d(?![\d’]))"
_WRONG = re.compile(
    rf"[“”‘](?:(?P<lost>(?<=‘)(?<![\w’].)(?={_LOST}))"
    r"|(?P<closing>(?<=”)(?:(?<=^.)|(?<=[\s(].))(?=\w))"
    r"|(?P<opening>(?<!”)(?<=[\w.,!?…].)(?=[\s.,;:!?)]|$)))"
)
# What closes a quotation, and is no ’ within a word: after “‘16 aanbevelingen” one may follow.
_CLOSES = re.compile("’(?!\\w)")
# Two commas, as typewriters had them, and what closes them again.
_COMMAS = re.compile(r",,(?<![\w,],,)(?=[\w‘'])")
_CLOSED = re.compile(r"''(?!\w)")
# An accent between letters, or a backtick; two of these made code of the words between them.
_ACCENT = re.compile(
    r"[´`\ufffc](?:(?<=[^\W\d_][´`])(?=[^\W\d_])|(?<!\w.)(?<=´)(?=[stn]\b)"
    r"|(?<=[aeiouy]\ufffc)(?=s\b))"
)
# What another system left behind, such as <p class="lead">, holds no quotations.
_CODE = re.compile(r"[={]\"|\":")
_SIGNS = '“”„"‘'
_MARKS = re.compile('[“”„"]')
_BEFORE_OPENING = " ([{<‘“„–—/-"
_GO_ON = (Role.TEXT, Role.QUOTE)
_DITTO = ' "“”„'  # what stands in a cell that repeats the one above it


@dataclass(slots=True)
class Open:
    """A quotation that is open: where, and whether its paragraph is over."""

    found: list[Diagnostic] = field(default_factory=list)
    passage: Passage | None = None
    at: int = 0
    over: bool = False
    within: int = 0  # of those between single marks in this one, how many are open

    def report(self) -> None:
        """Tell that the open quotation is never closed."""
        if self.passage is not None:
            where = self.passage.locate(self.at, self.at + 1)
            self.found.append(problem(RULE, where, part="this quotation is opened, but not closed"))
        self.passage, self.within = None, 0

    def read(self, passage: Passage) -> None:
        """Take in the double marks of a passage."""
        text = passage.text
        for match in _MARKS.finditer(text):
            at, sign = match.start(), match.group()
            opens = sign in "“„" or (sign == '"' and _is_before_opening(text, at))
            if opens and self.passage is passage and _single_is_open(text[self.at : at]):
                self.within += 1
            elif opens:
                if not (self.over and not text[:at].strip()):
                    self.report()
                self.passage, self.at, self.over, self.within = passage, at, False, 0
            elif self.within:
                self.within -= 1
            elif self.passage is not None:
                self.passage = None
            elif not (at and text[at - 1].isdigit()):  # 27" is a size
                where = passage.locate(at, at + 1)
                self.found.append(
                    problem(RULE, where, part="this closes a quotation that was not opened")
                )


def _is_before_opening(text: str, at: int) -> bool:
    """Whether a straight mark opens; ' before it does so in turn, as in '"Zorg" is een woord'."""
    while at and text[at - 1] == "'":
        at -= 1
    return not at or text[at - 1] in _BEFORE_OPENING


def _single_is_open(text: str) -> bool:
    return text.count("‘") > len(_CLOSES.findall(text))


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look at the marks of a text."""
    marked = tuple(prose.gathered.holding(*_SIGNS))
    if marked:
        yield from _low(marked)
        yield from _unpaired(prose.passages, frozenset(map(id, marked)))
        yield from (one for passage in marked for one in _turned(passage))
    for passage, start, match in prose.gathered.find(_COMMAS):
        yield _commas(passage, match.start() - start, match.end() - start)
    for passage, start, match in prose.gathered.find(_ACCENT):
        yield _accent(passage, match.start() - start, match[0])


def _turned(passage: Passage) -> Iterator[Diagnostic]:
    """Marks that are turned the wrong way."""
    for match in _turns(passage.text):
        at = match.start()
        right = {"lost": "’", "closing": "“", "opening": "”" if match.group() == "“" else "’"}
        fix = (Replace(passage.locate(at, at + 1), right[str(match.lastgroup)]),)
        yield problem(
            RULE,
            passage.locate(at, at + 1),
            fix=fix if passage.exact(at, at + 1) else (),
            part="this mark is turned the wrong way",
        )


def _commas(passage: Passage, begin: int, end: int) -> Diagnostic:
    """Two commas that open a quotation."""
    closing = _CLOSED.search(passage.text, end)
    spans = [(begin, end, "“"), *([(*closing.span(), "”")] if closing else [])]
    is_exact = all(passage.exact(start, stop) for start, stop, _sign in spans)
    fix = tuple(Replace(passage.locate(start, stop), sign) for start, stop, sign in spans)
    return problem(
        RULE,
        passage.locate(begin, end),
        fix=fix if is_exact else (),
        part="two commas are no quotation mark",
    )


def _accent(passage: Passage, at: int, sign: str) -> Diagnostic:
    """An accent where an apostrophe belongs; where two made code the file has other words."""
    where = passage.locate(at, at + 1)
    is_sure = sign != THING and passage.exact(at, at + 1)
    fix = (Replace(where, "’"),) if is_sure else ()
    near = (_with_apostrophe(passage.text, at),) if sign != THING else ()
    return problem(RULE, where, near=near, fix=fix, part="an accent stands here for an apostrophe")


def _with_apostrophe(text: str, at: int) -> str:
    """The word around a sign, as it should be."""
    start, end = at, at + 1
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return f"{text[start:at]}’{text[at + 1 : end]}"


def _turns(text: str) -> Iterator[re.Match[str]]:
    """The marks that are turned the wrong way; “‘16 adviezen’” is a quotation and no year."""
    for match in _WRONG.finditer(text):
        after = match.end()
        if not (
            match["lost"] is not None and text[after].isdigit() and _CLOSES.search(text, after)
        ):
            yield match


def _low(passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    """The first low mark of a text that opens quotations with the high one too."""
    low = [one for one in passages if "„" in one.text]
    if low and any(re.search(r"“\w", one.text) for one in passages):
        at = low[0].text.index("„")
        where = low[0].locate(at, at + 1)
        yield problem(RULE, where, part="this text opens quotations with „ and with “")


def _unpaired(passages: Iterable[Passage], marked: Container[int]) -> Iterator[Diagnostic]:
    state = Open()
    role: Role | None = None
    for passage in passages:
        if role is not passage.role or role not in _GO_ON:
            state.report()
        role = passage.role
        if id(passage) in marked and not _is_odd(passage):
            state.read(passage)
        state.over = True
    state.report()
    yield from state.found


def _is_odd(passage: Passage) -> bool:
    """Whether marks are told of in another way, or are none."""
    text = passage.text
    is_ditto = passage.role is Role.CELL and not text.strip(_DITTO)
    return bool(is_ditto or any(_turns(text)) or _CODE.search(text) or _COMMAS.search(text))


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""A number of koplopers or partners beside a list of names of another length."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.linking.namings import NameTable, name_table
from zorgpact_site.model.gathered import Gathered
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.vocabulary import Vocabulary
from zorgpact_site.names import places

RULE = Rule(
    "counted-names",
    Severity.WARNING,
    "{count} are counted here, but {names} are named",
    "name all of them, or mend the number",
    "After words such as drie nieuwe koplopers: a list of three names is expected. Names count "
    "when they follow a colon in the same sentence, or make up the whole next sentence, and when "
    "each of them is a known koploper or starts with a capital. Lists with onder andere, zoals or "
    "en anderen are not counted, and neither are lists with a line for each name.",
)
_NUMBERS = (
    *("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    *("negentien", "twintig"),
)
_VALUES = {word: number for number, word in enumerate(_NUMBERS, 1)}
_COUNT = rf"\b(?P<count>{'|'.join(_VALUES)}|\d{{1,2}})(?: (?:nieuwe|andere|eerste|vaste))?"
_COUNTED = re.compile(
    rf"{_COUNT} (?P<what>koplopers?|leden|initiatieven|partners?|organisaties|regio['’]s)\b"
    r"(?P<more>[^.:;!?]{0,80})(?P<end>: |\. )(?P<names>[^.:;!?]+)(?:[.!?]|$)",
    re.IGNORECASE,
)
# Looking for a number at every word costs much; so first for what is counted, then before it.
_WHATS = (" koploper", " leden", " initiatieven", " partner", " organisaties", " regio")
_COUNT_BEFORE = re.compile(f"{_COUNT}$", re.IGNORECASE)
_FAR = 30  # signs that a number and the word after it take
_OPEN_LIST = re.compile(
    r"\b(?:onder andere|onder anderen|onder meer|o\.a|zoals|waaronder|bijvoorbeeld|en anderen|"
    r"enzovoorts?|enz|etc|et cetera|e\.d|of|van de|uit de|samen met|naast)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,\s*en\s+|,\s*|\s+en\s+)\s*")
_NAME = re.compile(r"(?:(?:de|het|een|'t|’t) )?['‘“\"]?[A-Z0-9À-ÞŸ]|[a-z][A-Z]")
_KNOWN = "\ufffc"


def _prepare(vocabulary: Vocabulary) -> Callable[[Prose], Iterator[Diagnostic]]:
    """Count the names that follow each number of koplopers, members, partners and the like."""
    table = name_table(vocabulary.koplopers, hidden=True)
    return lambda prose: (
        one for part in _counting(prose.gathered) for one in _miscounted(part, table)
    )


def _counting(gathered: Gathered) -> Iterable[Passage]:
    """The passages in which something is counted that may have a name."""
    text = gathered.lower
    whats = (at for what in _WHATS for at in places(text, what))
    counted = (at for at in whats if _COUNT_BEFORE.search(text, max(at - _FAR, 0), at))
    return [gathered.passages[at] for at in sorted({gathered.at(at) for at in counted})]


def _miscounted(passage: Passage, table: NameTable) -> Iterator[Diagnostic]:
    for match in _COUNTED.finditer(passage.text):
        typed = match["count"].lower()
        count = _VALUES.get(typed) or int(typed)
        listed = _listed(passage, *match.span("names"), table)
        names = [_bare(part) for part in _JOINT.split(listed)]
        if _OPEN_LIST.search(f"{match['more']} {match['names']}") or not _all_names(names):
            continue
        if match["end"] != ": " and any(name != _KNOWN for name in names):
            continue
        if count not in _lengths(names, listed.count(" en "), listed.count(",")):
            where = passage.locate(match.start("count"), match.end("what"))
            yield problem(RULE, where, count=match["count"], names=len(names))


def _listed(passage: Passage, start: int, end: int, table: NameTable) -> str:
    """The words of a list, with one sign for each known koploper, whatever its name holds."""
    pieces, at = [], start
    for naming in table.find(passage):
        if start <= naming.start and naming.end <= end:
            pieces += [passage.text[at : naming.start], _KNOWN]
            at = naming.end
    return "".join([*pieces, passage.text[at:end]]).strip()


def _bare(part: str) -> str:
    bare = part.strip(" *_’‘“”\"'")
    return _KNOWN if bare.lower() in {f"de {_KNOWN}", f"het {_KNOWN}"} else bare


def _all_names(parts: Iterable[str]) -> bool:
    return all(part == _KNOWN or bool(_NAME.match(part)) for part in parts)


def _lengths(parts: Sequence[str], joins: int, commas: int) -> range:
    """How many names there may be: one that is not known may hold the word en itself."""
    certain = all(part == _KNOWN for part in parts) or (joins == 1 and commas)
    return range(len(parts) - (0 if certain else joins), len(parts) + 1)


NOTICE = Notice(RULE.slug, _prepare)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

"""A name that is nearly that of a koploper, a region or a person elsewhere on the site."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from zorgpact_site.checks.near_names import Near, NearNames, near_names
from zorgpact_site.checks.near_persons import Person, persons, slips
from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, Severity, problem
from zorgpact_site.linking.namings import bare_form
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import prose_of
from zorgpact_site.model.site import Naming, Site

RULE = Rule(
    "near-miss-name",
    Severity.WARNING,
    "“{value}” is nearly a name that is known",
    "write the name as it is written elsewhere, or ignore this when it is another name",
    "A name that is written in two ways looks careless, is not recognised, and a search finds "
    "half of the texts. Of koplopers and regions other capitals, spaces and hyphens are noticed "
    "(Zeeuwse huiskamer, GETLAB), and one wrong letter in a name of eight letters or more. "
    "Of persons a lost tussenvoegsel or one other letter in the last name, when both are named in "
    "one article, beside the same koploper, or one of them three times as often. Names in small "
    "letters, plurals, names of themes and links are left alone.",
)
_COMMON = 3  # texts: a spelling that so many use is a name of its own
_Place = tuple[Location, str]


def check(site: Site) -> Iterable[Diagnostic]:
    """Look for near names in all texts at once, then for persons that are nearly each other."""
    names, words = near_names(site), _words_of_names(site)
    near: list[tuple[Key, Passage, Near]] = []
    people: list[Person] = []
    for entry in site.entries:
        namings = _by_place(site.namings.get(entry.key, ()))
        for passage in prose_of(entry):
            mine = namings.get((passage.where, passage.text), ())
            near += ((entry.key, passage, one) for one in _near(names, passage, mine))
            keys = frozenset(key for naming in mine for key in naming.keys)
            people += persons(entry, passage, keys, words)
    yield from _miswritten(near)
    for person, right in slips(people):
        yield _told(person.passage, person.start, person.end, right, sure=False)


def _near(names: NearNames, passage: Passage, namings: Iterable[Naming]) -> Iterator[Near]:
    for one in names.find(passage, ((naming.start, naming.end) for naming in namings)):
        if not passage.is_linked(one.start, one.end):
            yield one


def _by_place(namings: Iterable[Naming]) -> Mapping[_Place, list[Naming]]:
    found: dict[_Place, list[Naming]] = defaultdict(list)
    for naming in namings:
        found[naming.passage.where, naming.passage.text].append(naming)
    return found


def _words_of_names(site: Site) -> frozenset[str]:
    things = (*site.koplopers, *site.regions)
    names = (bare_form(name) for thing in things for name in (thing.title, *thing.aliases))
    return frozenset(word for name in names for word in name.split())


def _miswritten(near: Iterable[tuple[Key, Passage, Near]]) -> Iterator[Diagnostic]:
    near = list(near)
    spellings = {(passage.text[one.start : one.end], key) for key, passage, one in near}
    texts = Counter(spelling for spelling, _key in spellings)
    for _key, passage, one in near:
        if one.sure or texts[passage.text[one.start : one.end]] < _COMMON:
            yield _told(passage, one.start, one.end, one.form.shown, sure=one.sure)


def _told(passage: Passage, start: int, end: int, right: str, *, sure: bool) -> Diagnostic:
    where, typed = passage.locate(start, end), passage.text[start:end]
    fix = (Replace(where, right),) if sure and passage.exact(start, end) else ()
    return problem(RULE, where, near=(right,), fix=fix, value=typed)

"""A name that is nearly that of a koploper, a region or a person elsewhere on the site."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from zorgpact_site.checks.near_names import Near, near_names
from zorgpact_site.checks.near_persons import Person, persons, slips
from zorgpact_site.diagnostics import Diagnostic, Location, Replace, Rule, Severity, problem
from zorgpact_site.linking.namings import bare_form
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage
from zorgpact_site.model.prose import Naming, Prose
from zorgpact_site.model.site import Site
from zorgpact_site.model.vocabulary import Vocabulary

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


@dataclass(frozen=True, slots=True)
class _Written:
    """A spelling that is nearly a name; `right` is that name as it is written elsewhere."""

    typed: str
    where: Location
    right: str
    sure: bool
    exact: bool


def _prepare(vocabulary: Vocabulary) -> Callable[[Prose], Iterator[_Written | Person]]:
    """Look for near names, and for persons that may turn out to be nearly each other."""
    names, taken_words = near_names(vocabulary), _words_of_names(vocabulary)

    def look(prose: Prose) -> Iterator[_Written | Person]:
        namings, gathered = _by_passage(prose.namings), prose.gathered
        starts = names.may_start(gathered.capitalised)
        for passage, text, words in gathered.with_any(starts):
            taken = ((one.start, one.end) for one in namings.get(id(passage), ()))
            yield from _written(passage, names.find(text, starts.intersection(words), taken))
        for passage, person in persons(prose.entry.key, gathered, taken_words):
            mine = namings.get(id(passage), ())
            yield replace(person, near=frozenset(key for naming in mine for key in naming.keys))

    return look


NOTICE = Notice(RULE.slug, _prepare, (_Written, Person))


def check(site: Site) -> Iterable[Diagnostic]:
    """Judge near names by how many texts write them so, and compare all persons."""
    near: list[tuple[Key, _Written]] = []
    people: list[Person] = []
    for entry in site.entries:
        for one in site.noticed_in(entry, NOTICE):
            if isinstance(one, Person):
                people.append(one)
            else:
                near.append((entry.key, one))
    yield from _miswritten(near)
    for person, right in slips(people):
        yield problem(RULE, person.where, near=(right,), value=person.typed)


def _written(passage: Passage, near: Iterable[Near]) -> Iterator[_Written]:
    for one in near:
        start, end = one.start, one.end
        if not passage.is_linked(start, end):
            where, exact = passage.locate(start, end), passage.exact(start, end)
            yield _Written(passage.text[start:end], where, one.form.shown, one.sure, exact)


def _by_passage(namings: Iterable[Naming]) -> Mapping[int, list[Naming]]:
    found: dict[int, list[Naming]] = defaultdict(list)
    for naming in namings:
        found[id(naming.passage)].append(naming)
    return found


def _words_of_names(vocabulary: Vocabulary) -> frozenset[str]:
    things = (*vocabulary.koplopers, *vocabulary.regions)
    names = (bare_form(name) for thing in things for name in (thing.title, *thing.aliases))
    return frozenset(word for name in names for word in name.split())


def _miswritten(near: Iterable[tuple[Key, _Written]]) -> Iterator[Diagnostic]:
    near = list(near)
    spellings = {(one.typed, key) for key, one in near}
    texts = Counter(spelling for spelling, _key in spellings)
    for _key, one in near:
        if one.sure or texts[one.typed] < _COMMON:
            fix = (Replace(one.where, one.right),) if one.sure and one.exact else ()
            yield problem(RULE, one.where, near=(one.right,), fix=fix, value=one.typed)

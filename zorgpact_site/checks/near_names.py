"""Spellings that are nearly the name of a koploper or region, found without comparing all pairs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zorgpact_site.checks.wording import follows_name, starts_sentence
from zorgpact_site.geography import find_place
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.namings import bare_form, is_whole
from zorgpact_site.model.entries import Entry, Koploper
from zorgpact_site.model.vocabulary import Vocabulary
from zorgpact_site.names import even, whole_words

_CAPITALISED = re.compile("[a-z]?[A-Z]")
_PARTS = re.compile(r"[ /-]")
_ONE_OF_MANY = re.compile(
    r"\b(?:een|geen|elke?|iedere?|welke?|zo'n|andere|veel|meer) $", re.IGNORECASE
)
_LONG = 8  # letters: a slip in a shorter name is too often another word
_STEM = 4  # letters of a first word in which a slip is looked for


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a thing, without its article.

    `shown` is how it is written, `name` the same with plain signs, `letters` its letters in small.
    """

    shown: str
    name: str
    kind: Kind
    letters: str


@dataclass(frozen=True, slots=True)
class Near:
    """That a passage from `start` to `end` nearly has a name; `sure` when only marks differ."""

    start: int
    end: int
    form: Form
    sure: bool


@dataclass(frozen=True, slots=True)
class NearNames:
    """Names by each way their letters may start, and by their first words with a letter lost.

    `known` are names that are right as they stand, of whatever they are.
    """

    by_start: Mapping[str, tuple[Form, ...]]
    by_loss: Mapping[str, tuple[Form, ...]]
    known: frozenset[str]
    _near_first: dict[str, tuple[Form, ...]] = field(default_factory=dict)

    def find(
        self, text: str, words: Iterable[str], taken: Iterable[tuple[int, int]]
    ) -> Iterator[Near]:
        """The near names in an even text, besides the places where a name was recognised.

        Only what starts with one of the `words` that `may_start` gave.
        """
        spans, after = tuple(taken), 0
        places = ((at, word.lower()) for word in words for at in whole_words(text, word))
        for start, word in sorted(places):
            if (
                text[start - 1 : start] == "-"
                or start < after
                or any(begin <= start < stop for begin, stop in spans)
            ):
                continue
            near = self._at(text, start, word)
            if near is None or any(near.start < stop and begin < near.end for begin, stop in spans):
                continue
            after = near.end
            yield near

    def may_start(self, words: Iterable[str]) -> frozenset[str]:
        """Those of these words that a near name may start with: the first sign or two tell."""
        capitalised = ((word, word.lower()) for word in words if _CAPITALISED.match(word))
        return frozenset(
            word for word, lower in capitalised if lower in self.by_start or self._nearly(lower)
        )

    def _at(self, text: str, start: int, word: str) -> Near | None:
        for form in self.by_start.get(word, ()):
            end = _same_letters(text, start + len(word), form.letters[len(word) :])
            if end and is_whole(text, start, end):
                typed = text[start:end]
                if typed in self.known:
                    return None
                if _is_variant(text, start, typed, form):
                    return Near(start, end, form, sure=True)
        for form in self._nearly(word):
            for end in range(start + len(form.name) - 1, start + len(form.name) + 2):
                if is_whole(text, start, end) and self._is_slip(text[start:end], form):
                    return Near(start, end, form, sure=False)
        return None

    def _nearly(self, word: str) -> tuple[Form, ...]:
        """The names whose first word is this one, or differs from it by a letter."""
        if word not in self._near_first:
            found = (form for loss in _losses(word) for form in self.by_loss.get(loss, ()))
            self._near_first[word] = tuple(dict.fromkeys(found))
        return self._near_first[word]

    def _is_slip(self, typed: str, form: Form) -> bool:
        if typed in self.known or typed[:1] != form.name[:1] or not typed[-1].isalnum():
            return False
        if _capitals(typed) != _capitals(form.name) or _letters(typed) == form.letters:
            return False
        return not find_place(typed) and one_slip(typed.lower(), form.name.lower())


def near_names(vocabulary: Vocabulary) -> NearNames:
    """The names of koplopers and regions, ready to be looked for."""
    by_start: dict[str, list[Form]] = defaultdict(list)
    by_loss: dict[str, list[Form]] = defaultdict(list)
    for form in _forms((*vocabulary.koplopers, *vocabulary.regions)):
        for length in range(2, len(form.letters) + 1):
            by_start[form.letters[:length]].append(form)
        first = _PARTS.split(form.name)[0].lower()
        if len(form.letters) >= _LONG and len(first) >= _STEM:
            for loss in _losses(first):
                by_loss[loss].append(form)
    names = [
        bare_form(name) for thing in vocabulary.things for name in (thing.title, *thing.aliases)
    ]
    names += [even(partner) for region in vocabulary.regions for partner in region.partners]
    return NearNames(_fixed(by_start), _fixed(by_loss), frozenset(names))


def _fixed(forms: Mapping[str, list[Form]]) -> dict[str, tuple[Form, ...]]:
    return {
        start: tuple(sorted(found, key=lambda form: (-len(form.name), form.name)))
        for start, found in forms.items()
    }


def _forms(things: Iterable[Entry]) -> Iterator[Form]:
    for thing in things:
        if isinstance(thing, Koploper) and not thing.mention:
            continue
        written = (" ".join(name.split()) for name in (thing.title, *thing.aliases))
        names = {bare_form(name): name for name in written}
        for name, shown in names.items():
            # A plural beside its singular, such as Huiskamers, is an ordinary word in small.
            if name.removesuffix("s") not in names or not name.endswith("s"):
                yield Form(shown[-len(name) :], name, thing.key.kind, _letters(name))


def _letters(name: str) -> str:
    return _PARTS.sub("", name).lower()


def _capitals(name: str) -> int:
    return sum(sign.isupper() for sign in name)


def _same_letters(text: str, start: int, letters: str) -> int:
    """Where the letters end that the text has from `start` on, between its marks; 0 if it lacks."""
    at, parted = start, False
    for letter in letters:
        if at < len(text) and text[at] in " -/" and not parted:
            at, parted = at + 1, True
        if at >= len(text) or text[at].lower() != letter:
            return 0
        at, parted = at + 1, False
    return at


def _is_variant(text: str, start: int, typed: str, form: Form) -> bool:
    """Whether the same letters are a slip, and not ordinary words or a headline in capitals."""
    if form.kind is Kind.REGION and (follows_name(text, start) or "/" in typed):
        return False
    if typed.isupper() and not form.name.isupper():
        return False
    if typed.lower() != form.name.lower():
        parts = typed.split(" ") if " " in typed and " " not in form.name else []
        return all(not part[0].islower() for part in parts)
    plain = typed[1:] == typed[1:].lower()
    if plain and (starts_sentence(text, start) or _ONE_OF_MANY.search(text[:start][-12:])):
        return form.name.isupper() or " " not in form.name
    return True


def _losses(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: words one slip apart share one."""
    yield word
    yield from {word[:at] + word[at + 1 :] for at in range(len(word))}


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter too many, another, or two that changed places.

    Inflection (a last s, e or n) and digits are no slips.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and long[:-1] == short and long[-1] in "sen":
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at:], long[at:]
    if any(part[:1].isdigit() for part in rest):
        return False
    if len(short) < len(long):
        return rest[0] == rest[1][1:]
    swapped = rest[0][:2] == rest[1][:2][::-1] and rest[0][2:] == rest[1][2:]
    return swapped or rest[0][1:] == rest[1][1:]

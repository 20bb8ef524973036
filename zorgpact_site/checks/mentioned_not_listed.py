"""A koploper or region that a text names and its properties do not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zorgpact_site.checks.wording import (
    follows_name,
    is_pointer,
    sentence_before,
    small_words,
    starts_sentence,
)
from zorgpact_site.diagnostics import Add, Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.geography import find_place, find_province
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.entries import sentence_text
from zorgpact_site.model.entries import Article, Entry, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.prose import Naming, Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import even

RULE = Rule(
    "mentioned-not-listed",
    Severity.WARNING,
    "the text names “{value}”, but the properties do not",
    "add the name to the list {key}, so that its page shows this article",
    "Readers find an article by the koplopers and regions in its properties. A koploper counts as "
    "soon as the text has its name; one with mention: false only when the text links to it. A "
    "region counts when the text links to it, when it is called a regio or a Zorgpact, or when its "
    "name is that of no town and no province: in Zwolle is a town. Articles of the region "
    "landelijk may name any region, and a sentence that only points to more, with lees or zie, "
    "may name anything.",
)
NATIONAL = Key(Kind.REGION, "landelijk")
_LISTS = {Kind.KOPLOPER: "koplopers", Kind.REGION: "region"}
_CALLED_REGION = re.compile(
    r"\b(?:regio|pact|zorgpact)(?:'s|’s)? (?:(?:van|in|voor) )?[‘“\"']?$", re.IGNORECASE
)
_FAR = 40  # signs before a name that tell what it is


@dataclass(frozen=True, slots=True)
class _Named:
    """That words name a thing; `doubtful` ones may have no meaning but their own."""

    key: Key
    where: Location
    linked: bool = False
    doubtful: tuple[str, ...] = ()


def _look(prose: Prose) -> Iterator[_Named]:
    """The namings of things that the front matter of an article lacks, in reading order."""
    article = prose.entry
    if not isinstance(article, Article):
        return
    listed = {*article.named_at, *(one.key for one in article.named)}
    kinds = {Kind.KOPLOPER}
    # A meeting that names no region at all has been told so, by report-without-region.
    if NATIONAL not in listed and ("region" in article.places or not article.event):
        kinds.add(Kind.REGION)
    found = [*_linked(article), *_plain(prose.namings)]
    wanted = (one for one in found if one.key.kind in kinds and one.key not in listed)
    yield from sorted(wanted, key=lambda one: one.where)


NOTICE = Notice.alone(RULE, _look, _Named)
# Which words of names a text writes in small letters: those are ordinary words as well.
SMALL = Notice("small-words", lambda vocabulary: small_words(vocabulary.koplopers))


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare what each article names with what it lists; each thing once, where it is first."""
    things: dict[Key, Entry] = {one.key: one for one in (*site.koplopers, *site.regions)}
    small = frozenset(site.told(SMALL))
    for article in site.articles:
        seen = set[Key]()
        found = site.noticed_in(article, NOTICE)
        elsewhere = _links_elsewhere(article) if found else ()
        for one in found:
            ordinary = one.doubtful and small.issuperset(one.doubtful)
            unread = one.key not in things  # a link holds to a file that is itself a mistake
            if (
                unread
                or one.key in seen
                or ordinary
                or (one.linked and _within(one.where, elsewhere))
            ):
                continue
            seen.add(one.key)
            yield _missing(article, things[one.key], one)


def _missing(article: Article, thing: Entry, one: _Named) -> Diagnostic:
    listing = _LISTS[thing.key.kind]
    certain = thing.key.kind is Kind.KOPLOPER and not one.doubtful
    fix = (Add(article.path, listing, thing.title),) if certain else ()
    return problem(RULE, one.where, file=thing.path, fix=fix, value=thing.title, key=listing)


def _linked(article: Article) -> Iterator[_Named]:
    for one, target in zip(article.text.body.references, article.text.targets, strict=True):
        if not isinstance(target, ToPage) or target.key.kind not in _LISTS:
            continue
        if not is_pointer(sentence_text(article.text, one.sentence)):
            yield _Named(target.key, one.where)


def _plain(namings: Iterable[Naming]) -> Iterator[_Named]:
    for naming in namings:
        key = naming.keys[0]
        if len(naming.keys) > 1 or key.kind not in _LISTS:
            continue
        if is_pointer(sentence_before(naming.passage.text, naming.start)):
            continue
        linked = naming.passage.is_linked(naming.start, naming.end)
        if key.kind is Kind.KOPLOPER:
            yield _Named(key, naming.where, linked, _doubtful(naming))
        elif _means_region(naming):
            yield _Named(key, naming.where, linked)


def _links_elsewhere(article: Article) -> tuple[Location, ...]:
    """The links to other texts of the site, whose titles may hold any name."""
    pairs = zip(article.text.body.references, article.text.targets, strict=True)
    return tuple(
        one.where
        for one, target in pairs
        if isinstance(target, ToPage) and target.key.kind not in _LISTS
    )


def _within(where: Location, links: Iterable[Location]) -> bool:
    return any(
        one.line == where.line and one.column <= where.column < one.column + one.length
        for one in links
    )


def _means_region(naming: Naming) -> bool:
    text = naming.passage.text
    if _CALLED_REGION.search(text[max(naming.start - _FAR, 0) : naming.start]):
        return True
    if naming.words.lower().startswith("zorgpact"):
        return True
    town = find_place(naming.words) or find_province(naming.words)
    return not town and not follows_name(text, naming.start)


def _doubtful(naming: Naming) -> tuple[str, ...]:
    """The words of a name that has one capital, at the start of a sentence; else none."""
    plain = naming.words[1:] == naming.words[1:].lower()
    if plain and starts_sentence(naming.passage.text, naming.start):
        return tuple(re.findall(r"\w+", even(naming.words).lower()))
    return ()

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
from zorgpact_site.linking.mentions import sentence_text
from zorgpact_site.model.body import Manner
from zorgpact_site.model.entries import Article, Entry, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Naming, Site

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
    """A thing that an article names; `doubtful` words may have no meaning but their own."""

    article: Article
    thing: Entry
    where: Location
    doubtful: tuple[str, ...] = ()


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare what each article names with what it lists; each thing once, where it is first."""
    things = {one.key: one for one in (*site.koplopers, *site.regions)}
    named = [one for article in site.articles for one in _unlisted(site, article, things)]
    small = small_words(site.entries, (word for one in named for word in one.doubtful))
    seen: set[tuple[Key, Key]] = set()
    for one in named:
        pair = (one.article.key, one.thing.key)
        if pair in seen or (one.doubtful and small.issuperset(one.doubtful)):
            continue
        seen.add(pair)
        yield _missing(one)


def _missing(one: _Named) -> Diagnostic:
    listing = _LISTS[one.thing.key.kind]
    certain = one.thing.key.kind is Kind.KOPLOPER and not one.doubtful
    fix = (Add(one.article.path, listing, one.thing.title),) if certain else ()
    file = one.thing.path
    return problem(RULE, one.where, file=file, fix=fix, value=one.thing.title, key=listing)


def _unlisted(site: Site, article: Article, things: dict[Key, Entry]) -> list[_Named]:
    """All namings of things that the front matter lacks, in reading order."""
    listed = {*article.named_at, *(one.key for one in article.named)}
    kinds = {Kind.KOPLOPER}
    # A meeting that names no region at all has been told so, by report-without-region.
    if NATIONAL not in listed and ("region" in article.places or not article.event):
        kinds.add(Kind.REGION)
    wanted = {key: one for key, one in things.items() if key.kind in kinds and key not in listed}
    found = [*_linked(article, wanted), *_plain(site.namings.get(article.key, ()), article, wanted)]
    return sorted(found, key=lambda one: one.where)


def _linked(article: Article, wanted: dict[Key, Entry]) -> Iterator[_Named]:
    for one, target in zip(article.text.body.references, article.text.targets, strict=True):
        if not isinstance(target, ToPage) or target.key not in wanted:
            continue
        if one.manner is Manner.NAME:
            continue  # no link of the editor's; what the name means is seen where it stands
        if not is_pointer(sentence_text(article, one.sentence)):
            yield _Named(article, wanted[target.key], one.where)


def _plain(
    namings: Iterable[Naming], article: Article, wanted: dict[Key, Entry]
) -> Iterator[_Named]:
    elsewhere = _links_elsewhere(article)
    for naming in namings:
        key = naming.keys[0]
        if len(naming.keys) > 1 or key not in wanted or _within(naming, elsewhere):
            continue
        if is_pointer(sentence_before(naming.passage.text, naming.start)):
            continue
        if key.kind is Kind.KOPLOPER:
            yield _Named(article, wanted[key], naming.where, _doubtful(naming))
        elif _means_region(naming):
            yield _Named(article, wanted[key], naming.where)


def _links_elsewhere(article: Article) -> tuple[Location, ...]:
    """The links to other texts of the site, whose titles may hold any name."""
    pairs = zip(article.text.body.references, article.text.targets, strict=True)
    return tuple(
        one.where
        for one, target in pairs
        if isinstance(target, ToPage) and target.key.kind not in _LISTS
    )


def _within(naming: Naming, links: Iterable[Location]) -> bool:
    if not naming.passage.is_linked(naming.start, naming.end):
        return False
    where = naming.where
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
        return tuple(re.findall(r"\w+", naming.words.lower()))
    return ()

"""A koploper or region that the properties of an article name and its text does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from zorgpact_site.checks.mentioned_not_listed import NATIONAL
from zorgpact_site.checks.region_area import speaks_of_area
from zorgpact_site.checks.wording import starts_sentence
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.linking.namings import bare_form
from zorgpact_site.model.entries import Article, Entry, Koploper, Region, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import even, fold

RULE = Rule(
    "listed-not-mentioned",
    Severity.WARNING,
    "the properties name “{value}”, but the text never does",
    "tell in the text what it has to do with it, or take it from the properties",
    "A reader who comes from the page of a koploper or region expects to read about it. A name, "
    "another name from aliases, or a link to the page is enough, also in the title, the summary, "
    "a caption, the location or a document. For a region a partner, a koploper of that region, or "
    "a town in or near it will do; the region landelijk need not be named.",
)
_LONG = 8  # letters; an ordinary word does not start with so long a name
_SHORT = 4  # letters; a shorter first word of a name tells too little


@dataclass(frozen=True)
class _Told:
    """All that an article tells its readers, besides its lists."""

    prose: Prose
    article: Article
    named: frozenset[Key]

    @cached_property
    def words(self) -> str:
        """All words in one text, with plain signs."""
        return even(" \n".join(self._parts()))

    @cached_property
    def folded(self) -> str:
        """The same without capitals."""
        return fold(self.words)

    def _parts(self) -> Iterator[str]:
        article = self.article
        yield from (passage.text for passage in self.prose.passages)
        yield from (article.event, article.series)
        if article.place:
            yield from (article.place.name, article.place.town)
        yield self.prose.alt
        for one in article.documents:
            yield from (one.title, one.note)
        for reference in article.text.body.references:
            yield from (reference.alt, reference.title, reference.target)


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Look for each listed koploper and region in all that readers see."""
    article = prose.entry
    if not isinstance(article, Article) or not prose.words.passages:
        return
    told = _Told(prose, article, _named(prose, article))
    for thing in (*article.koplopers, *article.regions):
        if thing.key not in told.named and not _is_told(told, thing):
            where = article.named_at.get(thing.key) or article.place_of("title")
            yield problem(RULE, where, file=thing.path, value=thing.title)


def _named(prose: Prose, article: Article) -> frozenset[Key]:
    """What the text names or links to, and the regions of koplopers that it names."""
    keys = {key for naming in prose.namings for key in naming.keys}
    keys |= {target.key for target in article.text.targets if isinstance(target, ToPage)}
    near = (one for one in article.koplopers if one.key in keys)
    return frozenset(keys | {region.key for one in near for region in one.regions} | {NATIONAL})


def _is_told(told: _Told, thing: Entry) -> bool:
    forms = [bare_form(name) for name in (thing.title, *thing.aliases)]
    if isinstance(thing, Koploper) and not thing.mention:
        # Its name is an ordinary word, which only a capital tells apart.
        return any(_holds(form, told.words) for form in forms)
    if any(_holds_inflected(fold(form), told.folded) for form in forms):
        return True
    if isinstance(thing, Region):
        return speaks_of_area(told.words, thing)
    return any(_short_name(form, told.words) for form in forms)


def _holds(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _holds_inflected(name: str, text: str) -> bool:
    """Whether the name stands there, perhaps with an ending; a long one also within a compound."""
    ending = r"\w*" if len(name) >= _LONG else r"(?:'?s|e|se)?"
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}{ending}(?!\w)", text))


def _short_name(name: str, text: str) -> bool:
    """Whether the text calls a koploper by the first word of its name, as in Evolva."""
    first, *more = name.split()
    if not more or len(first) < _SHORT:
        return False
    found = re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text)
    return any(not starts_sentence(text, match.start()) for match in found)


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)

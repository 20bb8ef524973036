"""What a new text meets: the names, addresses and settings of the site as it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from zorgpact_site.fields import table
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue, make_catalogue
from zorgpact_site.model.body import Manner
from zorgpact_site.model.draft import Parsed, Reading
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.words import Words
from zorgpact_site.names import fold, slug, sort_key
from zorgpact_site.placed_yaml import Scalar
from zorgpact_site.reading.decode import decode
from zorgpact_site.reading.front_matter import read_front_matter
from zorgpact_site.reading.read import key_of, read_source
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES

_SERIES_LINE = re.compile(rb"^series:[ \t]*(.*)$", re.MULTILINE)
_LAST_ORDER = 999  # themes may share a number; the title decides then
_LINK = re.compile(r"\[\[([^\[\]|#\n]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """The site around a new text.

    `parsed` are all texts but the articles, read in full; `articles` can be thousands, so they
    are read only where it matters. `others` are files under `content/` that are no texts and
    `links` symbolic links. `series` holds each series as its last article spells it.
    """

    settings: Settings
    today: date
    parsed: tuple[Parsed, ...]
    articles: tuple[Source, ...]
    others: tuple[str, ...]
    links: tuple[str, ...]
    series: tuple[str, ...]

    @property
    def things(self) -> tuple[Reading, ...]:
        """All texts but the articles."""
        return tuple(one.reading for one in self.parsed)

    def catalogue(self, *, drafts: bool) -> Catalogue:
        """Who is called what, besides the articles."""
        return make_catalogue(self.things, with_drafts=drafts)

    def titles(self, kind: Kind) -> tuple[str, ...]:
        """The titles of all things of a kind, in alphabetical order."""
        drafts = (one.draft for one in self.things if one.key.kind is kind and one.draft)
        return tuple(sorted((draft.title for draft in drafts), key=sort_key))

    def next_order(self) -> int:
        """The number after the highest that a theme has, as far as numbers go."""
        drafts = (one.draft for one in self.things if one.key.kind is Kind.THEME and one.draft)
        taken = (int(draft.values.get(table.ORDER) or 0) for draft in drafts)
        return min(max(taken, default=0) + 1, _LAST_ORDER)

    def holder(self, path: str) -> str:
        """The file that has the address or the name of `path` already; empty when it is free."""
        key = key_of(path)
        texts = (*(one.path for one in self.things), *(one.path for one in self.articles))
        same_key = (one for one in texts if key_of(one) == key)
        # A text with the same folded name has the same key, so only the rest is left to compare.
        rest = (*self.others, *self.links)
        same_name = (one for one in rest if fold(one) == fold(path))
        return next(chain(same_key, same_name), "")

    def texts_around(self, names: Iterable[str]) -> tuple[Parsed, ...]:
        """The texts as far as they matter to a new one with these names.

        An article counts by its address alone, unless a link in double brackets goes by one of
        the names: then the titles of all articles count, and what those with the link say.
        """
        forms = {form for name in names for form in _forms(name)}
        linking = {one.path for one in self.articles if forms & _linked_names(one)}
        meant = linking or any(forms & _wiki_names(one) for one in self.things)
        articles = (
            read_source(one) if one.path in linking else _by_name(one, titled=bool(meant))
            for one in self.articles
        )
        return (*self.parsed, *articles)


def known_from(inputs: Inputs) -> Known:
    """Gather what a new text meets from the files of a site."""
    settings, _problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
    articles = tuple(one for one in inputs.sources if _is_article(one))
    return Known(
        settings=settings or Settings(title=""),
        today=inputs.today,
        parsed=tuple(read_source(one) for one in inputs.sources if not _is_article(one)),
        articles=articles,
        others=inputs.others,
        links=inputs.links,
        series=_series(articles),
    )


def _is_article(source: Source) -> bool:
    return key_of(source.path).kind is Kind.ARTICLE


def _by_name(source: Source, *, titled: bool) -> Parsed:
    """An article that is known by its file name, and by its title where that matters."""
    key = key_of(source.path)
    title = _property(source, table.TITLE.key) if titled else ""
    names = (*([title] if title else ()), PurePosixPath(source.path).stem, key.slug)
    return Parsed(Reading(key, source.path, names, (), None, ()), Words())


def _series(articles: Iterable[Source]) -> tuple[str, ...]:
    """Each series once; file names start with the date, so the last file is the newest."""
    written: dict[bytes, Source] = {}
    for one in sorted(articles, key=lambda one: one.path):
        match = _SERIES_LINE.search(one.data)
        if match:
            # A value that starts on the next line says nothing here: each such file is read.
            written[match.group(1).strip(b" >|+-\r") or one.path.encode()] = one
    newest = sorted(written.values(), key=lambda one: one.path)
    names = [name for one in newest if (name := _property(one, table.SERIES.key))]
    return tuple(sorted({slug(name): name for name in names}.values(), key=sort_key))


def _property(source: Source, key: str) -> str:
    """A property on one line; empty when there is none that can be read."""
    text, _problems = decode(source)
    found = read_front_matter(text).properties if text else None
    nodes = (node for name, node in found.entries if name.text == key) if found else ()
    return next((" ".join(node.text.split()) for node in nodes if isinstance(node, Scalar)), "")


def _linked_names(source: Source) -> frozenset[str]:
    links = _LINK.findall(source.data.decode("utf-8", "replace"))
    return frozenset(form for link in links for form in _forms(link))


def _wiki_names(reading: Reading) -> frozenset[str]:
    references = reading.draft.body.references if reading.draft else ()
    links = (one.target for one in references if one.manner is Manner.WIKI)
    return frozenset(form for link in links for form in _forms(link))


def _forms(name: str) -> tuple[str, str]:
    """The two forms in which names are compared: see `Catalogue.find`."""
    return fold(name), slug(name)

"""What joins two things of the dataset, in one row each."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Article, InfoPage, Koploper, Tool
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Site
from zorgpact_site.planning.dataset.ways import Ways

KINDS = {
    Kind.ARTICLE: "artikel",
    Kind.REGION: "regio",
    Kind.THEME: "thema",
    Kind.KOPLOPER: "koploper",
    Kind.TOOL: "hulpmiddel",
}
SERIES_KIND = "reeks"
BELONGS, PART, FOLLOWS, MENTIONS = "hoort_bij", "deel_van", "vervolgt", "noemt"


class Relation(NamedTuple):
    """That one thing is joined to another; kinds and names in the words of the dataset."""

    from_kind: str
    from_id: str
    name: str
    to_kind: str
    to_id: str


def relations(site: Site, ways: Ways) -> Iterator[Relation]:
    """All relations, in the order of the texts they start from."""
    linked = _linked(site, ways)
    for entry in site.entries:
        if isinstance(entry, InfoPage):
            continue
        start = (KINDS[entry.key.kind], ways.id(entry))
        if isinstance(entry, Article | Koploper | Tool):
            for thing in dict.fromkeys(one.key for one in entry.named):
                if thing in ways.ids:
                    yield Relation(*start, BELONGS, KINDS[thing.kind], ways.ids[thing])
        if isinstance(entry, Article):
            yield from _of_meeting(entry, start, ways)
        for target in linked[entry.key]:
            yield Relation(*start, MENTIONS, KINDS[target.kind], ways.ids[target])


def _of_meeting(article: Article, start: tuple[str, str], ways: Ways) -> Iterator[Relation]:
    if series := ways.series_of.get(article.key):
        yield Relation(*start, PART, SERIES_KIND, series)
    if earlier := ways.followed(article):
        yield Relation(*start, FOLLOWS, KINDS[Kind.ARTICLE], earlier)


def _linked(site: Site, ways: Ways) -> dict[Key, list[Key]]:
    """What each text links to without naming it in its front matter, in a fixed order."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for target in sorted(site.mentions):
        if target.kind in KINDS and target in ways.ids:
            for mention in site.mentions[target]:
                if not mention.listed:
                    found[mention.source.key].append(target)
    return found

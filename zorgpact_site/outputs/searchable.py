"""A text as it can be searched, with its words or before they are laid open."""

from dataclasses import dataclass, replace

from zorgpact_site.model.body import Laid
from zorgpact_site.outputs.plain_text import plain_text


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A text as readers find it.

    `text` is what excerpts are cut from; `aliases` and `names`, which are of other things, are
    more to find it by, which no result shows. `date` is for people, `day` for machines as in
    HTML's `datetime`, `ordinal` for sorting: the number of its last day in the calendar, 0
    without a date. `where` tells the regions, or how many when those are many. `facets` hold
    the values to narrow by, under the names that stand in addresses (`?thema=…`).
    """

    address: str
    title: str
    text: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    kind: str
    date: str
    day: str
    ordinal: int
    where: str
    facets: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def called(self) -> str:
        """What the text itself is called."""
        return " ".join((self.title, *self.aliases))

    @property
    def all_words(self) -> str:
        """Everything it can be found by."""
        return " ".join((self.called, self.text, *self.names))


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text that can be searched: what is found `about` it, and its words, `laid` aside still.

    `labels` belong in its slots; the text in `about` is no more than its summary.
    """

    about: SearchDocument
    laid: Laid
    labels: tuple[str, ...]

    @property
    def document(self) -> SearchDocument:
        """The text with its words. It is never empty: Pagefind passes over what has no words."""
        text = " ".join((self.about.text, plain_text(self.laid, self.labels))).strip()
        return replace(self.about, text=text or self.about.title)

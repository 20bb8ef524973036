"""All that a build may look at. Nothing after scanning touches the disk or the clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from zorgpact_site.asked import Options
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.media import Media
from zorgpact_site.source import Source

__all__ = ["Inputs", "Options"]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a site as values, and the date that counts as today.

    `templates` hold bytes by names such as `parts/card.html`, `assets` by names such as
    `styles/base.css`. `links` are symbolic links, `others` files with no known use.
    `ledger` is the list of addresses that were published, when the site keeps one.
    """

    today: date
    settings: Source | None
    sources: tuple[Source, ...] = ()
    media: Mapping[str, Media] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    ledger: Source | None = None
    options: Options = field(default_factory=Options)

    def about(self, found: Iterable[Diagnostic]) -> "Inputs":
        """The same with no other texts than those that mistakes stand in."""
        paths = {one.where.path for one in found}
        return replace(self, sources=tuple(one for one in self.sources if one.path in paths))

    @property
    def written(self) -> tuple[Source, ...]:
        """Every file that an editor may be told of by line."""
        alone = (one for one in (self.settings, self.ledger) if one is not None)
        return (*alone, *self.sources)

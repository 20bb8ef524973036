"""Texts that were just saved, before all texts meet again.

Their own pages show all that they say themselves; other pages show them in their new form wherever
they stand. What follows from texts together, such as order and what is related, stays what it was
until the site is examined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cached_property, partial
from typing import Any

from zorgpact_site.linking.catalogue import Catalogue, make_catalogue
from zorgpact_site.linking.entries import Linker
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.linking.retold import retold
from zorgpact_site.media import Media
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.entries import Article, Entry, Linked
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.planning.plan import planned_pages


class Ahead:
    """Links one text at a time to a site as it was."""

    def __init__(
        self, media: Mapping[str, Media], readings: Sequence[Reading], site: Site, frame: Frame
    ) -> None:
        self._media, self._readings, self._site, self._frame = media, readings, site, frame

    @cached_property
    def catalogue(self) -> Catalogue:
        """Who is called what; it takes a while to gather that."""
        return make_catalogue(self._readings, with_drafts=self._site.settings.drafts)

    def entry(self, noted: Noted) -> Linked | None:
        """A text in its site; None when there is anything wrong with it."""
        draft, site = noted.reading.draft, self._site
        if draft is None or noted.reading.diagnostics:
            return None
        drafts = {**self.catalogue.drafts, draft.key: draft}
        linker = Linker(
            Resolver(replace(self.catalogue, drafts=drafts), self._media),
            site.today,
            {one.key: one for one in site.regions},
            {one.key: one for one in site.themes},
            {one.key: one for one in site.koplopers},
        )
        entry = linker.any(draft)
        return None if linker.resolver.found else entry

    def everywhere(self, entries: Iterable[Linked]) -> dict[str, Page]:
        """All pages by path with these texts in them; none for those that stand on few."""
        articles = [one for one in entries if isinstance(one, Article)]
        pages = planned_pages(retold(self._site, articles), self._frame) if articles else ()
        return {one.path: one for one in pages}


def own_pages(entry: Entry, wanted: Mapping[str, Page | DataFile]) -> dict[str, Page]:
    """The pages of a text by path, drawn of this form of it."""
    mine = (one for one in wanted.values() if one.source == entry.path)
    return {one.path: _with(one, entry) for one in mine if isinstance(one, Page)}


def _with(page: Page, entry: Entry) -> Page:
    """The same page drawn of another form of the text that it is of."""
    match page.draw:
        case partial(func=draw, args=args):
            return replace(page, draw=partial(draw, *(_replaced(one, entry) for one in args)))
    return page


def _replaced(value: Any, entry: Entry) -> Any:
    if isinstance(value, Entry):
        return entry if value.key == entry.key else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {one.name: getattr(value, one.name) for one in fields(value)}
    mine = {name for name, one in held.items() if isinstance(one, Entry) and one.key == entry.key}
    return replace(value, **dict.fromkeys(mine, entry)) if mine else value

"""The page of a text that was just saved, before texts meet again.

It shows all that the text says itself. What follows from texts together, such as related articles
and lists on other pages, stays what it was until the site is examined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from zorgpact_site.build import Examined
from zorgpact_site.inputs import Inputs
from zorgpact_site.linking.catalogue import make_catalogue
from zorgpact_site.linking.entries import Linker
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.model.entries import Entry
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted
from zorgpact_site.planning.page import DataFile, Page


class Ahead:
    """Links one text at a time to a site as it was."""

    def __init__(self, inputs: Inputs, examined: Examined, site: Site) -> None:
        self._catalogue = make_catalogue(examined.readings, with_drafts=site.settings.drafts)
        self._media, self._site = inputs.media, site

    def pages(self, noted: Noted, wanted: Mapping[str, Page | DataFile]) -> dict[str, Page]:
        """The pages of a text by path; none when there is anything wrong with it."""
        entry = self._entry(noted)
        if entry is None:
            return {}
        mine = (one for one in wanted.values() if one.source == entry.path)
        return {one.path: _with(one, entry) for one in mine if isinstance(one, Page)}

    def _entry(self, noted: Noted) -> Entry | None:
        draft, site = noted.reading.draft, self._site
        if draft is None or noted.reading.diagnostics:
            return None
        drafts = {**self._catalogue.drafts, draft.key: draft}
        linker = Linker(
            Resolver(replace(self._catalogue, drafts=drafts), self._media),
            site.today,
            {one.key: one for one in site.regions},
            {one.key: one for one in site.themes},
            {one.key: one for one in site.koplopers},
        )
        entry = linker.any(draft)
        return None if linker.resolver.found else entry


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

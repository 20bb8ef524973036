"""Which regions, koplopers and themes of the site an old text is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Location
from zorgpact_site.editing.answers import written
from zorgpact_site.editing.known import Known
from zorgpact_site.kinds import Kind
from zorgpact_site.linking import link
from zorgpact_site.linking.catalogue import Catalogue
from zorgpact_site.linking.namings import NameTable, name_table
from zorgpact_site.model.keys import Key
from zorgpact_site.model.passages import Passage, Role, Value

_AROUND = 2  # years
_YEAR = re.compile(rb"^date:[ \t]*[\"']?([12]\d{3})", re.MULTILINE)
_NATIONAL = ("heel Nederland", "het hele land")
_KEYS: Mapping[Kind, str] = {
    Kind.REGION: "region",
    Kind.KOPLOPER: "koplopers",
    Kind.THEME: "themes",
}


@dataclass(frozen=True, slots=True)
class SiteNames:
    """The names to look for. Themes are found in small letters too: it is only a proposal."""

    catalogue: Catalogue
    names: NameTable
    themes: NameTable
    national: Key | None

    def proposed(self, opening: str, rest: str) -> dict[str, tuple[str, ...]]:
        """The names for the keys `region`, `koplopers` and `themes`, in the order of the text.

        Regions that the opening names go before all others: those are where it was.
        """
        first, all_keys = self._found([opening]), self._found([opening, rest])
        regions = [key for key in first if key.kind is Kind.REGION]
        if not regions and self.national and any(one in opening for one in _NATIONAL):
            regions = [self.national]
        kept = [key for key in all_keys if key.kind is not Kind.REGION or not regions]
        found: dict[str, tuple[str, ...]] = {}
        for kind, name in _KEYS.items():
            keys = [key for key in (*regions, *kept) if key.kind is kind]
            if keys:
                found[name] = tuple(written(key, self.catalogue) for key in keys)
        return found

    def _found(self, texts: Iterable[str]) -> list[Key]:
        """What is named; a name that several things share says nothing."""
        keys: dict[Key, None] = {}
        for text in texts:
            passage = Passage(Role.TEXT, text, Value(Location("")))
            lower = replace(passage, text=text.lower())
            namings = (*self.names.find(passage), *self.themes.find(lower))
            for naming in sorted(namings, key=lambda one: one.start):
                if len(naming.keys) == 1:
                    keys[naming.keys[0]] = None
        return list(keys)


def site_names(known: Known) -> SiteNames:
    """The names of what a site has, drafts among them."""
    settings = replace(known.settings, drafts=True)
    site, _problems = link(known.things, settings, {}, known.today)
    national = next((one.key for one in site.regions if one.key.slug == "landelijk"), None)
    themes = [
        replace(one, title=one.title.lower(), aliases=tuple(name.lower() for name in one.aliases))
        for one in site.themes
    ]
    return SiteNames(
        known.catalogue(drafts=True),
        name_table((*site.regions, *site.koplopers)),
        name_table(themes),
        national,
    )


def years_of(known: Known) -> range:
    """The years around those in which articles of the site are dated; empty when none is."""
    dated = (_YEAR.search(one.data) for one in known.articles)
    years = [int(match[1]) for match in dated if match]
    return range(min(years) - _AROUND, max(years) + _AROUND + 1) if years else range(0)

"""What surrounds every page: menu, footer, breadcrumbs, style sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zorgpact_site.model.entries import Entry, themes_of
from zorgpact_site.model.keys import Key
from zorgpact_site.model.settings import MenuItem, Settings
from zorgpact_site.planning.addresses import NOT_FOUND, Addresses, Here, here_at
from zorgpact_site.planning.assets import Assets
from zorgpact_site.planning.axes import Axis
from zorgpact_site.planning.following import feed_links, follow_link
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link, Sign
from zorgpact_site.planning.social import Cards, social_of
from zorgpact_site.planning.views import Chrome
from zorgpact_site.planning.views.chrome import FeedLink

_EVERYWHERE = "site.js"
_TURNOVER = "agenda.js"


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes the chrome of pages; `signs` names the sign of each theme, `sprite` draws them.

    `cards` are what other sites show of the pages of texts, and of all other pages. `followed`
    is what has feeds, by the address of its page.
    """

    settings: Settings
    addresses: Addresses
    assets: Assets
    signs: Mapping[Key, str]
    sprite: tuple[Sign, ...]
    cards: Cards
    followed: Mapping[str, Axis]
    _led_to: frozenset[str] = field(init=False, compare=False)
    _around: dict[str, dict[str, Any]] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        """Gather once which pages menus lead to, or else differ in what surrounds them."""
        contact = self.settings.contact
        items = [*self.settings.navigation, *self.settings.footer]
        items += [contact.page] if contact and contact.page else []
        alone = {"", NOT_FOUND, self.addresses.section("search"), *(f"{one.to}/" for one in items)}
        object.__setattr__(self, "_led_to", frozenset(alone))

    def at(self, address: str) -> Here:
        """The place of a page."""
        return here_at(address, self.settings)

    def parts(self, here: Here) -> Parts:
        """What makes the pieces of a page."""
        return Parts(here, self.addresses, self.signs)

    def chrome(
        self,
        here: Here,
        heading: str,
        *,
        description: str = "",
        section: str = "",
        parent: Link | None = None,
        back: Link | None = None,
        scripts: tuple[str, ...] = (),
        styles: tuple[str, ...] = (),
        turns: bool = False,
        about: Entry | None = None,
        shared: bool = True,
    ) -> Chrome:
        """The chrome of a page; `section` names the one it belongs to, `parent` a page between.

        `scripts` and `styles` are the names of those that this page wants besides what every page
        has. `turns` is true when the page shows meetings ahead, which time makes past ones.
        `about` is the text that this is the page of; its first theme lends the page its colour.
        `shared` is false on a page that nobody shares, nor finds by a search engine. Nothing of a
        preview with drafts is to be found.
        """
        themes = themes_of(about) if about else ()
        turnover = self.assets.scripts.get(_TURNOVER)
        return Chrome(
            **self._surroundings(here),
            language=self.settings.language,
            heading=heading,
            description=description,
            canonical=here.canonical if shared else "",
            indexed=shared and not self.settings.drafts,
            theme=themes[0].key.slug if themes else "",
            crumbs=self._crumbs(here, section, parent),
            back=back,
            styles=self._styles(here, styles),
            scripts=self._scripts(here, scripts),
            turnover=here.to(turnover) if turns and turnover else "",
            social=social_of(heading, about, here, self.settings, self.cards) if shared else None,
            feeds=self._feeds(here) if shared else (),
            follow=self._follow(here),
        )

    def section_link(self, here: Here, section: str, text: str = "") -> Link:
        """A link to an overview page."""
        label = text or self.settings.sections[section].label
        return Link(label, here.to(self.addresses.section(section)))

    def way_back(self, here: Here, section: str) -> Link:
        """A link from one page of a section to its overview."""
        return self.section_link(here, section, self.settings.sections[section].back)

    def _surroundings(self, here: Here) -> dict[str, Any]:
        """What is the very same on all pages as deep, but for those that menus lead to."""
        settings = self.settings
        known = here.address if here.address in self._led_to else f"/{here.up}"
        if known not in self._around:
            self._around[known] = {
                "site": settings.title,
                "home": Link(settings.title, here.to(""), current=here.address == ""),
                "menu": tuple(self._item(item, here) for item in settings.navigation),
                "search": self._search(here),
                "footer": tuple(self._item(item, here) for item in settings.footer),
                "contact": self._contact(here),
                "icon": here.to(self.assets.icon) if self.assets.icon else "",
                "sprite": self.sprite,
            }
        return self._around[known]

    def _scripts(self, here: Here, names: tuple[str, ...]) -> tuple[str, ...]:
        paths = (self.assets.scripts.get(name) for name in (_EVERYWHERE, *names))
        return tuple(here.to(path) for path in paths if path)

    def _feeds(self, here: Here) -> tuple[FeedLink, ...]:
        """The feeds of what the page is of, and those of the site, which every page has."""
        wanted = dict.fromkeys((Addresses.whole(here.address), ""))
        axes = (self.followed[one] for one in wanted if one in self.followed)
        return tuple(link for axis in axes for link in feed_links(axis, here, self.settings.title))

    def _follow(self, here: Here) -> Link | None:
        axis = self.followed.get(here.address)
        return follow_link(axis, here, self.addresses.section("feeds")) if axis else None

    def _styles(self, here: Here, names: tuple[str, ...]) -> tuple[str, ...]:
        paths = (self.assets.sheets.get(name) for name in names)
        return tuple(here.to(path) for path in (self.assets.style, *paths) if path)

    def _item(self, item: MenuItem, here: Here) -> Link:
        address = f"{item.to}/" if item.to else ""
        return Link(item.label, here.to(address), current=here.address == address)

    def _search(self, here: Here) -> Link:
        link = self.section_link(here, "search")
        return Link(link.text, link.href, current=here.address == self.addresses.section("search"))

    def _contact(self, here: Here) -> Link | None:
        contact = self.settings.contact
        if contact is None or contact.page is None:
            return Link(contact.name, contact.url) if contact else None
        return self._item(contact.page, here)

    def _crumbs(self, here: Here, section: str, parent: Link | None) -> tuple[Link, ...]:
        if not here.address:
            return ()
        crumbs = [Link("Home", here.to(""))]
        if section and here.address != self.addresses.section(section):
            crumbs.append(self.section_link(here, section))
        return (*crumbs, parent) if parent else tuple(crumbs)

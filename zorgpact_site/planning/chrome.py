"""What surrounds every page: menu, footer, breadcrumbs, style sheets."""

from dataclasses import dataclass

from zorgpact_site.model.settings import MenuItem, Settings
from zorgpact_site.planning.addresses import Addresses, Here, here_at
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views import Chrome


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes the chrome of pages; `styles`, `scripts` and `icon` are addresses of assets."""

    settings: Settings
    addresses: Addresses
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    icon: str

    def at(self, address: str) -> Here:
        """The place of a page."""
        return here_at(address, self.settings)

    def chrome(
        self,
        here: Here,
        heading: str,
        *,
        description: str = "",
        section: str = "",
        parent: Link | None = None,
        back: Link | None = None,
    ) -> Chrome:
        """The chrome of a page; `section` names the one it belongs to, `parent` a page between."""
        return Chrome(
            site=self.settings.title,
            language=self.settings.language,
            heading=heading,
            description=description,
            canonical=here.canonical,
            home=Link(self.settings.title, here.to(""), current=here.address == ""),
            menu=tuple(self._item(item, here) for item in self.settings.navigation),
            footer=tuple(self._item(item, here) for item in self.settings.footer),
            contact=self._contact(),
            crumbs=self._crumbs(here, section, parent),
            back=back,
            styles=tuple(here.to(style) for style in self.styles),
            scripts=tuple(here.to(script) for script in self.scripts),
            icon=here.to(self.icon) if self.icon else "",
        )

    def section_link(self, here: Here, section: str, text: str = "") -> Link:
        """A link to an overview page."""
        label = text or self.settings.sections[section].label
        return Link(label, here.to(self.addresses.section(section)))

    def _item(self, item: MenuItem, here: Here) -> Link:
        address = f"{item.to}/" if item.to else ""
        return Link(item.label, here.to(address), current=here.address == address)

    def _contact(self) -> Link | None:
        contact = self.settings.contact
        return Link(contact.name, contact.url) if contact else None

    def _crumbs(self, here: Here, section: str, parent: Link | None) -> tuple[Link, ...]:
        if not here.address:
            return ()
        crumbs = [Link("Home", here.to(""))]
        if section and here.address != self.addresses.section(section):
            crumbs.append(self.section_link(here, section))
        return (*crumbs, parent) if parent else tuple(crumbs)

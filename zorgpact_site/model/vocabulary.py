"""The things that texts may name: all that reading one text may know of the others."""

from dataclasses import dataclass

from zorgpact_site.model.entries import Entry, Koploper, Region, Theme, Tool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Regions, themes, koplopers and tools by their front matter, without their texts.

    In the order that readers see them in.
    """

    regions: tuple[Region, ...] = ()
    themes: tuple[Theme, ...] = ()
    koplopers: tuple[Koploper, ...] = ()
    tools: tuple[Tool, ...] = ()

    @property
    def things(self) -> tuple[Entry, ...]:
        """All of them."""
        return (*self.regions, *self.themes, *self.koplopers, *self.tools)

"""What a page is known by."""

from typing import NamedTuple

from zorgpact_site.kinds import Kind


class Key(NamedTuple):
    """The identity of a text on the site: its kind and the part of its address after that."""

    kind: Kind
    slug: str

    @property
    def typed(self) -> str:
        """The key as a text, such as `koplopers:sparkcentres`; `of` reads it."""
        return f"{self.kind.value}:{self.slug}"

    @classmethod
    def of(cls, typed: str) -> "Key":
        """The key that was typed so."""
        kind, _, slug = typed.partition(":")
        return cls(Kind(kind), slug)

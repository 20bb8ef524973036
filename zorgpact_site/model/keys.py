"""What a page is known by."""

from typing import NamedTuple

from zorgpact_site.kinds import Kind


class Key(NamedTuple):
    """The identity of a text on the site: its kind and the part of its address after that."""

    kind: Kind
    slug: str

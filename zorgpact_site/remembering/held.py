"""The HTML of a text that may change while a site that shows it stays as it is."""

from collections.abc import Callable

from zorgpact_site.model.body import Pieces


class Held:
    """Gives the HTML as it is now: pages that are made later show what was put in last."""

    __slots__ = ("newest",)

    def __init__(self, newest: Pieces | Callable[[], Pieces]) -> None:
        self.newest = newest

    def __call__(self) -> Pieces:
        """Fetch it. Raises MemoryLost when it lies in a memory that is gone."""
        newest = self.newest
        return newest if isinstance(newest, tuple) else newest()

"""The HTML of a text that may change while a site that shows it stays as it is."""

from zorgpact_site.model.body import Laid, Pieces


class Held(Laid):
    """Gives the HTML as it is now: pages that are made later show what was put in last."""

    __slots__ = ("newest",)

    def __init__(self, newest: Laid) -> None:
        self.newest = newest

    def __call__(self) -> Pieces:
        """Fetch it. Raises MemoryLost when it lies in a memory that is gone."""
        return self.newest()

"""A look at what is published, by another process while the caller is not ready to publish yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from zorgpact_site.publishing.inventory import has_folders, is_whole, read_inventory
from zorgpact_site.publishing.meanwhile import meanwhile
from zorgpact_site.publishing.place import Place


@contextmanager
def looked_ahead(output: Path, site: bytes, *, spread: bool) -> Iterator[Callable[[], bool]]:
    """Tell whether the folder is wholly the site of this digest, and its spare tree what we left.

    With `spread` another process looks meanwhile; else nobody does, and the answer is no. It is
    about the time since the block began, and takes no lock.
    """

    def stands() -> bool:
        place = Place.of(output)
        inventory = read_inventory(place)
        return (
            inventory is not None
            and inventory.site == site
            and is_whole(inventory, place.folder)
            and has_folders(inventory.spare, place.spare)
        )

    with meanwhile(stands) if spread else nullcontext(bool) as answer:
        yield answer

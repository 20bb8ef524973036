"""Looking into pictures: their size as readers see it, and whether they can be published."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from zorgpact_site.libraries import installed
from zorgpact_site.measuring.memory import Memory, load, save
from zorgpact_site.media import PICTURES, RASTERS, Look, Media, Trouble, extension
from zorgpact_site.named_errors import read_file

# Raised with every change to what looking at the same bytes gives.
MEASURING = 1
HEAVIEST, HEAVIEST_DRAWING = 40_000_000, 5_000_000  # bytes


def measure(site: Path, paths: Iterable[str]) -> Mapping[str, Media]:
    """What the files at these paths from the site are. Raises OSError when one cannot be read."""
    version = f"{MEASURING} {installed().get('pillow')}"
    memory = load(site, version)
    found = {path: _media(site, path, memory) for path in paths}
    save(memory, site, version)
    return found


def _media(site: Path, path: str, memory: Memory) -> Media:
    file = site / path
    stat = file.stat()
    if extension(path) not in PICTURES:
        return Media(path, file, stat.st_size)
    return Media(path, file, stat.st_size, memory.look(path, stat, lambda: _look(file, stat)))


def _look(file: Path, stat: os.stat_result) -> Look:
    raster = extension(file.name) in RASTERS
    if stat.st_size > (HEAVIEST if raster else HEAVIEST_DRAWING):
        return Look(trouble=Trouble.TOO_HEAVY)
    data = read_file(file)
    if raster:
        # Here, as decoders take longer to load than a site without new pictures needs.
        from zorgpact_site.measuring.rasters import look_at_raster  # noqa: PLC0415

        look = look_at_raster(data)
    else:
        from zorgpact_site.measuring.drawings import look_at_drawing  # noqa: PLC0415 - likewise

        look = look_at_drawing(data)
    return replace(look, digest=hashlib.sha256(data).hexdigest())

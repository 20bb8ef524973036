"""Making what a build only described: pictures in their widths, social cards.

Each is made once. What was made lies in the memory of the site, and is copied from there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.kept_files import Lost
from zorgpact_site.making.memory import Memory, Remembered
from zorgpact_site.making.spreading import Task, spread
from zorgpact_site.measuring.memory import FOLDER
from zorgpact_site.recipes import Recipe, Scaled, SocialCard, ToMake, digest_of


@contextmanager
def made(
    wanted: Sequence[ToMake],
    site: Path,
    begin: Callable[[int], None] = lambda _count: None,
    lost: Lost = lambda _error: None,
) -> Iterator[tuple[Artifact, ...]]:
    """Make files, and give them as artifacts that last until the end of the block.

    `begin` is told how many are not remembered, before those are made, and `lost` of what cannot
    be remembered.

    Raises OSError when a picture cannot be read or a made file cannot be written anywhere.
    """
    with Memory.of(site / FOLDER, lost) as memory:
        digests = [digest_of(one.recipe) for one in wanted]
        recipes = {digest: one.recipe for digest, one in zip(digests, wanted, strict=True)}
        files = _files(recipes, memory, begin) if recipes else {}
        yield tuple(files[digest].at(one.path) for digest, one in zip(digests, wanted, strict=True))


def _files(
    recipes: dict[str, Recipe], memory: Memory, begin: Callable[[int], None]
) -> dict[str, Remembered]:
    """The file for each digest, once all are there."""
    files = memory.find(recipes)
    missing = {digest: recipe for digest, recipe in recipes.items() if digest not in files}
    if missing:
        begin(len(missing))
        # Here and below, as a site where nothing is new need not wait for these to load.
        from zorgpact_site.measuring.rasters import careful  # noqa: PLC0415

        with careful():
            for some in spread(_tasks(missing, memory)):
                files.update(some)
    memory.known.write()
    return files


def _tasks(recipes: dict[str, Recipe], memory: Memory) -> Iterator[Task]:
    """What can be done apart: all files of one picture together, and each card."""
    pictures: dict[str, list[Scaled]] = defaultdict(list)
    for digest, recipe in recipes.items():
        match recipe:
            case Scaled():
                pictures[recipe.digest].append(recipe)
            case SocialCard():
                yield partial(_draw, digest, recipe, memory)
    for of_one in pictures.values():
        yield partial(_scale, of_one, memory)


def _draw(digest: str, card: SocialCard, memory: Memory) -> dict[str, Remembered]:
    from zorgpact_site.making.cards import draw  # noqa: PLC0415

    return {digest: memory.keep(digest, card.ending, draw(card))}


def _scale(recipes: Sequence[Scaled], memory: Memory) -> dict[str, Remembered]:
    from zorgpact_site.making.scaling import scale  # noqa: PLC0415

    return {
        digest_of(one): memory.keep(digest_of(one), one.ending, data)
        for one, data in scale(recipes)
    }

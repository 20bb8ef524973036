"""Builds that remember, over and over, each held against a plain one: the first law of the house.

`python -m tests.remembered_builds --seed 7 --sequences 300` plays what a failure tells to replay.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.edited_site import Edited
from tests.small_site import tree_of
from zorgpact_site.artifact import bytes_of
from zorgpact_site.build import Built, build, examine, finish
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.inputs import Inputs
from zorgpact_site.outputs.search import searchables
from zorgpact_site.parallel import Spread, Values, processes
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.inventory import looked_at
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import publish, publish_into
from zorgpact_site.remembering.memory import Means, from_memory, without_memory
from zorgpact_site.remembering.rewording import rewording
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.remembering.unchanged import (
    MEMORY,
    Published,
    Recalled,
    digests,
    moment,
    recall,
    remember,
)
from zorgpact_site.scan import scan

A = TypeVar("A")
B = TypeVar("B")

ALONE: Spread = map
_BETWEEN = 3.0  # seconds from one time of saving to the next, as clocks are slow at some places


def both(function: Callable[[A], B], values: Values[A]) -> Iterator[B]:
    """Spread over two processes, however few the values are."""
    with processes(2, few=1) as spread:
        yield from spread(function, values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build gave: how many texts and pages it made anew, None when it had no memory.

    `site` is the digest of what it published.
    """

    built: Built
    fresh: tuple[int, int] | None
    site: bytes = b""


def rebuild(site: Path, inputs: Inputs, output: Path, spread: Spread = ALONE) -> Outcome:
    """Build from memory and publish, as the command does, pictures and search index aside."""
    try:
        return _once(from_memory(site, output, spread), inputs, output)
    except (CannotKeep, MemoryLost):
        return _once(nullcontext(without_memory(spread)), inputs, output)


def _once(opened: AbstractContextManager[Means], inputs: Inputs, output: Path) -> Outcome:
    with opened as means:
        examined = examine(inputs, means.read).lean()
        built = finish(inputs.about(examined.found), examined, means.make)
        if built.errors:
            return Outcome(built, means.fresh())
        changes = publish(built.artifacts, output)
        means.keep(searchables(built.site) if built.site else (), changes.site)
        return Outcome(built, means.fresh(), changes.site)


def plain_tree(built: Built) -> dict[str, bytes]:
    """What a plain build publishes."""
    # What a plain build gives is never said to be kept.
    return {one.path: bytes_of(one.data) for one in built.artifacts}  # type: ignore[arg-type]


def published(output: Path) -> dict[str, bytes]:
    """What stands in an output folder, without our mark."""
    return {path: data for path, data in tree_of(output).items() if path != MARKER}


def difference(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> str:
    """Where two trees differ, shown for the first file; empty when they are the same."""
    if found == wanted:
        return ""
    paths = sorted(found.keys() | wanted.keys())
    differing = [path for path in paths if found.get(path) != wanted.get(path)]
    one, other = found.get(differing[0]), wanted.get(differing[0])
    at = next((n for n, both in enumerate(zip(one or b"", other or b"")) if both[0] != both[1]), 0)  # noqa: B905 - the shorter ends
    start = max(0, at - 80)
    return (
        f"{len(differing)} files differ: {differing[:8]}; the first at {at}:\n"
        f"  found  {one and one[start:][:200]!r}\n  wanted {other and other[start:][:200]!r}"
    )


@dataclass(slots=True)
class Story:
    """Sequences of edits, each with a build, over one memory and two output folders.

    `found` are the mistakes of the site that was published last in each folder.
    """

    root: Path
    seed: int
    site: Edited = field(default_factory=Edited)
    told: list[str] = field(default_factory=list)
    found: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    saved: float = field(default_factory=lambda: time.time() - 1_000_000)  # when, last

    def play(self, sequences: int) -> None:
        """Play so many sequences. Raises AssertionError that tells all that was done."""
        random = Random(self.seed)  # noqa: S311 - made-up edits need no secret randomness
        for number in range(1, sequences + 1):
            self.told.append(f"{number}:")
            if random.random() < 0.9 and self.site.unsettled:
                self.told.append(self.site.undo())
            words = random.random() < 0.4  # nothing else
            edit, most = (self.site.reword, 3) if words else (self.site.edit, 5)
            self.told += [edit(random) for _ in range(random.randrange(most))]
            output = self.root / ("elsewhere" if random.random() < 0.1 else "output")
            wrong = self._wrong(output)
            if wrong:
                replay = f"python -m tests.remembered_builds --seed {self.seed}"
                told = "\n  ".join(self.told)
                raise AssertionError(f"{wrong}\n{replay} --sequences {number}\n  {told}")

    def _wrong(self, output: Path) -> str:
        """What a remembering build of the site as it is now does other than a plain one."""
        self.saved += _BETWEEN
        self.site.write(self.root, self.saved)
        seen = moment(self.root)
        inputs = scan(self.root, self.site.today, self.site.options)
        plain = build(inputs)
        asked = [str(self.site.today), repr(self.site.options), output.name]
        last = recall(self.root / MEMORY, self.root, asked)
        with looked_at(output) as whole:
            stands = last and (whole() or b"").hex() == last.published.site
        if last and stands:
            if last.changed and self._reword(last, inputs, output):
                self.site.settle()
                return self._unlike("reworded", plain, output)
            if not last.changed:
                wrong = self._unlike("nothing changed", plain, output)
                if wrong:
                    return wrong
        before = published(output) if plain.errors else {}
        spread = both if len(self.told) % 3 == 0 else ALONE  # to start processes costs the most
        outcome = rebuild(self.root, inputs, output, spread)
        if outcome.built.diagnostics != plain.diagnostics:
            return f"diagnostics\n  {outcome.built.diagnostics}\n  {plain.diagnostics}"
        if plain.errors:
            self.told.append(f"{plain.errors} mistakes, so nothing was published")
            return difference(published(output), before)
        self.site.settle()
        self.told.append(f"published, made anew: {outcome.fresh}")
        texts = digests({one.path: one.data for one in inputs.written})
        stands = Published(asked, outcome.site.hex(), 0, "")
        remember(self.root / MEMORY, self.root, seen, texts, stands)
        self.found[output.name] = plain.diagnostics
        return difference(published(output), plain_tree(plain))

    def _unlike(self, said: str, plain: Built, output: Path) -> str:
        """What is wrong when a build says that nothing but this came of the edits."""
        self.told.append(said)
        if self.found[output.name] != plain.diagnostics:
            return f"{said}, it says, but mistakes are {plain.diagnostics}"
        wrong = difference(published(output), plain_tree(plain))
        return f"{said}, it says: {wrong}" if wrong else ""

    def _reword(self, last: Recalled, inputs: Inputs, output: Path) -> bool:
        """Publish as the command does when only words changed; false when more may have."""
        sources = [one for one in inputs.sources if one.path in last.changed]
        if len(sources) < len(last.changed):
            return False
        with rewording(self.root, output) as memory:
            found = self.found[output.name]
            site = bytes.fromhex(last.published.site)
            done = memory and memory.of(sources, inputs.templates, found, site)
            if not done:
                return False
            changes = publish_into(done.artifacts, output, site, lambda _path: False)
            done.keep(changes.site)
        texts = digests({one.path: one.data for one in sources})
        stands = replace(last.published, site=changes.site.hex())
        remember(self.root / MEMORY, self.root, last.seen, texts, stands)
        return True


def play(seed: int, sequences: int) -> None:
    """Play a story in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        Story(Path(folder), seed).play(sequences)


def main() -> None:
    """Play stories; one that fails tells how to play it again."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stories", type=int, default=1)
    parser.add_argument("--sequences", type=int, default=100)
    asked = parser.parse_args()
    for seed in range(asked.seed, asked.seed + asked.stories):
        play(seed, asked.sequences)
        print(f"seed {seed}: {asked.sequences} sequences, the same bytes each time", flush=True)  # noqa: T201 - its report


if __name__ == "__main__":
    main()

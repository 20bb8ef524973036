"""Lays faults at calls of all kinds in every kind of build, and kills at many moments.

python -m tests.faults
"""

from __future__ import annotations

import argparse
import errno
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.faults.fault import CALLS, ERRORS, FOREVER, Fault, Ran
from tests.faults.machine import MISSING, Machine, machine
from tests.faults.scenes import BUILDS, Scene
from tests.faults.trouble import (
    at_once,
    damaged,
    of_another_version,
    owned_by_others,
    removed_meanwhile,
    saved_meanwhile,
)

# Before each of these a kill finds another state of the disk.
_CHANGES = ("create", "rename", "link", "unlink", "mkdir", "rmdir", "sync")
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_YEAR = 365 * 24 * 3600
_CLOCKS = (-40 * _YEAR, -_YEAR, -3600, -1, 1, 3600, _YEAR, 10 * _YEAR)


def spread(count: int, most: int, shift: float = 0.0) -> list[int]:
    """Numbers of calls: all of them, or so many that are spread over all.

    With another `shift`, of less than one, these are others.
    """
    step = max(1.0, count / most)
    return sorted({1 + int((number + shift) * step) for number in range(min(count, most))})


def kills(counts: dict[str, int], most: int) -> Iterator[Fault]:
    """A kill before every call that changes a disk; before some that write."""
    for kind in (*_CHANGES, "write"):
        number_of = most if kind == "write" else FOREVER
        for number in spread(counts[kind], number_of):
            fault = Fault(kind, number, number, "signal", signal.SIGKILL)
            # A site goes there and back in turn: of renames, no way misses any.
            yield from (fault,) * (2 if kind == "rename" else 1)


def stops(counts: dict[str, int], most: int) -> Iterator[Fault]:
    """Ctrl-C, the system that asks to end, and a terminal that is gone."""
    for kind in CALLS:
        for turn, number in enumerate(spread(counts[kind], most)):
            yield Fault(kind, number, number, "signal", _STOPS[turn % len(_STOPS)])


def errors(counts: dict[str, int], most: int) -> Iterator[Fault]:
    """Every error at many calls, once and lasting."""
    for kind, numbers in ERRORS.items():
        for turn, error in enumerate(numbers):
            for number in spread(counts[kind], most, turn / len(numbers)):
                yield Fault(kind, number, number, "fail", error)
            for number in spread(counts[kind], 2):
                yield Fault(kind, number, FOREVER, "fail", error)


def full_disks(counts: dict[str, int], most: int) -> Iterator[Fault]:
    """A disk that is full from some write on."""
    for number in spread(counts["write"], most):
        yield Fault("write", number, FOREVER, "fail", errno.ENOSPC)


def clocks() -> Iterator[Fault]:
    """A clock that was set back or ahead."""
    for seconds in _CLOCKS:
        yield Fault(clock=seconds)


def moments(scene: Scene, count: int, random: Random) -> Iterator[Fault]:
    """Kills at any moment of a build."""
    longest = max(scene.play(Fault())[0].seconds for _ in range(3))
    for _number in range(count):
        yield Fault(after=random.uniform(0.001, longest))


def play(name: str, scene: Scene, faults: Iterator[Fault], told: Counter[str]) -> int:
    """Play faults in a scene, and tell what goes wrong: how much that is."""
    found = 0
    for fault in faults:
        ran, wrong = scene.play(fault)
        told["builds"] += 1
        told.update(_fates(fault, ran))
        told[f"exit code {ran.code}"] += 1
        for one in wrong:
            say(f"  {name}: {fault}: {one}")
        found += bool(wrong)
    return found


def _fates(fault: Fault, ran: Ran) -> Iterator[str]:
    """What happened to a build, if anything did."""
    if ran.code == -signal.SIGKILL:
        yield "killed"
        if fault.kind == "rename" and not fault.after:
            yield "of which at a rename"
    elif ran.struck:
        yield {"fail": "failed calls", "signal": "stopped"}.get(fault.action, "texts changed")
    elif fault.clock:
        yield "clocks"


def say(line: str) -> None:
    """Tell at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def scene_of(name: str, work: Path, builder: Machine) -> Scene:
    """A scene of this name, begun."""
    scene = Scene(BUILDS[name], work / name.replace(" ", "-"), builder)
    scene.begin()
    return scene


def main() -> int:
    """Play all; 1 when anything goes wrong, 3 when a tool is missing."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--most", type=int, default=12, help="of a kind of call with one error")
    parser.add_argument("--kills", type=int, default=50, help="at any moment, of a kind of build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--builds", nargs="*", choices=tuple(BUILDS), default=tuple(BUILDS))
    asked = parser.parse_args()
    if MISSING:
        say(MISSING)
        return 3
    return _play_all(asked.builds, asked.most, asked.kills, Random(asked.seed))  # noqa: S311 - any moment will do


def _play_all(names: Sequence[str], most: int, count: int, random: Random) -> int:
    begun, totals = time.monotonic(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, machine(Path(folder)) as builder:
        Path(folder).chmod(0o755)  # other users build in there too
        for name in names:
            scene = scene_of(name, Path(folder), builder)
            groups = {
                "killed before a call": kills(scene.counts, most),
                "killed at any moment": moments(scene, count, random),
                "stopped": stops(scene.counts, most // 2),
                "failing calls": errors(scene.counts, most),
                "disk full": full_disks(scene.counts, 2 * most),
                "clock": clocks(),
                "saved meanwhile": saved_meanwhile(scene, scene.counts, most),
                "removed meanwhile": removed_meanwhile(scene, scene.counts, most),
            }
            for group, faults in groups.items():
                told: Counter[str] = Counter()
                told["wrong"] = play(name, scene, faults, told)
                say(f"{name}: {group}: {_figures(told)}")
                totals.update(told)
            totals.update(_play_outside(name, scene, random))
    seconds = round(time.monotonic() - begun)
    say(f"all {len(names)} kinds of build: {_figures(totals)}; {seconds} seconds")
    return bool(totals["wrong"])


def _figures(told: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in told.items())


def _play_outside(name: str, scene: Scene, random: Random) -> Counter[str]:
    """Play what happens to a site from outside; what came of it."""
    rounds = {
        "damaged": damaged(scene, random),
        "of another version": [("all that is remembered", of_another_version(scene))],
        "rights": owned_by_others(scene),
        "at once": ((f"{count} builds", at_once(scene, count)) for count in (2, 8, 2, 8)),
    }
    told: Counter[str] = Counter()
    for group, played in rounds.items():
        each = list(played)
        for what, wrong in each:
            for one in wrong:
                say(f"  {name}: {what}: {one}")
        told[group] = len(each)
        wrong_ones = sum(bool(wrong) for _what, wrong in each)
        told["wrong"] += wrong_ones
        say(f"{name}: {group}: {len(each)} builds, {wrong_ones} wrong")
    return told


if __name__ == "__main__":
    sys.exit(main())

"""Sees that no stage of a build does more work than it did, or more than its share when it grows.

python -m benchmarks.guard [--keep]

Work is what a busy machine cannot change: lines of Python run and calls into C. What it was is
kept in `guard.json`, by version of Python; `--keep` writes it anew, after a change that is meant.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import FrameType

from zorgpact_site.build import build
from zorgpact_site.inputs import Inputs
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan

_HERE = Path(__file__).parent
_KEPT = _HERE / "guard.json"
_SIZE = 50
_MORE = 1.02  # times what was kept: one bare loop over all pairs of texts is 1.03
_GROWTH = 2.2  # times the work for twice the articles

Work = Mapping[str, int]


class Counter:
    """Counts what Python does, stage by stage."""

    def __init__(self) -> None:
        self._starts: dict[str, int] = {}
        self._steps = 0

    def begin(self, stage: str) -> None:
        """The stage before has ended; all work from here on is that of this one."""
        self._starts[stage] = self._steps
        sys.settrace(self._line)
        sys.setprofile(self._call)

    def end(self) -> Work:
        """What each stage took."""
        sys.settrace(None)
        sys.setprofile(None)
        starts = [*self._starts.values(), self._steps]
        return {name: starts[at + 1] - starts[at] for at, name in enumerate(self._starts)}

    def _line(self, _frame: FrameType, _event: str, _given: object) -> object:
        # Asked once for each frame, then for each line, and each turn of a loop on one line.
        self._steps += 1
        return self._line

    def _call(self, _frame: FrameType, event: str, _given: object) -> None:
        self._steps += event == "c_call"


def work(inputs: Inputs, folder: Path) -> Work:
    """The steps of each stage of a build that is published into a folder."""
    counter = Counter()
    try:
        built = build(inputs, begin=counter.begin)
        counter.begin("publish")
        publish(built.artifacts, folder)
    finally:
        steps = counter.end()
    if built.errors:
        raise ValueError(f"{built.errors} errors in a generated site")
    return steps


def verdict(kept: Work, once: Work, twice: Work) -> list[str]:
    """What is wrong, in words; `kept` is empty when there is nothing to compare with."""
    told = []
    for stage, steps in twice.items():
        growth = steps / max(once.get(stage, 0), 1)
        if growth > _GROWTH:
            told.append(f"{stage}: {growth:.2f} times the work for twice the articles")
        if stage in kept and steps > _MORE * kept[stage]:
            told.append(f"{stage}: {steps:,} steps, {steps / kept[stage]:.2f} times what it was")
    told += [f"{stage}: is gone; keep anew" for stage in kept if stage not in twice]
    return told


def _generated(folder: Path, size: int) -> Inputs:
    command = [sys.executable, str(_HERE / "generate.py"), "--size", str(size), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return scan(folder, date.fromisoformat(done.stdout.split()[-1]))


def main() -> None:
    """Count, compare, and keep when that is asked."""
    parser = argparse.ArgumentParser(prog="benchmarks.guard", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep what is counted now as the bound")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zorgpact-guard-") as made:
        folder = Path(made)
        smaller, larger = (_generated(folder / f"{size}", size) for size in (_SIZE, 2 * _SIZE))
        build(smaller)  # what is done once in a process, such as reading templates
        once, twice = work(smaller, folder / "once"), work(larger, folder / "twice")
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    all_kept = json.loads(_KEPT.read_text()) if _KEPT.exists() else {}
    kept = all_kept.get(python, {})
    for stage, steps in twice.items():
        was = (
            f"{steps / kept[stage] - 1:+.1%} of what was kept" if stage in kept else "not kept yet"
        )
        growth = steps / max(once[stage], 1)
        print(f"{stage:8} {steps:12,} steps, {was}; {growth:.2f} times for twice the articles")
    if asked.keep:
        _KEPT.write_text(json.dumps({**all_kept, python: twice}, indent=2) + "\n")
        return
    told = verdict(kept, once, twice)
    if told:
        raise SystemExit("\n".join(told))


if __name__ == "__main__":
    main()

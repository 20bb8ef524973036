"""Runs a command and tells what it took: time, processor time, memory."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_STAGE = re.compile(r"^ +([a-z]+) +([0-9.]+) ms$", re.MULTILINE)
_FLOOR = Path(__file__).with_name("floor.py")
# getrusage(2): kilobytes on Linux, bytes on macOS.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, peak memory in bytes, milliseconds by stage."""

    wall: float
    cpu: float
    peak: int
    stages: Mapping[str, float] = field(default_factory=dict)


def measure(command: Sequence[str | Path]) -> Taken:
    """Run a command to its end; its `-v` lines on standard error are its stages.

    Raises RuntimeError, with what the command said, when it does not succeed.
    """
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {text[-2000:]}")
    stages = {name: float(took) for name, took in _STAGE.findall(text)}
    cpu = usage.ru_utime + usage.ru_stime
    return Taken(wall, cpu, usage.ru_maxrss * _MAXRSS_UNIT, stages)


def measure_floor(tree: Path, fresh: Path) -> Taken:
    """What plain Python takes to write the bytes of `tree` into the folder `fresh`."""
    command: list[str | Path] = [sys.executable, _FLOOR, tree, fresh]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall, cpu = map(float, done.stdout.split())
    return Taken(wall, cpu, 0)


def middle(rounds: Sequence[Taken]) -> Taken:
    """The median of each number over some rounds."""
    return Taken(
        median(one.wall for one in rounds),
        median(one.cpu for one in rounds),
        round(median(one.peak for one in rounds)),
        {name: median(one.stages[name] for one in rounds) for name in rounds[0].stages},
    )

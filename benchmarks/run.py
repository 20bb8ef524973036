"""Builds and checks a generated site cold and unchanged, beside the floor of writing it.

python benchmarks/run.py --size 1000 --rounds 3 --markdown
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generate import generate
from made_articles import TODAY
from measuring import Taken, measure, measure_floor, middle

_COLD, _SAME, _EDIT, _FLOOR = "cold", "nothing changed", "one text edited", "floor: writing only"
_CHECK, _CHECK_SAME = "check, cold", "check, nothing changed"
_OUTSIDE = "outside"
_FLOORS = 3  # floors a round: file systems take from one to seven times the least


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under a head; the first column holds names."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def text(self) -> str:
        """Columns for a terminal."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        return "\n".join(
            "  ".join(
                cell.rjust(width) if at else cell.ljust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in (self.head, *self.rows)
        )

    def markdown(self) -> str:
        """The same for a document."""
        rule = ["---", *("---:" for _ in self.head[1:])]
        return "\n".join(f"| {' | '.join(row)} |" for row in (self.head, rule, *self.rows))


def measure_rounds(site: Path, work: Path, rounds: int) -> dict[str, Taken]:
    """The median of each kind of build, and the least of the floors.

    Each round publishes into folders of its own: writing where a tree was just deleted gets
    slower from round to round on some file systems.
    """
    taken: dict[str, list[Taken]] = {
        name: [] for name in (_COLD, _SAME, _EDIT, _CHECK, _CHECK_SAME, _FLOOR)
    }
    edited = min((site / "content/articles").rglob("*.md"))
    for number in range(rounds):
        output = work / f"output-{number}"
        command = [sys.executable, "-m", "zorgpact_site", "build", "-v", "--today", str(TODAY)]
        command += ["--site", str(site), "--output", str(output)]
        shutil.rmtree(site / ".zorgpact", ignore_errors=True)
        taken[_COLD].append(measure(command))
        taken[_SAME].append(measure(command))
        with edited.open("a") as file:
            file.write(f"\nIn ronde {number} kwam deze alinea erbij.\n")
        taken[_EDIT].append(measure(command))
        check = [sys.executable, "-m", "zorgpact_site", "check", "--today", str(TODAY)]
        check += ["--site", str(site)]
        taken[_CHECK].append(measure(check))
        taken[_CHECK_SAME].append(measure(check))
        taken[_FLOOR] += [
            measure_floor(output, work / f"floor-{number}-{again}") for again in range(_FLOORS)
        ]
    floor = min(taken.pop(_FLOOR), key=lambda one: one.wall)
    return {**{name: middle(of) for name, of in taken.items()}, _FLOOR: floor}


def totals(taken: dict[str, Taken]) -> Table:
    """Time, memory, and how many times the floor."""
    floor = taken[_FLOOR].wall
    rows = [
        (
            name,
            f"{one.wall:.2f}",
            f"{one.cpu:.2f}",
            f"{one.peak / 1e6:.0f}" if one.peak else "–",
            f"{one.wall / floor:.1f}",
        )
        for name, one in taken.items()
    ]
    return Table(("", "wall s", "CPU s", "peak MB", "× floor"), rows)


def stages(taken: dict[str, Taken]) -> Table:
    """Where the time goes; outside the stages are starting Python and telling the result."""
    names = list(dict.fromkeys(name for one in taken.values() for name in one.stages))
    rows = [
        (
            name,
            *(f"{one.stages.get(stage, 0):.0f}" for stage in names),
            f"{1000 * one.wall - sum(one.stages.values()):.0f}",
        )
        for name, one in taken.items()
        if one.stages
    ]
    return Table(("ms per stage", *names, _OUTSIDE), rows)


def describe(site: Path, output: Path, size: int, rounds: int) -> str:
    """What was built and on what."""
    texts, published = (
        [path.stat().st_size for path in folder.rglob(form) if path.is_file()]
        for folder, form in ((site / "content", "*.md"), (output, "*"))
    )
    return (
        f"{size} articles, {sum(texts) / 1e6:.1f} MB of Markdown; "
        f"{len(published)} files published, {sum(published) / 1e6:.1f} MB; "
        f"Python {platform.python_version()}, {os.cpu_count()} cores; "
        f"median of {rounds} rounds, least of {_FLOORS * rounds} floors"
    )


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Measure builds of a generated site.")
    parser.add_argument("--size", type=int, default=1000, help="number of articles (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each kind (3)")
    parser.add_argument("--markdown", action="store_true", help="print tables for a document")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zorgpact-bench-") as folder:
        work = Path(folder)
        site = work / "site"
        generate(site, asked.size)
        taken = measure_rounds(site, work, asked.rounds)
        print(describe(site, work / "output-0", asked.size, asked.rounds))
    for table in (totals(taken), stages(taken)):
        print(f"\n{table.markdown() if asked.markdown else table.text()}")


if __name__ == "__main__":
    main()

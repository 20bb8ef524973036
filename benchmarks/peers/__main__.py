"""The command line of the comparison."""

import argparse
import os
import platform
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.peers.corpus import make_corpus
from benchmarks.peers.install import install, version
from benchmarks.peers.report import write_report
from benchmarks.peers.results import SCENARIOS, Record, Results, load
from benchmarks.peers.rounds import Bench
from benchmarks.peers.running import Failed
from benchmarks.peers.tools import tools_named
from benchmarks.peers.tools.base import Tool

_RESULTS = Path(__file__).parent.parent / "results"
# No hidden folder: some servers see no change below one.
_WORK = _RESULTS.parent / "work"


def main() -> None:
    """Read the command line, measure what has not been measured, write the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.peers", description=__doc__)
    parser.add_argument("--size", type=int, default=300, help="number of articles (300)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each thing (3)")
    parser.add_argument("--peers", default="", help="names or kinds, with commas; all by default")
    parser.add_argument("--limit", type=float, default=900, help="seconds for one build (900)")
    parser.add_argument(
        "--work", type=Path, help="where sites are made; one that is kept, for a restart"
    )
    parser.add_argument(
        "--fresh", action="store_true", help="also when a run was stopped halfway: begin anew"
    )
    parser.add_argument(
        "--table", action="store_true", help="measure nothing, write the table anew"
    )
    asked = parser.parse_args()
    file = _RESULTS / f"{asked.size}.json"
    results = load(file)
    tools = tools_named(asked.peers)
    if not asked.table:
        work = asked.work or _WORK / str(asked.size)
        _measure(tools, results, file, work.resolve(), asked)
    print(f"the table is in {write_report(results)}")


def _measure(
    tools: tuple[Tool, ...], results: Results, file: Path, work: Path, asked: argparse.Namespace
) -> None:
    file.parent.mkdir(exist_ok=True)
    keep = partial(results.save, file)
    if asked.fresh or results.about.get("complete"):
        results.forget(tool.name for tool in tools)
    ready = tuple(tool for tool in tools if _ready(tool, results, asked.rounds))
    shutil.rmtree(work, ignore_errors=True)
    corpus = make_corpus(work / "corpus", asked.size)
    results.about |= {
        "size": asked.size,
        "complete": False,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "limit": asked.limit,
        "markdown": sum(len(text.encode()) for text in corpus.source.values()),
    }
    versions = results.about.setdefault("versions", {})
    versions |= {tool.kind: version(tool) for tool in ready}
    dates = results.about.setdefault("dates", {})
    dates |= {tool.name: results.about["date"] for tool in tools}
    keep()
    bench = Bench(work, corpus, results, keep, asked.limit)
    for number in range(asked.rounds):
        bench.round(ready, number)
    shutil.rmtree(work)
    results.about["complete"] = True
    keep()


def _ready(tool: Tool, results: Results, rounds: int) -> bool:
    """Install a tool; one that cannot be has a reason for everything."""
    try:
        install(tool)
    except Failed as error:
        print(f"{tool.name}: {error}")
        for number in range(rounds):
            for scenario in SCENARIOS:
                results.add(Record(tool.name, scenario, number, None, str(error)))
        return False
    return True


def machine() -> str:
    """What it is measured on, in general words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}, Python {python}"
    )


if __name__ == "__main__":
    main()

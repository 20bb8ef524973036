"""Writes what was measured as tables into the document, from the kept results alone."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.peers.results import COLD, FLOOR, SCENARIOS, Results, middle
from benchmarks.peers.running import Taken
from benchmarks.peers.tools import TOOLS
from benchmarks.peers.tools.base import Tool
from benchmarks.peers.tools.ours import KIND

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"
_NONE = "–"
_OURS = "ours"


def write_report(results: Results, document: Path = DOCUMENT) -> Path:
    """Put the tables of this size into the document, in the place of its earlier ones."""
    name = f"size {results.about['size']}"
    text = document.read_text()
    block = f"<!-- {name} -->\n\n{report(results)}\n<!-- /{name} -->"
    place = re.compile(f"<!-- {name} -->.*<!-- /{name} -->", re.DOTALL)
    document.write_text(
        place.sub(lambda _: block, text) if place.search(text) else f"{text.rstrip()}\n\n{block}\n"
    )
    return document


def report(results: Results) -> str:
    """All tables of a run, with what it was and why something is missing."""
    about = results.about
    tools = [tool for tool in TOOLS if any(one.tool == tool.name for one in results.records)]
    rounds = len({one.round for one in results.records})
    head = (
        f"### {about['size']:,} articles\n\n"
        f"{about['date']}; {about['machine']}; {about['markdown'] / 1e6:.1f} MB of content; "
        f"median of {rounds} round{'s' if rounds > 1 else ''} (least–most); a build was stopped "
        f"after {about['limit']:.0f} s.\n"
    )
    return "\n".join(
        [
            head,
            *_table("seconds by the clock", tools, results, lambda one: one.wall, _seconds),
            *_floors(results),
            *_table("times zorgpact", tools, results, lambda one: one.wall, None),
            *_table("seconds of the processor", tools, results, lambda one: one.cpu, _seconds),
            *_table("peak memory in MB", tools, results, lambda one: one.peak, _megabytes),
            *_missing(tools, results),
        ]
    )


def _table(
    what: str,
    tools: Sequence[Tool],
    results: Results,
    number: Callable[[Taken], float],
    form: Callable[[float], str] | None,
) -> list[str]:
    """One number of all things; without a form, how many times ours it is."""
    rows = []
    for tool in tools:
        cells = []
        for scenario in SCENARIOS:
            taken = results.taken(tool.name, scenario)
            ours = results.taken(_OURS, scenario)
            if not taken or (form is None and not ours):
                cells.append(_NONE)
            elif form is None:
                cells.append(_ratio(number(middle(taken)) / number(middle(ours))))
            else:
                cells.append(spread([number(one) for one in taken], form))
        rows.append(f"| {_named(tool, results)} | {' | '.join(cells)} |")
    rule = "| --- |" + " ---: |" * len(SCENARIOS)
    return [f"| {what} | {' | '.join(SCENARIOS)} |", rule, *rows, ""]


def _named(tool: Tool, results: Results) -> str:
    """The tool with its version, and its date when that is not the date of the others."""
    about = results.about
    version = about.get("versions", {}).get(tool.kind, "") if tool.kind != KIND else ""
    date = about.get("dates", {}).get(tool.name, about["date"])
    return " ".join(filter(None, (tool.label, version, f"({date})" * (date != about["date"]))))


def spread(numbers: Sequence[float], form: Callable[[float], str]) -> str:
    """The median, and between what it lies."""
    least, most = form(min(numbers)), form(max(numbers))
    middle_one = form(median(numbers))
    return middle_one if least == most else f"{middle_one} ({least}–{most})"


def _floors(results: Results) -> list[str]:
    """What the same bytes take to write at the least, and how many times that a cold build is."""
    lines = []
    for tool in TOOLS:
        floor, cold = results.taken(FLOOR, tool.name), results.taken(tool.name, COLD)
        if floor and cold:
            least = min(one.wall for one in floor)
            times = middle(cold).wall / least
            lines.append(
                f"The floor of {tool.label}: plain Python writes the same bytes in "
                f"{_seconds(least)} s; a cold build is {_ratio(times)} times that.\n"
            )
    return lines


def _missing(tools: Iterable[Tool], results: Results) -> list[str]:
    """Why a cell is empty, once for each tool and reason."""
    lines = []
    for tool in tools:
        reasons = dict.fromkeys(
            why
            for scenario in SCENARIOS
            if not results.taken(tool.name, scenario)
            and (why := results.why_not(tool.name, scenario))
        )
        lines += [f"- {tool.label}: {why}" for why in reasons]
    return ["Not measured:\n", *lines, ""] if lines else []


def _seconds(number: float) -> str:
    return f"{number:.3f}" if number < 1 else f"{number:.2f}" if number < 10 else f"{number:.1f}"


def _megabytes(number: float) -> str:
    return f"{number / 1e6:.0f}"


def _ratio(number: float) -> str:
    return f"{number:.2f}" if number < 1 else f"{number:.1f}" if number < 100 else f"{number:.0f}"

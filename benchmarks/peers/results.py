"""What was measured, kept in one file from which the table can be made again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.peers.running import Taken

COLD, SAME, BODY, TITLE, THEME = (
    "cold",
    "nothing changed",
    "one body edited",
    "one title edited",
    "a theme renamed",
)
SAVED, LISTED = "save to page", "save to lists"
BUILDS = (COLD, SAME, BODY, TITLE, THEME)
SCENARIOS = (*BUILDS, SAVED, LISTED)
FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Record:
    """One measurement, or why there is none."""

    tool: str
    scenario: str
    round: int
    taken: Taken | None
    why: str = ""


@dataclass(slots=True)
class Results:
    """All records of a run, and what is to be told of it."""

    about: dict[str, Any] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Keep a record, in the place of an earlier one of the same."""
        same = (record.tool, record.scenario, record.round)
        self.records = [one for one in self.records if (one.tool, one.scenario, one.round) != same]
        self.records.append(record)

    def forget(self, tools: Iterable[str]) -> None:
        """Drop all records of some tools."""
        gone = set(tools)
        self.records = [
            one
            for one in self.records
            if one.tool not in gone and not (one.tool == FLOOR and one.scenario in gone)
        ]

    def done(self, tool: str, number: int, scenarios: Iterable[str]) -> bool:
        """Whether a tool has all of these records in a round."""
        have = {one.scenario for one in self.records if (one.tool, one.round) == (tool, number)}
        return have >= set(scenarios)

    def taken(self, tool: str, scenario: str) -> list[Taken]:
        """The measurements of one thing, in all rounds."""
        return [
            one.taken
            for one in self.records
            if one.taken and (one.tool, one.scenario) == (tool, scenario)
        ]

    def why_not(self, tool: str, scenario: str) -> str:
        """The last reason why something was not measured."""
        found = [
            one.why
            for one in self.records
            if one.why and (one.tool, one.scenario) == (tool, scenario)
        ]
        return found[-1] if found else ""

    def save(self, file: Path) -> None:
        """Write all; a run that is stopped meanwhile leaves the old file whole."""
        fresh = file.with_suffix(".new")
        records = [asdict(one) for one in self.records]
        fresh.write_text(json.dumps({"about": self.about, "records": records}, indent=1))
        fresh.replace(file)


def load(file: Path) -> Results:
    """Read what `save` wrote; nothing when there is no file."""
    if not file.exists():
        return Results()
    kept = json.loads(file.read_text())
    return Results(kept["about"], [_record(one) for one in kept["records"]])


def _record(kept: Mapping[str, Any]) -> Record:
    taken = kept["taken"]
    return Record(**{**kept, "taken": Taken(**taken) if taken else None})


def middle(taken: Iterable[Taken]) -> Taken:
    """The median of each number."""
    rounds = list(taken)
    return Taken(
        median(one.wall for one in rounds),
        median(one.cpu for one in rounds),
        round(median(one.peak for one in rounds)),
    )

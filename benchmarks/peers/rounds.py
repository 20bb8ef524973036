"""Measures all tools in turn, thing by thing, round by round; goes on where it was stopped."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.peers.corpus import Corpus
from benchmarks.peers.edits import Edit, changed_files, edit_body, edit_title, rename_theme
from benchmarks.peers.facts import Facts, facts_of
from benchmarks.peers.proof import missing, words_on
from benchmarks.peers.results import (
    BODY,
    BUILDS,
    COLD,
    FLOOR,
    LISTED,
    SAVED,
    SCENARIOS,
    THEME,
    TITLE,
    Record,
    Results,
    middle,
)
from benchmarks.peers.running import Failed, Taken, run
from benchmarks.peers.serving import served
from benchmarks.peers.tools.base import Tool

_FLOOR = Path(__file__).parent.parent / "floor.py"
_FLOORS = 3
_SAVES = 3
_TOLD = 3
_EDITS: Mapping[str, Callable[[Mapping[str, str], str], Edit]] = {
    BODY: edit_body,
    TITLE: edit_title,
    THEME: rename_theme,
}


@dataclass(slots=True)
class Bench:
    """A run over some tools; `limit` is the patience with one build, in seconds."""

    work: Path
    corpus: Corpus
    results: Results
    keep: Callable[[], None]
    limit: float
    given_up: dict[str, str] = field(default_factory=dict)

    def round(self, tools: tuple[Tool, ...], number: int) -> None:
        """Measure everything once, of the tools that have not everything of this round yet."""
        tools = tuple(tool for tool in tools if not self.results.done(tool.name, number, SCENARIOS))
        content = _Content(self.corpus.source)
        for scenario in BUILDS:
            after = content
            if scenario in _EDITS:
                edit = _EDITS[scenario](content.source, f"ronde {number}")
                after = _Content(edit.source, edit)
            for tool in tools:
                build = partial(self._build, tool, scenario, content, after)
                self._try(tool, scenario, number, build)
                if scenario == COLD and tool.kind == "ours":
                    self._floor(tool, number)
            content = after
        for tool in tools:
            self._serve(tool, number, content)

    def _try(self, tool: Tool, scenario: str, number: int, measure: Callable[[], Taken]) -> None:
        why = self.given_up.get(tool.name, "")
        taken = None
        if not why:
            try:
                taken = measure()
            except Failed as error:
                why = self.given_up[tool.name] = f"{scenario}: {error}"
        self._record(Record(tool.name, scenario, number, taken, why))

    def _record(self, record: Record) -> None:
        self.results.add(record)
        self.keep()
        one = record.taken
        told = (
            f"{one.wall:8.2f} s, {one.cpu:8.2f} s CPU, {one.peak / 1e6:6.0f} MB"
            if one
            else record.why
        )
        print(f"round {record.round + 1}  {record.scenario:16} {record.tool:16} {told}", flush=True)

    def _build(self, tool: Tool, scenario: str, before: "_Content", after: "_Content") -> Taken:
        site = self.work / "sites" / tool.name
        files = after.laid(tool)
        if scenario == COLD:
            self._set_aside(site)
            _write(site, files)
        else:
            _write(site, changed_files(before.laid(tool), files))
        command = tool.filled(tool.build, site, self.corpus.today)
        taken = run(command, site, self.limit, tool.environment)
        self._prove(tool, site, scenario, after)
        return taken

    def _set_aside(self, site: Path) -> None:
        """Out of the way, not deleted: writing where a tree was just deleted is slower."""
        if site.exists():
            aside = next(
                path
                for number in count()
                if not (path := site.with_name(f"{site.name}.{number}")).exists()
            )
            site.rename(aside)

    def _prove(self, tool: Tool, site: Path, scenario: str, content: "_Content") -> None:
        output = site / tool.output
        if scenario == COLD:
            lacks = missing(output, content.facts, tool.related != "none")
            if lacks:
                raise Failed(f"{len(lacks)} things lack: {'; '.join(lacks[:_TOLD])}")
        for address in content.edit.seen_on if content.edit and scenario in _EDITS else ():
            if scenario == BODY and address == content.edit.seen_on[1]:
                continue  # a list does not tell what is in the text
            if not words_on(output, address, content.edit.words):
                raise Failed(f"{address} does not say: {content.edit.words}")

    def _floor(self, tool: Tool, number: int) -> None:
        """Plain Python writing the same bytes: the least of some."""
        site = self.work / "sites" / tool.name
        floors = []
        for _ in range(_FLOORS):
            fresh = self.work / "floors" / str(len(list(self.work.glob("floors/*"))))
            command = [sys.executable, _FLOOR, site / tool.output, fresh]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            wall, cpu = map(float, done.stdout.split())
            floors.append(Taken(wall, cpu, 0))
        best = min(floors, key=lambda one: one.wall)
        self._record(Record(FLOOR, tool.name, number, best))

    def _serve(self, tool: Tool, number: int, content: "_Content") -> None:
        why = tool.no_serve or self.given_up.get(tool.name, "")
        site = self.work / "sites" / tool.name
        try:
            if why:
                raise Failed(why)
            saved, listed = self._saves(tool, site, content)
        except Failed as error:
            for scenario in (SAVED, LISTED):
                self._record(Record(tool.name, scenario, number, None, str(error)))
            return
        self._record(Record(tool.name, SAVED, number, saved))
        self._record(Record(tool.name, LISTED, number, listed))

    def _saves(self, tool: Tool, site: Path, content: "_Content") -> tuple[Taken, Taken]:
        command = lambda port: tool.filled(tool.serve, site, self.corpus.today, port)  # noqa: E731
        with served(command, site, self.limit, tool.environment) as server:
            first = edit_body(content.source, "")
            server.wait_for(first.seen_on[0], "</html>")
            server.rest()
            saves = []
            for number in range(_SAVES):
                edit = edit_body(content.source, f"bewaard {number}")
                save, content = self._save(tool, site, content, edit)
                saves.append(server.after_saving(save, edit.seen_on[0], edit.words))
            edit = edit_title(content.source, "bewaard")
            save, _ = self._save(tool, site, content, edit)
            return middle(saves), server.after_saving(save, edit.seen_on[1], edit.words)

    def _save(
        self, tool: Tool, site: Path, content: "_Content", edit: Edit
    ) -> tuple[Callable[[], None], "_Content"]:
        after = _Content(edit.source, edit)
        changed = changed_files(content.laid(tool), after.laid(tool))
        return lambda: _write(site, changed), after


class _Content:
    """Content at one moment, its facts, and the edit that led to it."""

    def __init__(self, source: Mapping[str, str], edit: Edit | None = None) -> None:
        self.source, self.edit = source, edit
        self.facts: Facts = facts_of(source)

    def laid(self, tool: Tool) -> Mapping[str, str]:
        return tool.lay(self.source, self.facts)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

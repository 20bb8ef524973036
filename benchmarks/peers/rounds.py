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
from benchmarks.peers.tools.ours import KIND

_FLOOR = Path(__file__).parent.parent / "floor.py"
_FLOORS = 3
_SAVES = 3
_TOLD = 3
# On how many of the two addresses of an edit its words are to be seen.
_SEEN_ON = {BODY: 1, TITLE: 2, THEME: 2}
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
        content = _Content(Edit(self.corpus.source, "", ("", "")))
        for scenario in BUILDS:
            after = content
            if scenario in _EDITS:
                after = _Content(_EDITS[scenario](content.source, f"ronde {number}"))
            for tool in tools:
                build = partial(self._build, tool, scenario, content, after)
                done = self._try(tool, scenario, number, build)
                if done and scenario == COLD and tool.kind == KIND:
                    self._floor(tool, number)
            content = after
        contents = _to_be_saved(content)
        for tool in tools:
            self._serve(tool, number, contents)

    def _try(self, tool: Tool, scenario: str, number: int, measure: Callable[[], Taken]) -> bool:
        why = self.given_up.get(tool.name, "")
        taken = None
        if not why:
            try:
                taken = measure()
            except Failed as error:
                why = self.given_up[tool.name] = f"{scenario}: {error}"
        self._record(Record(tool.name, scenario, number, taken, why))
        return taken is not None

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
            lacks = missing(output, content.facts, tool.related != "none", tool.lists)
            if lacks:
                raise Failed(f"{len(lacks)} things lack: {'; '.join(lacks[:_TOLD])}")
        if scenario not in _SEEN_ON:
            return
        for address in content.seen_on(tool)[: _SEEN_ON[scenario]]:
            if not words_on(output, address, content.words):
                raise Failed(f"{address} does not say: {content.words}")

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

    def _serve(self, tool: Tool, number: int, contents: list["_Content"]) -> None:
        why = self.given_up.get(tool.name, "")
        try:
            if why:
                raise Failed(why)
            saved, listed = self._saves(tool, contents)
        except Failed as error:
            for scenario in (SAVED, LISTED):
                self._record(Record(tool.name, scenario, number, None, str(error)))
            return
        self._record(Record(tool.name, SAVED, number, saved))
        self._record(Record(tool.name, LISTED, number, listed))

    def _saves(self, tool: Tool, contents: list["_Content"]) -> tuple[Taken, Taken]:
        """Serve the first of the contents, and save the others one by one."""
        site = self.work / "sites" / tool.name
        taken = []
        with served(
            lambda port: tool.filled(tool.serve, site, self.corpus.today, port),
            site,
            self.limit,
            tool.environment,
        ) as server:
            server.wait_for(contents[1].seen_on(tool)[0], "</html>")
            server.rest()
            laid = contents[0].laid(tool)
            for content in contents[1:]:
                after = content.laid(tool)
                save = partial(_write, site, changed_files(laid, after))
                address = content.seen_on(tool)[content is contents[-1]]
                taken.append(server.after_saving(save, address, content.words))
                laid = after
        return middle(taken[:-1]), taken[-1]


def _to_be_saved(content: "_Content") -> list["_Content"]:
    """The content, and what it becomes: an edit of a body some times, and then of a title."""
    contents = [content]
    for number in range(_SAVES):
        contents.append(_Content(edit_body(contents[-1].source, f"bewaard {number}")))
    return [*contents, _Content(edit_title(contents[-1].source, "bewaard"))]


class _Content:
    """Content after an edit, and its facts."""

    def __init__(self, edit: Edit) -> None:
        self.source, self.words = edit.source, edit.words
        self.facts: Facts = facts_of(edit.source)
        self._seen_on = edit.seen_on

    def laid(self, tool: Tool) -> Mapping[str, str]:
        return tool.lay(self.source, self.facts)

    def seen_on(self, tool: Tool) -> tuple[str, str]:
        """The page that tells the words, and a list that does when they are a title."""
        page, listed = self._seen_on
        return page, tool.list_at(listed)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

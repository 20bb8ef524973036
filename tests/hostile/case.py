"""One case: what a hostile hand lays into a small site, and what must come of it.

A mistake is marked where it is made: between ⟦ and ⟧ stands what the rule must underline, and
`told` names the rules of these marks in their order, `!` after a rule that only warns. Where a
mark cannot stand, `told` spells the place out: `4:5+1 rule` in the article, or
`content/site.yaml:2:8+3 rule`. A rule alone is told of a file as a whole: `content/x.md rule`.
"""

import os
import re
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tests import small_site

ARTICLE = "content/articles/a.md"
SETTINGS = "content/site.yaml"
PAGE = "artikelen/a/index.html"
# No more than the cases name, as every page of it costs each of them.
BASE = {
    path: text
    for path, text in small_site.BASE.items()
    if path.endswith(("site.yaml", "zwolle.md", "leren.md", "sparkcentres.md"))
}
_MARK = re.compile("[⟦⟧]")
_PLACE = re.compile(r"(?:(?P<path>\S.*?):)?(?P<rest>\d+:\d+\+\d+) (?P<rule>\S+)")


@dataclass(frozen=True, slots=True)
class Symlink:
    """A symbolic link to a target, which need not exist; `{site}` in it is the site's folder."""

    target: str

    def lay(self, path: Path, site: Path) -> None:
        path.symlink_to(self.target.format(site=site))


@dataclass(frozen=True, slots=True)
class HardLink:
    """A second name of another file of the site."""

    target: str

    def lay(self, path: Path, site: Path) -> None:
        path.hardlink_to(site / self.target)


@dataclass(frozen=True, slots=True)
class Pipe:
    """A named pipe that nobody writes to: reading it never ends."""

    def lay(self, path: Path, _site: Path) -> None:
        os.mkfifo(path)


@dataclass(frozen=True, slots=True)
class Socket:
    """A socket that nobody listens to."""

    def lay(self, path: Path, _site: Path) -> None:
        with socket.socket(socket.AF_UNIX) as made:
            # Not by its full path, which may be longer than a socket's name can be.
            made.bind(f"/proc/self/fd/{os.open(path.parent, os.O_RDONLY)}/{path.name}")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder where something else belongs."""

    def lay(self, path: Path, _site: Path) -> None:
        path.mkdir()


Content: TypeAlias = str | bytes | Symlink | HardLink | Pipe | Socket | Folder


@dataclass(frozen=True, slots=True)
class Case:
    """A site of a few files over the base, and its outcome.

    Without a rule that stops it, the site appears (exit code 0): then `shows` must stand in the
    files at these paths, `never` must not, and every file that differs from the base is judged
    besides (`judging.py`). Else nothing appears, and the exit code is 1.
    """

    name: str
    files: Mapping[str, Content]
    told: Sequence[str] = ()
    shows: Mapping[str, Sequence[str]] = field(default_factory=dict)
    never: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def laid(self) -> dict[str, Content]:
        """The files as they are written, without marks, over the base."""
        return {**BASE, **{path: _bare(content) for path, content in self.files.items()}}

    @property
    def expected(self) -> list[str]:
        """Every mistake that must be told, as `path:line:column+length rule`, sorted."""
        marks = iter([where for path, one in self.files.items() for where in _marks(path, one)])
        found: list[str] = []
        for one in self.told:
            spelled = _spelled(one)
            where = "" if spelled else next(marks)
            # Two mistakes at one mark are told with a plus between them.
            found += spelled or [f"{where} {rule}" for rule in one.split("+")]
        assert next(marks, None) is None, f"{self.name}: a mark without a rule"
        return sorted(found)

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        return int(any(not one.endswith("!") for one in self.told))


def article(front: str = "", body: str = "Tekst.\n", path: str = ARTICLE) -> dict[str, Content]:
    """A site with an article: lines below its title, and its text."""
    lines = f"{front}\n" if front else ""
    return {path: f"---\ntitle: A\n{lines}---\n{body}"}


def page(*shown: str) -> dict[str, Sequence[str]]:
    """What stands on the page of the article, or must not."""
    return {PAGE: shown}


def _bare(content: Content) -> Content:
    return _MARK.sub("", content) if isinstance(content, str) else content


def _marks(path: str, content: Content) -> list[str]:
    found: list[str] = []
    line, column, opened = 1, 1, 0
    for sign in content if isinstance(content, str) else "":
        if sign == "⟦":
            opened = column
        elif sign == "⟧":
            found.append(f"{path}:{line}:{opened}+{column - opened}")
        elif sign == "\n":
            line, column = line + 1, 1
        else:
            column += 1
    return found


def _spelled(told: str) -> list[str]:
    """A place that is spelled out, or the file as a whole; nothing for a rule alone."""
    if place := _PLACE.fullmatch(told):
        return [f"{place['path'] or ARTICLE}:{place['rest']} {place['rule']}"]
    path, space, rule = told.rpartition(" ")
    return [f"{path}:1:1+0 {rule}"] if space else []

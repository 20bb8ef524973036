"""Kinds of builds, each going from a site as it was to the site as it is now and back."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.fault import BROKEN, NONE, Fault, Ran
from tests.faults.machine import Machine
from tests.made_pictures import photo, saved
from tests.remembered_builds import difference, published
from tests.small_site import DOT, TODAY, write_site
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.refusals import why

ARTICLE = "content/articles/a.md"
_LONG = "Er waren in Zwolle veel mensen, en zij spraken lang over wat beter kan. " * 4
_TEXT = f"---\ntitle: {{title}}\ndate: 2018-05-01\nregion: Zwolle\n---\n{_LONG}\n\n{{end}}.\n"
FILES: dict[str, str | bytes] = {
    ARTICLE: _TEXT.format(title="A", end="Slot"),
    "content/articles/b.md": "---\ntitle: B\n---\nZie [C](c.md).\n\n![Foto](../media/foto.png)\n",
    "content/articles/c.md": "---\ntitle: C\n---\n![Teken](../media/teken.svg)\n",
    "content/media/foto.png": saved(photo(60, 40), "PNG"),
    "content/media/teken.svg": DOT,
}
# What may stand beside the published folder when all is well.
OURS = {
    ".zorgpact", "content", "templates", "output", ".output.lock", ".output.inventory",
    ".output.spare",
}  # fmt: skip
GONE = 2  # the turn at which the article is not there
Tree = dict[str, bytes] | None
Damage = Callable[[Path], object]


def _title(turn: int) -> str:
    return _TEXT.format(title=("A", "Aa")[turn], end="Slot")


def _words(turn: int) -> str:
    return _TEXT.format(title="A", end=("Slot", "Slot, en nog veel meer")[turn])


def _same(_turn: int) -> str:
    return _TEXT.format(title="A", end="Slot")


def _nothing(_of: Path | Scene) -> None: ...


def _no_spare(scene: Scene) -> None:
    shutil.rmtree(scene.root / ".output.spare", ignore_errors=True)


def _known_without_spare(scene: Scene) -> None:
    _no_spare(scene)
    scene.run()  # a link less is a change of a file: then no text is reworded


def _bare(scene: Scene) -> None:
    for one in (".output.spare", "output", ".zorgpact"):
        shutil.rmtree(scene.root / one, ignore_errors=True)
    (scene.root / ".output.inventory").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of build: what an article is at each turn, what is done before, and what is asked.

    What `-v` tells of such a build has `shows` in it and not `lacks`, so that we know it is one.
    """

    text: Callable[[int], str]
    before: Callable[[Scene], None] = _nothing
    asked: tuple[str, ...] = ()
    shows: str = "render"
    lacks: str = "niets veranderd"


BUILDS = {
    "first": Kind(_title, _bare, shows="0 van 9 onthouden"),
    "plain": Kind(_title, asked=("--no-cache",), lacks="onthouden"),
    "remembered": Kind(_title, shows="8 van 9 onthouden"),
    "without spare": Kind(_title, _no_spare, shows="8 van 9 onthouden"),
    "reworded": Kind(_words, shows="8 van 9 onthouden", lacks="render"),
    "reworded without spare": Kind(
        _words, _known_without_spare, shows="8 van 9 onthouden", lacks="render"
    ),
    "nothing changed": Kind(_same, shows="niets veranderd", lacks="render"),
}


@dataclass(slots=True)
class Scene:
    """A site in a folder of its own that is built again and again, each time in another state."""

    kind: Kind
    root: Path
    machine: Machine
    turn: int = 0
    wanted: list[dict[str, bytes]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # of calls when nothing goes wrong

    def begin(self) -> None:
        """Build it in both states and without the article, and know what each comes to."""
        write_site(self.root, FILES)
        for turn in (0, 1, GONE):
            self.write(turn)
            output = self.root.with_name(f"{self.root.name}-plain-{turn}")
            ran = self.run("--no-cache", "--output", str(output))
            assert ran.code == 0, ran.told
            self.wanted.append(published(output))
            shutil.rmtree(output)
        for turn in (0, 1, 0):
            self.write(turn)
            assert self.run().code == 0
        for _way in ("there", "back"):
            ran, wrong = self.play(NONE)
            assert not wrong, wrong
            assert self.kind.shows in ran.told, ran.told
            assert self.kind.lacks not in ran.told, ran.told
            self.counts = {kind: max(n, self.counts.get(kind, 0)) for kind, n in ran.counts.items()}

    @property
    def asked(self) -> tuple[str, ...]:
        """How the command is called."""
        return ("build", "--site", str(self.root), "--today", TODAY.isoformat(), "--jobs", "1")

    def run(self, *more: str, fault: Fault = NONE, **who: Any) -> Ran:
        """Build."""
        return self.machine.run(self.root, *self.asked, *more, fault=fault, **who)

    def play(self, fault: Fault, damage: Damage = _nothing) -> tuple[Ran, list[str]]:
        """Change the site, build it with a fault and again without: all that is wrong then."""
        self.kind.before(self)
        old = self.tree()
        damage(self.root)
        self.turn = 1 - self.turn
        self.write(self.turn)
        ran = self.run("-v", *self.kind.asked, fault=fault)
        new = self.wanted[self.turn]
        if fault.action == "replace" and ran.struck:
            return ran, self._replaced(ran, old, new)
        wrong = [*self._wrong_code(ran, fault), *self._wrong_tree(ran, old, new)]
        wrong += self.healed(new)
        if fault.action != "fail":  # what could not be removed goes with the next publication
            left = {path.name for path in self.root.iterdir()} - OURS
            wrong += [f"left: {one}" for one in sorted(left)]
        return ran, wrong

    def _replaced(self, ran: Ran, old: Tree, new: Tree) -> list[str]:
        """What is wrong when a text was saved as it was before, or went, while it was built."""
        gone = not (self.root / ARTICLE).exists()
        wrong = self._wrong_words(ran, errno.ENOENT if gone else 0)
        if ran.code not in ({0, 3} if gone else {0}):
            wrong.append(f"exit code {ran.code}: {ran.told}")
        after = self.wanted[GONE if gone else 1 - self.turn]
        if self.tree() not in (old, new, after):
            wrong += [f"of no state: {one}" for one in self._unlike(self.tree(), new)]
        wrong += self.healed(after)
        if not gone:
            self.turn = 1 - self.turn
            return wrong
        self.write(self.turn)
        return [*wrong, *self.healed(new)]

    def healed(self, wanted: Tree) -> list[str]:
        """What is wrong after a build that is let alone."""
        ran = self.run()
        wrong = [f"the next build ends with {ran.code}: {ran.told}"] if ran.code else []
        return wrong + [f"the next build: {one}" for one in self._unlike(self.tree(), wanted)]

    def tree(self) -> Tree:
        """What is published now."""
        output = self.root / "output"
        return published(output) if output.exists() else None

    def write(self, turn: int) -> None:
        """Have the site in this state, as an editor saves it."""
        article = self.root / ARTICLE
        article.unlink() if turn == GONE else article.write_text(self.kind.text(turn), "utf-8")
        time.sleep(0.025)  # editors are slower: within a tick of the clock all files are in doubt

    def _wrong_code(self, ran: Ran, fault: Fault) -> list[str]:
        if ran.code not in codes_of(fault) or (ran.code and not ran.struck and not fault.after):
            return [f"exit code {ran.code}: {ran.told}"]
        return self._wrong_words(ran, fault.value if fault.action == "fail" else 0)

    def _wrong_words(self, ran: Ran, number: int) -> list[str]:
        """What is wrong with what a build told to which a call failed with this number."""
        told = ran.told.replace("\n", "")
        if "Traceback" in told or ran.code == BROKEN:
            return [f"a traceback: {ran.told}"]
        if ran.code in {2, 3, 4} and str(self.root) not in told:
            return [f"no path in: {ran.told}"]
        if ran.code == 3 and why(OSError(number, ""), messages_in("nl")) not in told:
            return [f"no cause in: {ran.told}"]
        return []

    def _wrong_tree(self, ran: Ran, old: Tree, new: Tree) -> list[str]:
        found = self.tree()
        if ran.code == 3 and found == new != old:
            return [f"the new site, but told is: {ran.told}"]
        if ran.code == 0 or found != old:
            return self._unlike(found, new)
        return []

    def _unlike(self, found: Tree, wanted: Tree) -> list[str]:
        told = difference(found or {}, wanted or {})
        return [told] if told else []


def codes_of(fault: Fault) -> set[int]:
    """How a build may end to which this happens."""
    if fault.is_death:
        return {0, -9}
    if fault.action == "signal":
        return {0, 128 + fault.value}
    if fault.action == "fail":  # as if its mark or its lock were of others
        return {0, 2, 3, 4} if fault.value == errno.ENOENT else {0, 3}
    return {0}

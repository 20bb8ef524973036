"""Builds by several processes that are ended at random moments: by Ctrl-C, the system, or in part.

`python -m tests.sudden_ends --seed 7 --minutes 10` plays what a failure tells to replay.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.edited_site import Edited
from tests.small_site import tree_of

_JOBS = 3
_LONG = 60.0  # seconds: a build that was ended and is there after so many hangs
_SOON = 2.0  # seconds: who goes on longer after it was asked to end has not heard it


def members(session: int) -> set[int]:
    """The processes of a session that live."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = path.read_text("utf-8", "replace").partition(" (")
        except OSError:  # it ended just now
            continue
        state, _parent, _group, its = rest.rpartition(") ")[2].split()[:4]
        if int(its) == session and state != "Z":
            found.add(int(number))
    return found


def write_long_site(root: Path, word: str = "Lang") -> None:
    """Write a site whose texts take a while to read, with a word in each of their titles."""
    site = Edited()
    long = "\n\n".join(["Sparkcentres kwam op dinsdag 27 maart 2018 naar *Zwolle*."] * 100)
    for number in range(120):
        text = f"---\ntitle: {word} {number}\n---\n{long}\n"
        site.files[f"content/articles/lang-{number}.md"] = text.encode()
    site.write(root)


def _to_one(number: signal.Signals) -> Callable[[int, Random], None]:
    return lambda build, _random: os.kill(build, number)


def _to_all(number: signal.Signals) -> Callable[[int, Random], None]:
    return lambda build, _random: os.killpg(build, number)


def _kill_a_child(build: int, random: Random) -> None:
    children = sorted(members(build) - {build})
    if children:
        os.kill(random.choice(children), signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class End:
    """A way in which a build is ended: what is done, and the exit codes it may have then."""

    strike: Callable[[int, Random], None]
    codes: frozenset[int]
    is_asked: bool = True


ENDS: Mapping[str, End] = {
    "Ctrl-C": End(_to_all(signal.SIGINT), frozenset({130, -signal.SIGINT})),
    "SIGINT": End(_to_one(signal.SIGINT), frozenset({130, -signal.SIGINT})),
    "SIGTERM": End(_to_one(signal.SIGTERM), frozenset({143, -signal.SIGTERM})),
    "SIGTERM to all": End(_to_all(signal.SIGTERM), frozenset({143, -signal.SIGTERM})),
    "SIGHUP to all": End(_to_all(signal.SIGHUP), frozenset({129, -signal.SIGHUP})),
    "SIGKILL": End(_to_one(signal.SIGKILL), frozenset({-signal.SIGKILL})),
    "a child killed": End(_kill_a_child, frozenset({3}), is_asked=False),
}


@dataclass(slots=True)
class Game:
    """A site in two states, of which now one is published and then the other."""

    root: Path
    random: Random
    trees: dict[str, dict[str, bytes]] = field(default_factory=dict)
    published: str = ""
    seconds: float = 0.0  # that a build takes when it is let alone
    told: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """Build it in both states, and know what each comes to."""
        for word in ("Lang", "Kort"):
            write_long_site(self.root, word)
            begun = time.monotonic()
            code, told = _outcome(self._start())
            self.seconds = time.monotonic() - begun
            assert code == 0, told
            self.trees[word] = tree_of(self.root / "output")
            self.published = word
        assert self.trees["Lang"] != self.trees["Kort"]

    def play(self, name: str) -> list[str]:
        """Build the other state and end that build so: all that is wrong then."""
        (other,) = self.trees.keys() - {self.published}
        write_long_site(self.root, other)
        build = self._start()
        moment = self.random.uniform(0, self.seconds)
        time.sleep(moment)
        with suppress(ProcessLookupError):  # it was over already
            ENDS[name].strike(build.pid, self.random)
        begun = time.monotonic()
        code, told = _outcome(build)
        after = time.monotonic() - begun
        self.told[f"{name}: {code}"] += 1
        wrong = [*_wrong_end(ENDS[name], code, told, after), *_left_behind(build.pid)]
        wrong += self._wrong_tree(code, other)
        return [f"{name} after {moment:.3f} s: {one}" for one in wrong]

    def _wrong_tree(self, code: int | None, other: str) -> list[str]:
        found = tree_of(self.root / "output")
        for word, tree in self.trees.items():
            if found == tree:
                self.published = word
                stale = code == 0 and word != other
                return ["told that it is published, and it is not"] if stale else []
        return ["the published site is of neither state"]

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "zorgpact_site", "build", "--no-cache"]
        command += ["--site", str(self.root), "--today", "2018-06-01", "--jobs", str(_JOBS)]
        return subprocess.Popen(
            command,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_hear_interrupts,  # noqa: PLW1509 - no thread runs here
        )


def _hear_interrupts() -> None:
    """Undo that shells let what runs in the background hear no Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _outcome(build: subprocess.Popen[str]) -> tuple[int | None, str]:
    """The exit code and what was told; no code when it hangs."""
    try:
        _, told = build.communicate(timeout=_LONG)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        _, told = build.communicate()
        return None, told
    return build.returncode, told


def _wrong_end(end: End, code: int | None, told: str, after: float) -> list[str]:
    if code is None:
        return [f"it hangs: {told}"]
    wrong = []
    if code not in end.codes | {0}:
        wrong.append(f"exit code {code}: {told}")
    if code == 0 and end.is_asked and after > _SOON:
        wrong.append(f"it went on for {after:.1f} s: {told}")
    if "Traceback" in told or "Exception ignored" in told:
        wrong.append(f"a traceback: {told}")
    return wrong


def _left_behind(session: int) -> list[str]:
    until = time.monotonic() + _SOON
    while (left := members(session)) and time.monotonic() < until:
        time.sleep(0.01)
    return [f"left behind: {sorted(left)}"] if left else []


def main() -> int:
    """Play random ends; 1 when anything goes wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=10)
    asked = parser.parse_args()
    bad, until = 0, time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory() as folder:
        game = Game(Path(folder), Random(asked.seed))  # noqa: S311 - any moment will do
        game.begin()
        while time.monotonic() < until:
            wrong = game.play(game.random.choice(list(ENDS)))
            bad += bool(wrong)
            for one in wrong:
                print(one, flush=True)  # noqa: T201 - its report
    counts = ", ".join(f"{what} {count} times" for what, count in sorted(game.told.items()))
    print(f"{game.told.total()} builds, {bad} wrong ({counts})")  # noqa: T201 - its report
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())

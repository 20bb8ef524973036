"""Saves texts under a running preview, and tells how long until their pages show it.

python benchmarks/preview.py --size 1000 --saves 10

By the clock from the write until the page is answered with it, and until the whole site is
published; and what that took of the processor.
"""

import argparse
import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Thread

from generate import generate
from made_articles import TODAY

_PATIENCE = 1800.0  # seconds
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
_REBUILT = re.compile(r"\d\d:\d\d:\d\d .*\(\d+ ms\)")
_DAY = re.compile(r"^\d{4}(-\d\d){0,2}-")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds until the page showed it, until all was published, and of the processor."""

    page: float
    rest: float
    cpu: float


@dataclass(slots=True)
class Running:
    """A preview, and the lines that it says."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def rebuilt(self) -> int:
        """How many times it told that it had published."""
        return sum(bool(_REBUILT.search(line)) for line in self.said)

    def page(self, address: str) -> str:
        """A page as a browser gets it."""
        told = next(found for line in self.said if (found := _ADDRESS.search(line)))
        asked = http.client.HTTPConnection("127.0.0.1", int(told[1]))
        try:
            asked.request("GET", address)
            return asked.getresponse().read().decode()
        finally:
            asked.close()

    def cpu(self) -> float:
        """Seconds of the processor so far; 0 where the system does not tell."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return 0.0
        ticks = stat.read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def previewed(site: Path) -> Iterator[Running]:
    """A preview that has published its first build."""
    command = [sys.executable, "-m", "zorgpact_site", "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(
        [*command, "--no-open", "--today", str(TODAY)], stderr=subprocess.PIPE, text=True
    ) as process:
        running = Running(process)
        assert process.stderr  # noqa: S101 - it was asked for
        Thread(target=running.said.extend, args=(process.stderr,), daemon=True).start()
        try:
            wait(lambda: running.rebuilt > 0)
            yield running
        finally:
            process.terminate()


def wait(done: Callable[[], bool], pause: float = 0.05) -> None:
    """Wait until it is done; TimeoutError when that takes very long."""
    end = time.monotonic() + _PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(pause)


def body_edited(text: str, mark: str) -> str:
    """The text with a paragraph more."""
    return f"{text}\n\n{mark}\n"


def title_edited(text: str, mark: str) -> str:
    """The text with a longer title."""
    return re.sub(r"(?m)^title: *(['\"]?)", rf"title: \1{mark} ", text, count=1)


EDITS = {"body": body_edited, "title": title_edited}


def measure_saves(running: Running, article: Path, edit: str, saves: int) -> list[Took]:
    """Save an article so many times, each after all of the last is published."""
    text = article.read_text("utf-8")
    address = f"/artikelen/{_DAY.sub('', article.stem)}/"
    taken = []
    for number in range(saves):
        before, cpu, mark = running.rebuilt, running.cpu(), f"Bewaard {edit} {number}"
        began = time.perf_counter()
        article.write_text(EDITS[edit](text, mark), "utf-8")
        wait(lambda mark=mark: mark in running.page(address), 0.002)  # type: ignore[misc]
        page = time.perf_counter() - began
        wait(lambda before=before: running.rebuilt > before)  # type: ignore[misc]
        taken.append(Took(page, time.perf_counter() - began, running.cpu() - cpu))
    article.write_text(text, "utf-8")
    return taken


def shown(edit: str, taken: Sequence[Took]) -> str:
    """A line of the table."""
    page = [one.page * 1000 for one in taken]
    rest, cpu = (median(getattr(one, name) for one in taken) for name in ("rest", "cpu"))
    return f"{edit:8} {median(page):9.0f} {max(page):9.0f} {rest:9.1f} {cpu:9.1f}"


def main() -> None:
    """Read the command line, measure, and print a table."""
    parser = argparse.ArgumentParser(description="Measure how soon a preview shows a save.")
    parser.add_argument("--size", type=int, default=1000, help="number of articles (1000)")
    parser.add_argument("--saves", type=int, default=10, help="saves of each kind (10)")
    parser.add_argument("--site", type=Path, help="a generated site, whose texts are edited")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or Path(folder) / "site"
        if asked.site is None:
            generate(site, asked.size)
        articles = sorted((site / "content/articles").rglob("*.md"))
        with previewed(site) as running:
            wait(lambda: running.page("/") != "")
            print(f"{'edited':8} {'page ms':>9} {'slowest':>9} {'rest s':>9} {'cpu s':>9}")
            for edit in EDITS:
                taken = measure_saves(running, articles[len(articles) // 2], edit, asked.saves)
                print(shown(edit, taken), flush=True)


if __name__ == "__main__":
    main()

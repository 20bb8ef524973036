"""Lets Lighthouse judge ten kinds of page of the real site, and writes its scores into the docs.

python -m benchmarks.lighthouse.run --rounds 3

The site is built for an address of this machine, so that its canonical links are true, and served
compressed and with the headers of `tests/static_host.py`. Needs node and Debian's chromium.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median_low, mode
from typing import Any

from tests.page_kinds import REAL_TODAY, PageKind, kind_named
from tests.static_host import hosted
from zorgpact_site.build import build
from zorgpact_site.inputs import Options
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT = ROOT / "docs" / "quality.md"
SAMPLE = (
    "home",
    "article",
    "articles",
    "region",
    "theme",
    "koploper",
    "koplopers",
    "meetings",
    "tools",
    "search",
)
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
DEVICES: Mapping[str, Sequence[str]] = {"mobile": (), "desktop": ("--preset=desktop",)}
_CHROMIUM = "/usr/bin/chromium"
_TABLE = re.compile(r"(?<=<!-- lighthouse -->\n).*?(?=<!-- /lighthouse -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a page got on a device, from 0 to 100, and which audits cost it points."""

    kind: PageKind
    device: str
    points: Mapping[str, int]
    lost: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether every category has what it should at least have."""
        return all(self.points[name] >= least for name, least in LEAST.items())


def lighthouse(url: str, device: str, categories: Iterable[str]) -> dict[str, Any]:
    """One report of Lighthouse; raises CalledProcessError when it cannot make one."""
    command = [
        "node",
        str(HERE / "node_modules/lighthouse/cli/index.js"),
        url,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        f"--only-categories={','.join(categories)}",
        *DEVICES[device],
    ]
    environment = {**os.environ, "CHROME_PATH": _CHROMIUM}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def judge(kind: PageKind, url: str, device: str, rounds: int) -> Scores:
    """All categories once, and performance as the median of some rounds.

    When more than half of the rounds would give one number, that is the median already.
    """
    whole = lighthouse(url, device, LEAST)
    reports = [whole]
    speeds = [_points(whole, "performance")]
    while len(speeds) < rounds and 2 * speeds.count(speeds[-1]) <= rounds:
        reports.append(lighthouse(url, device, ["performance"]))
        speeds.append(_points(reports[-1], "performance"))
    middle = reports[speeds.index(mode(speeds) if len(speeds) < rounds else median_low(speeds))]
    reports_of = {**dict.fromkeys(LEAST, whole), "performance": middle}
    points = {name: _points(report, name) for name, report in reports_of.items()}
    lost = tuple(audit for name, report in reports_of.items() for audit in _lost(report, name))
    return Scores(kind, device, points, lost)


def _points(report: Mapping[str, Any], category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def _lost(report: Mapping[str, Any], category: str) -> Iterable[str]:
    for audit in report["categories"][category]["auditRefs"]:
        found = report["audits"][audit["id"]]
        if audit["weight"] and found["score"] is not None and found["score"] < 1:
            yield f"{category}: {found['title']} ({found.get('displayValue', found['score'])})"


def table(scores: Sequence[Scores]) -> str:
    """The scores as a table in Markdown: a row for each page, a column for each device."""
    head = ["page", *(f"{device}: {name}" for device in DEVICES for name in LEAST)]
    rows = []
    for kind in dict.fromkeys(one.kind for one in scores):
        points = [str(one.points[name]) for one in scores if one.kind == kind for name in LEAST]
        rows.append([f"{kind.name} (`/{kind.address}`)", *points])
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _described(rounds: int) -> str:
    def version(*command: str) -> str:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found = re.search(r"\d+[\d.]+", done.stdout)
        return found[0] if found else "?"

    package = json.loads((HERE / "node_modules/lighthouse/package.json").read_text("utf-8"))
    return (
        f"Lighthouse {package['version']}, Chromium {version(_CHROMIUM, '--version')}, "
        f"node {version('node', '--version')}; {date.today().isoformat()}; "
        f"performance is the median of {rounds} round{'s' * (rounds > 1)}."
    )


def main() -> None:
    """Build, serve, judge, print, write; the exit code is 1 when a score is too low."""
    parser = argparse.ArgumentParser(description="Let Lighthouse judge ten kinds of page.")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of performance (3)")
    parser.add_argument("kinds", nargs="*", default=SAMPLE, help="kinds of page (the ten)")
    asked = parser.parse_args()
    scores = []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        with hosted({"": output}) as address:
            built = build(scan(ROOT, REAL_TODAY, Options(base_url=address)))
            publish(built.artifacts, output)
            for kind in map(kind_named, asked.kinds):
                for device in DEVICES:
                    one = judge(kind, address + kind.address, device, asked.rounds)
                    print(kind.name, device, *one.points.values(), sep="\t", flush=True)
                    for audit in one.lost:
                        print(f"\t{audit}", flush=True)
                    scores.append(one)
    written = f"\n{_described(asked.rounds)}\n\n{table(scores)}\n\n"
    print(written)
    if tuple(asked.kinds) == SAMPLE:
        REPORT.write_text(_TABLE.sub(lambda _: written, REPORT.read_text("utf-8")), "utf-8")
    sys.exit(0 if all(one.enough for one in scores) else 1)


if __name__ == "__main__":
    main()

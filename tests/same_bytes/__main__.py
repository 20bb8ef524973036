"""Builds two sites under many circumstances, and tells where their bytes differ.

python -m tests.same_bytes
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.remembered_builds import published
from tests.same_bytes.circumstances import (
    Circumstance,
    circumstances,
    with_another_user,
    with_another_zlib,
    with_pythons,
)
from tests.same_bytes.comparing import packed_otherwise, report

ROOT = Path(__file__).parents[2]


def build(site: Path, today: str, how: Circumstance) -> dict[str, bytes]:
    """Build a site as asked. Raises CalledProcessError, with all that was told."""
    now = {**os.environ, "PYTHONPATH": "", **how.environment}
    now["PYTHONPATH"] = f"{now['PYTHONPATH']}{os.pathsep}{ROOT}".strip(os.pathsep)
    command = [how.python or sys.executable, "-m", "zorgpact_site", "build", "--site", str(site)]
    if how.by_epoch is None:
        command += ["--today", today]
    else:
        midnight = datetime.fromisoformat(today).replace(tzinfo=UTC)
        now["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()) + how.by_epoch)
    subprocess.run(
        [*command, *how.arguments],
        env=now,
        umask=how.umask,
        user=how.user or None,
        cwd=site.parent,
        check=True,
        capture_output=True,
        text=True,
    )
    return published(site / "output")


def built(source: Path, today: str, how: Circumstance, work: Path) -> dict[str, bytes]:
    """Build a copy of a site, after what was to be built before."""
    site = work / how.folder
    for name in ("content", "templates"):
        if (source / name).is_dir():
            shutil.copytree(source / name, site / name)
    if how.user:
        for path in (work, *work.rglob("*")):
            os.chown(path, how.user, how.user)
    text = max((site / "content" / "articles").glob("*.md"), key=lambda one: one.stat().st_size)
    own, whole = site / "templates" / "404.html", text.read_bytes()
    theirs = own.read_bytes() if own.exists() else None
    if how.before == "reworded":
        text.write_bytes(whole + b"\nEn nog een zin aan het slot.\n")
    elif how.before == "template":
        own.parent.mkdir(exist_ok=True)
        own.write_text("<title>Niets</title>")
    if how.before:
        build(site, today, how)
    text.write_bytes(whole)
    if theirs is not None:
        own.write_bytes(theirs)
    elif own.exists():
        own.unlink()
    return build(site, today, how)


def say(line: str) -> None:
    """Tell at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Build all; 1 when anything differs."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--size", type=int, default=100, help="articles of the generated site")
    parser.add_argument("--pythons", type=Path, default=ROOT / ".pythons", help="kept there")
    parser.add_argument("--only", default="", help="circumstances with this in their name")
    asked = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        work.chmod(0o755)
        hows = _all(work, asked.pythons)
        hows = {name: how for name, how in hows.items() if name == "plain" or asked.only in name}
        compared = [
            one
            for name, (source, today) in _sites(work, asked.size).items()
            for one in _compare(name, source, today, hows, work)
        ]
    files, wrong = sum(one.files for one in compared), sum(one.differs for one in compared)
    took = f"{time.monotonic() - begun:.0f} s"
    say(f"{len(hows)} circumstances: {len(compared)} trees, {files} files, {took}; {wrong} differ")
    return bool(wrong)


def _all(work: Path, pythons: Path) -> dict[str, Circumstance]:
    hows = circumstances()
    absent = (with_another_user(hows), with_another_zlib(hows, work), *with_pythons(hows, pythons))
    for why in filter(None, absent):
        say(f"not there: {why}")
    return hows


def _sites(work: Path, size: int) -> dict[str, tuple[Path, str]]:
    """The sites by name, each with its day: our own, and a made one with smaller forms of all."""
    made = work / "made"
    generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(made)]
    subprocess.run([*generate, "--size", str(size)], check=True, capture_output=True)
    with (made / "content" / "site.yaml").open("a") as settings:
        settings.write("publication: {compress: true}\n")
    return {"real": (ROOT, "2026-11-01"), "generated": (made, "2021-11-01")}


@dataclass(frozen=True, slots=True)
class Compared:
    """How many files one tree has, and whether it differs from the plain one."""

    files: int
    differs: bool


def _compare(
    name: str, source: Path, today: str, hows: Mapping[str, Circumstance], folder: Path
) -> Iterator[Compared]:
    """Hold a site built under each circumstance against the plain one, which comes first."""
    wanted: dict[str, bytes] = {}
    for what, how in hows.items():
        found: dict[str, bytes] = {}
        packed: frozenset[str] = frozenset()
        with tempfile.TemporaryDirectory(dir=folder) as work:
            try:
                found = built(source, today, how, Path(work))
            except subprocess.CalledProcessError as error:
                told = [f"  exit code {error.returncode}: {error.stderr}"]
            else:
                wanted = wanted or found
                packed = packed_otherwise(found, wanted) if how.packs_otherwise else packed
                told = report(found, wanted, packed)
        besides = f", {len(packed)} of them packed otherwise" if how.packs_otherwise else ""
        say("\n".join([f"{name}, {what}: {'differs' if told else len(found)}{besides}", *told]))
        yield Compared(len(found), bool(told))


if __name__ == "__main__":
    sys.exit(main())

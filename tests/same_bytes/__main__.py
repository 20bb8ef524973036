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
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.remembered_builds import published
from tests.same_bytes.circumstances import (
    Circumstance,
    circumstances,
    with_another_user,
    with_pythons,
)

ROOT = Path(__file__).parents[2]
_SHOWN, _AROUND = 5, 60  # files, and signs around the first difference


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


def report(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """Where two trees differ, in words; nothing when they do not."""
    told = [f"  absent: {path}" for path in sorted(wanted.keys() - found.keys())]
    told += [f"  too many: {path}" for path in sorted(found.keys() - wanted.keys())]
    for path in sorted(found.keys() & wanted.keys()):
        one, other = found[path], wanted[path]
        if one != other:
            pairs = enumerate(zip(one, other, strict=False))
            at = next((n for n, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
            start, line = max(0, at - _AROUND), one.count(b"\n", 0, at) + 1
            told.append(f"  {path}: {len(one)} and {len(other)} bytes, from byte {at}, line {line}")
            told += [f"    {data[start : at + _AROUND]!r}" for data in (one, other)]
    return told[: 3 * _SHOWN] + [f"  and more: {len(told)} lines"] * (len(told) > 3 * _SHOWN)


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
    hows = circumstances()
    for absent in (with_another_user(hows), *with_pythons(hows, asked.pythons)):
        say(f"not there: {absent}") if absent else None
    hows = {name: how for name, how in hows.items() if name == "plain" or asked.only in name}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        made = Path(folder) / "made"
        generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(made)]
        subprocess.run([*generate, "--size", str(asked.size)], check=True, capture_output=True)
        sites = {"real": (ROOT, "2026-11-01"), "generated": (made, "2021-11-01")}
        wrong = [
            name
            for name, (source, today) in sites.items()
            for name in _differing(name, source, today, hows, Path(folder))
        ]
    say(f"{2 * len(hows)} builds compared, {len(wrong)} differ")
    return bool(wrong)


def _differing(
    name: str, source: Path, today: str, hows: Mapping[str, Circumstance], folder: Path
) -> list[str]:
    """The circumstances under which a site differs from the plain one, which comes first."""
    wanted: dict[str, bytes] = {}
    wrong = []
    for what, how in hows.items():
        with tempfile.TemporaryDirectory(dir=folder) as work:
            try:
                found = built(source, today, how, Path(work))
            except subprocess.CalledProcessError as error:
                told = [f"  exit code {error.returncode}: {error.stderr}"]
            else:
                wanted = wanted or found
                told = report(found, wanted)
        say("\n".join([f"{name}, {what}: {'differs' if told else len(wanted)}", *told]))
        wrong += [what] * bool(told)
    return wrong


if __name__ == "__main__":
    sys.exit(main())

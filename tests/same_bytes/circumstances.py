"""Circumstances under which a site is built, and what is not there to build it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SHUFFLING = Path(__file__).parent / "shuffling"
LOCK = Path(__file__).parents[2] / "requirements.lock"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
NOBODY = 65534
TODAY = "--today"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """How one build differs from the plain one.

    `before` is what was built first in the same folder: nothing, the same, or a text with another
    word in it. Where `by_epoch` is set, today is told by `SOURCE_DATE_EPOCH`, at that second of
    the day.
    """

    environment: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ("--jobs", "1")
    umask: int = 0o022
    folder: str = "site"
    before: str = ""
    python: str = ""
    user: int = 0
    by_epoch: int | None = None


def circumstances() -> dict[str, Circumstance]:
    """All that need nothing but this machine."""
    zones = ("UTC", "Pacific/Auckland", "America/Lima", "Asia/Kathmandu", "Pacific/Kiritimati")
    locales = ("C", "POSIX", "C.UTF-8", "nl_NL.UTF-8", "tr_TR.UTF-8")
    found = {"plain": Circumstance()}
    found |= {f"zone {one}": Circumstance({"TZ": one}) for one in zones}
    found |= {f"locale {one}": Circumstance({"LC_ALL": one, "LANG": one}) for one in locales}
    found |= {f"hash seed {one}": Circumstance({"PYTHONHASHSEED": one}) for one in ("0", "1", "77")}
    found |= {f"{one} jobs": Circumstance(arguments=("--jobs", one)) for one in ("2", "3", "8")}
    found |= {f"umask {one:03o}": Circumstance(umask=one) for one in (0o000, 0o027, 0o077)}
    found |= {
        f"order {one}": Circumstance({"ZORGPACT_ORDER": one, "PYTHONPATH": str(SHUFFLING)})
        for one in ("reversed", "1", "2")
    }
    found |= {
        f"epoch at second {one} in {zone}": Circumstance({"TZ": zone}, by_epoch=one)
        for one, zone in ((0, "America/Lima"), (86_399, "Pacific/Auckland"))
    }
    deep = "een map/met één naam/van ☃/" + "diep/" * 20
    return found | {
        "another folder": Circumstance(folder=f"{deep}site"),
        "without memory": Circumstance(arguments=("--no-cache",), before="same"),
        "warm": Circumstance(before="same"),
        "reworded": Circumstance(before="reworded"),
        "reworded by 2 jobs": Circumstance(before="reworded", arguments=("--jobs", "2")),
        "another template first": Circumstance(before="template"),
    }


def with_another_user(found: dict[str, Circumstance]) -> str:
    """Add builds of another user; why there are none, when there are none."""
    if os.geteuid():
        return "another user: only root can build as another"
    version = f"python3.{sys.version_info.minor}"
    python = shutil.which(version, path="/usr/bin:/usr/local/bin")
    if python is None:
        return f"another user: no {version} that everybody may run"
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib")}
    found["another user"] = Circumstance(libraries, python=python, user=NOBODY)
    return ""


def with_pythons(found: dict[str, Circumstance], places: Path) -> Iterator[str]:
    """Add other versions of Python, each with our libraries; yield what is not there."""
    for version in VERSIONS:
        home = places / version
        python = home / "bin" / "python"
        if not python.exists():
            program = _runs(version)
            if program is None:
                yield f"Python {version} is not installed here"
                continue
            try:
                _install(program, home)
            except subprocess.CalledProcessError:
                yield f"Python {version}: our libraries cannot be installed"
                continue
        found[f"Python {version}"] = Circumstance(python=str(python))


def _runs(version: str) -> str | None:
    """A program of this version that can be run."""
    homes = Path("~/.pyenv/versions").expanduser().glob(f"{version}.*/bin/python")
    for program in (f"python{version}", *map(str, homes)):
        asked = [program, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        try:
            if subprocess.check_output(asked, stderr=subprocess.DEVNULL, text=True)[:-1] == version:
                return program
        except (OSError, subprocess.CalledProcessError):
            continue
    return None


def _install(program: str, home: Path) -> None:
    subprocess.run([program, "-m", "venv", str(home)], check=True)
    pip = [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)

"""Circumstances under which a site is built, and what is not there to build it with."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
SHUFFLING = HERE / "shuffling"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
NOBODY = 65534
TODAY = "--today"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """How one build differs from the plain one.

    `before` is what was built first in the same folder: nothing, the same, or a text with another
    word in it. Where `by_epoch` is set, today is told by `SOURCE_DATE_EPOCH`, at that second of
    the day. `packs_otherwise` tells that its zlib is another, so that what that packed may have
    other bytes, while what comes out of it is the same.
    """

    environment: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ("--jobs", "1")
    umask: int = 0o022
    folder: str = "site"
    before: str = ""
    python: str = ""
    user: int = 0
    by_epoch: int | None = None
    packs_otherwise: bool = False


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


def with_another_zlib(found: dict[str, Circumstance], folder: Path) -> str:
    """Add a build with a zlib that packs otherwise; why there is none, when there is none."""
    if not sys.platform.startswith("linux") or not shutil.which("cc"):
        return "another zlib: only a compiler on Linux can put one before that of the system"
    library = folder / "another-zlib.so"
    theirs = ["-Wl,--no-as-needed", "-l:libz.so.1", "-ldl"]
    command = ["cc", "-shared", "-fPIC", "-o", str(library), str(HERE / "zlib.c"), *theirs]
    subprocess.run(command, check=True)
    found["another zlib"] = Circumstance({"LD_PRELOAD": str(library)}, packs_otherwise=True)
    return ""


def with_pythons(found: dict[str, Circumstance], places: Path) -> Iterator[str]:
    """Add other versions of Python, each with our libraries; yield what is not there."""
    for version in VERSIONS:
        home = places / version
        if not _is_installed(home):
            program = _runs(version)
            if program is None:
                yield f"Python {version} is not installed here"
                continue
            try:
                _install(program, home)
            except subprocess.CalledProcessError:
                yield f"Python {version}: our libraries cannot be installed"
                continue
        python = str(home / "bin" / "python")
        asked = [python, "-c", "import zlib; print(zlib.ZLIB_RUNTIME_VERSION)"]
        packs = subprocess.check_output(asked, text=True)[:-1]
        found[f"Python {version}"] = Circumstance(
            python=python, packs_otherwise=packs != zlib.ZLIB_RUNTIME_VERSION
        )


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


def _is_installed(home: Path) -> bool:
    """Whether our libraries were installed there to the end, in the versions of today."""
    stamp = home / "installed"
    return stamp.exists() and stamp.read_text() == _libraries()


def _install(program: str, home: Path) -> None:
    subprocess.run([program, "-m", "venv", "--clear", str(home)], check=True)
    pip = [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--require-hashes", "-r", "/dev/stdin"]
    subprocess.run(command, input=_libraries(), text=True, check=True)
    (home / "installed").write_text(_libraries())


def _libraries() -> str:
    """What a site needs, and Brotli: locked with all that tests need, most of which it does not."""
    locks = (ROOT / f"requirements{one}.lock" for one in ("", "-dev"))
    needed, tests = (lock.read_text("utf-8") for lock in locks)
    brotli = re.search(r"^brotli==(?:[^\\\n]|\\\n)*", tests, re.MULTILINE)
    assert brotli
    return f"{needed}\n{brotli[0]}\n"

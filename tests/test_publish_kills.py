"""A build killed at any moment leaves the old site or the new one, and no work for anybody."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import publish

LOST = {".output.new", ".output.next", ".output.old"}


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def published(folder: Path) -> dict[str, bytes]:
    found = files_in(folder)
    assert found.pop(MARKER).startswith(b"zorgpact-site")
    return found


def site(folder: Path) -> list[Artifact]:
    return [Artifact(path, CopyOf(folder / path)) for path in files_in(folder)]


def leftovers(output: Path) -> set[str]:
    return {path.name for path in output.parent.iterdir()} & LOST


def make_site(folder: Path, name: str, size: int) -> Path:
    """Make the files of a site: a third shared by all sites, a third changed, a third its own."""
    for number in range(size):
        shared = folder / name / "shared" / str(number) / "index.html"
        changed = folder / name / "changed" / f"{number}.html"
        own = folder / name / name / f"{number}.html"
        for path, text in ((shared, f"{number}"), (changed, f"{name} {number}"), (own, "own")):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text * 100)
    return folder / name


BEGIN = """
import ctypes, os, signal, sys
from pathlib import Path
from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.publishing.publish import publish

def site(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [Artifact(path.relative_to(folder).as_posix(), CopyOf(path)) for path in files]

output, one, other = map(Path, sys.argv[1:4])
"""

PUBLISH_IN_TURNS = f"""{BEGIN}
one, other = site(one), site(other)
print("ready", flush=True)
while True:
    publish(other, output)
    publish(one, output)
"""


def test_a_kill_at_any_moment_leaves_one_site_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    one, other = (make_site(tmp_path, name, size=100) for name in ("one", "other"))
    struck_halfway = 0
    for turn in range(25):
        publish(site(one), output)
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISH_IN_TURNS, output, one, other], stdout=subprocess.PIPE
        ) as build:
            assert build.stdout is not None
            assert build.stdout.readline() == b"ready\n"
            time.sleep(turn * 0.007)
            build.kill()

        assert published(output) in (files_in(one), files_in(other))
        struck_halfway += bool(leftovers(output))
        publish(site(other), output)
        assert published(output) == files_in(other)
        assert leftovers(output) == set()
    assert struck_halfway  # else the kills came at the wrong moments and prove nothing


# Kills itself right before the n-th call to the operating system that may change a disk.
# ctypes.get_errno stands for the calls through ctypes that it follows.
PUBLISH_AND_DIE = f"""{BEGIN}
steps, exchange = int(sys.argv[4]), sys.argv[5]
if exchange == "without":
    ctypes.CDLL = lambda name, **options: object()
CHANGES = {{"open", "write", "close", "mkdir", "link", "rename", "unlink", "rmdir", "fsync",
           "get_errno"}}

def count_down(frame, event, function):
    global steps
    if event == "c_call" and function.__module__ in ("posix", "_ctypes"):
        steps -= function.__name__ in CHANGES
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)

artifacts = site(other)
sys.setprofile(count_down)
publish(artifacts, output)
"""


@pytest.mark.parametrize(
    ("exchange", "spare"),
    [("with", "with spare"), ("without", "with spare"), ("with", "without spare")],
)
def test_a_kill_before_any_single_step_leaves_one_site_whole(
    tmp_path: Path, exchange: str, spare: str
) -> None:
    output = tmp_path / "output"
    one, other = (make_site(tmp_path, name, size=1) for name in ("one", "other"))
    sites = {"one": files_in(one), "other": files_in(other)}
    seen: set[str] = set()
    publish(site(other), output)
    for step in count(1):
        publish(site(one), output)
        assert (tmp_path / ".output.spare").is_dir()
        if spare == "without spare":
            (tmp_path / ".output.inventory").unlink()
        build = subprocess.run(
            [sys.executable, "-c", PUBLISH_AND_DIE, output, one, other, str(step), exchange],
            check=False,
        )
        if build.returncode == 0:
            break
        assert build.returncode == -signal.SIGKILL
        if output.exists():
            seen.update(name for name in sites if published(output) == sites[name])
            assert published(output) in sites.values()
        else:
            seen.add("between two renames")
        with hold(output):
            assert published(output) in sites.values()
            assert leftovers(output) == set()
        publish(site(other), output)
        assert published(output) == sites["other"]
        assert leftovers(output) == set()
    assert seen == {"one", "other"} | ({"between two renames"} if exchange == "without" else set())

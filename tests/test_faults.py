"""A fault at any call leaves one site whole and is told of; some of what `make faults` plays."""

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.faults.fault import FOREVER, Fault
from tests.faults.machine import MISSING, Machine, machine
from tests.faults.scenes import BUILDS, Scene
from tests.faults.trouble import (
    damages,
    of_another_version,
    removed_meanwhile,
    saved_meanwhile,
)


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """What lays faults. On a machine of one's own it may be missing; in CI that is a failure."""
    if MISSING:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with machine(tmp_path_factory.mktemp("machine")) as found:
        yield found


@pytest.fixture(scope="module")
def scene(builder: Machine, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A site of which a text is reworded again and again."""
    found = Scene(BUILDS["reworded"], tmp_path_factory.mktemp("scene") / "site", builder)
    found.begin()
    return found


def kill(kind: str) -> Callable[[int], Fault]:
    return lambda count: Fault(kind, count, count, "signal", signal.SIGKILL)


def failing(kind: str, number: int, *, lasting: bool = False) -> Callable[[int], Fault]:
    return lambda count: Fault(kind, count, FOREVER if lasting else count, "fail", number)


# A fault, and at which part of the calls of its kind.
FAULTS: dict[str, tuple[Callable[[int], Fault], float]] = {
    "killed halfway renaming": (kill("rename"), 0.5),
    "killed when the memory is written": (kill("write"), 1.0),
    "killed at the sync": (kill("sync"), 0.1),
    "Ctrl-C": (lambda count: Fault("create", count, count, "signal", signal.SIGINT), 0.5),
    "asked to end": (lambda count: Fault("create", count, count, "signal", signal.SIGTERM), 0.5),
    "a disk that is full": (failing("write", errno.ENOSPC, lasting=True), 0.1),
    "a disk that is full, near the end": (failing("write", errno.ENOSPC, lasting=True), 0.7),
    "a disk to read only": (failing("create", errno.EROFS, lasting=True), 0.0),
    "a memory that cannot be written": (failing("create", errno.EROFS), 0.0),
    "too many files": (failing("open", errno.EMFILE, lasting=True), 0.2),
    "a read that fails": (failing("read", errno.EIO, lasting=True), 0.1),
    "a text that vanishes": (failing("open", errno.ENOENT), 0.1),
    "a sync that fails": (failing("sync", errno.EIO), 0.1),
    "a folder that stays": (failing("rmdir", errno.EACCES, lasting=True), 0.5),
}


@pytest.mark.parametrize(("make", "part"), FAULTS.values(), ids=FAULTS.keys())
def test_whatever_fails_one_site_stands_whole_and_the_next_build_mends(
    make: Callable[[int], Fault], part: float, scene: Scene
) -> None:
    kind = make(1).kind
    fault = make(max(1, round(scene.counts[kind] * part)))
    ran, wrong = scene.play(fault)
    assert not wrong
    assert ran.struck


def test_a_text_that_is_saved_again_meanwhile_is_built_next_time(scene: Scene) -> None:
    for fault in saved_meanwhile(scene, {**scene.counts, "open": 0, "create": 0, "list": 0}, 1):
        assert scene.play(fault)[1] == []


@pytest.mark.parametrize("part", ["unchanged", ".output.inventory"])
def test_what_is_kept_beside_the_site_may_be_damaged(part: str, scene: Scene) -> None:
    found = {name: one for name, one in damages(scene, Random(1)) if part in name}  # noqa: S311
    for name, damage in found.items():
        if name.endswith(("half", "flipped")):
            assert scene.play(Fault(), damage)[1] == []


@pytest.mark.parametrize("seconds", [-40 * 365 * 24 * 3600, 3600])
def test_a_clock_that_is_wrong_misses_no_change(seconds: int, scene: Scene) -> None:
    assert scene.play(Fault(clock=seconds))[1] == []


def test_a_disk_that_is_full_everywhere_is_told_of_with_the_place_in_the_site_to_be(
    scene: Scene,
) -> None:
    ran, wrong = scene.play(failing("write", errno.ENOSPC, lasting=True)(1), forget_all)
    assert not wrong
    assert f"{scene.root}/.output.new/" in ran.told.replace("\n", "")


def forget_all(root: Path) -> None:
    shutil.rmtree(root / ".zorgpact")


def test_what_another_version_remembers_is_not_believed(scene: Scene) -> None:
    assert of_another_version(scene) == []


def test_a_text_that_goes_away_meanwhile_is_gone_next_time(scene: Scene) -> None:
    moments = dict.fromkeys(scene.counts, 0) | {"read": scene.counts["read"]}
    for fault in removed_meanwhile(scene, moments, 1):
        assert scene.play(fault)[1] == []

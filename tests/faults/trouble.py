"""What happens to a site from outside: damage, rights of others, saves and builds meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.faults.fault import NONE, Fault
from tests.faults.scenes import ARTICLE, Damage, Scene
from tests.remembered_builds import difference, published

NOBODY = 65534
_MOST_SECONDS = 120


def damages(scene: Scene, random: Random) -> Iterator[tuple[str, Damage]]:
    """Every kind of damage to every file that is kept beside what is published."""
    scene.kind.before(scene)
    memory = (scene.root / ".zorgpact" / "memory").rglob("*")
    kept = [path for path in (*sorted(memory), scene.root / ".output.inventory") if path.is_file()]
    first_of_each = {(path.parent, path.suffix): path for path in reversed(kept)}
    for file in first_of_each.values():
        name = file.relative_to(scene.root)
        for what, change in _CHANGES.items():
            if change is _folder and file.parent.name == "pictures":
                continue  # no program does so; it is told of with its path, until it goes
            yield f"{name} {what}", lambda root, n=name, c=change: c(root / n, random)  # type: ignore[misc]


def _half(file: Path, _random: Random) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _flipped(file: Path, random: Random) -> None:
    data = bytearray(file.read_bytes() or b"-")
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    file.write_bytes(data)


def _foreign(file: Path, random: Random) -> None:
    file.write_bytes(random.randbytes(5000))


def _folder(file: Path, _random: Random) -> None:
    file.unlink()
    (file / "in the way").mkdir(parents=True)


_CHANGES = {
    "empty": lambda file, _random: file.write_bytes(b""),
    "half": _half,
    "flipped": _flipped,
    "foreign": _foreign,
    "gone": lambda file, _random: file.unlink(),
    "a folder": _folder,
}


def damaged(scene: Scene, random: Random) -> Iterator[tuple[str, list[str]]]:
    """Builds with damage, each after a build that mended the last; what is wrong with each."""
    for name, damage in list(damages(scene, random)):
        kept = scene.root / name.rpartition(" ")[0].removesuffix(" a")
        if not kept.is_file():  # what is damaged need not be made again
            scene.play(NONE, lambda root: shutil.rmtree(root / ".zorgpact"))
            continue
        _, wrong = scene.play(NONE, damage)
        yield name, wrong
        if kept.is_dir():
            shutil.rmtree(kept)
        scene.play(NONE)


def saved_meanwhile(scene: Scene, counts: dict[str, int], most: int) -> Iterator[Fault]:
    """A text that is saved again, as it was before, at many moments of a build."""
    other = scene.root.with_name("saved.md")
    for fault in _replacing(counts, most, (str(other), str(scene.root / ARTICLE))):
        shutil.copyfile(scene.root / ARTICLE, other)  # as it is until the next turn
        yield fault


def removed_meanwhile(scene: Scene, counts: dict[str, int], most: int) -> Iterator[Fault]:
    """A text that goes away at many moments of a build."""
    return _replacing(
        counts, most, (str(scene.root / ARTICLE), str(scene.root.with_name("removed.md")))
    )


def _replacing(counts: dict[str, int], most: int, pair: tuple[str, str]) -> Iterator[Fault]:
    for kind in ("open", "read", "create", "rename", "list"):
        for number in range(1, counts[kind] + 1, max(1, counts[kind] // most)):
            yield Fault(kind, number, number, "replace", replaced=pair)


def of_another_version(scene: Scene) -> list[str]:
    """A build over all that another version of the program remembers: what is wrong with it."""
    ran, wrong = scene.play(NONE, lambda _root: scene.run(version="another"))
    believed = any(one in ran.told for one in ("8 van 9 onthouden", "niets veranderd"))
    return [*wrong, f"believed: {ran.told}"] if believed else wrong


def owned_by_others(scene: Scene) -> Iterator[tuple[str, list[str]]]:
    """Builds by a user who may not read or write something; nothing unless root asks."""
    if os.geteuid():
        return
    scene.play(NONE)  # so that all of it is there
    root = scene.root
    _give(root, NOBODY)
    for name, path, mode, codes in (
        ("memory of another", root / ".zorgpact", 0o700, {0}),
        ("memory to be read only", root / ".zorgpact" / "memory", 0o755, {0}),
        ("a text of another", root / ARTICLE, 0o600, {3}),
        ("a folder of another", root / "content" / "media", 0o700, {3}),
        ("no place to publish", root, 0o755, {3}),
        ("published by another", root / "output", 0o755, {0, 3}),
    ):
        scene.turn = 1 - scene.turn
        scene.write(scene.turn)
        _give(root, NOBODY)
        was, old = path.stat().st_mode, scene.tree()
        os.chown(path, 0, 0)
        path.chmod(mode)
        ran = scene.run("-v", user=NOBODY)
        if old == scene.wanted[scene.turn]:
            codes |= {0}  # nothing has to be written
        wrong = [] if ran.code in codes else [f"exit code {ran.code}: {ran.told}"]
        if "Traceback" in ran.told or (ran.code and str(root) not in ran.told):
            wrong.append(ran.told)
        wanted = old if ran.code else scene.wanted[scene.turn]
        wrong += [one for one in [difference(scene.tree() or {}, wanted or {})] if one]
        os.chown(path, NOBODY, NOBODY)
        path.chmod(was)
        yield name, [*wrong, *scene.healed(scene.wanted[scene.turn])]
    _give(root, 0)


def _give(root: Path, user: int) -> None:
    for path in (root, *root.rglob("*")):
        os.chown(path, user, user, follow_symlinks=False)


def at_once(scene: Scene, count: int) -> list[str]:
    """So many builds of a changed site at once: what is wrong with what they leave."""
    scene.turn = 1 - scene.turn
    scene.write(scene.turn)
    command = [sys.executable, "-m", "zorgpact_site", *scene.asked]
    builds = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(count)]
    told = [one.communicate(timeout=_MOST_SECONDS)[1] for one in builds]
    codes = [one.returncode for one in builds]
    wrong = [f"{codes}: {one}" for one in told if "Traceback" in one]
    if not set(codes) <= {0, 4} or 0 not in codes:
        wrong.append(f"exit codes {codes}: {told}")
    wanted = scene.wanted[scene.turn]
    wrong += [one for one in [difference(published(scene.root / "output"), wanted)] if one]
    return [*wrong, *scene.healed(wanted)]

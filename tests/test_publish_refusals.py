"""What is not ours, not free or not possible is refused before anything is written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from zorgpact_site.artifact import Artifact
from zorgpact_site.publishing.errors import Busy, NotOurs
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import publish, publish_held

HOME = Artifact("index.html", b"<h1>Welkom</h1>")


def everything_in(folder: Path) -> dict[Path, bytes | None]:
    return {path: None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def somebodys_folder(output: Path) -> None:
    output.mkdir()
    (output / "thesis.odt").write_bytes(b"four years of work")


def a_file(output: Path) -> None:
    output.write_bytes(b"a file")


def a_folder_called_as_our_marker(output: Path) -> None:
    (output / MARKER).mkdir(parents=True)


def a_marker_with_another_text(output: Path) -> None:
    somebodys_folder(output)
    (output / MARKER).write_bytes(b"zorgpact")


def a_marker_that_is_a_symlink(output: Path) -> None:
    published = output.with_name("published")
    publish([HOME], published)
    somebodys_folder(output)
    (output / MARKER).symlink_to(published / MARKER)


@pytest.mark.parametrize(
    "make",
    [
        somebodys_folder,
        a_file,
        a_folder_called_as_our_marker,
        a_marker_with_another_text,
        a_marker_that_is_a_symlink,
    ],
)
def test_what_is_not_ours_stays_untouched(make: Callable[[Path], None], tmp_path: Path) -> None:
    output = tmp_path / "output"
    make(output)
    before = everything_in(tmp_path)

    with pytest.raises(NotOurs) as caught:
        publish([HOME], output)

    assert caught.value.path == output
    assert str(output) in str(caught.value)
    assert everything_in(tmp_path) == before  # and so not even a lock file


def test_a_symlink_to_itself_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(tmp_path / "output")
    with pytest.raises(NotOurs):
        publish([HOME], tmp_path / "output")


@pytest.mark.parametrize("neighbour", [".output.new", ".output.old"])
def test_a_folder_of_somebody_else_where_we_need_room_is_not_ours(
    neighbour: str, tmp_path: Path
) -> None:
    publish([HOME], tmp_path / "output")
    somebodys_folder(tmp_path / neighbour)
    before = everything_in(tmp_path)
    with pytest.raises(NotOurs) as caught:
        publish([], tmp_path / "output")
    assert caught.value.path == tmp_path / neighbour
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "path",
    ["", "/etc/x", "../x", "a/../../x", "a//x", "a/", "./x", "a/.", "a\0b", "\ud800", MARKER],
)
def test_a_path_that_is_no_place_in_the_site_is_a_mistake(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"not a path|surrogates|two artifacts"):
        publish([HOME, Artifact(path, b"")], tmp_path / "output")
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "a/b"), ("a/b/c", "a/b"), (f"{MARKER}/a",)])
def test_artifacts_that_cannot_stand_together_are_a_mistake(
    paths: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=r"two artifacts|both a file"):
        publish([Artifact(path, b"") for path in paths], tmp_path / "output")
    assert everything_in(tmp_path) == {}


HOLDER = """
import sys
from pathlib import Path
from zorgpact_site.publishing.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_that_builds_makes_us_busy_until_it_dies(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME], output)
    before = everything_in(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, output], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Busy) as caught:
            publish([], output)
        assert caught.value.path == output
        assert everything_in(tmp_path) == before
        other.kill()
    assert publish([], output).removed == (HOME.path,)


def test_a_hold_is_not_reentrant_and_ends_with_its_block(tmp_path: Path) -> None:
    with hold(tmp_path / "output") as place:
        publish_held([HOME], place)
        with pytest.raises(Busy):
            publish([HOME], tmp_path / "output")
    assert publish([HOME], tmp_path / "output").unchanged == 1

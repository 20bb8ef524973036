"""A published folder is exactly the set of artifacts, and what is the same is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import publish, publish_held
from zorgpact_site.publishing.tree import Changes

HOME = Artifact("index.html", b"<h1>Welkom</h1>")
ZWOLLE = Artifact("artikelen/zwolle/index.html", b"<h1>Zwolle</h1>")
STYLE = Artifact("assets/site.css", b"h1 { color: navy }")
# What may stand in the folder around the site when all is well.
OURS = {"output", ".output.lock", ".output.inventory", ".output.spare"}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a published tree and its bytes, but for our marker."""
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    assert found.pop(MARKER).startswith(b"zorgpact-site")
    return found


def folders_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_an_absent_folder_becomes_the_set_of_artifacts(tmp_path: Path) -> None:
    output = tmp_path / "build" / "output"

    changes = publish([ZWOLLE, HOME], output)

    assert files_in(output) == {HOME.path: HOME.data, ZWOLLE.path: ZWOLLE.data}
    assert changes == Changes(added=(ZWOLLE.path, HOME.path), changed=(), removed=(), unchanged=0)
    assert names_in(output.parent) <= OURS


def test_an_empty_folder_is_accepted(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    assert publish([HOME], output).added == (HOME.path,)
    assert files_in(output) == {HOME.path: HOME.data}
    assert names_in(tmp_path) <= OURS


def test_a_site_without_pages_is_a_marked_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert publish([], output) == Changes((), (), (), 0)
    assert names_in(output) == {MARKER}


def test_what_is_not_wanted_any_more_goes(tmp_path: Path) -> None:
    publish([HOME, ZWOLLE, STYLE], tmp_path / "output")
    new_home = Artifact(HOME.path, b"<h1>Dag</h1>")

    changes = publish([new_home, STYLE], tmp_path / "output")

    assert changes == Changes((), changed=(HOME.path,), removed=(ZWOLLE.path,), unchanged=1)
    assert files_in(tmp_path / "output") == {HOME.path: b"<h1>Dag</h1>", STYLE.path: STYLE.data}
    assert names_in(tmp_path / "output") == {MARKER, "index.html", "assets"}
    assert names_in(tmp_path) <= OURS


def test_unchanged_files_keep_their_inode_and_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME, ZWOLLE], output)
    before = (output / ZWOLLE.path).stat()

    publish([Artifact(HOME.path, b"anders"), ZWOLLE], output)

    after = (output / ZWOLLE.path).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 2  # here and in the spare tree


def test_when_nothing_changed_nothing_is_written(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME, ZWOLLE], output)

    def traces() -> dict[Path, tuple[int, int, int]]:
        everything = [tmp_path, output, *output.rglob("*")]
        states = [(path, path.stat()) for path in everything]
        return {path: (at.st_ino, at.st_mtime_ns, at.st_ctime_ns) for path, at in states}

    before = traces()
    assert publish([ZWOLLE, HOME], output) == Changes((), (), (), unchanged=2)
    assert traces() == before


def test_what_others_left_in_the_folder_goes_and_is_not_followed(tmp_path: Path) -> None:
    output, outside = tmp_path / "output", tmp_path / "outside"
    publish([HOME, ZWOLLE], output)
    outside.mkdir()
    (outside / "index.html").write_bytes(b"van een ander")
    (output / "stray.txt").write_bytes(b"")
    (output / "folder-link").symlink_to(outside)
    (output / "artikelen" / "broken-link").symlink_to("nowhere")

    removed = publish([HOME, ZWOLLE], output).removed

    assert removed == ("artikelen/broken-link", "folder-link", "stray.txt")
    assert names_in(output) == {MARKER, "index.html", "artikelen"}
    assert names_in(outside) == {"index.html"}


def test_a_symlink_too_many_goes_although_no_file_changes(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME], output)
    (output / "link").symlink_to(tmp_path)
    assert publish([HOME], output) == Changes((), (), removed=("link",), unchanged=1)
    assert names_in(output) == {MARKER, "index.html"}


def test_an_empty_folder_too_many_goes_although_no_file_changes(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME], output)
    (output / "empty").mkdir()
    assert publish([HOME], output) == Changes((), (), (), unchanged=1)
    assert names_in(output) == {MARKER, "index.html"}


def test_a_symlink_to_the_wanted_bytes_is_replaced_by_a_file(tmp_path: Path) -> None:
    output, outside = tmp_path / "output", tmp_path / "outside.html"
    target = "../outside.html"
    page = Artifact("index.html", b"x" * len(target))  # the size of the symlink is as wanted, too
    publish([page], output)
    outside.write_bytes(b"x" * len(target))
    (output / page.path).unlink()
    (output / page.path).symlink_to(target)

    assert publish([page], output).changed == (page.path,)

    assert not (output / page.path).is_symlink()
    assert (output / page.path).stat().st_ino != outside.stat().st_ino


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    file, folder = Artifact("a", b"file"), Artifact("a/index.html", b"folder")
    publish([file], tmp_path / "output")
    assert publish([folder], tmp_path / "output") == Changes((folder.path,), (), ("a",), 0)
    assert publish([file], tmp_path / "output") == Changes(("a",), (), (folder.path,), 0)
    assert files_in(tmp_path / "output") == {"a": b"file"}


def test_a_picture_is_copied_and_compared_by_its_bytes(tmp_path: Path) -> None:
    output, source = tmp_path / "output", tmp_path / "foto.webp"
    large = bytes(range(256)) * 12_000  # about 3 MB: read in more than one piece
    source.write_bytes(large)
    picture = Artifact("media/foto.webp", CopyOf(source))
    publish([picture], output)
    assert files_in(output) == {"media/foto.webp": large}
    assert publish([picture], output).unchanged == 1

    source.write_bytes(large[:-1] + b"?")  # in place, and of the same size
    assert files_in(output) == {"media/foto.webp": large}
    assert publish([picture], output).changed == ("media/foto.webp",)
    assert files_in(output) == {"media/foto.webp": large[:-1] + b"?"}


def test_a_symlink_as_output_is_kept_and_its_folder_published(tmp_path: Path) -> None:
    real, link = tmp_path / "disk" / "site", tmp_path / "output"
    real.mkdir(parents=True)
    link.symlink_to(real)
    publish([ZWOLLE], link)

    publish([HOME], link)

    assert link.readlink() == real
    assert files_in(real) == {HOME.path: HOME.data}
    assert names_in(tmp_path) == {"disk", "output"}
    assert names_in(real.parent) == {"site", ".site.lock", ".site.inventory", ".site.spare"}


def test_modes_follow_the_umask_also_of_unchanged_files(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with umask(0o077):
        publish([HOME, ZWOLLE], output)
    assert output.stat().st_mode & 0o777 == 0o700
    assert (output / HOME.path).stat().st_mode & 0o777 == 0o600

    with umask(0o022):
        publish([HOME, ZWOLLE, STYLE], output)

    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (output, *output.rglob("*"))}
    assert modes == {True: 0o755, False: 0o644}


@pytest.mark.parametrize("by", ["umask", "hand"])
def test_rights_are_put_right_although_nothing_changed(by: str, tmp_path: Path) -> None:
    output, page = tmp_path / "output", tmp_path / "output" / HOME.path
    with umask(0o077 if by == "umask" else 0o022):
        for _ in range(3):  # in the end of a spare tree
            publish([HOME, ZWOLLE], output)
        page.chmod(0o600)
    with umask(0o022):
        assert publish([HOME, ZWOLLE], output).changed == ()
        modes = {
            path.is_dir(): path.stat().st_mode & 0o777 for path in (output, *output.rglob("*"))
        }
        assert modes == {True: 0o755, False: 0o644}
        before = page.stat()
        publish([HOME, ZWOLLE], output)
        assert page.stat() == before


@pytest.mark.parametrize("folder", ["", "artikelen"])
@pytest.mark.parametrize("before", [1, 2, 3])
def test_rights_of_a_folder_are_put_right_and_stay_so(
    folder: str, before: int, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    with umask(0o022):
        for _ in range(before):  # in the end of a spare tree
            publish([HOME, ZWOLLE], output)
        (output / folder).chmod(0o700)
        for artifacts in ([HOME, ZWOLLE], [HOME, ZWOLLE, STYLE], [HOME, ZWOLLE], [ZWOLLE]):
            publish(artifacts, output)
            folders = (output, *(path for path in output.rglob("*") if path.is_dir()))
            assert {path.stat().st_mode & 0o777 for path in folders} == {0o755}


def test_a_file_system_without_hard_links_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, target: str) -> None:
        raise PermissionError(1, "Operation not permitted", source, None, target)

    publish([HOME, ZWOLLE], tmp_path / "output")
    monkeypatch.setattr(os, "link", refuse)
    changes = publish([HOME, ZWOLLE, STYLE], tmp_path / "output")
    assert changes == Changes(added=(STYLE.path,), changed=(), removed=(), unchanged=2)
    assert files_in(tmp_path / "output") == {a.path: a.data for a in (HOME, ZWOLLE, STYLE)}


def test_one_hold_serves_many_publications(tmp_path: Path) -> None:
    with hold(tmp_path / "output") as place:
        publish_held([HOME], place)
        changes = publish_held([ZWOLLE], place)
    assert changes == Changes((ZWOLLE.path,), (), (HOME.path,), 0)
    assert files_in(tmp_path / "output") == {ZWOLLE.path: ZWOLLE.data}


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
CONTENTS = st.tuples(st.binary(max_size=2), st.booleans())


def without_clashes(tree: dict[str, tuple[bytes, bool]]) -> dict[str, tuple[bytes, bool]]:
    """Leave out a file where another file needs a folder."""
    return {
        path: content
        for path, content in tree.items()
        if not any(other.startswith(path + "/") for other in tree)
    }


TREES = st.dictionaries(PATHS, CONTENTS, max_size=6).map(without_clashes)


def artifacts_of(tree: dict[str, tuple[bytes, bool]], sources: Path) -> Iterator[Artifact]:
    """Make artifacts of bytes, or of files in `sources` where the tree says so."""
    for number, (path, (data, on_disk)) in enumerate(tree.items()):
        source = sources / str(number)
        source.write_bytes(data)
        yield Artifact(path, CopyOf(source) if on_disk else data)


@settings(max_examples=200)
@given(first=TREES, second=TREES)
def test_any_tree_becomes_exactly_any_other(
    first: dict[str, tuple[bytes, bool]], second: dict[str, tuple[bytes, bool]]
) -> None:
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        publish(artifacts_of(first, Path(folder)), output)
        changes = publish(artifacts_of(second, Path(folder)), output)

        before = {path: data for path, (data, _) in first.items()}
        after = {path: data for path, (data, _) in second.items()}
        folders = {str(parent) for path in after for parent in list(Path(path).parents)[:-1]}
        assert files_in(output) == after
        assert folders_in(output) == folders
    both = before.keys() & after.keys()
    assert changes == Changes(
        added=tuple(sorted(after.keys() - both)),
        changed=tuple(sorted(path for path in both if before[path] != after[path])),
        removed=tuple(sorted(before.keys() - both)),
        unchanged=sum(before[path] == after[path] for path in both),
    )

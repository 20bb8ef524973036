"""What was published is known without reading it, and believed only where nobody touched it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zorgpact_site.artifact import Artifact, Kept
from zorgpact_site.publishing.ahead import looked_ahead
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.inventory import looked_at
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import prepare, publish, publish_held, publish_into

HOME = Artifact("index.html", b"<h1>Welkom</h1>")
ZWOLLE = Artifact("artikelen/zwolle/index.html", b"<h1>Zwolle</h1>")
EMMEN = Artifact("artikelen/emmen/index.html", b"<h1>Emmen</h1>")
SITE = (HOME, ZWOLLE, EMMEN)


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    assert found.pop(MARKER).startswith(b"zorgpact-site")
    return found


def standing_whole(output: Path) -> bytes | None:
    """What is told of a folder: the same whether one process looks or two."""
    told = []
    for processes in (1, 2):
        with looked_at(output, processes, few=1) as whole:
            told.append(whole())
    assert told[0] == told[1]
    return told[0]


def kept(artifact: Artifact) -> Artifact:
    assert isinstance(artifact.data, bytes)
    return Artifact(artifact.path, Kept(hashlib.sha256(artifact.data).digest(), len(artifact.data)))


def test_the_digest_of_the_site_is_told_by_publishing_and_by_looking(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert standing_whole(output) is None
    one = publish(SITE, output).site
    assert standing_whole(output) == one
    other = publish([HOME], output).site
    assert standing_whole(output) == other
    assert one != other
    assert publish(reversed(SITE), tmp_path / "elsewhere").site == one


@pytest.mark.parametrize(("processes", "few"), [(2, 1), (2, 4), (2, 5), (1, 1)])
def test_another_process_looks_when_it_may_and_there_are_more_than_a_few_files(
    processes: int, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Callable[[], bool]] = []

    def meanwhile(question: Callable[[], bool]) -> AbstractContextManager[Callable[[], bool]]:
        asked.append(question)
        return nullcontext(question)

    monkeypatch.setattr("zorgpact_site.publishing.inventory.meanwhile", meanwhile)
    output = tmp_path / "output"
    site = publish(SITE, output).site  # three files and the marker
    with looked_at(output, processes, few) as whole:
        assert len(asked) == (processes > 1 and few < 4)
        assert whole() == site


def edit_in_place(output: Path) -> None:
    with (output / HOME.path).open("r+b") as file:
        file.write(b"<H1>")


def edit_and_set_the_clock_back(output: Path) -> None:
    before = (output / HOME.path).stat()
    edit_in_place(output)
    os.utime(output / HOME.path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(output: Path) -> None:
    (output / "new").write_bytes(b"<H1>Welkom</H1>")
    (output / "new").replace(output / HOME.path)


def replace_by_a_link(output: Path) -> None:
    (output / HOME.path).unlink()
    (output / HOME.path).symlink_to(ZWOLLE.path)


def remove(output: Path) -> None:
    (output / ZWOLLE.path).unlink()


def add(output: Path) -> None:
    (output / "artikelen" / "zwolle" / "extra.html").write_bytes(b"")


def add_a_folder(output: Path) -> None:
    (output / "artikelen" / "extra").mkdir()


def take_rights_away(output: Path) -> None:
    (output / HOME.path).chmod(0o600)


def take_rights_of_a_folder_away(output: Path) -> None:
    (output / HOME.path).parent.chmod(0o700)


def spoil_the_marker(output: Path) -> None:
    with (output / MARKER).open("ab") as file:
        file.write(b"gewijzigd")


def put_another_folder_there(output: Path) -> None:
    shutil.copytree(output, output.with_name("copy"))
    output.rename(output.with_name("moved"))
    output.with_name("copy").rename(output)


TAMPERINGS = [
    edit_in_place,
    edit_and_set_the_clock_back,
    replace,
    replace_by_a_link,
    remove,
    add,
    add_a_folder,
    take_rights_away,
    take_rights_of_a_folder_away,
    spoil_the_marker,
    put_another_folder_there,
]


@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_a_touched_site_is_not_whole_and_is_made_whole(
    tamper: Callable[[Path], None], tmp_path: Path
) -> None:
    output = tmp_path / "output"
    whole = publish(SITE, output).site
    tamper(output)
    assert standing_whole(output) is None

    publish(SITE, output)

    assert files_in(output) == {one.path: one.data for one in SITE}
    assert standing_whole(output) == whole


@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_a_touched_spare_tree_is_never_published(
    tamper: Callable[[Path], None], tmp_path: Path
) -> None:
    output, spare = tmp_path / "output", tmp_path / ".output.spare"
    publish([*SITE, Artifact("a", b"1")], output)
    publish([*SITE, Artifact("a", b"2")], output)
    tamper(spare)

    publish([*SITE, Artifact("a", b"3")], output)

    assert standing_whole(output)
    assert files_in(output) == {one.path: one.data for one in SITE} | {"a": b"3"}
    assert not (output / "artikelen" / "extra").exists()
    assert all(path.stat().st_mode & 0o044 for path in output.rglob("*"))


@pytest.mark.parametrize("tree", ["output", ".output.spare"])
@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_what_was_touched_before_another_process_looked_is_not_believed(
    tamper: Callable[[Path], None], tree: str, tmp_path: Path
) -> None:
    output, new = tmp_path / "output", Artifact("a", b"3")
    publish([*SITE, Artifact("a", b"1")], output)
    site = publish([*SITE, Artifact("a", b"2")], output).site
    tamper(tmp_path / tree)
    with looked_ahead(output, site, spread=True) as looked:
        try:
            publish_into([new], output, site, lambda _path: False, looked)
        except CannotKeep:  # some touch the other tree as well, as files are links
            return
    assert tree != "output"
    assert standing_whole(output)
    assert files_in(output) == {one.path: one.data for one in SITE} | {"a": b"3"}


@pytest.mark.parametrize("tree", ["output", ".output.spare"])
def test_another_tree_than_was_looked_at_is_looked_at_again(tree: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([*SITE, Artifact("a", b"1")], output)
    site = publish([*SITE, Artifact("a", b"2")], output).site
    with looked_ahead(output, site, spread=True) as looked:
        assert looked()
        put_another_folder_there(tmp_path / tree)
        (tmp_path / tree / HOME.path).write_bytes(b"van een ander")
        try:
            publish_into([Artifact("a", b"3")], output, site, lambda _path: False, looked)
        except CannotKeep:
            assert tree == "output"
            return
    assert files_in(output) == {one.path: one.data for one in SITE} | {"a": b"3"}


def test_what_another_process_looked_at_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, looks = tmp_path / "output", list[object]()
    publish([*SITE, Artifact("a", b"1")], output)
    site = publish([*SITE, Artifact("a", b"2")], output).site
    for name in ("tree.is_whole", "renewing.has_folders"):
        monkeypatch.setattr(f"zorgpact_site.publishing.{name}", lambda *_: looks.append(1))
    with looked_ahead(output, site, spread=True) as looked:
        publish_into([Artifact("a", b"3")], output, site, lambda _path: False, looked)
    assert not looks
    monkeypatch.undo()
    assert standing_whole(output)
    other = looked_ahead(output, site, spread=True), looked_ahead(output, site, spread=False)
    for look in other:  # of a site that stands no more, and by nobody
        with look as looked:
            assert not looked()


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"zorgpact-site inventory 3\n"])
def test_a_damaged_inventory_is_as_good_as_none(damage: bytes, tmp_path: Path) -> None:
    output, inventory = tmp_path / "output", tmp_path / ".output.inventory"
    publish([ZWOLLE], output)
    publish(SITE, output)
    inventory.write_bytes(damage or inventory.read_bytes()[:-1])
    assert standing_whole(output) is None
    whole = publish(SITE, output).site
    assert standing_whole(output) == whole  # though the spare tree, in doubt as well, is gone
    inventory.unlink()
    assert publish([kept(HOME), ZWOLLE], output).removed == (EMMEN.path,)
    assert standing_whole(output)


def test_the_inventory_of_a_folder_that_moved_away_is_not_believed(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "output")
    (tmp_path / "output").rename(tmp_path / "moved")
    assert standing_whole(tmp_path / "output") is None
    assert standing_whole(tmp_path / "moved") is None

    assert publish([HOME], tmp_path / "output").added == (HOME.path,)
    assert publish([kept(ZWOLLE), HOME], tmp_path / "moved").removed == (EMMEN.path,)


def test_what_is_kept_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    publish(SITE, output)
    opened: list[str] = []

    def note(path: str | Path, *arguments: int) -> int:
        opened.append(str(path))
        return real(path, *arguments)

    real = os.open
    monkeypatch.setattr(os, "open", note)
    changes = publish([kept(HOME), kept(ZWOLLE), Artifact(EMMEN.path, b"anders")], output)
    assert changes.changed == (EMMEN.path,)
    assert not {str(output / one.path) for one in SITE} & set(opened)
    monkeypatch.undo()
    assert files_in(output)[ZWOLLE.path] == ZWOLLE.data


def test_a_spare_tree_made_at_leisure_serves_the_next_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, spare = tmp_path / "output", tmp_path / ".output.spare"
    with hold(output) as place:
        whole = publish_held(SITE, place).site
        prepare(place)
        assert standing_whole(output) == whole
        inode = spare.stat().st_ino
        prepare(place)
        assert spare.stat().st_ino == inode
        monkeypatch.setattr(os, "link", None)  # so it would fail, if it were called
        publish_held([HOME, ZWOLLE, Artifact("artikelen/assen/index.html", b"nieuw")], place)
    assert output.stat().st_ino == inode
    assert files_in(output) == {
        HOME.path: HOME.data,
        ZWOLLE.path: ZWOLLE.data,
        "artikelen/assen/index.html": b"nieuw",
    }


def test_what_cannot_be_kept_is_told_all_at_once_and_nothing_is_published(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish([HOME, ZWOLLE], output)
    edit_and_set_the_clock_back(output)
    before = files_in(output)

    with pytest.raises(CannotKeep) as caught:
        publish([Artifact("a", b"new"), kept(HOME), kept(ZWOLLE), kept(EMMEN)], output)

    assert caught.value.paths == (HOME.path, EMMEN.path)
    assert files_in(output) == before
    assert not (tmp_path / ".output.new").exists()


def test_a_stream_that_breaks_off_leaves_the_old_site(tmp_path: Path) -> None:
    def stream() -> Iterator[Artifact]:
        yield Artifact(HOME.path, b"anders")
        raise RuntimeError("the template is broken")

    publish(SITE, tmp_path / "output")
    with pytest.raises(RuntimeError):
        publish(stream(), tmp_path / "output")
    assert files_in(tmp_path / "output") == {one.path: one.data for one in SITE}
    assert not (tmp_path / ".output.new").exists()


def test_a_stream_is_written_as_it_comes(tmp_path: Path) -> None:
    staged = tmp_path / ".output.new"

    def stream() -> Iterator[Artifact]:
        yield ZWOLLE
        assert (staged / ZWOLLE.path).read_bytes() == ZWOLLE.data
        yield HOME

    publish(stream(), tmp_path / "output")
    assert files_in(tmp_path / "output") == {HOME.path: HOME.data, ZWOLLE.path: ZWOLLE.data}


def test_a_stream_may_not_bring_a_file_where_a_kept_one_needs_a_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(SITE, output)
    with pytest.raises(ValueError, match="both a file and a folder"):
        publish(iter([kept(ZWOLLE), Artifact("artikelen", b"")]), output)
    assert files_in(output) == {one.path: one.data for one in SITE}


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
TREES = st.dictionaries(PATHS, st.binary(max_size=1), max_size=6).map(
    lambda tree: {
        path: data
        for path, data in tree.items()
        if not any(other.startswith(path + "/") for other in tree)
    }
)


@settings(max_examples=40)
@given(st.lists(TREES, min_size=3, max_size=5))
def test_any_trees_in_turn_are_published_to_the_byte(trees: list[dict[str, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        before: dict[str, bytes] = {}
        for tree in trees:
            artifacts = [Artifact(path, data) for path, data in tree.items()]
            changes = publish(
                (kept(one) if before.get(one.path) == one.data else one for one in artifacts),
                output,
            )
            both = tree.keys() & before.keys()
            assert changes.added == tuple(sorted(tree.keys() - both))
            assert changes.removed == tuple(sorted(before.keys() - both))
            assert changes.unchanged == sum(tree[path] == before[path] for path in both)
            assert files_in(output) == tree
            folders = {path for path in output.rglob("*") if path.is_dir()}
            assert all(any(path.iterdir()) for path in folders)
            assert standing_whole(output) == changes.site
            before = tree

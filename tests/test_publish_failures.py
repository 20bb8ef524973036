"""A full disk, a missing right or Ctrl-C leaves the published site as it was, byte for byte."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.publishing.descriptors import opened
from zorgpact_site.publishing.lock import hold
from zorgpact_site.publishing.place import MARKER
from zorgpact_site.publishing.publish import publish, publish_held
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.refusals import why

HOME = Artifact("index.html", b"<h1>Welkom</h1>")
ZWOLLE = Artifact("artikelen/zwolle/index.html", b"<h1>Zwolle</h1>")
EMMEN = Artifact("artikelen/emmen/index.html", b"<h1>Emmen</h1>")
NEW_HOME = Artifact("index.html", b"<h1>Dag</h1>")
OLD_SITE, NEW_SITE = (HOME, ZWOLLE), (NEW_HOME, ZWOLLE, EMMEN)
EARLIER_SITE = (HOME, Artifact(ZWOLLE.path, b"Zwolle"), Artifact("artikelen/assen/a", b"Assen"))
# What may stand in the folder around the site when all is well.
OURS = {"output", ".output.lock", ".output.inventory", ".output.spare"}
OLD_BYTES, NEW_BYTES = ({a.path: a.data for a in site} for site in (OLD_SITE, NEW_SITE))


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    assert found.pop(MARKER).startswith(b"zorgpact-site")
    return found


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def publish_old_site(output: Path, spare: str) -> None:
    """Publish the old site; the next publication is made of a spare tree, or of the whole."""
    publish(EARLIER_SITE, output)  # the spare: of its files and folders, some go and some come
    publish(OLD_SITE, output)
    assert (output.parent / ".output.spare").is_dir()
    if spare == "without spare":
        (output.parent / ".output.inventory").unlink()


class Failing:
    """A function of `os` of which the calls with their number in `at` fail."""

    def __init__(self, name: str, at: range, error: Callable[[object], BaseException]) -> None:
        self.name, self.call = name, getattr(os, name)
        self.at, self.error = at, error
        self.calls = 0

    def __call__(self, *arguments: object, **options: object) -> object:
        self.calls += 1
        if self.calls not in self.at:
            return self.call(*arguments, **options)
        if self.name == "close":  # a descriptor is gone also when closing it fails
            self.call(*arguments)
        raise self.error(arguments[0])

    @property
    def failed(self) -> bool:
        return self.calls >= self.at.start


def every_failure(
    name: str, error: Callable[[object], BaseException], *, lasting: bool = False
) -> Iterator[Failing]:
    """Let the first call fail, then the second, until there is no such call left to fail."""
    for first in count(1):
        failing = Failing(name, range(first, sys.maxsize if lasting else first + 1), error)
        yield failing
        if not failing.failed:
            assert first > 1, f"os.{name} is never called: this example shows nothing"
            return


def system_error(number: int) -> Callable[[object], OSError]:
    def error(argument: object) -> OSError:
        # As in life: a call on a descriptor does not know the name of its file.
        name = () if isinstance(argument, int) else (str(argument),)
        return OSError(number, os.strerror(number), *name)

    return error


@pytest.mark.parametrize("spare", ["with spare", "without spare"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("open", errno.EMFILE),
        ("write", errno.ENOSPC),
        ("close", errno.EDQUOT),
        ("mkdir", errno.ENOSPC),
        ("link", errno.EMLINK),
        ("fsync", errno.EIO),
        ("scandir", errno.EIO),
        ("unlink", errno.EACCES),
        ("rmdir", errno.EBUSY),
    ],
)
def test_a_failing_call_leaves_one_site_whole(
    name: str,
    number: int,
    *,
    lasting: bool,
    spare: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = tmp_path / "output"
    for failing in every_failure(name, system_error(number), lasting=lasting):
        publish_old_site(output, spare)
        reported = False
        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            try:
                publish(NEW_SITE, output)
            except OSError as error:
                reported = True
                assert error.errno == number
                assert error.filename is not None
        assert files_in(output) == (OLD_BYTES if reported else NEW_BYTES)
        publish(NEW_SITE, output)
        assert files_in(output) == NEW_BYTES
        assert names_in(tmp_path) <= OURS


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_the_old_site_stays_when_the_new_one_cannot_be_written(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD_SITE, tmp_path / "output")
    monkeypatch.setattr(os, "write", Failing("write", range(2, 9), system_error(number)))
    with pytest.raises(OSError, match=r"output\.new/") as caught:
        publish(NEW_SITE, tmp_path / "output")
    assert caught.value.errno == number
    assert files_in(tmp_path / "output") == OLD_BYTES
    assert names_in(tmp_path) <= OURS


WRITE_BEYOND_THE_LIMIT = """
import resource, sys
from pathlib import Path
from zorgpact_site.artifact import Artifact
from zorgpact_site.publishing.publish import publish
resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))
try:
    publish([Artifact("klein", b"klein"), Artifact("groot", bytes(100_000))], Path(sys.argv[1]))
except OSError as error:
    print(Path(error.filename).name)
"""


def test_a_limit_of_the_kernel_in_the_middle_of_a_file_leaves_the_old_site(tmp_path: Path) -> None:
    publish(OLD_SITE, tmp_path / "output")
    build = subprocess.run(
        [sys.executable, "-c", WRITE_BEYOND_THE_LIMIT, tmp_path / "output"],
        capture_output=True,
        check=True,
    )
    assert build.stdout == b"groot\n"
    assert files_in(tmp_path / "output") == OLD_BYTES
    assert names_in(tmp_path) <= OURS


# What may be published when a call is interrupted that is made after the swap, or before it too.
WHEN = {
    "fsync": (NEW_BYTES,),
    "rename": (OLD_BYTES, NEW_BYTES),
    "rmdir": (OLD_BYTES, NEW_BYTES),
}


@pytest.mark.parametrize("spare", ["with spare", "without spare"])
@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("name", ["write", "link", "mkdir", "fsync", "rename", "rmdir"])
def test_an_interrupt_passes_and_leaves_one_site_and_no_rubbish(
    name: str,
    interrupt: type[BaseException],
    spare: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = tmp_path / "output"
    for failing in every_failure(name, lambda _: interrupt()):
        publish_old_site(output, spare)
        with monkeypatch.context() as patch:
            patch.setattr(os, name, failing)
            try:
                publish(NEW_SITE, output)
            except interrupt:
                assert failing.failed
        at = WHEN.get(name, (OLD_BYTES,))
        assert files_in(output) in (at if failing.failed else (NEW_BYTES,))
        if name != "rmdir":  # that one strikes while the rubbish is cleared, too
            assert names_in(tmp_path) <= OURS


def test_a_source_that_is_gone_is_named_and_leaves_the_old_site(tmp_path: Path) -> None:
    publish(OLD_SITE, tmp_path / "output")
    gone = tmp_path / "foto.webp"
    with pytest.raises(FileNotFoundError) as caught:
        publish([NEW_HOME, Artifact("media/foto.webp", CopyOf(gone))], tmp_path / "output")
    assert caught.value.filename == str(gone)
    assert files_in(tmp_path / "output") == OLD_BYTES


def test_an_error_of_opening_that_names_no_file_is_given_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless(*_given: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "open", nameless)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)) as caught, opened(tmp_path / "a"):
        pass
    assert caught.value.filename == str(tmp_path / "a")


def refuse(number: int) -> Callable[..., int]:
    def call(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return call


OLD_LIBRARY = SimpleNamespace()
OLD_FILE_SYSTEM = SimpleNamespace(renameat2=refuse(errno.EINVAL), syncfs=refuse(errno.ENOSYS))
MACOS_WITHOUT_APFS = SimpleNamespace(renamex_np=refuse(errno.ENOTSUP))


@pytest.mark.parametrize("library", [OLD_LIBRARY, OLD_FILE_SYSTEM, MACOS_WITHOUT_APFS])
def test_where_folders_cannot_be_exchanged_they_are_renamed(
    library: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    publish(OLD_SITE, tmp_path / "output")
    publish(NEW_SITE, tmp_path / "output")
    assert files_in(tmp_path / "output") == NEW_BYTES
    assert names_in(tmp_path) <= OURS


def test_a_failing_rename_leaves_one_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: OLD_LIBRARY)
    for failing in every_failure("rename", system_error(errno.EACCES)):
        publish(OLD_SITE, tmp_path / "output")
        with monkeypatch.context() as patch:
            patch.setattr(os, "rename", failing)
            try:
                publish(NEW_SITE, tmp_path / "output")
            except PermissionError:
                assert failing.failed
        assert files_in(tmp_path / "output") in (OLD_BYTES, NEW_BYTES)
        assert names_in(tmp_path) <= OURS


def test_a_crash_between_the_renames_is_repaired_before_anything_else(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(OLD_SITE, output)
    output.rename(tmp_path / ".output.old")
    publish(NEW_SITE, tmp_path / "elsewhere")
    (tmp_path / "elsewhere").rename(tmp_path / ".output.new")

    changes = publish(NEW_SITE, output)

    assert changes.unchanged == 1  # compared with the old site, so that was put back
    assert files_in(output) == NEW_BYTES
    assert names_in(tmp_path) <= OURS | {".elsewhere.lock", ".elsewhere.inventory"}


def test_half_an_old_site_is_never_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    publish(NEW_SITE, output)
    publish(OLD_SITE, tmp_path / "elsewhere")
    (tmp_path / "elsewhere").rename(tmp_path / ".output.old")
    with monkeypatch.context() as patch:
        failing = Failing("unlink", range(2, 3), system_error(errno.EACCES))
        patch.setattr(os, "unlink", failing)
        with pytest.raises(PermissionError), hold(output):
            pass
    shutil.rmtree(output)

    with hold(output):
        assert names_in(tmp_path) <= OURS | {".elsewhere.lock", ".elsewhere.inventory"}


def test_a_hold_goes_on_after_a_failure_that_left_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hold(tmp_path / "output") as place:
        publish_held(OLD_SITE, place)
        with monkeypatch.context() as patch:
            for name in ("write", "unlink"):
                failing = Failing(name, range(2, sys.maxsize), system_error(errno.EIO))
                patch.setattr(os, name, failing)
            with pytest.raises(OSError, match=r"output\.new/"):
                publish_held(NEW_SITE, place)
        assert ".output.new" in names_in(tmp_path)
        publish_held(NEW_SITE, place)
    assert files_in(tmp_path / "output") == NEW_BYTES
    assert names_in(tmp_path) <= OURS


@pytest.mark.parametrize("call", ["renameat2", "syncfs"])
def test_an_error_of_the_swap_or_the_sync_is_named_and_leaves_the_old_site(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD_SITE, tmp_path / "output")
    library = SimpleNamespace(renameat2=refuse(errno.EINVAL), syncfs=lambda _: 0)
    setattr(library, call, refuse(errno.EIO))
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    with pytest.raises(OSError, match=r"output\.new") as caught:
        publish(NEW_SITE, tmp_path / "output")
    assert caught.value.errno == errno.EIO
    assert files_in(tmp_path / "output") == OLD_BYTES
    assert names_in(tmp_path) <= OURS


def test_an_output_that_is_a_mount_is_what_the_error_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = SimpleNamespace(renameat2=refuse(errno.EBUSY), syncfs=lambda _: 0)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    (tmp_path / "output").mkdir()
    with pytest.raises(OSError, match="output") as caught:
        publish(NEW_SITE, tmp_path / "output")
    assert caught.value.filename == str(tmp_path / "output")
    assert "(mount)" in why(caught.value, messages_in("nl"))

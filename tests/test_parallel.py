"""Work spread over processes comes back in order, with the same bytes, and leaves nobody behind."""

import errno
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.edited_site import Edited
from tests.remembered_builds import both, difference, plain_tree, published, rebuild
from tests.small_site import write_site
from tests.sudden_ends import members, write_long_site
from zorgpact_site.build import build
from zorgpact_site.cli import main
from zorgpact_site.cli.options import processors
from zorgpact_site.parallel import OverExecutor, Spread, processes
from zorgpact_site.planning.dataset import files
from zorgpact_site.remembering.memory import without_memory
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.scan import scan


def squared(number: int) -> int:
    return number * number


def worker(_number: int) -> int:
    time.sleep(0.002)  # so that nobody has done all before the other begins
    return os.getpid()


def refusing(number: int) -> int:
    if number == 70:
        raise MemoryLost(f"number {number}")
    return number


@contextmanager
def over(executor: Executor) -> Iterator[Spread]:
    with executor:
        yield OverExecutor(executor, 2, few=1)


SPREADS: dict[str, Callable[[], AbstractContextManager[Spread]]] = {
    "forked": lambda: nullcontext(both),
    "threads": lambda: over(ThreadPoolExecutor(2)),
    "processes": lambda: over(ProcessPoolExecutor(2, multiprocessing.get_context("fork"))),
}


@pytest.fixture(params=SPREADS.values(), ids=SPREADS.keys())
def spread(request: pytest.FixtureRequest) -> Iterator[Spread]:
    with request.param() as found:
        yield found


def test_results_come_in_order_and_mistakes_come_out(spread: Spread) -> None:
    for count in (0, 1, 5, 700):
        assert list(spread(squared, range(count))) == [number**2 for number in range(count)]
    with pytest.raises(MemoryLost, match="number 70"):
        list(spread(refusing, range(100)))


def test_the_site_is_the_same_however_it_is_spread(spread: Spread, tmp_path: Path) -> None:
    site = Edited()
    site.write(tmp_path)
    inputs = scan(tmp_path, site.today)
    wanted = build(inputs)
    made = len(wanted.readings), wanted.made
    for fresh in (made, (0, 0)):
        outcome = rebuild(tmp_path, inputs, tmp_path / "output", spread)
        assert outcome.built.diagnostics == wanted.diagnostics
        assert difference(published(tmp_path / "output"), plain_tree(wanted)) == ""
        assert outcome.fresh == fresh
    means = without_memory(spread)
    assert build(inputs, means.read, means.make).artifacts == wanted.artifacts


def test_where_there_is_no_fork_all_travels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    site = Edited()
    site.write(tmp_path)
    inputs = scan(tmp_path, site.today)
    outcome = rebuild(tmp_path, inputs, tmp_path / "output", both)
    assert difference(published(tmp_path / "output"), plain_tree(build(inputs))) == ""
    assert outcome.fresh == (len(inputs.sources), outcome.built.made)


def test_processes_do_the_work_and_for_few_values_none_is_asked() -> None:
    for jobs in (2, 3):
        with processes(jobs) as spread:
            workers = set(spread(worker, range(200)))
            assert os.getpid() in workers
            assert len(workers) == jobs
            assert workers == set(spread(worker, range(200)))  # the same, for all that is asked
            assert {os.getpid()} == set(spread(worker, range(10)))
    with processes(1) as spread:
        assert {os.getpid()} == set(spread(worker, range(200)))


class Prompt(Executor):
    """Has done all before the next is asked for."""

    def submit(self, do: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(do(*given, **named))
        return done


class Counted:
    """Numbers, of which is known how many were asked for."""

    def __init__(self, size: int) -> None:
        self.size, self.asked = size, 0

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[int]:
        for number in range(self.size):
            self.asked += 1
            yield number


def test_however_quick_others_are_few_results_wait() -> None:
    numbers = Counted(20_000)
    results = OverExecutor(Prompt(), 1)(squared, numbers)
    waiting = max(numbers.asked - given for given, _result in enumerate(results))
    assert waiting <= 500  # of all sizes of a site: a share has 64 at the most


class Silent(Executor):
    """Never answers."""

    def submit(self, *_given: Any, **_named: Any) -> Future[Any]:
        return Future()


def test_a_worker_that_ended_in_the_middle_of_what_it_told_is_not_waited_for() -> None:
    with pytest.raises(BrokenProcessPool):
        list(OverExecutor(Silent(), 1, few=1, has_lost=lambda: True)(squared, range(20)))


taken_in: list[str] = []


def seeing(_number: int) -> tuple[int, bool]:
    time.sleep(0.002)  # as above
    return os.getpid(), bool(taken_in)


def test_what_is_taken_into_memory_later_is_in_that_of_no_other_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with processes(3) as spread:
        monkeypatch.setattr(sys.modules[__name__], "taken_in", ["a whole site"])
        seen = set(spread(seeing, range(200)))
    assert {there for worker, there in seen if worker != os.getpid()} == {False}
    assert (os.getpid(), True) in seen


def test_open_data_are_written_once_however_many_processes_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, noted = Edited(), tmp_path / "noted"
    site.write(tmp_path)
    inputs = scan(tmp_path, site.today)
    write = files._write

    def noting(*given: Any) -> files.Dataset:
        with noted.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
        return write(*given)

    monkeypatch.setattr(files, "_write", noting)
    rebuild(tmp_path, inputs, tmp_path / "output", both)
    assert noted.read_text("utf-8") == f"{os.getpid()}\n"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose texts take a while to read."""
    root = tmp_path_factory.mktemp("long")
    write_long_site(root)
    return root


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)],
)
def test_a_build_that_is_stopped_leaves_no_process_behind(
    number: signal.Signals, code: int, long_site: Path
) -> None:
    command = [sys.executable, "-m", "zorgpact_site", "build", "--site", long_site, "--jobs", "3"]
    build = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True)
    while len(members(build.pid)) < 3:
        assert build.poll() is None, "the build was over before it had children"
        time.sleep(0.01)
    if number in (signal.SIGINT, signal.SIGHUP):
        os.killpg(build.pid, number)  # as terminals do
    else:
        build.send_signal(number)
    _, told = build.communicate(timeout=120)
    assert build.returncode == code
    assert "Traceback" not in told
    end = time.monotonic() + 120
    while members(build.pid) and time.monotonic() < end:
        time.sleep(0.01)
    assert not members(build.pid)


def test_a_container_on_a_large_machine_gets_no_process_for_each_of_its_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(96)), raising=False)
    assert processors() == 8
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {3}, raising=False)
    assert processors() == 1


@pytest.mark.parametrize("call", ["sem_open", "fork"])
def test_where_there_are_no_other_processes_one_does_it_all(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    if call == "fork":
        monkeypatch.setattr(os, "fork", refuse)
    else:  # as in a container without /dev/shm
        monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", refuse)
    with processes(3, few=1) as spread:
        assert list(spread(abs, [-1, -2, -3])) == [1, 2, 3]
    arguments = ["build", "--site", str(write_site(tmp_path, {})), "--jobs", "3"]
    assert CliRunner().invoke(main, arguments).exit_code == 0


def test_a_process_that_the_system_ends_is_told_of_and_the_old_site_stays(
    long_site: Path,
) -> None:
    command = [sys.executable, "-m", "zorgpact_site", "build", "--site", long_site, "--jobs", "3"]
    build = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True)
    while len(members(build.pid)) < 3:
        assert build.poll() is None, "the build was over before it had children"
        time.sleep(0.01)
    os.kill(max(members(build.pid) - {build.pid}), signal.SIGKILL)
    _, told = build.communicate(timeout=120)
    assert build.returncode == 3
    assert "Traceback" not in told
    assert "--jobs 1" in told
    assert not (long_site / "output").exists()


def test_the_documented_script_builds_over_a_cluster(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "making.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    site = Edited()
    for number in range(40):  # so many texts that it is worth asking others
        text = f"---\ntitle: Nog {number}\n---\nZie [[Dag 2]] en [[Sparkcentres]].\n"
        site.files[f"content/articles/nog-{number}.md"] = text.encode()
    site.write(tmp_path)
    (tmp_path / "over_cluster.py").write_text(code, "utf-8")
    command = [sys.executable, "over_cluster.py", str(site.today)]
    subprocess.run(command, cwd=tmp_path, check=True)
    wanted, found = plain_tree(build(scan(tmp_path, site.today))), published(tmp_path / "output")
    assert difference({path: found.get(path, b"") for path in wanted}, wanted) == ""
    assert found.keys() - wanted.keys()  # pictures and the search index

"""The search index as files: made once, the same everywhere, never left out in silence."""

import json
import os
import shutil
import signal
import stat
import sys
import time
import tracemalloc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import REAL_TODAY
from tests.small_site import build_site, tree_of, write_site
from zorgpact_site.artifact import Artifact
from zorgpact_site.build import Built
from zorgpact_site.cli import main
from zorgpact_site.inputs import Options
from zorgpact_site.model.site import Site
from zorgpact_site.outputs.search import searchables
from zorgpact_site.outputs.searchable import SearchDocument
from zorgpact_site.searching import IndexingFailed, Make, Reason, last_index, pagefind, search_index
from zorgpact_site.searching.documents import Documents
from zorgpact_site.searching.pagefind import make_index

FAKES = {
    "says nothing": "import sys; sys.stdin.read()",
    "stops": "raise SystemExit(1)",
    "is killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "aborts": "import os; os.abort()",
    "babbles": "import time; print('??,', end='', flush=True); time.sleep(60)",
    "answers in small pieces": """
import base64, json, os, sys
files = {"pagefind-entry.json": b'{"languages":{}}', "pagefind.js": b"alert('h\\xc3\\xa9')"}
listed = [{"path": at, "content": base64.b64encode(of).decode()} for at, of in files.items()]
kinds = {"GetFiles": {"type": "GetFiles", "files": listed}}
said = sys.stdin.buffer.read(1)
while not said.endswith(b"GetFiles"):
    one = b"".join(iter(lambda: sys.stdin.buffer.read(1), b","))
    said = json.loads(base64.b64decode(said + one))["payload"]["type"].encode()
    answer = {"message_id": 1, "payload": kinds.get(said.decode(), {"type": "Done"})}
    text = base64.b64encode(json.dumps(answer).encode()) + b","
    for start in range(0, len(text), 7):
        os.write(1, text[start : start + 7])
    if said != b"GetFiles":
        said = sys.stdin.buffer.read(1)
""",
    "complains": (
        "import base64, json, time; answer = {'payload': {'type': 'Error', 'message': 'te vol'}};"
        "print(base64.b64encode(json.dumps(answer).encode()).decode() + ',', end='', flush=True);"
        "time.sleep(60)"
    ),
}


class Counting:
    """Makes an index as asked, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, documents: Collection[SearchDocument]) -> Mapping[str, bytes]:
        self.made += 1
        return {"een": b"1", "map/twee": repr(tuple(documents)).encode()}


def indexed(site: Site, memory: Path, make: Make = make_index) -> tuple[Artifact, ...]:
    """The files of the index of a site."""
    return search_index(searchables(site), site.settings, memory, make)


def fake(folder: Path, code: str) -> Path:
    """A program that is not Pagefind."""
    program = folder / "pagefind"
    program.write_text(f"#!{sys.executable}\n{code}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_an_index_is_made_once_for_the_same_documents(tmp_path: Path) -> None:
    make = Counting()
    site = build_site(write_site(tmp_path, {})).site
    assert site
    first = indexed(site, tmp_path / "memory", make)
    assert indexed(site, tmp_path / "memory", make) == first
    assert make.made == 1
    assert [one.path for one in first] == ["zoeken/index/een", "zoeken/index/map/twee"]


def test_another_word_in_a_text_is_another_index(tmp_path: Path) -> None:
    make = Counting()
    for text in ("Een.", "Twee.", "Een."):
        write_site(tmp_path, {"content/regions/zwolle.md": f"---\ntitle: Zwolle\n---\n{text}\n"})
        site = build_site(tmp_path).site
        assert site
        made = indexed(site, tmp_path / "memory", make)
        assert last_index(site.settings, tmp_path / "memory") == made
    assert make.made == 2


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    make = Counting()
    site = build_site(write_site(tmp_path, {})).site
    assert site
    first = indexed(site, tmp_path / "memory", make)
    [file] = (tmp_path / "memory").iterdir()
    whole = file.read_bytes()
    damaged = (
        b"",
        whole[: len(whole) // 2],
        whole.replace(b"Een koploper", b"Geen koploper"[:12]),
        b"PK" * 50,
    )
    for times, data in enumerate(damaged, 2):
        assert data != whole
        file.write_bytes(data)
        assert last_index(site.settings, tmp_path / "memory") == ()
        assert indexed(site, tmp_path / "memory", make) == first
        assert make.made == times


def test_what_may_be_read_and_not_touched_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Counting()
    site = build_site(write_site(tmp_path, {})).site
    assert site
    first = indexed(site, tmp_path / "memory", make)
    monkeypatch.setattr("zorgpact_site.kept_files.os.utime", refused)
    assert indexed(site, tmp_path / "memory", make) == first
    assert make.made == 1


def refused(path: Path) -> None:
    """What the system says to who may not touch a file of somebody else."""
    raise PermissionError(path)


def test_the_memory_keeps_few_and_forgets_what_a_kill_left(tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    memory.mkdir()
    (memory / "tmpabc").write_bytes(b"half")
    for number in range(10):
        write_site(tmp_path, {"content/regions/zwolle.md": f"---\ntitle: Z\n---\n{number}\n"})
        site = build_site(tmp_path).site
        assert site
        indexed(site, memory, Counting())
    names = [file.name for file in memory.iterdir()]
    assert len(names) == 6
    assert all(name.endswith(".zip") for name in names)


def test_a_memory_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path, {})).site
    assert site
    (tmp_path / "memory").write_text("in de weg")
    assert indexed(site, tmp_path / "memory", Counting())


def test_the_same_documents_give_the_same_bytes_in_every_run(real_build: Built) -> None:
    assert real_build.site
    documents = tuple(one.document for one in searchables(real_build.site))
    runs = [pagefind.make_index(documents) for _run in range(4)]
    assert all(run == runs[0] for run in runs)
    assert len([name for name in runs[0] if name.startswith("fragment/")]) == len(documents)
    assert "pagefind.js" in runs[0]
    assert not [name for name in runs[0] if "ui" in name or name.endswith(".css")]
    assert len([name for name in runs[0] if name.startswith("wasm")]) == 1


def test_settings_of_pagefind_around_us_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = build_site(write_site(tmp_path, {})).site
    assert site
    documents = tuple(one.document for one in searchables(site))
    before = pagefind.make_index(documents)
    (tmp_path / "pagefind.toml").write_text('force_language = "en"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    assert pagefind.make_index(documents) == before


def test_a_site_without_texts_has_an_index_too(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path, {"content/site.yaml": "title: X\n"}, base=False)).site
    assert site
    entry = {one.path: one.data for one in indexed(site, tmp_path / "memory")}
    listed = entry["zoeken/index/pagefind-entry.json"]
    assert isinstance(listed, bytes)
    assert json.loads(listed)["languages"] == {}


def test_a_site_read_from_disk_needs_no_index(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path, {}), Options(base_url="file:")).site
    assert site
    make = Counting()
    assert indexed(site, tmp_path / "memory", make) == ()
    assert make.made == 0


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("says nothing", Reason.LATE),
        ("stops", Reason.STOPPED),
        ("is killed", Reason.ENDED),
        ("aborts", Reason.ENDED),
        ("babbles", Reason.ODD),
        ("complains", Reason.STOPPED),
    ],
)
def test_a_program_that_fails_is_told_with_the_reason(
    tmp_path: Path, code: str, reason: Reason
) -> None:
    site = build_site(write_site(tmp_path, {})).site
    assert site
    documents = tuple(one.document for one in searchables(site))
    with pytest.raises(IndexingFailed) as failed:
        pagefind.make_index(documents, patience=0.5, program=fake(tmp_path, FAKES[code]))
    assert failed.value.reason is reason


def test_an_answer_is_whole_however_it_comes_in(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path, {})).site
    assert site
    documents = tuple(one.document for one in searchables(site))
    program = fake(tmp_path, FAKES["answers in small pieces"])
    assert pagefind.make_index(documents, program=program) == {
        "pagefind-entry.json": b'{"languages":{}}',
        "pagefind.js": "alert('h\N{LATIN SMALL LETTER E WITH ACUTE}')".encode(),
    }


def test_documents_take_little_memory_and_are_gone_through_more_than_once(
    real_build: Built,
) -> None:
    assert real_build.site
    plain = tuple(one.document for one in searchables(real_build.site))
    tracemalloc.start()
    held = Documents(one.document for one in searchables(real_build.site))
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert tuple(held) == tuple(held) == plain
    assert len(held) == len(plain)
    assert plain[-1] in held
    assert taken < sum(sys.getsizeof(repr(one)) for one in plain) / 2


def test_files_of_an_unknown_form_are_refused(real_build: Built) -> None:
    from zorgpact_site.searching.stable import stable  # noqa: PLC0415 - only here

    for files in ({}, {"pagefind-entry.json": b""}, {"pagefind-entry.json": b'{"languages": 1}'}):
        with pytest.raises(IndexingFailed) as failed:
            stable(files)
        assert failed.value.reason is Reason.ODD


def run(site: Path, *more: str) -> Result:
    asked = ["build", "--site", str(site), "--today", str(REAL_TODAY), *more]
    return CliRunner().invoke(main, asked)


def test_a_build_without_an_index_publishes_nothing_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {})
    assert run(tmp_path).exit_code == 0
    before = tree_of(tmp_path / "output")
    assert "zoeken/index/pagefind-entry.json" in before
    shutil.rmtree(tmp_path / ".zorgpact")
    missing = tmp_path / "weg" / "pagefind"
    monkeypatch.setattr(pagefind, "get_executable", lambda: missing)
    told = run(tmp_path)
    assert told.exit_code == 3
    assert "de zoekindex kon niet worden gemaakt: Pagefind ontbreekt" in told.output
    assert str(missing) in told.output
    assert tree_of(tmp_path / "output") == before

    monkeypatch.setattr(pagefind, "get_executable", lambda: fake(tmp_path, FAKES["complains"]))
    told = run(tmp_path, "--lang", "en")
    assert told.exit_code == 3
    assert "Pagefind stopped halfway (te vol)" in told.output


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_who_interrupts_a_build_need_not_wait_for_pagefind(
    number: signal.Signals, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = tmp_path / "begun", tmp_path / "ended"
    program = f"""
import pathlib, signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
pathlib.Path({str(begun)!r}).touch()
time.sleep(15)
pathlib.Path({str(ended)!r}).touch()
"""

    @contextmanager
    def interrupted(*_given: object) -> Iterator[tuple[Artifact, ...]]:
        while not begun.exists():
            time.sleep(0.01)
        os.kill(os.getpid(), number)
        yield ()

    monkeypatch.setattr(pagefind, "get_executable", lambda: fake(tmp_path, program))
    monkeypatch.setattr("zorgpact_site.cli.building.made", interrupted)
    assert run(write_site(tmp_path / "site", {})).exit_code == code
    assert not ended.exists()


def test_check_makes_no_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "weg")
    told = CliRunner().invoke(main, ["check", "--site", str(write_site(tmp_path, {}))])
    assert told.exit_code == 0
    assert not (tmp_path / ".zorgpact" / "memory" / "search").exists()

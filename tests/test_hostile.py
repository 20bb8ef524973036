"""Every hostile case comes out as it must."""

import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from click.testing import CliRunner

from tests.hostile.case import BASE, Case
from tests.hostile.corpus import corpus
from tests.hostile.running import built_in, judge, lay
from tests.small_site import TODAY
from zorgpact_site.cli import main

CORPUS = corpus()
CASES = [(f"{kind}: {case.name}", case) for kind, (_, cases) in CORPUS.items() for case in cases]


@pytest.fixture(autouse=True)
def no_case_hangs() -> Iterator[None]:
    """End a case that waits for what never comes; how long others take is measured elsewhere."""

    def hang(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_what_a_hostile_hand_writes_comes_out_as_it_must(case: Case, tmp_path: Path) -> None:
    lay(tmp_path, case.laid)
    assert judge(case, built_in(tmp_path)) == []


def test_there_are_as_many_cases_of_each_kind_as_there_must_be() -> None:
    counts = {kind: len(cases) for kind, (_, cases) in CORPUS.items()}
    assert {kind: number for kind, number in counts.items() if number < CORPUS[kind][0]} == {}
    assert sum(counts.values()) >= 400
    assert len({name for name, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["check", "--format", "github"],
        ["build"],
        ["explain", "artikelen/caf/"],
        ["report"],
    ],
    ids=" ".join,
)
def test_a_name_that_is_no_text_can_be_told_of(arguments: list[str], tmp_path: Path) -> None:
    odd = ("articles/caf\udce9.md", "articles/a\nb\x1b[31m.md")
    lay(tmp_path, {**BASE, **{f"content/{name}": "---\ntitle: A\n---\nTekst.\n" for name in odd}})
    command = [*arguments, "--site", str(tmp_path), "--today", TODAY.isoformat()]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 0
    assert "\x1b" not in done.output

"""Each hostile case alone: the whole command in a process of its own, with what it cost.

    python -m tests.hostile.alone [WORDS]    cases whose kind or name has these words; all without

Long texts are as long as a text may be. A case fails when it comes out otherwise than it must,
takes more processor time or memory than it may, or hangs. What any command loads before it begins
is loaded once, here.
"""

import os
import resource
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from tests.hostile.case import Case
from tests.hostile.corpus import WHOLE, corpus
from tests.hostile.running import base_files, judge_files, lay
from tests.small_site import TODAY, tree_of

SECONDS, MEGABYTES = 2.0, 200
# A guard for the machine, not the measure: the command may not even try for more.
ADDRESSES, HANGING = 2_000_000_000, 60.0
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: its cost, and what is wrong with it."""

    name: str
    seconds: float
    megabytes: float
    wrong: tuple[str, ...]


def main(words: str = "") -> int:
    """Run the cases and tell of them; the exit code is 1 when one fails."""
    warm_up()
    outcomes: list[Outcome] = []
    for kind, (_least, cases) in corpus(WHOLE).items():
        for case in cases:
            name = f"{kind}: {case.name}"
            if words in name:
                outcomes.append(run(name, case))
                for one in outcomes[-1].wrong:
                    say(f"{name}: {one}")
    for title, key, unit in (("slowest", "seconds", "s"), ("largest", "megabytes", "MB")):
        say(f"\nThe {SHOWN} {title}:")
        most = sorted(outcomes, key=lambda one: float(getattr(one, key)), reverse=True)
        for one in most[:SHOWN]:
            say(f"  {getattr(one, key):7.2f} {unit}  {one.name}")
    failed = sum(bool(one.wrong) for one in outcomes)
    say(f"\n{len(outcomes)} cases, {failed} failed")
    return int(bool(failed))


def run(name: str, case: Case) -> Outcome:
    """Run the command on the site of a case, in a child that is killed when it hangs."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        site.mkdir()
        lay(site, case.laid)
        said = Path(folder, "said")
        child = os.fork()
        if not child:
            os._exit(build(site, said))
        code, usage = wait(child)
        seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6
        wrong = [f"exit code {code}"] if code != case.exit_code else []
        wrong += ["a traceback"] if "Traceback" in said.read_text("utf-8") else []
        wrong += [f"{seconds:.1f} s"] if seconds > SECONDS else []
        wrong += [f"{megabytes:.0f} MB"] if megabytes > MEGABYTES else []
        if code == 0:
            wrong += judge_files(case, tree_of(site / "output"))
        elif (site / "output").exists():
            wrong.append("published")
    return Outcome(name, seconds, megabytes, tuple(wrong))


def build(site: Path, said: Path) -> int:
    """The command, as a process does it; gives its exit code."""
    # Here, in the child too, what a traceback says is heard.
    descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    try:
        command(["build", "--site", str(site), "--today", TODAY.isoformat(), "--jobs", "1"])
    except SystemExit as ended:
        sys.stdout.flush()
        return ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    return 99


def wait(child: int) -> tuple[int, resource.struct_rusage]:
    """The exit code of a child, and what it and its own children used."""
    until = monotonic() + HANGING
    while True:
        pid, status, usage = os.wait4(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status), usage
        if monotonic() > until:
            os.kill(child, signal.SIGKILL)
        sleep(0.005)


def command(arguments: list[str]) -> None:
    from zorgpact_site.cli import main as zorgpact  # noqa: PLC0415 - as the command loads it

    zorgpact(arguments)


def warm_up() -> None:
    """Load what commands load, by building the base once, and templates with it."""
    base_files()
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), Case("nothing", {}).laid)
        try:
            command(["build", "--site", folder, "--today", TODAY.isoformat(), "--jobs", "1", "-q"])
        except SystemExit as ended:
            assert not ended.code


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))

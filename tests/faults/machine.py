"""A machine that builds sites and fails when asked to."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.fault import NONE, Fault, Ran

SHIM = Path(__file__).with_name("shim.c")
# Why there can be no faults here; empty when there can.
MISSING = ""
if not sys.platform.startswith("linux"):
    MISSING = "faults are laid with LD_PRELOAD, which is of Linux"
elif not shutil.which("cc"):
    MISSING = "faults are laid by a small C program, and there is no cc; on Debian: apt install gcc"


@dataclass(frozen=True, slots=True)
class Machine:
    """A process that builds in forks of itself."""

    process: subprocess.Popen[str]

    def run(
        self,
        folder: Path,
        *arguments: str,
        fault: Fault = NONE,
        user: int = 0,
        version: str = sys.version,
    ) -> Ran:
        """Run the command on the site in a folder, with a fault at calls about that folder.

        It may be run by another user, and as if by another version of the program.
        """
        asked = {
            "folder": str(folder),
            "arguments": arguments,
            "fault": fault.as_json(),
            "user": user,
            "version": version,
        }
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return Ran(**json.loads(self.process.stdout.readline()))


@contextmanager
def machine(work: Path) -> Iterator[Machine]:
    """Start one; what it needs is made in `work`."""
    library = work / "shim.so"
    compiler = ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SHIM), "-ldl"]
    subprocess.run(compiler, check=True)
    environment = {**os.environ, "LD_PRELOAD": str(library), "SOURCE_DATE_EPOCH": "1527811200"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forking"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        yield Machine(process)
        assert process.stdin
        process.stdin.close()

"""The content of a generated site as texts by path, and the day it is made for."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generate.py"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a site by path; `today` is the day that it is to be built on."""

    source: Mapping[str, str]
    today: str


def make_corpus(folder: Path, size: int) -> Corpus:
    """Generate a site into a folder, which is to be empty or not there yet.

    In a process of its own: what we start is not to inherit the memory of making it.
    """
    command = [sys.executable, str(GENERATOR), "--size", str(size), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    texts = {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return Corpus(texts, done.stdout.split()[-1])

"""Runs builds, each in a fork of itself with all modules loaded and a fault armed.

It reads a request in JSON from each line it is given, and answers with a line.
"""

from __future__ import annotations

import codecs
import ctypes
import json
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path
from typing import Any

from jinja2 import Environment

import zorgpact_site.cli.building
import zorgpact_site.cli.rewording
from tests.faults.fault import BROKEN, CALLS, Fault
from tests.faults.scenes import FILES
from tests.small_site import write_site
from zorgpact_site.cli import main as zorgpact
from zorgpact_site.remembering.digests import program


def _be_ready() -> None:
    """Load all, and compile each template once for all children: most work of a small site."""
    compile_ = Environment.compile
    kept: dict[object, Any] = {}

    def compiled(self: Environment, source: str, *more: Any, **named: Any) -> Any:
        key = type(self), source, more, tuple(named.items())
        if key not in kept:
            kept[key] = compile_(self, source, *more, **named)
        return kept[key]

    Environment.compile = compiled  # type: ignore[method-assign, assignment]
    # All modules too, as another user may not read them; this one only who compiles a template.
    codecs.lookup("unicode-escape")
    with tempfile.TemporaryDirectory() as folder:
        for word in ("een", "twee", "een"):
            text = f"---\ntitle: Meer\n---\n{word}\n"
            site = write_site(Path(folder), FILES | {"content/articles/meer.md": text})
            zorgpact(["build", "--site", str(site), "--jobs", "1", "-q"], standalone_mode=False)


def run(shim: ctypes.CDLL, asked: dict[str, Any]) -> dict[str, Any]:
    """Build in a child, by a user if that is not root, and tell what came of it."""
    fault = Fault(**asked["fault"] | {"replaced": tuple(asked["fault"]["replaced"])})
    with tempfile.TemporaryFile() as told:
        begun = time.monotonic()
        child = os.fork()
        if not child:
            _be(asked["user"], asked["version"])
            os._exit(_build(shim, asked["folder"], asked["arguments"], fault, told.fileno()))
        timer = threading.Timer(fault.after, os.kill, (child, signal.SIGKILL))
        if fault.after:
            timer.start()
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # its number stays, for a late kill
        seconds = time.monotonic() - begun
        timer.cancel()
        if fault.after:
            timer.join()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        told.seek(0)
        text = told.read().decode(errors="replace")
    counts = {kind: shim.faults_count(number) for number, kind in enumerate(CALLS)}
    struck = shim.faults_struck()
    return {"code": code, "told": text, "struck": struck, "counts": counts, "seconds": seconds}


def _be(user: int, version: str) -> None:
    if user:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    if version != sys.version:  # all that is remembered follows from it
        sys.version = version
        program.cache_clear()


def _build(shim: ctypes.CDLL, folder: str, arguments: list[str], fault: Fault, told: int) -> int:
    os.dup2(told, 1)
    os.dup2(told, 2)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a script may ignore
    kind, first, last, action, value, old, new, clock = fault.armed
    texts = [os.fsencode(one) for one in (folder, old, new)]
    numbers = (kind, first, last, action, value)
    shim.faults_arm(texts[0], *numbers, texts[1], texts[2], ctypes.c_long(clock))
    try:
        zorgpact(arguments)
    except SystemExit as end:
        if "FAULTS_TRACED" in os.environ and end.__context__:
            traceback.print_exception(end.__context__)
        return end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
        return BROKEN
    finally:
        shim.faults_disarm()
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def main() -> None:
    """Answer requests until there are no more."""
    shim = ctypes.CDLL(os.environ.pop("LD_PRELOAD"))
    _be_ready()
    for line in sys.stdin:
        answer = run(shim, json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    assert zorgpact_site.cli.building
    assert zorgpact_site.cli.rewording
    main()

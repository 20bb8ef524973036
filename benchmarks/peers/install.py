"""Gives each kind of peer an environment of its own, once; a failure is remembered too."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.peers.running import Failed
from benchmarks.peers.tools.base import Tool

_TOLD = 300
_DONE = "installed.txt"
# An index that is named in a message is of the machine, not of the peer.
_ADDRESS = re.compile(r"\S+://\S+")


def install(tool: Tool) -> None:
    """Install what a tool needs unless it is there; raises Failed with the reason."""
    wanted = " ".join(tool.packages)
    done = tool.home / _DONE
    if not tool.packages or (done.exists() and done.read_text() == wanted):
        return
    shutil.rmtree(tool.home, ignore_errors=True)
    tool.home.mkdir(parents=True)
    try:
        for command in _commands(tool):
            subprocess.run(command, cwd=tool.home, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise Failed(f"not installed: no {error.filename} here") from error
    except subprocess.CalledProcessError as error:
        raise Failed(f"not installed: {reason(error.stderr)}") from error
    done.write_text(wanted)


def _commands(tool: Tool) -> list[list[str | Path]]:
    if not tool.npm:
        pip: list[str | Path] = [tool.home / "bin/pip", "install", "--quiet", *tool.packages]
        return [[sys.executable, "-m", "venv", tool.home], pip]
    (tool.home / "package.json").write_text(json.dumps({"private": True, "type": "module"}))
    return [["npm", "install", "--no-audit", "--no-fund", *tool.packages]]


def reason(said: str) -> str:
    """The line that tells why an installer stopped, short and without addresses."""
    lines = [line for line in said.splitlines() if "error" in line.lower()] or [said.strip()]
    needs = re.search(r"Requires-Python (\S+)(?!.*Requires-Python)", said)
    if needs:
        return f"needs Python {needs[1].rstrip(';')}, here is {platform.python_version()}"
    return _ADDRESS.sub("…", lines[-1])[:_TOLD]


def version(tool: Tool) -> str:
    """What a tool says its version is."""
    command = tool.filled(tool.version, tool.home, "")
    environment = {**os.environ, **tool.environment}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    found = re.search(r"\d+\.\d+(\.\d+)?", done.stdout + done.stderr)
    return found[0] if found else "?"

"""What others start: the hook before a commit, and the completion of shells."""

import os
import shlex
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import click
import pytest
import yaml
from click.shell_completion import ShellComplete, get_completion_class
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.small_site import write_site
from zorgpact_site.cli import main
from zorgpact_site.cli.commands import COMMANDS

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
# Source: pre-commit.com, “Creating new hooks”.
KEYS = {
    *("id", "name", "description", "entry", "language", "files", "pass_filenames"),
    "require_serial",
}


def started(site: Path) -> subprocess.CompletedProcess[str]:
    """The hook as pre-commit runs it: by the name in its own environment, at the root."""
    program, *rest = shlex.split(HOOK["entry"])
    (script,) = metadata.entry_points(group="console_scripts", name=program)
    module, _, function = script.value.partition(":")
    code = f"from {module} import {function}; {function}()"
    command = [sys.executable, "-c", code, *rest]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=site, env=environment, capture_output=True, text=True, check=False
    )


def test_the_hook_is_what_pre_commit_knows() -> None:
    assert HOOK.keys() <= KEYS
    assert HOOK["language"] == "python"
    assert HOOK["pass_filenames"] is False


def test_the_hook_stops_a_commit_with_a_mistake(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    assert started(site).returncode == 0
    write_site(site, {"content/articles/a.md": "---\ntitel: A\n---\nTekst.\n"})
    done = started(site)
    assert done.returncode == 1
    assert "content/articles/a.md:2:1" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_it_can_read(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert "_ZORGPACT_COMPLETE" in result.stdout
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=result.stdout, text=True, check=True)


def offered(words: str, begun: str = "") -> set[str]:
    kind = get_completion_class("bash")
    assert kind is not None
    complete: ShellComplete = kind(main, {}, "zorgpact", "_ZORGPACT_COMPLETE")
    return {one.value for one in complete.get_completions(words.split(), begun)}


def test_commands_options_and_their_values_are_completed() -> None:
    assert offered("") >= COMMANDS.keys()
    assert offered("", "ch") == {"check"}
    assert offered("check", "--for") == {"--format"}
    assert offered("check --format", "s") == {"sarif"}
    assert offered("completion") == {"bash", "zsh", "fish"}


def test_completing_a_command_loads_none_of_them() -> None:
    code = (
        "import sys\nfrom zorgpact_site.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    asked = {"_ZORGPACT_COMPLETE": "bash_complete", "COMP_WORDS": "zorgpact s", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code.replace("main()", "main(prog_name='zorgpact')")],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "plain,serve" in done.stdout.split()
    loaded = {name for name in done.stderr.split() if name.startswith("zorgpact_site.cli.")}
    assert loaded == {f"zorgpact_site.cli.{one}" for one in ("commands", "unread", "usage")}


def test_help_tells_of_all_commands_and_loads_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, (_place, told) in COMMANDS.items():
        command = main.get_command(click.Context(main), name)
        assert command is not None
        assert command.get_short_help_str(limit=200) == told, name
    monkeypatch.setattr("zorgpact_site.cli.commands.import_module", None)
    shown = CliRunner().invoke(main, ["--help"], terminal_width=120).stdout
    for name, (_place, told) in COMMANDS.items():
        assert f"  {name:<11} {told}" in shown

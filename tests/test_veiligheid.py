"""What `docs/veiligheid.md` says is so: its judges, its limits, and what the program rests on."""

import importlib
import re
import tomllib

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "veiligheid.md").read_text("utf-8")
LIMITS = re.findall(r"^\| [^|]+ \| ([\d.]+) \| `([\w.]+)\.(\w+)` \|", PAGE, re.MULTILINE)


def test_every_judge_is_there() -> None:
    told = set(re.findall(r"`(tests/[\w/]+(?:\.py|/))`", PAGE))
    assert len(told) > 15
    assert {path for path in told if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize(("number", "module", "name"), LIMITS)
def test_a_limit_is_that_of_the_code(number: str, module: str, name: str) -> None:
    limit = getattr(importlib.import_module(f"zorgpact_site.{module}"), name)
    assert int(number.replace(".", "")) == limit


def test_there_are_limits() -> None:
    table = PAGE.partition("## Grenzen")[2].partition("\n## ")[0]
    assert len(LIMITS) == table.count("\n| ") - 1 >= 12


def test_every_dependency_is_explained_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = [
        project["project"]["dependencies"],
        project["build-system"]["requires"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
        (ROOT / "requirements-build.in").read_text("utf-8").split(),
    ]
    wanted = {re.match(r"[\w-]+", one)[0] for every in lists for one in every}  # type: ignore[index]
    table = PAGE.partition("<!-- dependencies -->")[2].partition("<!-- /dependencies -->")[0]
    rows = re.findall(r"^\| ([\w-]+) \| [^|]+ \| [^|]{4,} \|$", table, re.MULTILINE)
    told = [one for one in rows if one != "pakket"]
    assert len(told) == len(set(told))
    assert set(told) == wanted


@pytest.mark.parametrize(
    "name", ["requirements", "requirements-dev", "requirements-fuzz", "requirements-tools"]
)
def test_every_locked_version_has_its_hashes(name: str) -> None:
    lock = (ROOT / f"{name}.lock").read_text("utf-8")
    parts = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert parts
    assert [one.partition(" ")[0] for one in parts if "--hash=sha256:" not in one] == []
    assert "http" not in lock

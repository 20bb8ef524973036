"""What is said of a mistyped command line, and in helps: in Dutch, with what was meant."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from zorgpact_site.cli import main
from zorgpact_site.cli.commands import COMMANDS
from zorgpact_site.cli.usage import language_of

# What is typed, and what is said of it below how the command is used.
MISTYPED = {
    "bild": "Fout: De opdracht “bild” bestaat niet. Bedoelt u 'build'?",
    "bouwen": "Fout: De opdracht “bouwen” bestaat niet.",
    "new artikel": "Fout: De opdracht “artikel” bestaat niet. Bedoelt u 'article'?",
    "build --no-cash": "Fout: De optie --no-cash bestaat niet. Bedoelt u '--no-cache'?",
    "build nog iets": "Fout: Deze horen er niet bij: nog iets",
    "build --output": "Fout: Achter de optie --output hoort nog iets.",
    "build --drafts=ja": "Fout: Achter de optie --drafts hoort niets.",
    "build --site nergens": "Fout: Dat kan niet bij '--site': “nergens” bestaat niet.",
    "build --jobs twee": "Fout: Dat kan niet bij '--jobs': “twee” is geen getal.",
    "build --jobs 0": "Fout: Dat kan niet bij '--jobs': 0 valt buiten x>=1.",
    "check --format xml": (
        "Fout: Dat kan niet bij '--format': “xml” is geen van deze: "
        "'text', 'json', 'github', 'sarif'."
    ),
    "check --today 30-02-2018": (
        "Fout: Dat kan niet bij '--today': “30-02-2018” is geen dag; schrijf hem als 2018-03-27"
    ),
    "build --base-url voorbeeld": (
        "Fout: Dat kan niet bij '--base-url': “voorbeeld” is geen adres van een site; "
        "schrijf het als https://voorbeeld.nl/pad/"
    ),
    "build --source-url https://voorbeeld.nl/": (
        "Fout: Dat kan niet bij '--source-url': “https://voorbeeld.nl/” is geen adres met {path} "
        "erin; schrijf het als https://voorbeeld.nl/blob/main/{path}#L{line}"
    ),
    "serve --editor-url code": (
        "Fout: Dat kan niet bij '--editor-url': “code” is geen adres met {path} erin dat een "
        "editor opent; schrijf het als vscode://file/{path}:{line}:{column}"
    ),
    "import --years vroeger oud.html": (
        "Fout: Dat kan niet bij '--years': “vroeger” is geen reeks jaren; schrijf ze als 2014-2021"
    ),
    "fix --rule silent-evnt": (
        "Fout: Dat kan niet bij '--rule': er is geen controle die silent-evnt heet; "
        "bedoelt u silent-event?"
    ),
    "fix --rule xyz": (
        "Fout: Dat kan niet bij '--rule': er is geen controle die xyz heet; "
        "neem de naam over uit een melding"
    ),
    "rename koploper": "Fout: Dit ontbreekt: 'OUD'.",
    "build --lang en --today x": (
        "Error: Invalid value for '--today': “x” is no day; write it as 2018-03-27"
    ),
    "build --lang nederlands": (
        "Fout: Dat kan niet bij '--lang': “nederlands” is geen van deze: 'nl', 'en'."
    ),
}

ENGLISH = re.compile(
    r"Usage|Options|OPTIONS|Commands|COMMAND|ARGS|Show |default|required"
    r"|FILENAME|DIRECTORY|PATH|INTEGER|FLOAT|TEXT\b"
)


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oud.html").write_text("<p>Toen.</p>", "utf-8")
    monkeypatch.setenv("LANGUAGE", "en")  # of the machine, which must not matter


@pytest.mark.parametrize(("typed", "said"), MISTYPED.items(), ids=MISTYPED)
def test_a_mistyped_command_line(typed: str, said: str) -> None:
    done = CliRunner().invoke(main, typed.split())
    assert done.stderr.splitlines()[-1] == said
    assert done.exit_code == 2


def test_the_day_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    done = CliRunner().invoke(main, ["check"])
    assert done.stderr.splitlines()[-1] == (
        "Fout: Dat kan niet bij '--today': SOURCE_DATE_EPOCH is “gisteren”; dat moet een aantal "
        "seconden sinds 1970 zijn, of er niet zijn"
    )
    assert done.exit_code == 2


def all_commands(
    typed: tuple[str, ...] = (), command: click.Command = main
) -> Iterator[tuple[str, ...]]:
    yield typed
    context = click.Context(command)
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        below = command.get_command(context, name) if isinstance(command, click.Group) else None
        if below is not None:
            yield from all_commands((*typed, name), below)


def test_helps_are_dutch_throughout() -> None:
    told = 0
    for typed in all_commands():
        # Each in a program of its own, as click keeps what it said once.
        command = [sys.executable, "-m", "zorgpact_site", *typed, "--help"]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert shown.startswith("Gebruik: "), typed
        assert not ENGLISH.search(shown), typed
        assert not re.search(r"\w\.\.\.$", shown, re.MULTILINE), "a sentence is cut off"
        told += 1
    assert told > len(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ((), "nl"),
        (("build", "--lang", "en"), "en"),
        (("build", "--lang=en"), "en"),
        (("--lang", "en", "--lang", "nl"), "nl"),
        (("build", "--lang"), "nl"),
        (("build", "--lang", "de"), "nl"),
    ],
)
def test_the_language_that_is_asked_for(typed: tuple[str, ...], language: str) -> None:
    assert language_of(typed) == language

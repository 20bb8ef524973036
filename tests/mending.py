"""The commands that mend as tests run them, and front matter in the forms that editors give it."""

import shlex
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result
from hypothesis import strategies as st

from tests.small_site import TODAY, write_site
from zorgpact_site.cli import main
from zorgpact_site.inputs import Inputs
from zorgpact_site.scan import scan


@cache
def plain_site() -> Inputs:
    """The small site in memory, without an article."""
    with TemporaryDirectory() as folder:
        return scan(write_site(Path(folder), {}), TODAY)


ARTICLE = "content/articles/2018-03-27-a.md"


def run(site: Path, line: str, typed: str | None = None) -> Result:
    """Run a command as typed on a command line, in Dutch."""
    words = [*shlex.split(line), "--site", str(site), "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, words, input=typed, catch_exceptions=False)


def listed(form: str, names: list[str], note: str) -> str:
    """The value of a key that holds names, in one of the forms of YAML."""
    quoted = {"plain": "{}", "single": "'{}'", "double": '"{}"'}[form.partition(" ")[2]]
    items = [quoted.format(name) for name in names]
    match form.partition(" ")[0]:
        case "flow":
            return f" [{', '.join(items)}]{note}\n"
        case "lines":
            return " [\n" + "".join(f"  {item},{note}\n" for item in items) + "]\n"
        case "dashes":
            return f"{note}\n" + "".join(f"- {item}\n" for item in items)
        case _:
            return "\n" + "".join(f"  -  {item}{note}\n" for item in items)


FORMS = st.sampled_from(
    [
        f"{form} {marks}"
        for form in ("flow", "lines", "dashes", "block")
        for marks in ("plain", "single", "double")
    ]
)
NOTES = st.sampled_from(["", " # let op", "   # [a, b]: c"])
# What stands around: other keys, notes and empty lines, which must all stay.
AROUND = st.lists(
    st.sampled_from(
        [
            "# een opmerking\n",
            "\n",
            "summary: >-\n  Een\n  zin.\n",
            "x-eigen: {a: [1, 2], b: 'c'}\n",
            "attendance: ruim 35   # geteld\n",
            'event: "Een: dag"\n',
            "authors:\n  - Redactie\n\n  # nog een\n  - 'Anna'\n",
        ]
    ),
    max_size=4,
    unique=True,
).map("".join)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
MARKS = st.sampled_from([b"", b"\xef\xbb\xbf"])
BODIES = st.sampled_from(["Tekst.\n", "Geen einde", "Één – twee…\n\n---\n\n- [x]: y\n", ""])


@st.composite
def files(draw: st.DrawFn, key: str, names: list[str]) -> bytes:
    """An article with names at a key, in any form, with any line end, with or without a mark."""
    value = listed(draw(FORMS), names, draw(NOTES)) if names else ""
    lines = f"{key}:{value}" if names else ""
    text = f"---\ntitle: A\n{draw(AROUND)}{lines}---\n{draw(BODIES)}"
    return draw(MARKS) + text.replace("\n", draw(ENDS)).encode()

"""The files of the publishing recipes, quoted in the page that explains them: never out of step.

A fence in `publiceren.md` whose first line ends in the path of a file, such as
`yaml github/.github/workflows/site.yml`, holds that file of the starter; what stands between
`<!-- stappen: github -->` and `<!-- einde -->` is what `PUBLICEREN.md` of that host says.
"""

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parent
STARTER = DOCS.parent / "zorgpact_site" / "starter"
_FENCE = re.compile(r"^(```\w+ (\S+/\S+)\n).*?(^```$)", re.MULTILINE | re.DOTALL)
_STEPS = re.compile(r"(<!-- stappen: (\w+) -->\n).*?(<!-- einde -->)", re.DOTALL)


def recipes_page() -> str:
    """The page with every file and every list of steps as they are now."""
    page = (DOCS / "publiceren.md").read_text("utf-8")
    page = _STEPS.sub(lambda found: f"{found[1]}\n{_steps(found[2])}\n{found[3]}", page)
    return _FENCE.sub(lambda found: found[1] + _file(found[2]) + found[3], page)


def _file(path: str) -> str:
    parts = (re.sub(r"^\.", "dot-", part) for part in path.split("/"))
    return STARTER.joinpath(*parts).read_text("utf-8")


def _steps(host: str) -> str:
    """The steps of a host, without their heading."""
    return _file(f"{host}/PUBLICEREN.md").partition("\n\n")[2]

"""Cases as Markdown: a heading, a sentence, files to lay over the small site, what must come out.

A fenced block's first word tells what it is: a path under the site (`content/...`), with
optional words `bom`, `crlf`, `cr`, `latin-1`, `escapes` (Python escapes such as `\\x07`);
`diagnostics` (each line `path:line:column+length rule`, `!` after the rule for a warning,
`→ text` for the first thing that was perhaps meant); `page ADDRESS` (lines that must stand in
it); `not ADDRESS` (lines that must not); `today` and `drafts`. `«word *30»` stands for thirty
of what is before the star.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.small_site import DOT, TODAY

_PART = re.compile(
    r"^# (?P<title>[^\n]*)$"
    r"|^(?P<ticks>`{4,})[ ]*(?P<info>\S[^\n]*)\n(?P<content>.*?)^(?P=ticks)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_REPEAT = re.compile(r"«(.+?)\*(\d+)»")
FOLDER = Path(__file__).parent / "cases"


@dataclass(slots=True)
class Case:
    """One small site and what is expected of it."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    diagnostics: list[str] = field(default_factory=list)
    pages: list[tuple[str, list[str]]] = field(default_factory=list)
    absent: list[tuple[str, list[str]]] = field(default_factory=list)
    today: date = TODAY
    drafts: bool = False


def all_cases() -> Iterator[Case]:
    """Every case of every file, in order."""
    for path in sorted(FOLDER.glob("*.md")):
        case = None
        for part in _PART.finditer(path.read_text("utf-8")):
            if part["title"] is not None:
                if case is not None:
                    yield case
                case = Case(f"{path.stem}: {part['title'].strip()}")
            elif case is not None:
                _add(case, part["info"], part["content"])
        if case is not None:
            yield case


def _add(case: Case, info: str, content: str) -> None:
    kind, *words = info.split()
    lines = [line for line in content.splitlines() if line.strip()]
    if kind == "diagnostics":
        case.diagnostics += lines
    elif kind == "page":
        case.pages.append((words[0] if words else "", lines))
    elif kind == "not":
        case.absent.append((words[0] if words else "", lines))
    elif kind == "today":
        case.today = date.fromisoformat(lines[0].strip())
    elif kind == "drafts":
        case.drafts = True
    else:
        path, *flags = re.split(r" (?=(?:bom|crlf|cr|latin-1|escapes|dot)(?: |$))", info)
        repeated = _REPEAT.sub(lambda match: match[1] * int(match[2]), content)
        case.files[path] = _bytes(repeated, " ".join(flags).split())


def _bytes(content: str, flags: list[str]) -> bytes:
    if "dot" in flags:
        content = DOT
    if "escapes" in flags:
        return content.encode().decode("unicode_escape").encode("latin-1")
    if "crlf" in flags:
        content = content.replace("\n", "\r\n")
    if "cr" in flags:
        content = content.replace("\n", "\r")
    data = content.encode("latin-1" if "latin-1" in flags else "utf-8")
    return b"\xef\xbb\xbf" + data if "bom" in flags else data

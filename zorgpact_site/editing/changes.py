"""What becomes of files: the bytes before and after, and the diff that an editor looks at first."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One file: `before` is None when it is made, `after` when it goes, `new_path` when it moves.

    Paths are relative to the site, with forward slashes.
    """

    path: str
    before: bytes | None
    after: bytes | None
    new_path: str = ""

    @property
    def target(self) -> str:
        """Where the file is afterwards."""
        return self.new_path or self.path


def diff(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """The lines of a unified diff, each with its role: `file`, `place`, `out`, `in` or `same`.

    The form is that of Git, so that `git apply` can read it. Lines keep their line ends.
    """
    for change in changes:
        yield from _head(change)
        before, after = _lines(change.before), _lines(change.after)
        if before == after:
            continue
        yield "file", f"--- {_name('a', change.path, change.before)}\n"
        yield "file", f"+++ {_name('b', change.target, change.after)}\n"
        # Empty lines are all alike: to try each with each takes seconds for some hundred edits.
        matcher = difflib.SequenceMatcher(str.isspace, before, after, False)
        for group in matcher.get_grouped_opcodes(_CONTEXT):
            yield "place", _place(group)
            for kind, start, end, new_start, new_end in group:
                if kind == "equal":
                    yield from _told("same", " ", before[start:end])
                    continue
                yield from _told("out", "-", before[start:end])
                yield from _told("in", "+", after[new_start:new_end])


def _head(change: Change) -> Iterator[tuple[str, str]]:
    yield "file", f"diff --git a/{change.path} b/{change.target}\n"
    if change.before is None:
        yield "file", "new file mode 100644\n"
    elif change.after is None:
        yield "file", "deleted file mode 100644\n"
    elif change.new_path and change.new_path != change.path:
        yield "file", f"rename from {change.path}\n"
        yield "file", f"rename to {change.new_path}\n"


def _name(side: str, path: str, data: bytes | None) -> str:
    return "/dev/null" if data is None else f"{side}/{path}"


def _lines(data: bytes | None) -> list[str]:
    """Lines as Git counts them; those of old Macs are lines too."""
    text = (data or b"").decode("utf-8", "replace")
    end = "\n" if "\n" in text else "\r"
    lines = text.split(end)
    return [*(f"{line}{end}" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _told(role: str, sign: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.endswith("\n"):
            yield role, f"{sign}{line}"
        elif line.endswith("\r"):
            yield role, f"{sign}{line[:-1]}\n"
        else:
            yield role, f"{sign}{line}\n"
            yield "same", "\\ No newline at end of file\n"


def _place(group: list[tuple[str, int, int, int, int]]) -> str:
    first, last = group[0], group[-1]
    return f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"


def _range(start: int, end: int) -> str:
    length = end - start
    begin = start + 1 if length else start
    return str(begin) if length == 1 else f"{begin},{length}"

"""What pictures turned out to be, remembered so that an unchanged one is not decoded again."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from zorgpact_site.file_states import State, state_of
from zorgpact_site.kept_files import keep_checked, read_checked
from zorgpact_site.media import Look, Trouble

FOLDER = Path(".zorgpact") / "memory" / "pictures"
_FILE = "looks.json"


@dataclass(slots=True)
class Memory:
    """Looks at files by path, with the state they were in then.

    `known` is what an earlier run saw, `seen` what this one does: what is gone is forgotten.
    """

    known: Mapping[str, tuple[State, Look]] = field(default_factory=dict)
    seen: dict[str, tuple[State, Look]] = field(default_factory=dict)

    def look(self, path: str, stat: os.stat_result, look: Callable[[], Look]) -> Look:
        """What the file was in this state, else what it is now."""
        state, known = state_of(stat), self.known.get(path)
        if known is None or known[0] != state:
            known = state, look()
        self.seen[path] = known
        return known[1]


def load(site: Path, version: str) -> Memory:
    """The memory of a site; an empty one when there is none, or any damage to it."""
    try:
        entries = json.loads(read_checked(site / FOLDER / _FILE, version)).items()
        return Memory({path: (tuple(state), _look(**look)) for path, (state, look) in entries})
    except (OSError, ValueError, TypeError, AttributeError):
        return Memory()


def save(memory: Memory, site: Path, version: str) -> None:
    """Keep what was seen. A memory only saves work, so one that cannot be written is let go."""
    if memory.seen == memory.known:
        return
    entries = {path: (state, asdict(look)) for path, (state, look) in sorted(memory.seen.items())}
    with suppress(OSError):
        text = json.dumps(entries, ensure_ascii=False, indent=0)
        keep_checked(site / FOLDER / _FILE, version, text)


def _look(trouble: str | None, **rest: Any) -> Look:
    return Look(trouble=Trouble(trouble) if trouble else None, **rest)

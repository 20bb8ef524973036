"""What visits told, remembered so that no site is asked again within days."""

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from zorgpact_site.kept_files import keep_checked, read_checked
from zorgpact_site.outside import Answer, Cause, Outcome

FILE = Path(".zorgpact") / "memory" / "links.json"
VERSION = "1"  # raised with every change to what a visit tells
DAY = 24 * 60 * 60.0  # seconds
_BROKEN = 60 * 60.0  # a dead address may be mended within the hour
_KEPT = 60 * DAY


@dataclass(slots=True)
class Memory:
    """Answers by address, each with the time of its visit in seconds since 1970."""

    answers: dict[str, tuple[float, Answer]] = field(default_factory=dict)

    def find(self, url: str, days: float, now: float) -> Answer | None:
        """What a visit told, when that was not over `days` ago.

        That an address is dead counts for an hour, that it could not be reached not at all.
        """
        time_of, answer = self.answers.get(url, (0.0, Answer(Outcome.OFFLINE)))
        match answer.outcome:
            case Outcome.FINE | Outcome.REFUSED:
                fresh = days * DAY
            case Outcome.DEAD:
                fresh = min(days * DAY, _BROKEN)
            case _:
                fresh = 0.0
        return answer if 0 <= now - time_of < fresh else None

    def keep(self, url: str, answer: Answer, now: float) -> None:
        """Remember what a visit told."""
        self.answers[url] = now, answer


def load(site: Path) -> Memory:
    """The memory of a site; an empty one when there is none, or any damage to it."""
    try:
        entries = json.loads(read_checked(site / FILE, VERSION)).items()
        return Memory({url: (at, _answer(**told)) for url, (at, told) in entries})
    except (OSError, ValueError, TypeError, AttributeError):
        return Memory()


def save(memory: Memory, site: Path, now: float | None = None) -> None:
    """Keep what was told of late. A memory only saves work: when it cannot be written, let go."""
    before = (time.time() if now is None else now) - _KEPT
    recent = {url: told for url, told in sorted(memory.answers.items()) if told[0] > before}
    entries = {url: (at, asdict(answer)) for url, (at, answer) in recent.items()}
    with suppress(OSError):
        text = json.dumps(entries, ensure_ascii=False, indent=0)
        keep_checked(site / FILE, VERSION, text)


def _answer(outcome: str, cause: str | None, moved: str) -> Answer:
    return Answer(Outcome(outcome), Cause(cause) if cause else None, moved)

"""What can go wrong at a call to the system, and what came of a build to which it did."""

from __future__ import annotations

import errno
import signal
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

# As `shim.c` numbers them.
CALLS = (
    "open", "create", "read", "write", "close", "rename", "link", "unlink", "mkdir", "rmdir",
    "sync", "list",
)  # fmt: skip
_ACTIONS = ("nothing", "fail", "signal", "replace")
FOREVER = 2**31 - 1
BROKEN = 99  # the exit code of a build that ends in a traceback
# What a call may meet. That a file is not there says that another took it away.
ERRORS = {
    "open": (errno.EMFILE, errno.EACCES, errno.EIO, errno.ENOENT),
    "create": (errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.EACCES),
    "read": (errno.EIO,),
    "write": (errno.ENOSPC, errno.EIO),
    "close": (errno.EDQUOT,),
    "rename": (errno.EIO, errno.EACCES, errno.ENOSPC, errno.EROFS),
    "link": (errno.EMLINK, errno.EIO, errno.ENOSPC),
    "unlink": (errno.EACCES, errno.EIO),
    "mkdir": (errno.ENOSPC, errno.EROFS),
    "rmdir": (errno.EACCES,),
    "sync": (errno.EIO, errno.ENOSPC),
    "list": (errno.EMFILE, errno.EACCES, errno.EIO),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the calls of a kind with a number from `first` to `last`.

    With `clock` the program sees a clock that is so many seconds ahead; with `after` it is
    killed so many seconds after its start.
    """

    kind: str = "open"
    first: int = 0
    last: int = 0
    action: str = "nothing"
    value: int = 0
    replaced: tuple[str, str] = ("", "")
    clock: int = 0
    after: float = 0.0

    @property
    def armed(self) -> tuple[int, int, int, int, int, str, str, int]:
        """How the shim is told of it."""
        kind, action = CALLS.index(self.kind), _ACTIONS.index(self.action)
        return kind, self.first, self.last, action, self.value, *self.replaced, self.clock

    @property
    def is_death(self) -> bool:
        """Whether the program is to die of it at once."""
        return bool(self.after) or (self.action == "signal" and self.value == signal.SIGKILL)

    def __str__(self) -> str:
        if self.after:
            return f"killed after {self.after:.3f} s"
        if self.clock:
            return f"clock {self.clock:+} s"
        names: dict[str, Mapping[int, str]] = {
            "fail": errno.errorcode,
            "signal": {int(one): one.name for one in signal.Signals},
        }
        what = names.get(self.action, {}).get(self.value, self.action)
        until = " and all after it" if self.last == FOREVER else ""
        return f"{what} at {self.kind} {self.first}{until}"

    def as_json(self) -> dict[str, Any]:
        """As it travels to the process that builds."""
        return asdict(self)


NONE = Fault()


@dataclass(frozen=True, slots=True)
class Ran:
    """What a build came to: its exit code, all it told, how often it was struck, its calls.

    And in how many seconds.
    """

    code: int
    told: str
    struck: int
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

"""Which libraries are installed beside this program, and in which versions."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

# Source: the Python packaging guide, “Recording installed projects” and the older eggs.
_RECORD = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+).*\.(?:dist|egg)-info")


@cache
def installed() -> Mapping[str, str]:
    """The version of every library that can be imported, by name in small letters.

    From the names of the folders that installers leave: opening them, as `importlib.metadata`
    does, takes longer than a `check` of an unchanged site. A name's `.` and `-` become `_`.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for name in sorted(os.listdir(folder or os.curdir)):  # noqa: PTH208 - names are enough
                if match := _RECORD.fullmatch(name):
                    # As for imports, what comes first on the path counts.
                    known = match["name"].lower().replace(".", "_")
                    found.setdefault(known, match["version"])
    return found

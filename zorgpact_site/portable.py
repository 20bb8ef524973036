"""Names that every computer can hold and show: those of files, and of what is made of them."""

import re

# What Windows keeps for itself: a dot or a space at the end, and devices.
_RESERVED = re.compile(
    r"[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.[^/]*)?(?:/|$)", re.IGNORECASE
)
# Signs that Windows refuses, that nobody sees, or that are no UTF-8.
_SIGNS = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"|?*\\\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_reserved(path: str) -> bool:
    """Whether a part of a path, with slashes between them, is a name that Windows cannot give.

    Source: Microsoft, Naming Files, Paths, and Namespaces.
    """
    return bool(_RESERVED.search(path))


def is_portable(path: str) -> bool:
    """Whether a file can be called so everywhere, and everyone sees how."""
    return not (_SIGNS.search(path) or is_reserved(path))

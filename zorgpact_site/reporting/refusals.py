"""Why the machine refuses, in words for people who never heard of its own."""

import errno
from collections.abc import Mapping

from zorgpact_site.reporting.messages import Messages

_FULL, _RIGHTS = "the disk is full", "you have no rights to it"
_OPEN = "too many files are open"
# English texts by the name of their number; what is not here is told as the system does.
REASONS: Mapping[str, str] = {
    "ENOSPC": _FULL,
    "EDQUOT": "your room on the disk is used up",
    "EACCES": _RIGHTS,
    "EPERM": _RIGHTS,
    "EROFS": "the disk can only be read",
    "EIO": "the disk could not read or write",
    "EMFILE": _OPEN,
    "ENFILE": _OPEN,
    "ENOENT": "it is not there",
    "EEXIST": "it is there already",
    "ENOTDIR": "a file stands where a folder should be",
    "EISDIR": "a folder stands where a file should be",
    "ENOTEMPTY": "the folder is not empty",
    "ENAMETOOLONG": "the name is too long",
    "ELOOP": "links lead to one another in a circle",
    "EFBIG": "the file is too large",
    "EBUSY": "another program uses it, or it is a mounted disk: choose a folder in that",
    "ETXTBSY": "another program uses it",
    "EPIPE": "nobody reads what is told any more",
    "ENOMEM": "there is too little memory",
    "ESTALE": "it changed while the site was being built",
}


def why(error: OSError, messages: Messages) -> str:
    """What kept the machine from doing something."""
    known = REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    return messages.text(known) if known else error.strerror or str(error)

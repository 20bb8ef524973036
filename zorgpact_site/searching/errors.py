"""Why there is no search index."""

from enum import StrEnum


class Reason(StrEnum):
    """What went wrong, for people."""

    MISSING = "Pagefind is missing or cannot be started"
    STOPPED = "Pagefind stopped halfway"
    ENDED = (
        "the machine ended Pagefind, most likely for lack of memory: it takes a good 0.3 MB for "
        "each text"
    )
    LATE = "Pagefind was not ready in time"
    ODD = "Pagefind gave something that this version of zorgpact does not know"


class IndexingFailed(Exception):
    """The index could not be made; `detail` is what the machine or Pagefind said, in English."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

"""What a visit to an address told."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a visit.

    `REFUSED` is an answer that says nothing of the page, such as a log-in or a door that is
    closed to programs. `OFFLINE` is a visit that did not get beyond the own network.
    """

    FINE = "fine"
    REFUSED = "refused"
    DEAD = "dead"
    UNREACHABLE = "unreachable"
    OFFLINE = "offline"


class Cause(StrEnum):
    """Why a visit did not end at a page, for people."""

    MISSING = "there is no such page"
    REMOVED = "the page was taken away"
    NO_HOST = "there is no site with this name"
    SLOW = "there was no answer in time"
    NO_CONNECTION = "no connection could be made"
    OFFLINE = "there is no network here, or it does not lead there"
    INSECURE = "the connection is not safe; browsers warn readers"
    FAULT = "the site has a fault"
    BUSY = "the site asks to come back later"
    CIRCLE = "it leads on and on to other addresses"
    PRIVATE = "it lies in a private network"
    ODD = "the answer could not be understood"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a visit told; `moved` is the address that the page has from now on, if it says so."""

    outcome: Outcome
    cause: Cause | None = None
    moved: str = ""

"""A visit to an address: asked politely, followed where it leads, tried again when it may help."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from zorgpact_site.outside import Answer, Cause, Outcome
from zorgpact_site.visiting.asking import Response, ask
from zorgpact_site.visiting.pace import Pace
from zorgpact_site.visiting.reaching import Failed
from zorgpact_site.web_addresses import is_web_address

REDIRECTS = 5
_LASTING = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_LEADING = {*_LASTING, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_DEAD = {HTTPStatus.NOT_FOUND: Cause.MISSING, HTTPStatus.GONE: Cause.REMOVED}
_AGAIN = {Cause.SLOW, Cause.NO_CONNECTION, Cause.BUSY}  # may be otherwise in a moment
_OF_HOST = {*_AGAIN, Cause.OFFLINE, Cause.NO_HOST}  # true of all addresses of a host
_LONGEST = 2000  # characters of an address
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave: the name to give, seconds for a step, tries, and whether to look at home."""

    agent: str
    seconds: float = 10.0
    tries: int = 3
    allow_local: bool = False


@dataclass(slots=True)
class Visitor:
    """Visits addresses; `closed` remembers hosts that did not answer, so nobody waits twice.

    `near` are hosts in a private network: what these say tells nothing of the world beyond.
    """

    manners: Manners
    pace: Pace
    now: Callable[[], float] = time.time
    closed: dict[str, Cause] = field(default_factory=dict)
    near: set[str] = field(default_factory=set)

    def visit(self, url: str) -> Answer:
        """Follow an address to its end, over at most `REDIRECTS` others."""
        current, moved, lasting = url, "", True
        seen = {url}
        try:
            for _step in range(REDIRECTS + 1):
                response = self._polite(current)
                if response.status not in _LEADING:
                    return _judged(response.status, moved)
                current = _onward(current, response.location)
                lasting = lasting and response.status in _LASTING
                moved = current if lasting else moved
                if current in seen:
                    break
                seen.add(current)
        except Failed as failed:
            return _failed(failed.cause)
        return Answer(Outcome.UNREACHABLE, Cause.CIRCLE)

    def _polite(self, url: str) -> Response:
        """Ask with `HEAD`; whoever does not know or like that is asked as browsers do."""
        response = self._patient(url, "HEAD")
        if response.status < HTTPStatus.BAD_REQUEST:
            return response
        return self._patient(url, "GET")

    def _patient(self, url: str, method: str) -> Response:
        """Ask again when that may help, each time after a longer wait."""
        host = urlsplit(url).hostname or ""
        wait = _FIRST_WAIT
        for left in reversed(range(self.manners.tries)):
            try:
                response = self._ask(url, method, host)
            except Failed as failed:
                cause, asked = failed.cause, 0.0
                method = "GET"  # some servers do not even answer another question
            else:
                if response.status not in _LATER:
                    return response
                cause, asked = Cause.BUSY, self._seconds(response.retry_after)
            if not left or cause not in _AGAIN or asked > _LONGEST_WAIT:
                break
            self.pace.rest(host, max(wait, asked))
            wait *= 2
        if cause in _OF_HOST:
            self.closed.setdefault(host, cause)
        raise Failed(cause)

    def _ask(self, url: str, method: str, host: str) -> Response:
        if host in self.closed:
            raise Failed(self.closed[host])
        manners = self.manners
        try:
            with self.pace.turn(host):
                response = ask(
                    url,
                    method,
                    agent=manners.agent,
                    seconds=manners.seconds,
                    allow_local=manners.allow_local,
                )
        except Failed as failed:
            self._note(host, near=failed.near)
            raise
        self._note(host, near=response.near)
        return response

    def _note(self, host: str, *, near: bool) -> None:
        if near:
            self.near.add(host)

    def _seconds(self, retry_after: str) -> float:
        """How long a site asks to be left alone: `120`, or a date; none when it says neither."""
        if retry_after.isdecimal():
            return float(retry_after[:9])
        try:
            return parsedate_to_datetime(retry_after).timestamp() - self.now()
        except (ValueError, OverflowError):
            return 0.0


def _onward(current: str, location: str) -> str:
    """Where an answer leads: an address of the web, without user name or password."""
    try:
        new = urljoin(current, location).partition("#")[0]
    except ValueError:
        raise Failed(Cause.ODD) from None
    if not location or len(new) > _LONGEST or not new.isprintable() or not is_web_address(new):
        raise Failed(Cause.ODD)
    return new


def _judged(status: int, moved: str) -> Answer:
    if status < HTTPStatus.BAD_REQUEST:
        return Answer(Outcome.FINE, moved=moved)
    if status in _DEAD:
        return Answer(Outcome.DEAD, _DEAD[HTTPStatus(status)])
    if HTTPStatus.INTERNAL_SERVER_ERROR <= status < 600:  # noqa: PLR2004 - the last of its class
        return Answer(Outcome.UNREACHABLE, Cause.FAULT)
    return Answer(Outcome.REFUSED)


def _failed(cause: Cause) -> Answer:
    if cause is Cause.NO_HOST:
        return Answer(Outcome.DEAD, cause)
    return Answer(Outcome.OFFLINE if cause is Cause.OFFLINE else Outcome.UNREACHABLE, cause)

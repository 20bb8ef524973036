"""Exit codes, and how what goes wrong becomes one of them."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType

import click

from zorgpact_site.publishing import Busy, NotOurs
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.searching import IndexingFailed


class Exit(IntEnum):
    """What the exit code tells a script that called us."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUSY = 4
    INTERRUPTED = 130
    TERMINATED = 143


@contextmanager
def speaking_of_trouble(messages: Messages) -> Iterator[None]:
    """Turn trouble with disk, rights and locks into a sentence and an exit code."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except NotOurs as error:
        _stop(
            messages.text(
                "the folder {path} holds files that zorgpact did not make, so it is left alone; "
                "empty it yourself, or choose another with --output",
                path=str(error.path),
            ),
            Exit.USAGE,
        )
    except Busy as error:
        _stop(
            messages.text("another build is busy in {path}; try again later", path=str(error.path)),
            Exit.BUSY,
        )
    except IndexingFailed as error:
        _stop(
            messages.text(
                "the search index could not be made: {reason}; the published site is as it was",
                reason=why_no_index(error, messages),
            ),
            Exit.ENVIRONMENT,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        path = str(error.filename or "")
        _stop(
            messages.text(
                "the machine refuses: {reason} ({path}); the published site is as it was",
                reason=reason,
                path=path,
            ),
            Exit.ENVIRONMENT,
        )
    except KeyboardInterrupt:
        _stop(messages.text("interrupted; the published site is as it was"), Exit.INTERRUPTED)
    finally:
        signal.signal(signal.SIGTERM, before)


def why_no_index(error: IndexingFailed, messages: Messages) -> str:
    """The reason, with what the machine said in brackets."""
    return messages.text(error.reason) + (f" ({error.detail})" if error.detail else "")


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(Exit.TERMINATED)


def _stop(sentence: str, code: Exit) -> None:
    click.echo(f"zorgpact: {sentence}", err=True)
    raise SystemExit(code)

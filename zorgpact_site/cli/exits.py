"""Exit codes, and how what goes wrong becomes one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from zorgpact_site.cli.signals import HungUp, Terminated, hearing_signals
from zorgpact_site.cli.unread import UNREAD
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.refusals import why

if TYPE_CHECKING:
    from zorgpact_site.searching import IndexingFailed


class Exit(IntEnum):
    """What the exit code tells a script that called us."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUSY = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    UNREAD = UNREAD
    TERMINATED = 143


class NotTold(Exception):
    """The site is published, but what was to be told of that cannot be."""


@contextmanager
def telling_of_what_is_published() -> Iterator[None]:
    """Let trouble on the way not be taken for a site that is as it was. Raises NotTold."""
    try:
        yield
    except OSError as error:
        raise NotTold from error


@contextmanager
def speaking_of_trouble(messages: Messages) -> Iterator[None]:
    """Turn trouble with disk, rights and locks into a sentence and an exit code."""
    try:
        with hearing_signals():
            yield
    except BrokenPipeError:  # who read what is told went away: `ending_unread` hears of it
        raise
    except OSError as error:
        sentence = messages.text(
            "the machine refuses: {reason}; the published site is as it was",
            reason=_reason(error, messages),
        )
        _stop(sentence, Exit.ENVIRONMENT)
    except NotTold as error:
        assert isinstance(error.__cause__, OSError)  # noqa: S101 - types: it is raised from one
        sentence = messages.text(
            "the site is published, but the machine refuses to tell of it: {reason}",
            reason=_reason(error.__cause__, messages),
        )
        _stop(sentence, Exit.ENVIRONMENT)
    except Terminated:
        raise SystemExit(Exit.TERMINATED) from None
    except HungUp:
        raise SystemExit(Exit.HUNG_UP) from None
    except KeyboardInterrupt:
        _stop(messages.text("interrupted; the published site is whole"), Exit.INTERRUPTED)
    except Exception as error:
        told = _of_publishing(error, messages)
        if told is None:
            raise
        _stop(*told)


def _reason(error: OSError, messages: Messages) -> str:
    return why(error, messages) + (f" ({error.filename})" if error.filename else "")


def _of_publishing(error: Exception, messages: Messages) -> tuple[str, Exit] | None:
    """What kept a site from being published, if it is that."""
    # Here, as a `check` that answers from memory ends before these would be loaded.
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415

    from zorgpact_site.making.compressors import CompressorMissing  # noqa: PLC0415
    from zorgpact_site.publishing.errors import Busy, NotOurs  # noqa: PLC0415
    from zorgpact_site.searching import IndexingFailed  # noqa: PLC0415

    match error:
        case NotOurs(path=path):
            sentence = messages.text(
                "the folder {path} holds files that zorgpact did not make, so it is left alone; "
                "empty it yourself, or choose another with --output",
                path=str(path),
            )
            return sentence, Exit.USAGE
        case Busy(path=path):
            sentence = messages.text(
                "another build is busy in {path}; try again later", path=str(path)
            )
            return sentence, Exit.BUSY
        case IndexingFailed():
            sentence = messages.text(
                "the search index could not be made: {reason}; the published site is as it was",
                reason=why_no_index(error, messages),
            )
            return sentence, Exit.ENVIRONMENT
        case BrokenExecutor() | MemoryError():
            sentence = messages.text(
                "the machine ended a part of the build, most likely for lack of memory; try again, "
                "or with --jobs 1; the published site is as it was"
            )
            return sentence, Exit.ENVIRONMENT
        case CompressorMissing():
            sentence = messages.text(
                "compress in content/site.yaml asks for brotli, which is not installed; type: "
                'pip install "zorgpact-site[compress]"; the published site is as it was'
            )
            return sentence, Exit.ENVIRONMENT
    return None


def refusal(error: OSError, messages: Messages) -> str:
    """What to say of a machine that refuses where no site is at stake."""
    return messages.text("the machine refuses: {reason}", reason=why(error, messages))


def why_no_index(error: "IndexingFailed", messages: Messages) -> str:
    """The reason, with what the machine said in brackets."""
    return messages.text(error.reason) + (f" ({error.detail})" if error.detail else "")


def _stop(sentence: str, code: Exit) -> None:
    click.echo(f"zorgpact: {sentence}", err=True)
    raise SystemExit(code)

"""The program `zorgpact`, which is also `python -m zorgpact_site`."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress

# A site is very many values that hold each other in no rings. To look for rings at every few
# hundred new ones, as Python does by itself, takes a third of a check of ten thousand texts.
_SELDOM = (100_000, 50, 1000)


def run() -> None:
    """Run the command that was typed."""
    gc.set_threshold(*_SELDOM)
    _open_closed_streams()
    # Until a command has begun there is nothing to undo, so Ctrl-C may end the program at once.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from zorgpact_site.cli import main  # noqa: PLC0415 - said above

    try:
        main()
    except SystemExit as ended:
        # Here, as what a build has made is still at hand: to free it all takes a tenth of its time.
        _leave(0 if ended.code is None else ended.code)
        raise
    except OSError as error:  # nothing to write to, or to stand in
        code = _refused(error)
        _leave(code)
        sys.exit(code)


def _open_closed_streams() -> None:
    """Let what is told to a stream that was closed before we began go nowhere, not in a file."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open to the end of the program, and pathlib would have to be loaded
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _refused(error: OSError) -> int:
    """Say why the machine refuses, if anybody can hear it, and give the exit code for that."""
    from zorgpact_site.cli.exits import Exit, refusal  # noqa: PLC0415 - seldom needed
    from zorgpact_site.cli.usage import language_of  # noqa: PLC0415 - likewise
    from zorgpact_site.reporting.messages import messages_in  # noqa: PLC0415 - likewise

    with suppress(OSError):
        sys.stderr.write(f"zorgpact: {refusal(error, messages_in(language_of(sys.argv[1:])))}\n")
        sys.stderr.flush()
    return Exit.ENVIRONMENT


def _leave(code: object) -> None:
    """End the program as Python does, but for freeing what it holds; come back when it cannot."""
    if isinstance(code, int):
        atexit._run_exitfuncs()  # not public, but Python offers no other way
        with suppress(OSError, ValueError):  # nobody hears what is told: Python says so
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)


if __name__ == "__main__":
    run()

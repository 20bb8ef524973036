"""The program `zorgpact`, which is also `python -m zorgpact_site`."""

import signal


def run() -> None:
    """Run the command that was typed."""
    # Until a command has begun there is nothing to undo, so Ctrl-C may end the program at once.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from zorgpact_site.cli import main  # noqa: PLC0415 - said above

    main()


if __name__ == "__main__":
    run()

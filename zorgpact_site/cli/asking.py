"""Questions in the terminal, for who sits there to answer."""

import sys

import click

_YES = frozenset({"j", "ja", "y", "yes"})


def on_terminal() -> bool:
    """Whether somebody sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str:
    """Put a question and give what is typed; who stops there stops the command."""
    try:
        return str(click.prompt(question, default="", show_default=False, err=True))
    except click.Abort:
        click.echo(err=True)
        raise KeyboardInterrupt from None


def agreed(question: str) -> bool:
    """Ask whether to go on; Enter alone means no."""
    return ask(question).strip().lower() in _YES

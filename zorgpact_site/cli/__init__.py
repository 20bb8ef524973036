"""The command line: thin, and the only place that prints and exits."""

from zorgpact_site.cli.commands import main

__all__ = ["main"]

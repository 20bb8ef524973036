"""The options of a build for a report about a pull request."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from zorgpact_site.cli.usage import mistaken
from zorgpact_site.web_addresses import is_web_address

F = TypeVar("F", bound=Callable[..., Any])


def read_source_url(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    """A web address with holes for the place in a text; that of the code host when it tells."""
    if not typed:
        return _host_url(os.environ)
    filled = typed.replace("{path}", "a").replace("{line}", "1")
    if "{path}" not in typed or not is_web_address(filled) or re.search(r"[()\s<>]", typed):
        raise mistaken(
            "“{typed}” is no address with {{path}} in it; write it as "
            "https://voorbeeld.nl/blob/main/{{path}}#L{{line}}",
            typed,
        )
    return typed


def _host_url(environment: Mapping[str, str]) -> str:
    """Where GitHub or GitLab shows the commit that a job of theirs works on.

    `plain` has them show the lines of Markdown, not what is made of it.
    """
    get = environment.get
    if repository := get("GITHUB_REPOSITORY"):
        start = f"{get('GITHUB_SERVER_URL')}/{repository}/blob/{get('GITHUB_SHA')}"
    elif project := get("CI_PROJECT_URL"):
        start = f"{project}/-/blob/{get('CI_COMMIT_SHA')}"
    else:
        return ""
    return f"{start}/{{path}}?plain=1#L{{line}}"


def report_options(function: F) -> F:
    """Add the options for the report."""
    file = click.option(
        "--report",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="BESTAND",
        help="Schrijf een verslag in Markdown voor een pull request: welke pagina’s erbij komen, "
        "veranderen en verdwijnen, en wat er mis is.",
    )
    source = click.option(
        "--source-url",
        default="",
        metavar="URL",
        callback=read_source_url,
        help="Adres van een regel in het verslag, met {path} en {line}; op GitHub en GitLab "
        "vanzelf.",
    )
    return file(source(function))

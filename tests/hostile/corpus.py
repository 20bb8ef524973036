"""All cases by kind, and how many of each there must be."""

from collections.abc import Mapping
from functools import cache

from tests.hostile import (
    encodings,
    limits,
    markup,
    paths,
    pictures,
    programs,
    schemes,
    settings,
    special_files,
    yaml_cases,
)
from tests.hostile.case import Case

QUICK, WHOLE = 6_000, 99_000  # bytes of the long texts: as tests run them, and as long as goes


@cache
def corpus(size: int = QUICK) -> Mapping[str, tuple[int, tuple[Case, ...]]]:
    """The least number of each kind, and its cases."""
    markdown = (*markup.cases(), *schemes.cases(), *limits.cases(size))
    return {
        "YAML": (80, tuple(yaml_cases.cases())),
        "encoding": (40, tuple(encodings.cases())),
        "Markdown": (100, markdown),
        "paths": (60, tuple(paths.cases())),
        "links and devices": (20, tuple(special_files.cases())),
        "pictures": (30, tuple(pictures.cases())),
        "templates and settings": (30, tuple(settings.cases())),
        "programs": (40, tuple(programs.cases())),
    }

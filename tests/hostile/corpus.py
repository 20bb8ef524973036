"""All cases by kind, and how many of each there must be."""

from tests.hostile import encodings, yaml_cases
from tests.hostile.case import Case

CORPUS: dict[str, tuple[int, tuple[Case, ...]]] = {
    "YAML": (80, tuple(yaml_cases.cases())),
    "encoding": (40, tuple(encodings.cases())),
}

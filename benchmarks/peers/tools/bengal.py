"""Bengal: in Python, for its builds without a global lock; asks for a newer Python than most."""

from collections.abc import Mapping

from benchmarks.peers.facts import Facts
from benchmarks.peers.running import Failed
from benchmarks.peers.tools.base import Tool


def _not_yet(_source: Mapping[str, str], _facts: Facts) -> Mapping[str, str]:
    raise Failed("it installs here, but has no templates in this comparison yet")


BENGAL = Tool(
    name="bengal",
    label="Bengal",
    kind="bengal",
    packages=("bengal==0.5.1",),
    lay=_not_yet,
    version=("{env}/bin/bengal", "--version"),
    build=("{env}/bin/bengal", "build"),
    output="public",
    related="none",
)

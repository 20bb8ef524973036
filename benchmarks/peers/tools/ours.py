"""Ourselves, with all that the site has; and with search and cards set aside, as peers are."""

from collections.abc import Mapping

from benchmarks.peers.facts import Facts
from benchmarks.peers.tools.base import PEERS, Tool

KIND = "zorgpact"


def _as_it_is(source: Mapping[str, str], _facts: Facts) -> Mapping[str, str]:
    return source


def _tool(name: str, label: str, module: str) -> Tool:
    start = ("{python}", "-m", module)
    return Tool(
        name=name,
        label=label,
        kind=KIND,
        packages=(),
        lay=_as_it_is,
        version=("{python}", "-m", "zorgpact_site", "--version"),
        build=(*start, "build", "-q", "--today", "{today}"),
        serve=(*start, "serve", "-q", "--no-open", "--today", "{today}", "--port", "{port}"),
        output="output",
        caches=(".zorgpact",),
        related="region, theme, koploper",
        environment={"PYTHONPATH": str(PEERS.parent.parent)},
    )


OURS = (
    _tool("ours", "zorgpact", "benchmarks.peers.aside"),
    _tool("ours-whole", "zorgpact, with search and cards", "zorgpact_site"),
)

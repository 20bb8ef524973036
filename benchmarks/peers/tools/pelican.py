"""Pelican: in Python, with Jinja templates and Python-Markdown."""

from collections.abc import Mapping

from benchmarks.peers.facts import SECTIONS, Article, Facts
from benchmarks.peers.tools.base import Tool, from_facts, static

_PIP = ("pelican==4.12.0", "markdown==3.11.3")


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "content/")
    files |= {f"content/artikelen/{one.slug}.md": _article(one) for one in facts.articles}
    for things in facts.things.values():
        for thing in things:
            values = {"Title": thing.title, "Slug": thing.slug, "Section": thing.section}
            if thing.section == SECTIONS["tools"]:
                values["Template"] = "page"
            files[f"content/pages/{thing.section}/{thing.slug}.md"] = _front(values) + thing.body
    return files


def _article(article: Article) -> str:
    values = {
        "Title": article.title,
        "Date": article.day,
        "Slug": article.slug,
        "Summary": article.summary,
        "Regios": ", ".join(article.regions),
        "Themas": ", ".join(article.themes),
        "Kopgroep": ", ".join(article.koplopers),
    }
    return _front(values) + article.body


def _front(values: Mapping[str, str]) -> str:
    lines = [f"{key}: {value}" for key, value in values.items() if value]
    return "\n".join([*lines, "", ""])


PELICAN = Tool(
    name="pelican",
    label="Pelican, related by none",
    kind="pelican",
    packages=_PIP,
    lay=from_facts("pelican", _contents),
    version=("{env}/bin/pelican", "--version"),
    build=("{env}/bin/pelican", "--quiet", "content", "--settings", "pelicanconf.py"),
    serve=(
        *("{env}/bin/pelican", "--quiet", "content", "--settings", "pelicanconf.py"),
        *("--listen", "--autoreload", "--port", "{port}"),
    ),
    output="output",
    caches=("cache",),
    related="none",
)

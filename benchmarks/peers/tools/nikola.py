"""Nikola: in Python, remembering with doit; regions, themes and koplopers are its tags."""

from collections.abc import Mapping

from benchmarks.peers.facts import Article, Facts
from benchmarks.peers.tools.base import Tool, from_facts, front, static


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "files/")
    titles = {folder: facts.titles(folder) for folder in ("regions", "themes", "koplopers")}
    for article in facts.articles:
        files[f"posts/{article.slug}.md"] = _article(article, titles)
    for things in facts.things.values():
        for thing in things:
            values = {"title": thing.title, "slug": thing.slug}
            files[f"{thing.section}/{thing.slug}.md"] = front(values) + thing.body
    return files


def _article(article: Article, titles: Mapping[str, Mapping[str, str]]) -> str:
    tags = [titles[folder][slug] for folder in titles for slug in getattr(article, folder)]
    values = {
        "title": article.title,
        "slug": article.slug,
        "date": f"{article.day} 12:00:00",
        "tags": tags,
        "description": article.summary,
    }
    return front(values) + article.body


NIKOLA = Tool(
    name="nikola",
    label="Nikola, related by none",
    kind="nikola",
    packages=(
        *("nikola==8.3.3", "jinja2==3.1.6", "ruamel.yaml==0.19.1", "aiohttp==3.14.5"),
        "watchdog==2.1.9",  # later ones tell of files that are only read, and it builds without end
    ),
    lay=from_facts("nikola", _contents),
    version=("{env}/bin/nikola", "--version"),
    build=("{env}/bin/nikola", "build", "--quiet"),
    serve=("{env}/bin/nikola", "auto", "--port", "{port}"),
    output="output",
    caches=("cache", ".doit.db"),
    related="none",
    lists="onderwerpen",
)

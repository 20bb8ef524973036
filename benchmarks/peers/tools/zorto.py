"""Zorto: of the kind of Zola, one binary in Rust with Tera templates."""

import json
from collections.abc import Mapping

from benchmarks.peers.facts import Article, Facts, Thing
from benchmarks.peers.tools.base import Tool, from_facts, static

_TAXONOMIES = ("regions", "themes", "koplopers")


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "static/")
    files["content/_index.md"] = _front({"title": "Proefsite", "sort_by": "date"})
    files |= {f"content/artikelen/{one.slug}.md": _article(one, facts) for one in facts.articles}
    files["content/artikelen/_index.md"] = _front({"title": "Artikelen", "sort_by": "date"})
    for thing in facts.things["tools"]:
        path = f"content/{thing.section}/{thing.slug}.md"
        files[path] = _front({"title": thing.title, "template": "tool.html"}) + thing.body
    files["content/hulpmiddelen/_index.md"] = _front({"title": "Hulpmiddelen", "sort_by": "title"})
    for folder in _TAXONOMIES:
        for thing in facts.things[folder]:
            # The text of a term cannot stand at the address of its list: it has one of its own.
            path = f"content/teksten/{thing.section}/{thing.slug}/_index.md"
            files[path] = _front({"title": thing.title, "template": "text.html"}) + thing.body
    return files


def _article(article: Article, facts: Facts) -> str:
    about = {
        "regios": article.regions,
        "themas": article.themes,
        "kopgroep": article.koplopers,
        "archief": [article.year],
    }
    values = {"title": article.title, "date": article.day, "description": article.summary}
    named = {name: of for name, of in about.items() if of}
    return _front(values, taxonomies=named) + article.body


def _front(values: Mapping[str, object], **tables: Mapping[str, object]) -> str:
    """Properties as TOML, which writes texts and lists as JSON does; a day stands bare."""
    lines = [_line(key, value) for key, value in values.items()]
    for table, pairs in tables.items():
        lines += [f"[{table}]", *(_line(key, value) for key, value in pairs.items())]
    return "\n".join(["+++", *lines, "+++", "", ""])


def _line(key: str, value: object) -> str:
    text = str(value) if key == "date" else json.dumps(value, ensure_ascii=False)
    return f"{key} = {text}"

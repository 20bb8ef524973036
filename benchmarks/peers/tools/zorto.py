"""Zorto: of the kind of Zola, one binary in Rust with Tera templates."""

import json
from collections.abc import Mapping

from benchmarks.peers.facts import SECTIONS, Article, Facts
from benchmarks.peers.tools.base import Tool, from_facts, static, templates

_LABELS = {"regions": "Regio", "themes": "Thema", "koplopers": "Koploper"}


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "static/")
    titles = {f"extra.titles.{SECTIONS[folder]}": facts.titles(folder) for folder in _LABELS}
    labels = {SECTIONS[folder]: label for folder, label in _LABELS.items()}
    config = templates("zorto")["config.toml"] + _tables({"extra.labels": labels, **titles})
    files["config.toml"] = config
    files["content/_index.md"] = _front({"title": "Proefsite", "sort_by": "date"})
    files |= {f"content/artikelen/{one.slug}.md": _article(one) for one in facts.articles}
    files["content/artikelen/_index.md"] = _front({"title": "Artikelen", "sort_by": "date"})
    for thing in facts.things["tools"]:
        path = f"content/{thing.section}/{thing.slug}.md"
        files[path] = _front({"title": thing.title, "template": "tool.html"}) + thing.body
    files["content/hulpmiddelen/_index.md"] = _front({"title": "Hulpmiddelen", "sort_by": "title"})
    for folder in _LABELS:
        for thing in facts.things[folder]:
            # The text of a term cannot stand at the address of its list: it has one of its own.
            path = f"content/teksten/{thing.section}/{thing.slug}/_index.md"
            files[path] = _front({"title": thing.title, "template": "text.html"}) + thing.body
    return files


def _article(article: Article) -> str:
    # Lists of texts among the properties are taxonomies; an empty one would be none.
    values = {
        "title": article.title,
        "date": article.day,
        "description": article.summary,
        "regios": article.regions,
        "themas": article.themes,
        "kopgroep": article.koplopers,
        "archief": [article.year],
    }
    return _front(values) + article.body


def _front(values: Mapping[str, object]) -> str:
    """Properties as TOML, which writes texts and lists as JSON does; a day stands bare."""
    lines = [_line(key, value) for key, value in values.items() if value]
    return "\n".join(["+++", *lines, "+++", "", ""])


def _tables(tables: Mapping[str, Mapping[str, object]]) -> str:
    lines = []
    for table, pairs in tables.items():
        lines += [f"[{table}]", *(_line(key, value) for key, value in pairs.items())]
    return "".join(f"{line}\n" for line in lines)


def _line(key: str, value: object) -> str:
    text = str(value) if key == "date" else json.dumps(value, ensure_ascii=False)
    return f"{key} = {text}"


ZORTO = Tool(
    name="zorto",
    label="Zorto (of Zola's kind), related by none",
    kind="zorto",
    packages=("zorto==0.25.0",),
    lay=from_facts("zorto", _contents),
    version=("{env}/bin/zorto", "--version"),
    build=("{env}/bin/zorto", "--no-exec", "build"),
    serve=("{env}/bin/zorto", "--no-exec", "preview", "--port", "{port}"),
    output="public",
    caches=(".zorto",),
    related="none",
)

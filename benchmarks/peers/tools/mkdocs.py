"""MkDocs with Material, and Zensical: for documentation, without lists of what is about a thing.

Lists and the feed are laid ready as content, so these two have less to do than the others, and
an edit of a title changes some of their lists too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape

from benchmarks.peers.facts import SECTIONS, Article, Facts, Thing
from benchmarks.peers.tools.base import ADDRESS, Tool, from_facts, front, static

_LABELS = {"regions": "Regio", "themes": "Thema", "koplopers": "Koploper"}
_FEED = 20


def _contents(facts: Facts) -> Mapping[str, str]:
    files = static(facts, "docs/")
    files |= {f"docs/artikelen/{one.slug}.md": _article(one, facts) for one in facts.articles}
    files["docs/artikelen/index.md"] = f"# Artikelen\n\n{_cards(facts.articles)}"
    files["docs/index.md"] = f"# Proefsite\n\n{_cards(facts.articles[:10])}"
    files["docs/feed.xml"] = _feed(facts.articles[:_FEED])
    years: dict[str, list[Article]] = defaultdict(list)
    for article in facts.articles:
        years[article.year].append(article)
    for year, of in years.items():
        files[f"docs/archief/{year}.md"] = f"# {year}\n\n{_cards(of)}"
    listed = "".join(f"- [{year}](/archief/{year}/) ({len(of)})\n" for year, of in years.items())
    files["docs/archief/index.md"] = f"# Archief\n\n{listed}"
    return files | _things(facts)


def _things(facts: Facts) -> dict[str, str]:
    files = {}
    for folder, things in facts.things.items():
        about: dict[str, list[Article]] = defaultdict(list)
        for article in facts.articles if folder in _LABELS else ():
            for slug in getattr(article, folder):
                about[slug].append(article)
        for thing in things:
            files[f"docs/{thing.section}/{thing.slug}.md"] = _thing(thing, about[thing.slug])
        listed = "".join(f"- [{one.title}](/{one.section}/{one.slug}/)\n" for one in things)
        files[f"docs/{SECTIONS[folder]}/index.md"] = f"# {SECTIONS[folder]}\n\n{listed}"
    return files


def _thing(thing: Thing, articles: Iterable[Article]) -> str:
    head = front({"title": thing.title}) + f"# {thing.title}\n\n{thing.body}"
    return f"{head}\n\n## Artikelen\n\n{_cards(articles)}"


def _article(article: Article, facts: Facts) -> str:
    values = {"title": article.title, "description": article.summary}
    about = [f"- Datum: {article.day}"]
    for folder, label in _LABELS.items():
        titles = facts.titles(folder)
        links = [
            f"[{titles[slug]}](/{SECTIONS[folder]}/{slug}/)" for slug in getattr(article, folder)
        ]
        about += [f"- {label}: {', '.join(links)}"] if links else []
    parts = (f"# {article.title}", article.summary, "\n".join(about), article.body)
    return front(values) + "\n\n".join(filter(None, parts))


def _cards(articles: Iterable[Article]) -> str:
    return "".join(
        f"- [{one.title}](/artikelen/{one.slug}/) {one.day} {one.summary}\n" for one in articles
    )


def _feed(articles: Iterable[Article]) -> str:
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title><id>{ADDRESS}/artikelen/{one.slug}/</id>"
        f'<link href="{ADDRESS}/artikelen/{one.slug}/"/><updated>{one.day}T00:00:00Z</updated>'
        f"<summary>{escape(one.summary)}</summary></entry>\n"
        for one in articles
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>Proefsite</title><id>{ADDRESS}/</id>\n{entries}</feed>\n"
    )


MKDOCS = Tool(
    name="mkdocs",
    label="MkDocs with Material, related by none",
    kind="mkdocs",
    packages=("mkdocs==1.6.1", "mkdocs-material==9.8.2"),
    lay=from_facts("mkdocs", _contents),
    version=("{env}/bin/mkdocs", "--version"),
    build=("{env}/bin/mkdocs", "build", "--quiet"),
    serve=("{env}/bin/mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    output="site",
    related="none",
)
ZENSICAL = Tool(
    name="zensical",
    label="Zensical, related by none",
    kind="zensical",
    packages=("zensical==0.0.73",),
    lay=from_facts("mkdocs", _contents),
    version=("{env}/bin/zensical", "--version"),
    build=("{env}/bin/zensical", "build"),
    serve=("{env}/bin/zensical", "serve", "--dev-addr", "127.0.0.1:{port}"),
    output="site",
    caches=(".cache",),
    related="none",
)

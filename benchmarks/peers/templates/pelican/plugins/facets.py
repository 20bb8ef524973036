"""Of each region, theme and koploper a page with its text and all its articles."""

from collections import defaultdict

from pelican import signals

KINDS = {"regios": "Regio", "themas": "Thema", "kopgroep": "Koploper"}
kept = {}


def keep(generators):
    """Remember both generators: the pages hold the texts, the articles what they are about."""
    kept.clear()
    kept.update({type(one).__name__: one for one in generators})
    about = {kind: defaultdict(list) for kind in KINDS}
    articles = kept["ArticlesGenerator"].articles
    for article in articles:
        for kind in KINDS:
            named = filter(None, article.metadata.get(kind, "").split(", "))
            setattr(article, kind, list(named))
            for slug in getattr(article, kind):
                about[kind][slug].append(article)
    titles = {kind: {} for kind in KINDS}
    for page in kept["PagesGenerator"].pages:
        kind = page.metadata["section"]
        if kind in KINDS:
            titles[kind][page.slug] = page.title
            page.template = "term"
            page.articles = about[kind][page.slug]
    for generator in generators:
        generator.context.update(kinds=KINDS, titles=titles, about=about)


def write(generator, writer):
    """Write the lists of all regions, themes and koplopers."""
    for kind in KINDS:
        template = generator.get_template("terms")
        writer.write_file(f"{kind}/index.html", template, generator.context, kind=kind)


def register():
    """Tell Pelican when to call."""
    signals.all_generators_finalized.connect(keep)
    signals.article_writer_finalized.connect(write)

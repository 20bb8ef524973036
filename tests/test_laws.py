"""The laws of the house: same bytes, nothing lost, output is a set."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import REAL_TODAY, ROOT
from tests.html_pages import read_page
from tests.small_site import TODAY, build_site, pages_of, write_site
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.model.body import Pieces
from zorgpact_site.model.entries import Article
from zorgpact_site.reading.read import read_source
from zorgpact_site.scan import scan
from zorgpact_site.source import Source

WORDS = st.text(alphabet=st.characters(whitelist_categories=("Ll", "Lu")), min_size=1, max_size=12)


def sentences_of(article: Article) -> tuple[Pieces, ...]:
    return read_source(Source(article.path, (ROOT / article.path).read_bytes())).words.sentences


def bytes_of(built: Built) -> dict[str, object]:
    return {artifact.path: artifact.data for artifact in built.artifacts}


def test_the_order_of_files_does_not_matter(real_build: Built) -> None:
    inputs = scan(ROOT, REAL_TODAY, Options())
    for seed in range(3):
        sources = list(inputs.sources)
        random.Random(seed).shuffle(sources)  # noqa: S311 - the order, not a secret
        media = dict(sorted(inputs.media.items(), reverse=True))
        shuffled = build(replace(inputs, sources=tuple(sources), media=media))
        assert bytes_of(shuffled) == bytes_of(real_build)


def test_machine_time_zone_locale_and_hash_seed_do_not_matter(tmp_path: Path) -> None:
    trees = []
    for number, (zone, locale, seed) in enumerate(
        [("UTC", "C", "0"), ("Pacific/Auckland", "C.UTF-8", "1"), ("America/Lima", "POSIX", "77")]
    ):
        output = tmp_path / str(number)
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "zorgpact_site", "build", "--site", ROOT]
        subprocess.run(
            [*command, "--output", output, "--today", "2026-11-01"],
            env=environment,
            check=True,
            capture_output=True,
            cwd=tmp_path,
        )
        trees.append({path.relative_to(output): path.read_bytes() for path in output.rglob("*.*")})
    assert trees[0]
    assert trees[0] == trees[1] == trees[2]


def test_source_date_epoch_stands_for_today(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "content/articles/a.md": "---\ntitle: A\nevent: Dag\ndate: 2018-03-27\n"
            "region: Zwolle\n---\nTekst.\n"
        },
    )
    page = tmp_path / "output" / "artikelen" / "a" / "index.html"
    for epoch, label in [("1522000000", "Aankondiging"), ("1522300000", "Verslag")]:
        subprocess.run(
            [sys.executable, "-m", "zorgpact_site", "build", "--site", tmp_path],
            env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
            check=True,
            capture_output=True,
        )
        assert label in page.read_text("utf-8")


def test_every_sentence_of_every_article_stands_on_exactly_one_article_page(
    real_build: Built,
) -> None:
    site = real_build.site
    assert site is not None
    pages = {
        address: read_page(html).text
        for address, html in pages_of(real_build).items()
        if address.startswith("artikelen/") and address.count("/") == 2
    }
    for article in site.articles:
        own = f"artikelen/{article.key.slug}/"
        for pieces in sentences_of(article):
            texts = (piece for piece in pieces if isinstance(piece, str))
            longest = max(texts, key=len, default="")
            if len(longest.split()) < 6:
                continue  # a name in a list may well stand on two pages
            where = [
                address for address, text in pages.items() if " ".join(longest.split()) in text
            ]
            assert where == [own], longest


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=5))
@example(paragraphs=[["ﬀ"]])  # which a warning takes for a letter of a PDF file
def test_no_word_of_a_text_gets_lost(paragraphs: list[list[str]], tmp_path: Path) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    inputs = scan(write_site(tmp_path, {}), TODAY)
    source = Source("content/articles/a.md", f"---\ntitle: Titel\n---\n{text}\n".encode())
    built = build(replace(inputs, sources=(*inputs.sources, source)))
    assert built.errors == 0, built.diagnostics
    page = read_page(pages_of(built)["artikelen/a/"]).text
    for words in paragraphs:
        assert " ".join(words) in page


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(front=st.text(max_size=80), body=st.text(max_size=200))
def test_no_text_whatsoever_makes_a_build_fall_over(front: str, body: str, tmp_path: Path) -> None:
    # With drafts, as such a text may say that it is one.
    inputs = scan(write_site(tmp_path, {}), TODAY, Options(drafts=True))
    data = f"---\ntitle: Titel\n{front}\n---\n{body}".encode("utf-8", "surrogatepass")
    built = build(replace(inputs, sources=(*inputs.sources, Source("content/articles/a.md", data))))
    assert built.errors or "artikelen/a/" in pages_of(built)
    for one in built.diagnostics:
        assert one.where.path == "content/articles/a.md"


def test_a_deleted_text_takes_its_page_with_it(tmp_path: Path) -> None:
    article = "content/articles/a.md"
    write_site(tmp_path, {article: "---\ntitle: A\n---\nTekst.\n"})
    assert "artikelen/a/" in pages_of(build_site(tmp_path))
    write_site(tmp_path, {article: ""})
    assert "artikelen/a/" not in pages_of(build_site(tmp_path))


def test_equal_headings_get_anchors_of_their_own(tmp_path: Path) -> None:
    headings = "\n\n".join(["## Vraag", "Tekst."] * 5000 + ["## Vraag 2", "Slot."])
    inputs = scan(write_site(tmp_path, {}), TODAY)
    source = Source("content/articles/a.md", f"---\ntitle: A\n---\n{headings}\n".encode())
    built = build(replace(inputs, sources=(*inputs.sources, source)))
    site = built.site
    assert site is not None
    anchors = [heading.anchor for heading in site.articles[0].text.body.headings]
    assert len(anchors) == len(set(anchors)) == 5001
    assert anchors[:3] == ["vraag", "vraag-2", "vraag-3"]

"""The comparison with other generators measures what it says, and gives all the same facts."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from benchmarks.guard import Counter, verdict
from benchmarks.peers.corpus import Corpus, make_corpus
from benchmarks.peers.edits import changed_files, edit_body, edit_title, rename_theme
from benchmarks.peers.facts import Facts, facts_of
from benchmarks.peers.install import reason
from benchmarks.peers.proof import missing, plain
from benchmarks.peers.report import report, write_report
from benchmarks.peers.results import BODY, COLD, FLOOR, SCENARIOS, Record, Results, load
from benchmarks.peers.running import Failed, Taken, run
from benchmarks.peers.tools import TOOLS, tools_named
from benchmarks.peers.tools.base import Tool
from benchmarks.peers.tools.ours import KIND
from benchmarks.peers.tree import memory_of, tree_of
from zorgpact_site.build import build
from zorgpact_site.scan import scan

ONE_OF_EACH = list({tool.kind: tool for tool in TOOLS if tool.kind != "bengal"}.values())
PEERS = [tool for tool in ONE_OF_EACH if tool.kind != KIND]
MEGABYTES = 2**20


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make_corpus(tmp_path_factory.mktemp("corpus") / "site", 24)


@pytest.fixture(scope="module")
def facts(corpus: Corpus) -> Facts:
    return facts_of(corpus.source)


@pytest.fixture(scope="module")
def ours(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What we ourselves make of the content."""
    site, output = (tmp_path_factory.mktemp(name) for name in ("source", "output"))
    write(site, corpus.source)
    for artifact in build(scan(site, date.fromisoformat(corpus.today))).artifacts:
        if isinstance(artifact.data, bytes):
            write(output, {artifact.path: artifact.data.decode()})
    return output


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


@pytest.mark.parametrize("tool", PEERS, ids=lambda tool: tool.name)
def test_every_peer_is_given_the_same_facts(tool: Tool, corpus: Corpus, facts: Facts) -> None:
    laid = tool.lay(corpus.source, facts)
    for article in facts.articles:
        text = next(text for path, text in laid.items() if path.endswith(f"/{article.slug}.md"))
        assert article.title in text
        assert plain(article.summary) in plain(text)
        assert article.body in text
        for folder in ("regions", "themes", "koplopers"):
            titles = facts.titles(folder)
            for slug in getattr(article, folder):
                assert slug in text or titles[slug] in text
    assert sum("svg" in path for path in laid) == 12


@pytest.mark.parametrize("tool", ONE_OF_EACH, ids=lambda tool: tool.name)
def test_an_edit_reaches_every_tool(tool: Tool, corpus: Corpus, facts: Facts) -> None:
    before = tool.lay(corpus.source, facts)
    for change in (edit_body, edit_title, rename_theme):
        edit = change(corpus.source, "ronde 7")
        changed = changed_files(before, tool.lay(edit.source, facts_of(edit.source)))
        assert any(edit.words in text for text in changed.values())
        if change is edit_body:
            assert len(changed) == 1


def test_no_manners_of_ours_are_left_in_the_texts_for_others(facts: Facts) -> None:
    for article in facts.articles:
        assert "[[" not in article.body
        assert ":::" not in article.body
        assert ".md" not in article.body


def test_our_own_site_tells_all_facts(ours: Path, facts: Facts) -> None:
    assert missing(ours, facts, related=True) == []


def test_a_site_that_lacks_something_is_found_out(ours: Path, facts: Facts, tmp_path: Path) -> None:
    article = facts.articles[0]
    page = ours / "artikelen" / article.slug / "index.html"
    whole = page.read_text()
    try:
        page.write_text(whole.replace(f"/{article.themes[0]}/", "/elders/"))
        assert missing(ours, facts, related=True) == [
            f"{article.slug} does not lead to {article.themes[0]}"
        ]
    finally:
        page.write_text(whole)
    assert len(missing(tmp_path, facts, related=False)) == len(facts.articles)


def test_tags_and_typography_do_not_count_as_words() -> None:
    assert plain("<p>Een “<em>goed</em>” idee &amp; meer</p>") == plain('Een "goed" idee - meer')


def test_memory_of_a_tree_counts_what_is_shared_once() -> None:
    script = (
        "import os, sys\n"
        f"held = b'x' * {64 * MEGABYTES}\n"
        "child = os.fork()\n"
        f"own = b'y' * {32 * MEGABYTES} if not child else b''\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
        "child and os.wait()\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == [b"ready\n"] * 2
        assert len(tree_of(process.pid)) == 2
        held = memory_of(process.pid)
        process.stdin.close()
    assert 96 * MEGABYTES < held < 128 * MEGABYTES


def test_a_command_is_measured_with_all_that_it_starts(tmp_path: Path) -> None:
    inner = "sum(range(10**6))"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{inner}'])"
    taken = run([sys.executable, "-c", script], tmp_path, 60, {})
    # It is looked at a few times a second, so it has to be there for a while.
    alone = run([sys.executable, "-c", "import time; time.sleep(1)"], tmp_path, 60, {})
    assert taken.cpu > alone.cpu > 0
    assert alone.peak > MEGABYTES


def test_a_command_that_fails_or_takes_too_long_says_so(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="exit code 3: mis"):
        run([sys.executable, "-c", "import sys; print('mis'); sys.exit(3)"], tmp_path, 60, {})
    with pytest.raises(Failed, match="stopped after 0 s"):
        run([sys.executable, "-c", "while True: pass"], tmp_path, 0.3, {})


def some_results() -> Results:
    results = Results({"size": 12, "date": "2026-01-02", "machine": "2 cores", "limit": 9.0})
    results.about |= {"markdown": 2_000_000, "versions": {"hugo": "0.168.0", "ours": "1"}}
    results.about["dates"] = {"hugo-all": "2026-01-01"}
    for number, wall in enumerate((1.0, 3.0, 2.0)):
        results.add(Record("ours", COLD, number, Taken(wall, 1.5, 50_000_000)))
        results.add(Record("hugo-all", COLD, number, Taken(12.0, 20.0, 900_000_000)))
        results.add(Record("hugo-all", BODY, number, None, "cold: stopped after 9 s"))
        results.add(Record(FLOOR, "ours", number, Taken(0.5, 0.1, 0)))
    return results


def test_the_table_tells_medians_ratios_and_what_is_missing() -> None:
    told = report(some_results())
    rest = " – |" * (len(SCENARIOS) - 1)
    hugo = "| Hugo, related by region, theme, koploper 0.168.0 (2026-01-01) |"
    assert f"| zorgpact | 2.00 (1.00–3.00) |{rest}" in told
    assert f"{hugo} 12.0 |{rest}" in told
    assert f"{hugo} 6.0 |{rest}" in told
    assert f"{hugo} 900 |{rest}" in told
    assert "writes the same bytes in 0.500 s; a cold build is 4.0 times that" in told
    assert "- Hugo, related by region, theme, koploper: cold: stopped after 9 s" in told


def test_the_table_takes_the_place_of_the_earlier_one_of_that_size(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    document.write_text("# Kop\n\n<!-- size 12 -->\noud\n<!-- /size 12 -->\n\nVoet\n")
    once = write_report(some_results(), document).read_text()
    assert once.startswith("# Kop\n\n<!-- size 12 -->\n\n### 12 articles")
    assert once.endswith("<!-- /size 12 -->\n\nVoet\n")
    assert write_report(some_results(), document).read_text() == once


def test_results_are_kept_and_a_run_goes_on_from_them(tmp_path: Path) -> None:
    results = some_results()
    results.save(tmp_path / "12.json")
    kept = load(tmp_path / "12.json")
    assert (kept.about, kept.records) == (results.about, results.records)
    assert kept.done("hugo-all", 2, (COLD, BODY))
    assert not kept.done("ours", 2, (COLD, BODY))
    kept.add(Record("ours", COLD, 0, Taken(7.0, 1.5, 1)))
    assert [one.wall for one in kept.taken("ours", COLD)] == [3.0, 2.0, 7.0]
    kept.forget(["ours"])
    assert {one.tool for one in kept.records} == {"hugo-all"}


def test_peers_are_chosen_by_name_or_kind() -> None:
    assert [tool.name for tool in tools_named("hugo, ours")] == [
        "ours",
        *("hugo-all", "hugo-koploper", "hugo-none"),
    ]
    assert tools_named("") == TOOLS
    with pytest.raises(LookupError, match="unknown: jekyll"):
        tools_named("jekyll")


def test_why_a_peer_is_not_installed_is_told_without_addresses() -> None:
    said = "ERROR: Ignored the following: 0.1 Requires-Python >=3.13; 0.5 Requires-Python >=3.14\n"
    assert reason(said).startswith("needs Python >=3.14, here is ")
    assert reason("npm error code\nnpm error 404 at http://x.example/y") == "npm error 404 at …"


def test_a_loop_over_all_pairs_trips_the_guard() -> None:
    def work(size: int) -> Mapping[str, int]:
        counter = Counter()
        counter.begin("read")
        names = [str(number) for number in range(size)]
        counter.begin("link")
        sum(one is other for one in names for other in names)
        return counter.end()

    once, twice = work(50), work(100)
    assert verdict({}, once, twice) == [
        f"link: {twice['link'] / once['link']:.2f} times the work for twice the articles"
    ]
    assert verdict(twice, twice, twice) == []
    more = {**twice, "read": 2 * twice["read"]}
    assert verdict(twice, more, more) == [f"read: {more['read']:,} steps, 2.00 times what it was"]
    assert verdict({"gone": 1}, {}, {}) == ["gone: is gone; keep anew"]

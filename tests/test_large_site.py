"""A site of hundreds of articles: whole, within reach, bounded, and at a cost that grows evenly."""

import cProfile
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.conftest import ROOT, generated
from tests.page_kinds import MADE_TODAY as TODAY
from tests.small_site import pages_of, tree_of
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Inputs
from zorgpact_site.scan import scan
from zorgpact_site.source import Source

SIZE = 300
LINK = re.compile(r'<a [^>]*?href="([^"#:]*)["#]')


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    site = generated(tmp_path_factory.mktemp("large") / "site", "--size", str(SIZE))
    return scan(site, TODAY)


@pytest.fixture(scope="module")
def built(inputs: Inputs) -> Built:
    return build(inputs)


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, str]:
    return pages_of(built)


def links_on(pages: dict[str, str], address: str) -> set[str]:
    """The addresses that a page of the site leads to."""
    here = f"/{address}"
    return {urljoin(here, href).removeprefix("/") for href in LINK.findall(pages[address])}


def within_reach(pages: dict[str, str], start: str, folder: str) -> set[str]:
    """The addresses that a list leads to, when its own parts below `folder` are followed."""
    seen, pending, found = {start}, [start], set[str]()
    while pending:
        links = links_on(pages, pending.pop())
        found |= links
        more = {link for link in links if link.startswith(folder)} - seen
        seen |= more
        pending += more
    return found


def addresses_of_articles(built: Built) -> set[str]:
    assert built.site is not None
    return {f"artikelen/{article.key.slug}/" for article in built.site.articles}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one = generated(tmp_path / "one", "--size", "40", hash_seed="1")
    two = generated(tmp_path / "two", "--size", "40", hash_seed="2")
    other = generated(tmp_path / "other", "--size", "40", "--seed", "2")
    assert tree_of(one) == tree_of(two)
    assert tree_of(one) != tree_of(other)


def test_nothing_is_wrong_with_a_generated_site(built: Built) -> None:
    assert built.diagnostics == ()
    assert len(addresses_of_articles(built)) == SIZE


def test_every_article_is_within_reach_of_the_list_of_all(
    built: Built, pages: dict[str, str]
) -> None:
    articles = addresses_of_articles(built)
    assert articles <= pages.keys()
    assert articles <= within_reach(pages, "artikelen/", "artikelen/pagina/")


def test_every_article_is_within_reach_of_the_archive(built: Built, pages: dict[str, str]) -> None:
    assert addresses_of_articles(built) <= within_reach(pages, "archief/", "archief/")


def test_every_meeting_is_within_reach_of_the_agenda(built: Built, pages: dict[str, str]) -> None:
    assert built.site is not None
    meetings = {f"artikelen/{one.key.slug}/" for one in built.site.articles if one.event}
    assert meetings <= within_reach(pages, "bijeenkomsten/", "bijeenkomsten/pagina/")


def test_every_report_is_within_reach_of_its_region_theme_and_koplopers(
    built: Built, pages: dict[str, str]
) -> None:
    assert built.site is not None
    folders = {"regions": "regios", "themes": "themas", "koplopers": "kopgroep"}
    wanted: dict[str, set[str]] = {}
    for article in built.site.articles:
        for thing in article.named:
            address = f"{folders[thing.key.kind.value]}/{thing.key.slug}/"
            wanted.setdefault(address, set()).add(f"artikelen/{article.key.slug}/")
    for address, articles in wanted.items():
        assert articles <= within_reach(pages, address, f"{address}pagina/"), address


def test_related_articles_are_few_share_something_and_often_point_back(built: Built) -> None:
    assert built.site is not None
    related = {key: [one.article.key for one in found] for key, found in built.site.related.items()}
    assert all(len(others) == 4 for others in related.values())
    assert all(key not in others for key, others in related.items())
    by_key = {article.key: article for article in built.site.articles}
    for key, others in related.items():
        for other in others:
            shared = {one.key for one in by_key[key].named} & {
                one.key for one in by_key[other].named
            }
            assert shared or by_key[key].series == by_key[other].series
    pairs = [(key, other) for key, others in related.items() for other in others]
    mutual = sum(key in related[other] for key, other in pairs)
    assert mutual > len(pairs) / 3
    # Nobody's friend: one article must not stand under every other.
    assert max(Counter(other for _key, other in pairs).values()) < SIZE / 10


def test_a_newer_article_leaves_earlier_parts_of_lists_as_they_were(
    inputs: Inputs, pages: dict[str, str]
) -> None:
    newer = b"title: Nieuw\ndate: 2021-10-31\nregion: Zeeland\nthemes: Permanent leren"
    added = Source("content/articles/2021-10-31-nieuw.md", b"---\n%s\n---\nKort.\n" % newer)
    after = pages_of(build(replace(inputs, sources=(*inputs.sources, added))))
    parts = parts_in(pages)
    assert len(parts) > SIZE / 20
    changed = {address for address in parts if after[address] != pages[address]}
    # One part more of a list is what is newer than the part before it.
    assert changed == {part_before(address) for address in parts_in(after) - parts} & parts
    assert "artikelen/nieuw/" in links_on(after, "artikelen/")


def parts_in(pages: dict[str, str]) -> set[str]:
    """The addresses of all parts of lists but the newest, which is at the address of its list."""
    return {address for address in pages if "/pagina/" in address}


def part_before(address: str) -> str:
    start, number = address.rstrip("/").rsplit("/", 1)
    return f"{start}/{int(number) - 1}/"


def one_for_all(size: int) -> Inputs:
    """A site in which every article shares a region, theme, koploper and series with all others.

    Koplopers grow along, one for ten articles, all in that region and on that theme.
    """
    texts = {
        "regions/r.md": "title: Regio",
        "themes/t.md": "title: Thema",
        "koplopers/k.md": "title: Koploper\nregion: Regio\nthemes: Thema",
    }
    for number in range(size):
        day = TODAY - timedelta(days=number + 1)
        texts[f"articles/a{number}.md"] = (
            f"title: Artikel {number}\nevent: Dag {number}\ndate: {day}\nregion: Regio\n"
            f"themes: Thema\nkoplopers: [Koploper, Nummer {number // 10}]\nseries: Reeks"
        )
        texts[f"koplopers/k{number // 10}.md"] = (
            f"title: Nummer {number // 10}\nregion: Regio\nthemes: Thema"
        )
    sources = tuple(
        Source(
            f"content/{path}",
            f"---\n{front}\n---\nZie [[Thema]] en [een](../articles/a0.md).\n".encode(),
        )
        for path, front in sorted(texts.items())
    )
    base = scan(ROOT, TODAY)
    return replace(
        base,
        settings=Source("content/site.yaml", b"title: x\n"),
        sources=sources,
        media={},
        ledger=None,
    )


@pytest.mark.parametrize(("size", "splits"), [(100, False), (119, True)])
def test_of_long_lists_one_article_more_changes_the_newest_part_alone(
    size: int, *, splits: bool
) -> None:
    inputs = one_for_all(size)
    newer = (
        f"title: Nieuw\nevent: Dag\ndate: {TODAY - timedelta(days=1)}\nregion: Regio\n"
        "themes: Thema\nkoplopers: Koploper\nseries: Reeks"
    )
    added = Source("content/articles/nieuw.md", f"---\n{newer}\n---\nTekst.\n".encode())
    before = pages_of(build(inputs))
    after = pages_of(build(replace(inputs, sources=(*inputs.sources, added))))
    parts = parts_in(before)
    lists = {address.partition("pagina/")[0] for address in parts}
    dates = {"artikelen/", "archief/2021/", "bijeenkomsten/", "bijeenkomsten/reeks/"}
    assert lists == {*dates, "regios/r/", "themas/t/", "kopgroep/k/"}
    changed = {address for address in before if before[address] != after[address]}
    # The newest part of each list is full, and becomes two: what is newer than the part before.
    wanted = {part_before(address) for address in parts_in(after) - parts}
    assert len(wanted) == (len(lists) if splits else 0)
    assert changed & parts == wanted
    assert lists < changed


def work(inputs: Inputs) -> dict[str, int]:
    """How many calls each stage of a build makes: a cost that no busy machine can change."""
    stages: dict[str, cProfile.Profile] = {}

    def begin(stage: str) -> None:
        for profile in stages.values():
            profile.disable()
        stages[stage] = cProfile.Profile()
        stages[stage].enable()

    built = build(inputs, begin=begin)
    stages["render"].disable()
    assert built.errors == 0
    return {
        stage: sum(entry.callcount for entry in profile.getstats())
        for stage, profile in stages.items()
    }


def test_twice_the_articles_is_twice_the_work_also_when_all_share_everything() -> None:
    once, twice = work(one_for_all(100)), work(one_for_all(200))
    assert once.keys() == twice.keys() >= {"read", "link", "check", "plan", "render"}
    for stage, calls in once.items():
        assert twice[stage] < 2.2 * calls, stage


def test_twice_the_articles_is_twice_the_output(built: Built, tmp_path: Path) -> None:
    half = build(scan(generated(tmp_path / "half", "--size", str(SIZE // 2)), TODAY))
    assert size_of(built) < 2.2 * size_of(half)


def size_of(built: Built) -> int:
    return sum(len(one.data) for one in built.artifacts if isinstance(one.data, bytes))

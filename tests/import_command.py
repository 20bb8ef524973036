"""The command `zorgpact import` as tests run it, and the words of the drafts it makes."""

import re
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner, Result

from tests.small_site import TODAY, tree_of
from zorgpact_site.cli import main
from zorgpact_site.fields import table
from zorgpact_site.reading.markdown.sentences import split_sentences
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

SAMPLES = Path(__file__).parent / "imports"
YEARS = ("--years", "2016-2020")


def content_of(site: Path) -> dict[str, bytes]:
    """The files of a site; what the program remembers of pictures is no part of it."""
    return {name: data for name, data in tree_of(site).items() if name.startswith("content/")}


def import_(site: Path, *arguments: str | Path) -> Result:
    """Run the command on a site, with its files and options as they are typed."""
    common = ["--site", str(site), "--today", TODAY.isoformat(), "--lang", "en"]
    typed = ["import", *map(str, arguments), *common]
    return CliRunner().invoke(main, typed, catch_exceptions=False)


def drafts_of(site: Path, *arguments: str | Path) -> dict[str, str]:
    """The texts that are made, by path; nothing else changes but that pictures come along."""
    before = content_of(site)
    result = import_(site, *arguments)
    assert result.exit_code == 0, result.output
    after = content_of(site)
    assert {name: after[name] for name in before} == before
    new = sorted(set(after) - set(before))
    texts = {name: after[name].decode() for name in new if name.endswith(".md")}
    assert sorted(result.stdout.splitlines()) == [str(site / name) for name in texts]
    return texts


def refused(site: Path, *arguments: str | Path) -> str:
    """What is said when nothing is made."""
    before = content_of(site)
    result = import_(site, *arguments)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert content_of(site) == before
    assert result.stderr.endswith("zorgpact: nothing was made\n")
    return result.stderr


def words_in(text: str) -> str:
    """All words that readers of a draft see, on one line."""
    parsed = read_source(Source("content/articles/a.md", text.encode()))
    assert parsed.reading.draft is not None
    values = parsed.reading.draft.values
    told = [values.get(table.TITLE) or "", values.get(table.SUMMARY) or ""]
    told += [passage.text for passage in parsed.words.passages]
    return " ".join(" ".join(told).split())


_BEFORE_WORDS = re.compile(r"^(?:[•·▪●◦‣]|[-*–—](?=\s)|\d{1,3}[.)](?=\s))\s*")
_NOTE = re.compile(r"\s*\[\d{1,3}\][.:]?")


def lost_sentences(old: str, draft: str, left_out: Iterable[str] = ()) -> list[str]:
    """The sentences of an old text that are not in the draft, nor named as navigation.

    Spaces, the signs of lists and the marks of notes do not count.
    """
    shown = _NOTE.sub("", words_in(draft))
    gone = frozenset(left_out)
    lines = (_BEFORE_WORDS.sub("", " ".join(line.split())) for line in old.split("\n"))
    sentences = (
        " ".join(_NOTE.sub("", one).split())
        for line in lines
        if line not in gone
        for one in split_sentences(line)
    )
    return [one for one in sentences if one not in shown]

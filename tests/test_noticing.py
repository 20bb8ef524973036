"""What is looked for in a whole text at once is found as if each paragraph stood alone."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.case_files import all_cases
from tests.conftest import ROOT
from tests.small_site import BASE
from zorgpact_site.kinds import Kind
from zorgpact_site.names import SAME_SIGN, even, fold, whole_words, words, words_in
from zorgpact_site.noticing import Reader, Things, read_thing
from zorgpact_site.reading.read import read_front
from zorgpact_site.source import Source

RULES = (
    "counted-names",
    "doubled-word",
    "glued-names",
    "membership-count",
    "near-miss-name",
    "stray-nbsp",
)
FOUND_ALONE = (
    "Drie koplopers: Getlab en Sparkcentrum.",
    "Vier andere leden deden mee. Getlab en Sparkcentrum.",
    "Ook de de gasten",
    "van van ons",
    "GetlabSparkcentrum",
    "De Kopgroep telt 73 koplopers.",
    "Het Sparkcentrun en Get Lab",
    "Jan de Bakker, Jan Bakker",
    "een\u00a0woord",
)
MORE = ("Drie koplopers", "“goed”", "é", "Zeven", "een de", "De", "Kopgroep", "12 mei 2018", "3")
TEXTS = tuple(f"content/{kind.value}/" for kind in Kind)
THINGS = tuple(one for one in TEXTS if not one.endswith(("articles/", "pages/")))
SIGNS = st.text(st.sampled_from("aA é’`'–_1İßΣς\u00a0\u0301\u2126ﬁ.\n-"), max_size=12)


def reader() -> Reader:
    things = (
        Source(f"content/koplopers/{name}.md", f"---\ntitle: {name}\n---\n".encode())
        for name in ("Getlab", "Sparkcentrum")
    )
    return Reader(Things(tuple(map(read_front, things))))


READER = reader()


def noticed(paragraphs: Iterable[str]) -> list[tuple[str, str]]:
    text = "---\ntitle: Titel\n---\n" + "\n\n".join(paragraphs) + "\n"
    facts = READER(Source("content/articles/a.md", text.encode())).noticed.facts
    found = [(rule, repr(one)) for rule in RULES for one in facts.get(rule, ())]
    # Only the places differ.
    return sorted((rule, re.sub(r"line=\d+", "", shown)) for rule, shown in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from((*FOUND_ALONE, *MORE)), min_size=1, max_size=3).map(" ".join),
        min_size=1,
        max_size=4,
    )
)
def test_paragraphs_tell_together_what_they_tell_alone(paragraphs: list[str]) -> None:
    alone = [one for paragraph in paragraphs for one in noticed([paragraph])]
    assert noticed(paragraphs) == sorted(alone)


def test_each_kind_of_slip_is_noticed_at_all() -> None:
    for paragraph in FOUND_ALONE:
        assert noticed([paragraph]), paragraph


def test_every_number_and_all_that_is_counted_is_known() -> None:
    numbers = words(
        "Één drie vier vijf zes zeven acht negen tien elf twaalf DERTIEN veertien 15 zestien "
        "zeventien achttien negentien Twintig"
    )
    whats = ("koplopers", "Leden", "nieuwe initiatieven", "andere partners", "organisaties")
    told = [
        f"{number} {what}: Getlab en Sparkcentrum."
        for number in numbers
        for what in (*whats, "regio’s")
    ]
    counted = [one for rule, one in noticed(told) if rule == "counted-names"]
    assert len(counted) == len(told)


@given(SIGNS)
@example("︱—")  # the first becomes the second, which would become something else
def test_names_are_folded_sign_by_sign_as_unicode_folds_them(name: str) -> None:
    plain = unicodedata.normalize("NFKD", name.translate(SAME_SIGN))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    assert fold(name) == " ".join(bare.casefold().split())


@given(SIGNS, st.text(st.sampled_from("aé_- 1"), min_size=1, max_size=2))
def test_words_are_found_as_a_pattern_finds_them(text: str, wanted: str) -> None:
    assert words_in(text) == re.findall(r"\w+", text)
    assert len(even(text)) == len(text)
    form = re.compile(rf"(?=(?<!\w){re.escape(wanted)}(?!\w))")
    assert list(whole_words(text, wanted)) == [match.start() for match in form.finditer(text)]


def sites() -> dict[str, Mapping[str, bytes]]:
    """The real content and the site of every case, as texts by path."""
    real = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "content").rglob("*.md"))
    }
    base = {path: text.encode() for path, text in BASE.items()}
    return {"real": real} | {case.name: base | case.files for case in all_cases()}


@pytest.mark.parametrize("part", range(4))
def test_who_knows_all_of_a_thing_notices_nothing_more(part: int) -> None:
    for name, files in [*sites().items()][part::4]:
        texts = (path for path in files if path.startswith(TEXTS) and path.endswith(".md"))
        sources = [Source(path, files[path]) for path in texts]
        things = [one for one in sources if one.path.startswith(THINGS)]
        whole, known = (
            Reader(Things(tuple(map(read, things)), link_names=True))
            for read in (read_front, read_thing)
        )
        for source in sources:
            assert known(source) == whole(source), (name, source.path)

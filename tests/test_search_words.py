"""Which words a text is found by besides its own: ends of compounds, forms of number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zorgpact_site.outputs.search_words import SHORTEST, ends_of, lexicon_of, number_key, words_of
from zorgpact_site.outputs.trade_words import PARTS

LETTERS = st.text(alphabet="abdeginorstuwz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("zorgtrainingscentrum", ["trainingscentrum", "centrum"]),
        ("leerwerkplek", ["werkplek", "plek"]),
        ("samenwerkingsthermometer", ["thermometer"]),
        ("gezondheidscentra", ["centra"]),
        ("dorpsondersteuningsproject", ["project"]),
        ("onderwijs", []),
        ("voorbeeld", []),
        ("zorg", []),
        ("kwaliteit", []),
        ("controleer", []),
    ],
)
def test_a_compound_is_found_by_its_ends(word: str, ends: list[str]) -> None:
    parts = PARTS | {"thermometer", "beeld", "wijs"}
    assert sorted(ends_of(word, parts)) == sorted(ends)


@given(st.lists(LETTERS, max_size=6), LETTERS)
def test_every_end_stands_in_the_word_and_is_long_enough(parts: list[str], last: str) -> None:
    word = "".join((*parts, last))
    for end in ends_of(word, frozenset((*parts, last))):
        assert word.endswith(end)
        assert word != end
        assert len(end) >= SHORTEST


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ("technologie", "technologieen"),
        ("idee", "ideeen"),
        ("centrum", "centra"),
        ("lid", "leden"),
        ("overheid", "overheden"),
        ("school", "scholen"),
        ("brief", "brieven"),
        ("huis", "huizen"),
        ("les", "lessen"),
        ("middel", "middelen"),
        ("opleiding", "opleidingen"),
        ("professional", "professionals"),
        ("koploper", "koplopers"),
        ("gemeente", "gemeenten"),
        ("stage", "stages"),
        ("thema", "themas"),
        ("mens", "mensen"),
        ("proces", "processen"),
        ("grens", "grenzen"),
        ("dag", "dagen"),
    ],
)
def test_forms_of_number_share_a_key(one: str, more: str) -> None:
    assert number_key(one) == number_key(more)


@pytest.mark.parametrize(
    ("one", "other"), [("les", "lezen"), ("alle", "alleen"), ("gezond", "zonder"), ("over", "oven")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_words_are_folded_and_a_possessive_is_no_word_of_its_own() -> None:
    assert words_of("De cliënt, thema’s en Café’s: ÉÉN 2018") == {"client", "themas", "cafes"}


def test_a_text_gets_the_other_number_only_where_the_texts_know_it() -> None:
    lexicon = lexicon_of(["De opleiding van nu", "Alle opleidingen bijeen", "Het trainingscentrum"])
    assert lexicon.beside("De opleiding van nu") == ("opleidingen",)
    assert lexicon.beside("Alle opleidingen bijeen") == ()  # begins with `opleiding` itself
    assert lexicon.beside("Het trainingscentrum") == ("centra", "centrum", "trainingscentra")


@given(st.lists(st.text(alphabet="abeglnorstz ", max_size=60), max_size=5))
def test_what_is_added_is_never_said_already(texts: list[str]) -> None:
    lexicon = lexicon_of(texts)
    for text in texts:
        for word in lexicon.beside(text):
            assert not any(own.startswith(word) for own in words_of(text))


def test_a_word_of_any_length_takes_no_time() -> None:
    lexicon = lexicon_of(["en" * 50_000, "zorg" * 20_000, "zorgen" * 10, "werk zorg zorgen"])
    assert lexicon.beside("zorg" * 20_000) == ()

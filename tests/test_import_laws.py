"""Whatever an old text holds, its words are in the draft, and the draft can be read."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.import_command import lost_sentences, words_in
from tests.small_site import TODAY, write_site
from zorgpact_site.diagnostics import Severity
from zorgpact_site.editing.importing.decoding import Unreadable, decoded
from zorgpact_site.editing.importing.document import Document
from zorgpact_site.editing.importing.drafting import drafted
from zorgpact_site.editing.importing.names import site_names
from zorgpact_site.editing.importing.page import read_page
from zorgpact_site.editing.importing.scraped import read_scraped
from zorgpact_site.editing.known import known_from
from zorgpact_site.inputs import Options
from zorgpact_site.reading.read import read_source
from zorgpact_site.scan import scan
from zorgpact_site.source import Source

SIGNS = "abéK*_`[]<>&;#|~!?:.,-+=\\/()1\"'”“‘’ {}$^@%"
LINE = st.one_of(
    st.text(alphabet=SIGNS, max_size=30),
    st.sampled_from(
        [
            "Op dinsdag 27 maart was er een werkdag in Zwolle.",
            "Een kop",
            "• een punt",
            "2. een tweede",
            "[1] Een noot.",
            "Met een noot[1].",
            "https://voorbeeld.nl/a_b*c?d=1&copy;=2",
            "— iemand",
            "Gerelateerd aan",
            "Home",
            "---",
            "::: tip",
            "| a | b |",
            "“Dit is een citaat dat lang genoeg is om er een te zijn.”",
        ]
    ),
)
TAGS = ["p", "div", "b", "em", "a href='/x'", "li", "ul", "ol", "blockquote", "h2", "h4", "td"]
TAGS += ["tr", "table", "span", "figure", "q", "br", "dl", "dd", "section", "strong"]
PIECES = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS]),
        st.sampled_from([f"</{tag.split()[0]}>" for tag in TAGS]),
        st.text(alphabet="abé*_`[]#|~!:.-+\\() 1", min_size=1, max_size=12),
    ),
    max_size=40,
)


Importing = Callable[[Document], tuple[str, list[str]]]


@pytest.fixture(scope="module")
def importing(tmp_path_factory: pytest.TempPathFactory) -> Importing:
    """Gives the draft of a document, and the errors that are found in reading it."""
    site = write_site(tmp_path_factory.mktemp("site"), {})
    inputs = scan(site, TODAY, Options(drafts=True))
    names = site_names(known_from(inputs))

    def import_(document: Document) -> tuple[str, list[str]]:
        made = drafted(document, "oud", names, range(2016, 2020)).file
        found = read_source(Source(made.path, made.text.encode())).reading.diagnostics
        return made.text, [one.rule.slug for one in found if one.weight is Severity.ERROR]

    return import_


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINE, min_size=1, max_size=14), end=st.sampled_from(["\n", "\n\n"]))
@example(lines=["a", "#"], end="\n\n")
def test_no_sentence_of_a_text_gets_lost(lines: list[str], end: str, importing: Importing) -> None:
    try:
        text = decoded(end.join(lines).encode())
    except Unreadable:
        return
    document = read_scraped(text)
    draft, errors = importing(document)
    assert lost_sentences(text, draft, document.left_out) == []
    assert errors == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=PIECES)
@example(pieces=["<p>a</p>", "<p>~ b</p>"])
@example(pieces=["<p>", "<strong>", "<b>", "<br>", " *a", "</b>", "</strong>"])
def test_no_word_of_a_page_gets_lost(pieces: list[str], importing: Importing) -> None:
    page = f"<h1>Titel</h1><p>Begin.</p>{''.join(pieces)}"
    document = read_page(page, "", lambda _address: ("", ""))
    draft, errors = importing(document)
    shown = "".join(words_in(draft).split())
    for piece in pieces:
        if not piece.startswith("<") and "`" not in piece:
            assert "".join(piece.split()) in shown, draft
    assert errors == [], draft


def test_the_same_text_gives_the_same_draft(importing: Importing) -> None:
    text = "Een werkdag\n\nMet Spark op dinsdag 27 maart, over zorgtechnologie.\n\nEinde.\n"
    once, again = (importing(read_scraped(text)) for _ in range(2))
    assert once == again

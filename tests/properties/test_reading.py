"""What editors type, read: whatever it is, in its place and as they meant it."""

import json
import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.laws import ARTICLE, in_place, text_holds
from tests.hostile.judging import unsafe_in
from tests.hostile_markdown import lines as markdown_lines
from tests.hostile_markdown import paragraphs
from tests.properties import often, seldom
from zorgpact_site.contact_details import contact_details
from zorgpact_site.dates import PartialDate, parse_date
from zorgpact_site.dutch_dates import find_dates
from zorgpact_site.fields.addresses import SitePath
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import LEDGER_FILE, SETTINGS_FILE
from zorgpact_site.model.draft import Parsed
from zorgpact_site.names import even, fold, nearest, slug, sort_key, whole_words, words_in
from zorgpact_site.placed_yaml import Mapping, Scalar, Sequence, parse
from zorgpact_site.portable import is_portable
from zorgpact_site.reading.decode import CONTROL, decode
from zorgpact_site.reading.ledger import ledger_text, read_ledger
from zorgpact_site.reading.read import read_source
from zorgpact_site.reading.settings import SETTINGS_FIELDS, read_settings
from zorgpact_site.source import Source, as_text
from zorgpact_site.web_addresses import is_web_address
from zorgpact_site.weighing import RULE_NAMES
from zorgpact_site.wording import WEEKDAYS, day, educated, listing, number

ANY = st.text(max_size=20)
TYPED = st.text(
    "abcÀéĲ’'\"`-–_.,:;/@#?&=%+()[]{}|<>\\ \t\u00a0\u202e\u0301ﬁ0123456789", max_size=20
)
WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=9)
DATES = ("di ", "27 maart", "2018", " en ", "1-2-2018", "31 juni", "’")
DETAILS = ("a.b@c.nl", "06 12345678", "+31 ", "@", ".", "info@x.nl")
KEYS = st.sampled_from(["title", "date", "event", "region", "themes", "x-eigen", "titel"])
VALUES = st.sampled_from(
    [
        "A",
        "2018-03-27",
        "27-3-2018",
        "[A, b]",
        "{a: b}",
        "",
        "|",
        ">-",
        "'",
        '"a',
        "- a",
        "&a",
        "*a",
    ]
)
FRONT = st.lists(st.builds("{}: {}".format, KEYS, VALUES | TYPED), max_size=4).map("\n".join)
SCALARS = st.text("ab: ,#'\"\\é\u00a0[]{}&*!|>-?", max_size=12)


def article(front: str, body: str) -> bytes:
    return f"---\ntitle: A\n{front}\n---\n{body}\n".encode("utf-8", "surrogatepass")


def read(body: str) -> Parsed:
    return read_source(Source(ARTICLE, article("", body)))


def html_of(body: str) -> str:
    draft = read(body).reading.draft
    return "" if draft is None else "".join(map(str, draft.body.html))


@seldom
@given(FRONT | ANY)
def test_properties_are_read_or_refused_in_their_place(front: str) -> None:
    text_holds(article(front, "Tekst."))


@seldom
@given(st.lists(markdown_lines, max_size=3).map("\n".join) | paragraphs.map(lambda one: one[:60]))
def test_markdown_is_read_or_refused_in_its_place(body: str) -> None:
    text_holds(article("", body))


@seldom
@given(st.sampled_from(["[a]({})", "<{}>", "![a]({})", "[a]: {}\n\n[a]"]), TYPED | ANY)
@example("[a]({})", "javascript:alert(1)")
def test_a_link_leads_nowhere_but_to_pages_and_people(form: str, target: str) -> None:
    assert unsafe_in("a.html", html_of(form.format(target)).encode("utf-8", "replace")) == []


@seldom
@given(st.sampled_from(["", "koploper:", "regio:", "niets:"]), TYPED, TYPED)
def test_a_reference_is_kept_in_its_place_and_shows_no_markup(
    kind: str, name: str, label: str
) -> None:
    text_holds(article("", f"Zie [[{kind}{name}|{label}]]."))


@seldom
@given(st.lists(st.sampled_from(SETTINGS_FIELDS), max_size=3), st.lists(VALUES | TYPED, max_size=3))
def test_settings_are_read_or_refused_in_their_place(
    fields: list[object], typed: list[str]
) -> None:
    lines = [
        f"{getattr(one, 'key', '')}: {value}\n" for one, value in zip(fields, typed, strict=False)
    ]
    data = "".join(["title: A\n", *lines]).encode("utf-8", "surrogatepass")
    _settings, found = read_settings(Source(SETTINGS_FILE, data), Options(), RULE_NAMES)
    in_place(found, {SETTINGS_FILE: data})


@often
@given(st.binary(max_size=60) | ANY.map(lambda one: one.encode("utf-8", "surrogatepass")))
def test_bytes_are_a_text_without_unseen_signs_or_a_mistake(data: bytes) -> None:
    text, found = decode(Source(ARTICLE, data))
    assert text is not None or found
    in_place(found, {ARTICLE: data})
    assert text is None or not CONTROL.search(text.content)


@seldom
@given(st.lists(st.text("a \u2028\x85", max_size=3), min_size=1, max_size=4))
def test_every_kind_of_line_end_is_one(lines: list[str]) -> None:
    assert {as_text("", end.join(lines)) for end in ("\n", "\r\n", "\r")} == {
        as_text("", "\n".join(lines))
    }


@seldom
@given(st.lists(SCALARS, max_size=2).map(lambda all_: list(zip("ab", all_, strict=False))))
def test_every_value_of_yaml_has_its_own_place(pairs: list[tuple[str, str]]) -> None:
    typed = [(key, json.dumps(value, ensure_ascii=False)) for key, value in pairs]
    block = "".join(f"k{key}: [{value}, {value}]\n" for key, value in typed)
    mapping, found = parse(ARTICLE, block, 1)
    assert found == ()
    assert isinstance(mapping, Mapping)
    lines = block.splitlines()
    for (name, node), (key, value) in zip(mapping.entries, pairs, strict=True):
        assert name.text == f"k{key}"
        assert isinstance(node, Sequence)
        for item in node.items:
            assert isinstance(item, Scalar)
            assert item.text == value
            start = item.where.column - 1
            shown = lines[item.where.line - 1][start : start + item.where.length]
            assert json.loads(shown) == value


@often
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(0, 2))
def test_a_date_reads_as_it_is_written_however_precise(given_day: date, known: int) -> None:
    parts = str(given_day).split("-")[: known + 1]
    written = PartialDate(*map(int, parts))
    assert parse_date(str(written)) == written
    assert written.first_day <= given_day <= written.last_day
    assert written.exact is (known == 2)


@often
@given(ANY | st.text("0123-９ ", max_size=11))
def test_what_is_no_date_is_none(typed: str) -> None:
    found = parse_date(typed)
    assert found is None or str(found) == typed.strip()


@often
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), TYPED)
def test_a_date_as_we_write_it_is_found_in_any_text(when: date, around: str) -> None:
    written = day(when)
    text = f"{around.translate(dict.fromkeys(range(48, 58)))} op {written}."
    found = find_dates(text)
    assert (when.year, when.month, (when.day,)) in [
        (one.year, one.month, one.days) for one in found
    ]
    assert WEEKDAYS[when.weekday()] in written


@seldom
@given(
    st.lists(
        st.sampled_from(["di ", "27 maart", "2018", " en ", "1-2-2018", "31 juni", "’"]) | TYPED
    ).map("".join)
)
def test_dates_stand_in_their_order_within_the_text(text: str) -> None:
    found = find_dates(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(set(one.days) <= set(range(1, 32)) and 1 <= one.month <= 12 for one in found)


@often
@given(ANY | TYPED)
def test_a_name_that_is_folded_stays_so(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(f"  {name}\t") == fold(name)


@often
@given(ANY | TYPED)
def test_plain_signs_stand_where_the_others_stood(text: str) -> None:
    assert len(even(text)) == len(text)
    assert even(even(text)) == even(text)


@often
@given(ANY | TYPED, WORDS)
def test_words_are_found_as_a_pattern_finds_them(text: str, word: str) -> None:
    assert words_in(text) == re.findall(r"\w+", text)
    text = f"{text} {word}, x{word}"
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    assert list(whole_words(text, word)) == [one.start() for one in pattern.finditer(text)]


@often
@given(ANY | TYPED)
def test_an_address_is_made_of_letters_digits_and_single_dashes(name: str) -> None:
    made = slug(name)
    assert slug(made) == made
    assert all(part.isalnum() or not part.isascii() for part in made.split("-") if made)
    assert not made or is_portable(f"x{made}x")


@often
@given(st.lists(st.text("aÀ 1'", max_size=6), max_size=4), st.text("aÀ 1", max_size=6))
def test_the_order_of_names_and_guesses_does_not_depend_on_the_input(
    names: list[str], typed: str
) -> None:
    backwards = names[::-1]
    assert sorted(names, key=sort_key) == sorted(backwards, key=sort_key)
    guesses = nearest(typed, names)
    assert set(guesses) <= set(names)
    assert guesses == nearest(typed, reversed(names))
    assert not names or nearest(names[0], [names[0]]) == (names[0],)


@often
@given(st.lists(TYPED, max_size=3).map("\n".join) | ANY)
def test_a_list_of_addresses_is_read_or_refused_in_its_place(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    _ledger, found = read_ledger(Source(LEDGER_FILE, data))
    in_place(found, {LEDGER_FILE: data})


@often
@given(
    st.sets(
        st.lists(st.text("aé1", min_size=1, max_size=3), min_size=1, max_size=2).map("/".join),
        max_size=3,
    )
)
def test_a_list_of_addresses_is_read_as_it_was_written(addresses: set[str]) -> None:
    kept, found = read_ledger(Source(LEDGER_FILE, ledger_text(addresses).encode()))
    assert found == ()
    assert {one.address for one in kept} == addresses


@often
@given(st.sampled_from(["http://", "https://", "//", "ftp:", ""]), TYPED | ANY)
def test_a_web_address_stays_whole_between_quotation_marks(start: str, rest: str) -> None:
    typed = start + rest
    if is_web_address(typed):
        assert re.fullmatch(r"https?://[^\s<>\"\\]+", typed, re.IGNORECASE)
    path = SitePath().parse(typed)
    assert path is None or not re.search(r"[\s\\?#%:]|//", str(path))


@seldom
@given(
    st.lists(
        st.sampled_from(["a.b@c.nl", "06 12345678", "+31 ", "@", ".", "info@x.nl"]) | TYPED
    ).map("".join)
)
def test_contact_details_stand_where_they_are_found(text: str) -> None:
    for one in contact_details(text):
        shown = text[one.start : one.end]
        assert ("@" in shown) is one.is_mail
        assert shown == shown.strip()


@often
@given(TYPED, st.sampled_from(["", "a", " ", "("]))
def test_typography_changes_signs_and_no_letter(text: str, before: str) -> None:
    done = educated(text, before)
    assert [one for one in done if one.isalnum()] == [one for one in text if one.isalnum()]
    assert educated(done, before) == done


@often
@given(st.integers(-(10**12), 10**12), st.lists(st.text("ab", min_size=1, max_size=2), max_size=3))
def test_numbers_and_lists_are_all_there(value: int, names: list[str]) -> None:
    assert int(number(value).replace(".", "")) == value
    said = listing(names)
    assert all(name in said for name in names)

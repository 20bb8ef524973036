"""security.txt: as RFC 9116 wants it, as long as it holds, and where others can find it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sectxt import Parser

from tests.small_site import BASE, TODAY, build_site, write_site
from zorgpact_site.inputs import Options
from zorgpact_site.serving.addresses import parts_of

PLACE = ".well-known/security.txt"
CANONICAL = f"https://proef.example/{PLACE}"
FIELDS = {
    "Contact",
    "Expires",
    "Encryption",
    "Acknowledgments",
    "Preferred-Languages",
    "Canonical",
    "Policy",
}
ALL = """
  contact: [beveiliging@proef.example, "https://proef.example/lek/é?a=1", 0320-000000]
  encryption: https://proef.example/sleutel.asc
  acknowledgments: https://proef.example/dank/
  languages: [nl, en-GB]
  policy: https://proef.example/beleid/
"""


def made(root: Path, fields: str, today: date = TODAY, base: str = "") -> str:
    """The file that these settings give; empty when there is none."""
    group = f"security: {fields}" if fields.startswith("{") else f"security:{fields}"
    content = {"content/site.yaml": f"{BASE['content/site.yaml']}{group}"}
    built = build_site(write_site(root, content), Options(base_url=base), today)
    assert built.errors == 0
    found = [one.data for one in built.artifacts if one.path == PLACE]
    assert all(isinstance(data, bytes) for data in found)
    return b"".join(data for data in found if isinstance(data, bytes)).decode()


def test_the_parser_of_others_finds_nothing_wrong(tmp_path: Path) -> None:
    # The parser asks the clock whether the day is past.
    today = datetime.now(UTC).date()
    last = today + timedelta(days=364)
    parser = Parser(made(tmp_path, f"{ALL}  expires: {last}\n", today).encode(), CANONICAL)
    assert parser.errors == []
    assert parser.notifications == []
    # Signing takes a secret key, which has no place in what builds a site.
    assert [one["code"] for one in parser.recommendations] == ["not_signed"]
    assert parser.preferred_languages == ["nl", "en-GB"]
    assert [one["value"] for one in parser.lines if one["field_name"] == "contact"] == [
        "mailto:beveiliging@proef.example",
        "https://proef.example/lek/%C3%A9?a=1",
        "tel:+31320000000",
    ]


def test_the_judge_sees_mistakes() -> None:
    wrong = "Contact: beveiliging@proef.example\nExpires: 2018-12\nPolicy: http://x.nl/"
    codes = {one["code"] for one in Parser(wrong.encode()).errors}
    assert codes == {"no_uri", "invalid_expiry", "no_https", "no_line_separators"}


def test_the_file_holds_what_was_asked_and_no_more(tmp_path: Path) -> None:
    told = made(tmp_path, "{contact: https://proef.example/lek/, expires: 2018-12-31}\n")
    assert told == (
        "Contact: https://proef.example/lek/\n"
        "Expires: 2018-12-31T23:59:59Z\n"
        f"Canonical: {CANONICAL}\n"
    )
    assert made(tmp_path, "{contact: a@proef.example, expires: 2018-12-31}", date(2018, 8, 1)) != ""


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("beveiliging@proef.example", "mailto:beveiliging@proef.example"),
        ("mailto:beveiliging@proef.example", "mailto:beveiliging@proef.example"),
        ("lek+site@proef.example", "mailto:lek+site@proef.example"),
        ("'tel:+31 320 000000'", "tel:+31320000000"),
        ("0320-000000", "tel:+31320000000"),
        ("+32 2 000 00 00", "tel:+3220000000"),
    ],
)
def test_a_way_to_report_is_typed_as_people_do(typed: str, uri: str, tmp_path: Path) -> None:
    told = made(tmp_path, f"{{contact: {typed}, expires: 2018-12-31}}")
    assert told.splitlines()[0] == f"Contact: {uri}"


def test_it_is_there_to_the_end_of_its_last_day(tmp_path: Path) -> None:
    fields = "{contact: https://proef.example/lek/, expires: 2018-12-31}"
    assert made(tmp_path, fields, date(2018, 12, 31)) == made(tmp_path, fields, date(2018, 12, 1))
    assert made(tmp_path, fields, date(2019, 1, 1)) == ""


@pytest.mark.parametrize(
    ("base", "canonical"),
    [
        ("https://host.example/", f"Canonical: https://host.example/{PLACE}"),
        ("http://host.example/", "Expires: 2018-12-31T23:59:59Z"),
    ],
)
def test_it_names_its_own_address_when_that_is_safe(
    base: str, canonical: str, tmp_path: Path
) -> None:
    told = made(tmp_path, "{contact: a@proef.example, expires: 2018-12-31}", base=base)
    assert told.splitlines()[-1] == canonical


@pytest.mark.parametrize("base", ["https://host.example/pad/", "file:"])
def test_it_is_made_at_the_root_of_a_host_only(base: str, tmp_path: Path) -> None:
    assert made(tmp_path, "{contact: a@proef.example, expires: 2018-12-31}", base=base) == ""


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text("a@.:/\\n\\t\r\n #%é\u2028+1-", max_size=25))
def test_no_value_adds_a_line(typed: str, tmp_path: Path) -> None:
    quoted = "'" + f"https://proef.example/{typed}".replace("'", "''") + "'"
    content = {
        "content/site.yaml": f"{BASE['content/site.yaml']}"
        f"security: {{contact: {quoted}, policy: {quoted}, expires: 2018-12-31}}\n"
    }
    built = build_site(write_site(tmp_path, content))
    for one in built.artifacts:
        if one.path == PLACE:
            assert isinstance(one.data, bytes)
            lines = one.data.decode("ascii").split("\n")
            names = [line.partition(": ")[0] for line in lines]
            assert names == ["Contact", "Expires", "Canonical", "Policy", ""]


@pytest.mark.parametrize(
    "path",
    [
        "/.well-known/",
        "/.well-known/a.txt",
        "/.env",
        "/a/.well-known/security.txt",
        "/.well-known/security.txt/a",
    ],
)
def test_the_preview_shows_it_and_nothing_else_that_is_hidden(path: str) -> None:
    assert parts_of("/.well-known/security.txt") == (".well-known", "security.txt")
    assert parts_of(path) is None

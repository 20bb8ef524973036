"""Bytes that are no text, or another text than they seem."""

import gzip
from collections.abc import Iterator

from tests.hostile.case import ARTICLE, SETTINGS, Case, Content, page

TEXT = "---\ntitle: A\n---\nTekst met café.\n"
NOT_UTF8, CONTROL = "not-utf8", "control-character"


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from other_encodings()
    yield from broken_sequences()
    yield from control_characters()
    yield from harmless_ones()
    yield from other_files()


def with_body(body: bytes) -> dict[str, Content]:
    return {ARTICLE: b"---\ntitle: A\n---\n" + body + b"\n"}


def other_encodings() -> Iterator[Case]:
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        yield Case(f"{name} all over", {ARTICLE: TEXT.encode(name)}, [f"{ARTICLE} {NOT_UTF8}"])
    for name in ("cp1252", "cp437", "mac_roman"):
        # The é is the first sign that is not of ASCII: the fourteenth of line 4.
        yield Case(f"{name} with an accent", {ARTICLE: TEXT.encode(name)}, [f"4:14+1 {NOT_UTF8}"])
    yield Case(
        "quotation marks of Windows", with_body("zei “ja”".encode("cp1252")), [f"4:5+1 {NOT_UTF8}"]
    )
    yield Case("Japanese of Windows", with_body("表".encode("shift_jis")), [f"4:1+1 {NOT_UTF8}"])
    yield Case(
        "utf-7, which only old browsers take for markup",
        with_body(b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
        (),
        page("<p>+ADw-script+AD4-alert(1)"),
    )


def broken_sequences() -> Iterator[Case]:
    for name, sequence in {
        "a slash in two bytes": b"\xc0\xaf",
        "a slash in three bytes": b"\xe0\x80\xaf",
        "a slash in four bytes": b"\xf0\x80\x80\xaf",
        "a less-than in two bytes": b"\xc0\xbcscript>",
        "half a surrogate pair": b"\xed\xa0\x80",
        "a pair of surrogates": b"\xed\xa0\xbd\xed\xb8\x80",
        "a byte that only goes on": b"\x80",
        "a sequence of five bytes": b"\xf8\x88\x80\x80\x80",
        "a byte that is never used": b"\xff",
        "one past the last character": b"\xf4\x90\x80\x80",
        "a sequence cut off by markup": b"\xe2\x80<b>",
    }.items():
        yield Case(f"{name}, in the text", with_body(b"ab" + sequence), [f"4:3+1 {NOT_UTF8}"])
    yield Case(
        "a sequence cut off by the end",
        {ARTICLE: b"---\ntitle: A\n---\nab\xe2\x82"},
        [f"4:3+1 {NOT_UTF8}"],
    )
    yield Case(
        "a broken sequence in the properties",
        {ARTICLE: b"---\ntitle: A\xe9\n---\nB.\n"},
        [f"2:9+1 {NOT_UTF8}"],
    )
    yield Case(
        "a broken sequence after lines of a Mac",
        {ARTICLE: b"---\rtitle: A\r---\rab\xff"},
        [f"4:3+1 {NOT_UTF8}"],
    )


def control_characters() -> Iterator[Case]:
    for name, sign in {
        "nothing at all": "\0",
        "a backspace": "\b",
        "a new page": "\f",
        "an order to a terminal": "\x1b",
        "a delete": "\x7f",
        "a long order to a terminal": "\x9b",
        "a line separator": "\u2028",
        "a paragraph separator": "\u2029",
        "a byte order mark": "\ufeff",
        "no character": "\ufffe",
        "an order to turn text around": "\u202e",
        "an order to keep text the way it is": "\u202d",
    }.items():
        yield Case(
            f"{name}, in the text", with_body(f"Een {sign}woord.".encode()), [f"4:5+1 {CONTROL}"]
        )
    yield Case(
        "an order to turn around the name of a file",
        {ARTICLE: "---\ntitle: plan\u202efdp.exe\n---\nTekst.\n"},
        [f"2:12+1 {CONTROL}"],
    )
    yield Case(
        "a second byte order mark",
        {ARTICLE: b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode()},
        [f"1:1+1 {CONTROL}", "1:1+4 mistyped-fence"],
    )
    yield Case(
        "an order to turn text around, by its number",
        {ARTICLE: "---\ntitle: A\n---\nEen ⟦&#x202e;⟧woord.\n"},
        [CONTROL],
    )
    yield Case(
        "a new page, by its number",
        {ARTICLE: "---\ntitle: A\n---\nEen ⟦&#12;⟧woord.\n"},
        [CONTROL],
    )


def harmless_ones() -> Iterator[Case]:
    yield Case(
        "a thousand accents on one letter",
        with_body(("e" + "\u0301" * 1_000).encode()),
        (),
        page("e" + "\u0301" * 1_000),
    )
    yield Case(
        "a flag, a family and letters of four bytes",
        with_body("👩\u200d👩\u200d👧 🏴 𐍈".encode()),
        (),
        page("👩\u200d👩\u200d👧 🏴 𐍈"),
    )
    yield Case("Arabic and Hebrew", with_body("سلام שלום".encode()), (), page("سلام שלום"))
    yield Case(
        "every line end there is",
        {ARTICLE: b"---\r\ntitle: A\r---\nEen\r\rTwee\r\n\nDrie"},
        (),
        page("<p>Een</p>\n<p>Twee</p>\n<p>Drie</p>"),
    )


def other_files() -> Iterator[Case]:
    yield Case(
        "a packed file that is called a text",
        {ARTICLE: gzip.compress(b"a" * 99, mtime=0)},
        [f"{ARTICLE} {NOT_UTF8}"],
    )
    yield Case(
        "a picture that is called a text",
        {ARTICLE: b"\x89PNG\r\n\x1a\n"},
        [f"{ARTICLE} no-plain-text"],
    )
    yield Case("a file of nothing", {ARTICLE: b"\0" * 100_000}, [f"{ARTICLE} {NOT_UTF8}"])
    yield Case(
        "a byte more than a text may have",
        {ARTICLE: b"a" * 100_001},
        [f"{ARTICLE} file-too-large"],
    )
    yield Case(
        "settings in UTF-16",
        {SETTINGS: "title: Proef\n".encode("utf-16")},
        [f"{SETTINGS} {NOT_UTF8}"],
    )
    yield Case(
        "settings in Latin-1",
        {SETTINGS: "title: Café\n".encode("latin-1")},
        [f"{SETTINGS}:1:11+1 {NOT_UTF8}"],
    )
    yield Case(
        "a list of addresses that is no text",
        {"content/addresses.txt": b"/\xff/\n"},
        [f"content/addresses.txt:1:2+1 {NOT_UTF8}"],
    )
    yield Case(
        "a template in Latin-1",
        {"templates/404.html": "<p>\nCafé".encode("latin-1")},
        ["templates/404.html:2:1+0 template-error"],
    )

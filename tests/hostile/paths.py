"""Names and addresses that lead elsewhere, cannot exist everywhere, or are taken."""

from collections.abc import Iterator

from tests.hostile.case import SETTINGS, Case, Content, article, page

UNPORTABLE, CLASH, TAKEN, INVALID = (
    "unportable-name!",
    "address-clash",
    "redirect-taken",
    "invalid-address",
)
TEXT = "---\ntitle: A\n---\nTekst.\n"
STIP = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9z"/></svg>'


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from names_that_cannot_exist_everywhere()
    yield from names_that_are_fine()
    yield from earlier_addresses()
    yield from sections()
    yield from clashes_of_texts()
    yield from clashes_with_earlier_addresses()
    yield from clashes_of_media()


def names_that_cannot_exist_everywhere() -> Iterator[Case]:
    for name, path in {
        "a backslash": "articles/a\\b.md",
        "a way up for Windows": "articles/x\\..\\..\\a.md",
        "a colon": "articles/a:b.md",
        "a question mark": "articles/a?.md",
        "a star": "articles/a*.md",
        "a quotation mark": 'articles/"a".md',
        "pointed brackets": "articles/<script>alert(1)<script>.md",
        "a pipe": "articles/a|b.md",
        "a line end": "articles/a\nb.md",
        "an order to a terminal": "articles/\x1b[31ma.md",
        "an order to turn text around": "articles/a\u202edm.md",
        "bytes that are no UTF-8": "articles/caf\udce9.md",
        "the name of a screen": "articles/con.md",
        "the name of a port": "articles/COM1.md",
        "the name of nothing, with an ending": "articles/nul.nl.md",
        "a folder that is a printer": "articles/prn/a.md",
        "a folder that ends in a dot": "articles/x./a.md",
        "a folder that ends in a space": "articles/x /a.md",
        "an address that is a screen": "articles/2018-03-27-con.md",
    }.items():
        files: dict[str, Content] = {f"content/{path}": TEXT}
        yield Case(
            f"a text whose name has {name}",
            files,
            [f"content/{path} {UNPORTABLE}"],
            never={"artikelen/index.html": ["<script>", "\x1b", "\u202e"]},
        )
    yield Case(
        "a text whose name has nothing but a star",
        {"content/articles/*.md": TEXT},
        [f"content/articles/*.md {UNPORTABLE}", "content/articles/*.md file-name-empty"],
    )
    for name, path in {
        "a colon": "media/a:b.svg",
        "the name of a device": "media/aux.svg",
        "a way up for Windows": "media/x\\..\\a.svg",
        "bytes that are no UTF-8": "media/\udcff.svg",
    }.items():
        files = {f"content/{path}": STIP}
        yield Case(f"a picture whose name has {name}", files, [f"content/{path} {UNPORTABLE}"])


def names_that_are_fine() -> Iterator[Case]:
    for name, path, address in (
        ("dots by escapes", "pages/%2e%2e%2fx.md", "2e-2e-2fx/"),
        ("a slash by an escape", "pages/a%2fb.md", "a-2fb/"),
        ("nothing by an escape", "pages/a%00.md", "a-00/"),
        ("a space", "pages/a b.md", "a-b/"),
        ("the name of the first page", "pages/index.md", "index/"),
        ("the name of the page for what is not found", "pages/404.md", "404/"),
        ("the name of the folder of styles", "pages/assets.md", "assets/"),
        ("the name of a feed", "pages/feed.atom.md", "feed-atom/"),
        ("two hundred bytes", f"pages/{'a' * 200}.md", f"{'a' * 200}/"),
        ("forty folders", f"pages/{'d/' * 40}x.md", "x/"),
    ):
        files: dict[str, Content] = {f"content/{path}": TEXT}
        yield Case(
            f"a text whose name has {name}", files, (), {f"{address}index.html": ["<h1>A</h1>"]}
        )
    hidden: dict[str, Content] = {"content/pages/..a.md": TEXT, "content/.git/config": "geheim"}
    yield Case("hidden files among the texts", hidden)
    for name, path in (
        ("two hundred and one letters", f"content/pages/{'a' * 201}.md"),
        ("two hundred and two bytes", f"content/pages/{'ж' * 101}.md"),
        ("all that a name can have", f"content/pages/{'a' * 252}.md"),
    ):
        files = {path: TEXT}
        yield Case(f"a text whose name has {name}", files, [f"{path} file-name-too-long"])
    files = {"content/pages/👩\u200d👧.md": TEXT}
    yield Case(
        "a text whose name is a picture", files, ["content/pages/👩\u200d👧.md file-name-empty"]
    )


def earlier_addresses() -> Iterator[Case]:
    for name, address in {
        "up out of the site": "/../x/",
        "up from within": "/a/../../x/",
        "of the folder itself": "/./x/",
        "up by escapes": "/%2e%2e/x/",
        "with a slash by an escape": "/a%2fb/",
        "of another host": "//elders.example/x/",
        "with a backslash": "/a\\b/",
        "without a slash": "x/",
        "with a colon": "/c:/x/",
        "that is a device": "/con/",
        "within a device": "/nul.txt/x/",
        "with a dot at an end": "/a./x/",
        "with a name of three hundred letters": f"/{'a' * 300}/",
        "with a name of two hundred and fifty bytes": f"/{'é' * 125}/",
    }.items():
        yield Case(
            f"an earlier address {name}", article(f"redirect_from: [⟦'{address}'⟧]"), [INVALID]
        )
    deep = "/" + "a/" * 140
    yield Case(
        "an earlier address in a hundred and forty folders",
        article(f"redirect_from: [{deep}]"),
        (),
        {f"{deep[1:]}index.html": ['href="' + "../" * 140 + 'artikelen/a/"']},
    )
    yield Case(
        "an earlier address deeper than any folder can be",
        article(f"redirect_from: [⟦{'/a' * 140 + '/'}⟧]".replace("/a" * 140, "/aaaaaaa" * 140)),
        [INVALID],
    )


def sections() -> Iterator[Case]:
    for name, address in {
        "up out of the site": "/../",
        "by escapes": "/%2e%2e/",
        "of another host": "//elders.example/",
        "that is a device": "/aux/",
    }.items():
        yield Case(
            f"a section {name}",
            {
                SETTINGS: f"title: Proef\nsections:\n  tools: {{address: ⟦'{address}'⟧}}\n"
                "rules: {orphan: off}\n"
            },
            [INVALID],
        )


def clashes_of_texts() -> Iterator[Case]:
    for page_name in ("artikelen", "regios", "zoeken", "feeds", "archief", "data"):
        path = f"content/pages/{page_name}.md"
        yield Case(f"a page in the place of {page_name}", {path: TEXT}, [f"{path} {CLASH}"])
    for name, one, other in (
        ("a sharp s and its letters", "strasse", "straße"),
        ("a ligature and its letters", "fiets", "ﬁets"),
        ("a Kelvin and a k", "kern", "\u212aern"),
        ("wide and plain letters", "zorg", "ｚｏｒｇ"),
        ("an accent in one sign and in two", "caf\u00e9", "cafe\u0301"),
        ("dashes and spaces", "a-b", "a b"),
    ):
        first, second = sorted((f"content/pages/{one}.md", f"content/pages/{other}.md"))
        texts: dict[str, Content] = {
            first: TEXT,
            second: TEXT.replace("A", "B"),
        }
        yield Case(f"two names that are {name}", texts, [f"{second} {CLASH}"])
    yield Case(
        "one name in two folders",
        {"content/pages/een/x.md": TEXT, "content/pages/twee/x.md": TEXT.replace("A", "B")},
        [f"content/pages/twee/x.md {CLASH}"],
    )


def clashes_with_earlier_addresses() -> Iterator[Case]:
    for name, address in {
        "the first page": "/",
        "the first page by its file": "/index.html",
        "the page for what is not found": "/404.html",
        "a feed": "/feed.atom",
        "a folder within a feed": "/feed.atom/x/",
        "the list of pages for robots": "/sitemap.xml",
        "open data": "/data/artikelen.csv",
        "a file within open data": "/data/artikelen.csv/x",
        "headers": "/_headers",
        "a program of the search": "/zoeken/index/pagefind.js",
        "a page within the search": "/zoeken/index/",
        "what a host takes for the first page": "/index.html/x/",
    }.items():
        yield Case(
            f"an earlier address in the place of {name}",
            article(f"date: 2018-03-27\nredirect_from: [⟦{address}⟧]"),
            [TAKEN],
        )


def clashes_of_media() -> Iterator[Case]:
    shown = "![Een stip](../media/{})\n\n![Nog een stip](../media/{})\n"
    for name, one, other in (
        ("capitals", "Stip.svg", "stip.svg"),
        ("an accent in one sign and in two", "caf\u00e9.svg", "cafe\u0301.svg"),
    ):
        first, second = sorted((one, other))
        yield Case(
            f"two pictures that differ in {name}",
            article("", shown.format(one, other))
            | {f"content/media/{first}": STIP, f"content/media/{second}": STIP},
            [f"content/media/{second} {CLASH}"],
        )
    yield Case(
        "an earlier address within a picture",
        article("redirect_from: [⟦/media/stip.svg/⟧]", "![Een stip](../media/stip.svg)\n")
        | {"content/media/stip.svg": STIP},
        [TAKEN],
    )
    yield Case(
        "a picture in a folder that looks like a way up",
        article("", "![Een stip](../media/%252e%252e/stip.svg)\n")
        | {"content/media/%2e%2e/stip.svg": STIP},
        (),
        page('src="../../media/%252e%252e/stip.svg"'),
    )
    yield Case(
        "the settings as a document",
        article("", "Zie ⟦[de instellingen van de site](../site.yaml)⟧.\n"),
        ["unknown-file"],
    )

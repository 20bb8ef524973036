"""YAML that bites: tags, anchors, bombs, depth, size, types, duplicates, zones, surrogates."""

from collections.abc import Iterator

from tests.hostile.case import ARTICLE, SETTINGS, Case, article, page

THEME = "content/themes/leren.md"


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from tags()
    yield from anchors()
    yield from depths()
    yield from sizes()
    yield from types()
    yield from duplicates()
    yield from zones()
    yield from signs()


TAGS = {
    "that makes bytes": "!!binary aGFsbG8=",
    "that runs a command": '!!python/object/apply:os.system ["id"]',
    "that makes an object": "!!python/object/new:os.system [id]",
    "that names a function": "!!python/name:os.system",
    "that loads a module": "!!python/module:os",
    "of a set": "!!set {a, b}",
    "of an ordered mapping": "!!omap [a: b]",
    "of a time": "!!timestamp 2018-03-27",
    "of a number": "!!int '12'",
    "of a text": "!!str 12",
    "of nothing": "!!null ''",
    "of another language": "!ruby/object:Gem::Installer {i: x}",
    "by its full address": "!<tag:yaml.org,2002:str> x",
    "without a name": "! x",
}


def tags() -> Iterator[Case]:
    for name, value in TAGS.items():
        # What has brackets is underlined up to the first of them, a text whole.
        sign = next((one for one in "[{" if one in value), "")
        head, rest = value.split(sign, 1) if sign else (value, "")
        yield Case(f"a tag {name}", article(f"summary: ⟦{head}{sign}⟧{rest}"), ["yaml-tag"])
    yield Case("a tag on a key", article("⟦!!str summary⟧: x"), ["yaml-tag"])
    yield Case("a tag with an unknown handle", article("summary: ⟦!⟧e!x y"), ["yaml-tag"])
    yield Case("a tag in the settings", {SETTINGS: "title: ⟦!!str Proef⟧\n"}, ["yaml-tag"])
    yield Case(
        "a directive",
        {ARTICLE: "---\n⟦%⟧TAG ! tag:x.example,2000:\ntitle: A\n---\nB.\n"},
        ["unquoted-sign"],
    )


def anchors() -> Iterator[Case]:
    for where, front in {
        "before a text": "summary: ⟦&a tekst⟧",
        "before a list": "themes: ⟦&a [⟧Leren]",
        "before a mapping": "image: ⟦&a {⟧src: x, alt: y}",
        "before a key": "⟦&a summary⟧: x",
        "before nothing": "summary: ⟦&a⟧",
        "within a list": "themes: [Leren, ⟦&a Spark⟧]",
    }.items():
        yield Case(f"an anchor {where}", article(front), ["yaml-anchor"])
    yield Case("an alias of nothing", article("summary: ⟦*weg⟧"), ["yaml-anchor"])
    yield Case("an alias for a key", article("⟦*a⟧ : x"), ["yaml-anchor"])
    yield Case("a list that holds itself", article("themes: ⟦&a [⟧*a]"), ["yaml-anchor"])
    yield Case("a merge of a list", article("⟦<<⟧: [{summary: x}]"), ["yaml-anchor"])
    yield Case("a merge within a mapping", article("image: {⟦<<⟧: {src: x}}"), ["yaml-anchor"])
    yield Case("a merge key in quotes", article('⟦"<<"⟧: x'), ["unknown-key"])
    lines = ["x-a: ⟦&a [⟧lol, lol]"]
    lines += [f"x-{two}: &{two} [{', '.join([f'*{one}'] * 9)}]" for one, two in ("ab", "bc", "cd")]
    yield Case("a billion laughs", article("\n".join(lines)), ["yaml-anchor"])


def depths() -> Iterator[Case]:
    # The block itself is the first level, so seven more fit.
    yield Case("lists nested as deep as allowed", article("x-a: " + "[" * 7 + "]" * 7))
    yield Case(
        "mappings nested too deep",
        article("x-a: " + "{a: " * 7 + "⟦{⟧a: b}" + "}" * 7),
        ["front-matter-too-deep"],
    )
    for count in (1_000, 30_000):
        yield Case(
            f"{count} brackets that close",
            article("x-a: " + "[" * 7 + "⟦[⟧" + "[" * (count - 8) + "]" * count),
            ["front-matter-too-deep"],
        )
        yield Case(
            f"{count} braces that stay open",
            article("x-a: " + "{" * 7 + "⟦{⟧" + "{" * (count - 8)),
            ["front-matter-too-deep"],
        )
        yield Case(
            f"{count} dashes in a row",
            article("x-a:\n  " + "- " * 7 + "⟦⟧" + "- " * (count - 7) + "a"),
            ["front-matter-too-deep"],
        )
    yield Case("keys that are keys of keys", article("? ? ? ⟦⟧? a"), ["front-matter-not-a-mapping"])


def sizes() -> Iterator[Case]:
    yield Case(
        "a block of one byte too many",
        {ARTICLE: f"---\ntitle: A\nx-a: {'é' * 31_994}a\n---\nB.\n"},
        [f"{ARTICLE}:2:1+0 front-matter-too-large"],
    )
    yield Case("a key of a thousand letters", article(f"⟦{'k' * 1_000}⟧: x"), ["unknown-key"])
    yield Case("a key longer than YAML allows", article(f"⟦k⟧{'k' * 1_100}: x"), ["missing-colon"])
    names = [f"x{number}" for number in range(5_000)]
    yield Case(
        "five thousand unknown keys",
        article("\n".join(f"⟦{name}⟧: a" for name in names)),
        ["unknown-key"] * len(names),
    )
    yield Case(
        "five thousand unknown themes",
        article(f"themes: [{', '.join(f'⟦{name}⟧' for name in names)}]"),
        ["unknown-term"] * len(names),
    )
    yield Case(
        "five thousand koplopers that are one",
        article(f"koplopers: [Spark, {', '.join(['⟦Spark⟧'] * 5_000)}]"),
        ["repeated-term!"] * 5_000,
    )
    yield Case(
        "five thousand dashes that are not straight below each other",
        article("\n".join(["x-a:", *["- a\n ⟦-⟧ b"] * 5_000])),
        ["bad-indent"] * 5_000,
    )
    yield Case(
        "a text of exactly the longest",
        article(f"summary: ⟦{'a ' * 299}aa⟧"),
        ["long-summary!"],
    )
    yield Case("a text of spaces", article(f"⟦summary⟧: '{' ' * 60_000}'"), ["empty-value"])


def types() -> Iterator[Case]:
    for name, front, rule in (
        ("a list for a text", "summary: ⟦[⟧a]", "wrong-shape"),
        ("a mapping for a text", "summary: ⟦{⟧a: b}", "wrong-shape"),
        ("a mapping for a date", "date: ⟦{⟧a: b}", "wrong-shape"),
        ("a number in sixteens", "membership: ⟦0x10⟧", "invalid-number"),
        ("a number with a gap", "membership: ⟦1_000⟧", "invalid-number"),
        ("a number by powers", "membership: ⟦1e3⟧", "invalid-number"),
        ("a number without end", "membership: ⟦.inf⟧", "invalid-number"),
        ("no number", "membership: ⟦.nan⟧", "invalid-number"),
        ("a number below nothing", "membership: ⟦-1⟧", "invalid-number"),
        ("digits of another script", "membership: ⟦٧٣⟧", "invalid-number"),
        ("a number of twelve digits", "membership: ⟦999999999999⟧", "invalid-number"),
        ("a date in wide digits", "date: ⟦２０１８-０３-２７⟧", "invalid-date"),
        ("a date before the first year", "date: ⟦0000-01-01⟧", "invalid-date"),
        ("a date after the last year", "date: ⟦10000-01-01⟧", "invalid-date"),
        ("a year below nothing", "date: ⟦-2018-01-01⟧", "invalid-date"),
        ("a flag that Norway would be", "draft: ⟦NO⟧", "invalid-flag"),
        ("a flag that is a number", "draft: ⟦1⟧", "invalid-flag"),
        (
            "a time past midnight",
            "event: B\nregion: Zwolle\ndate: 2018-03-27\nstarts: ⟦24:00⟧",
            "invalid-time",
        ),
        (
            "a time in sixties",
            "event: B\nregion: Zwolle\ndate: 2018-03-27\nstarts: ⟦48600⟧",
            "invalid-time",
        ),
    ):
        yield Case(name, article(front), [rule])


def duplicates() -> Iterator[Case]:
    twice = "duplicate-key"
    yield Case("a key three times", article("x-a: 1\n⟦x-a⟧: 2\n⟦x-a⟧: 3"), [twice, twice])
    yield Case("a key again in quotes", article('⟦"title"⟧: B'), [twice])
    yield Case("a key again by escapes", article('⟦"\\x74itle"⟧: B'), [twice])
    yield Case("a key twice in a mapping", article("x-a: {b: 1, ⟦b⟧: 2}"), [twice])
    yield Case("a key in capitals", article("⟦Title⟧: B"), ["unknown-key"])
    yield Case(
        "a key twice in the settings",
        {SETTINGS: "title: Proef\nrules: {orphan: off}\n⟦title⟧: Ander\n"},
        [twice],
    )


def zones() -> Iterator[Case]:
    for name, value in {
        "of London": "2018-03-27T10:00:00Z",
        "below nothing": "2018-03-27T10:00:00-00:00",
        "by name": "2018-03-27 10:00 Europe/Amsterdam",
        "with a leap second": "2018-03-27T23:59:60+01:00",
        "at the hour after the last": "2018-03-27T24:00:00",
    }.items():
        yield Case(f"a moment {name}", article(f"date: ⟦{value}⟧"), ["invalid-date"])
    yield Case(
        "a time with a zone",
        article("event: B\nregion: Zwolle\ndate: 2018-03-27\nstarts: ⟦13:30+02:00⟧"),
        ["invalid-time"],
    )


def signs() -> Iterator[Case]:
    for name, text in {
        "the second half of a pair": 'summary: "\\u⟦d⟧fff"',
        "a pair in two escapes": 'summary: "\\u⟦d⟧83d\\ude00"',
        "half a pair in a key": '"x-\\u⟦d⟧800": b',
        "half a pair in a list": 'themes: ["Leren\\u⟦d⟧c00"]',
        "one past the last character": 'summary: "\\U⟦0⟧0110000"',
    }.items():
        yield Case(f"{name}, escaped", article(text), ["yaml-syntax"])
    for name, escape in {
        "nothing at all": "\\x00",
        "a byte order mark": "\\uFEFF",
        "no character": "\\uFFFF",
        "an escape for a terminal": "\\e[31m",
        "an order to turn text around": "\\u202E",
    }.items():
        yield Case(f"{name}, escaped", article(f'summary: ⟦"a{escape}b"⟧'), ["control-character"])
    yield Case(
        "the last character there is",
        article('summary: "a\\U0010FFFD."'),
        (),
        page("a\U0010fffd."),
    )

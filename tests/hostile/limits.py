"""Markdown at its limits: nested as deep as goes, and texts that cost their square to read.

Long texts consist of paragraphs as long as those may be; how many is for who asks.
"""

from collections.abc import Iterator

from tests.hostile.case import Case, article, page

PARAGRAPH = 4_990


def cases(size: int) -> Iterator[Case]:
    """Every case of this kind; long texts have about `size` bytes."""
    yield from nested()
    yield from refused()
    yield from long_texts(size)


def nested() -> Iterator[Case]:
    deep = "nested-too-deep"
    ten = "".join(f"{'  ' * level}- punt\n" for level in range(10))
    yield Case("lists ten deep", article("", ten), (), page("<li>punt</li>"))
    yield Case("lists eleven deep", article("", f"{ten}{'  ' * 10}⟦- punt⟧\n"), [deep])
    yield Case("quotations nineteen deep", article("", f"{'> ' * 19}diep\n"), (), page("diep"))
    yield Case("quotations twenty-one deep", article("", f"⟦{'> ' * 21}diep⟧\n"), [deep])
    yield Case("quotations five thousand deep", article("", f"⟦{'>' * 5_000}diep⟧\n"), [deep])
    yield Case(
        "lists and quotations in turns",
        article("", f"⟦{'> - ' * 40}diep⟧\n"),
        [deep],
    )
    yield Case(
        "emphasis in emphasis",
        article("", f"{'*a **b ' * 9}c{'** d*' * 9}\n"),
        (),
        page("<em>a <strong>b <em>a"),
    )
    yield Case(
        "notes within notes",
        article("", "::: tip\n" * 3 + "Tekst.\n:::\n⟦:::⟧\n⟦:::⟧\n"),
        ["stray-block-end"] * 2,
    )
    yield Case(
        "links within links",
        article("", "[naar de site van Zorgpact " * 50 + "](/kopgroep/)" * 50 + "\n"),
        # The first closes the innermost, which is a link.
        [f"4:{1351 + 13 * number}+2 literal-link!" for number in range(1, 6)],
        page('<a href="../../kopgroep/">naar de site van Zorgpact </a>'),
    )


def refused() -> Iterator[Case]:
    long, crowded = "paragraph-too-long", "crowded-paragraph"
    for name, body, rule in (
        ("a word of ten thousand letters", "a" * 10_000, long),
        ("a line of ten thousand backticks", " `" * 5_000, long),
        ("addresses of mail without end", "a@" * 5_000, long),
        ("a paragraph of brackets that open", "[" * 251, crowded),
        ("a paragraph of pictures that open", "![" * 251, crowded),
        ("a paragraph of links by name that open", "[[" * 126, crowded),
        ("a paragraph of notes that open", "[^" * 251, crowded),
        ("a paragraph of addresses", "http://a.nl " * 251, crowded),
    ):
        yield Case(name, article("", f"⟦⟧{body}\n"), [rule])
    yield Case(
        "a row of a thousand cells",
        article("", f"| a |\n|---|\n⟦{'|x' * 1_000}|⟧\n"),
        ["lost-cells"],
    )


# What a paragraph of a long text holds again and again.
PARAGRAPHS = {
    "stars that open": "*a ",
    "stars that open and close": "*a*",
    "underscores within words": "_a_a",
    "stars of every length": "*a**b***c****",
    "tildes": "~~a ",
    "backslashes": "\\",
    "ampersands": "&a",
    "entities": "&#60;",
    "less-than signs": "<a ",
    "less-than signs with an address": "<http",
    "colons of addresses": "a:/",
    "at signs": "a@b ",
    "quotation marks": "'a' \"b\" ",
    "apostrophes": "'t ",
    "dashes and dots": "--...",
    "exclamation marks": "!",
    "braces": "{a}",
    "capitals that could be names": "Zwolle Spark ",
    "days that could be dates": "dinsdag 27 maart ",
    "numbers that could be counts": "35 koplopers, ",
    "digits": "12345 ",
    "full stops": "a. B",
    "colons": ": ",
    "vertical lines": "|a",
}
# Lines that make blocks of their own.
LINES = {
    "empty lines": "\n",
    "rules across the page": "***\n\n",
    "quotations": "> a\n\n",
    "items of a list": "- a\n",
    "headings": "## a\n\nb\n\n",
    "lines that are underlined": "a\n-\n\nb\n\n",
    "code": "```\na\n```\n",
    "quoted code that stays open": "⟦> ```⟧\n> a\n\n",
    "definitions of links": "⟦[a{n}]: /x⟧\n",
    "footnotes": "a[^{n}]\n\n[^{n}]: b\n\n",
    "links by name to nothing": "⟦[[x{n}]]⟧\n\n",
    "links by name": "[[Zwolle]]\n\n",
    "tables": "| a |\n|---|\n| b |\n\n",
    "terms": "a\n: b\n\n",
    "tags": "⟦<b>a</b>⟧\n\n",
}
RULES = {
    "definitions of links": "unused-definition!",
    "links by name to nothing": "unknown-link",
    "quoted code that stays open": "unclosed-code",
    "tags": "raw-html!",
}


def long_texts(size: int) -> Iterator[Case]:
    for name, unit in PARAGRAPHS.items():
        one = unit * (PARAGRAPH // len(unit))
        text = f"{one.rstrip()}\n\n" * (size // (len(one) + 2))
        yield Case(f"a long text of {name}", article("", f"{text}Slot.\n"), (), page("Slot."))
    for name, unit in LINES.items():
        lines = [unit.replace("{n}", str(number)) for number in range(size // (len(unit) + 5))]
        rules = [RULES[name]] * "".join(lines).count("⟦") if name in RULES else []
        yield Case(
            f"a long text of {name}",
            article("", f"Begin.\n\n{''.join(lines)}\nSlot.\n"),
            rules,
            {} if {"unknown-link", "unclosed-code"} & {*rules} else page("Slot."),
        )
    yield Case(
        "a long text that is code to its end",
        article("", "Begin.\n\n⟦```⟧\n" + "a\n" * (size // 2)),
        ["unclosed-code"],
    )
    gap = " " * (size // 2)
    yield Case("a long gap within a value", article(f"authors: a{gap}b"), (), page("Tekst."))
    yield Case(
        "a long text of colons in threes",
        article("", "Begin.\n\n⟦⟧" + ":::\n" * (size // 4)),
        ["paragraph-too-long"],
    )

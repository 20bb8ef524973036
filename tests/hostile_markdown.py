"""Markdown that nobody should write: pieces that mean something, in each other's way."""

from hypothesis import strategies as st

# What can stand before anything else on a line, and what makes a line on its own.
PREFIXES = [
    *("", "", "", " ", "   ", "    ", "\t", " \t", "> ", ">", ">\t", "- ", "* ", "+ ", "-\t"),
    *("  - ", "    - ", "1. ", "2. ", "2) ", "12. ", "[^a]: ", "    ", ": ", "~ ", ":\t", "# "),
    *("### ", "\u00a0"),
]
WHOLE_LINES = [
    *("a\n\n: b", "a\n\n~ b", "- a\n- b", "- a\n    - b\n  - c", "> - a\n- b", "    - a\n- b"),
    *(f"{digit}. a" for digit in range(10)),
    *("", "", "", " ", "\t", ">", "-", "*", "+", "1.", "---", "--", "-", "===", "=", "= =", "***"),
    *("* * *", "_ _ _", "- - -", "___", "```", "~~~", "``` py", "    code", "::: inzicht", ":::"),
    *("::: tip Kop", "::::", "::: ", ":: tip", "|---|---|", "---|---", ":--|:-:", "| a | b |"),
    *("a | b", "|", ":-", "-|", "# a | b", "[a]: /x", "[a]: <x y> 'k'", "[a]:", "[a", "]: /x"),
    *("[b]: https://voorbeeld.nl", "[^a]: noot", "[^a]:", "[^b]: noot", "[^", "'titel'", "\u00a0"),
    *("<div>", "<!-- nee -->", "<b", "class='a'>", "2018 was", "2018. was", "3.5", "1234567890. x"),
    *("**vet** a", "**", "*a", "* *a", "**  *", "__a", "_a_ b", "_ _", "[[a]] b", "[["),
    *("[[a]]: /x",),
    *("#", "#a", "####### a", "— naam", "-- naam", "– naam", "![a](b.png)", "![a](b.png 'Titel')"),
    *("\\", "a\\", "a  ", "a ", "\x0b", "\x85", "\u2003a", "1", "10", "1)", "a: b", "~", ":"),
    *("~ a",),
]
INLINES = [
    *("a", "woord", "Een zin. Nog een.", " ", "  ", " ", "*", "**", "_", "__", "~~", "~", "`"),
    *("``",),
    *("[", "]", "[[", "]]", "[[a|b]]", "[[a]]", "(", ")", "](x)", "](<x y> 'k')", "][a]", "[a]"),
    *("[]", "](../b_1.md)", "](https://a.nl/b)", "](//a.nl)", "](https://A.nl:80/%27)", "](/b c)"),
    *("[^a]{lang=en}", "https://a.nl/%27b"),
    *("![", "!", "!!", "[^a]", "[^b]", "^", "\\", "\\*", "\\[", "&", "&amp;", "&#10;", "&quot;"),
    *(";",),
    *("<", ">", "<b>", "</b>", "<https://a.nl>", "<a@b.nl>", "https://a.nl/b", "http://", "://"),
    *(":",),
    *(
        "ftp://a.nl",
        "//a.nl",
        "www.a.nl",
        "a@b.nl",
        "mailto:a@b.nl",
        "@",
        "'",
        '"',
        "'s",
        "--",
        "...",
    ),
    *("{", "}", "{lang=en}", "]{lang=en}", "]{#x onclick=a}", "|", "\\|", "#", "=", "+", "-"),
    *("$", "%"),
    *("\t", "\u00a0", "\u200b", "é", "1.", "1", ".", ",", "?", "/", "::", ":::", "\x0b", "\x85"),
]
lines = st.builds(
    lambda prefixes, rest: "".join(prefixes) + rest,
    st.lists(st.sampled_from(PREFIXES), max_size=3),
    st.one_of(
        st.sampled_from(WHOLE_LINES), st.lists(st.sampled_from(INLINES), max_size=8).map("".join)
    ),
)
texts = st.builds(
    lambda found, end: end.join(found),
    st.lists(lines, max_size=12),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
)
paragraphs = st.lists(
    st.one_of(st.sampled_from(INLINES), st.just("\n"), st.just(" \n"), st.just("  \n  ")),
    max_size=30,
).map("".join)
signs = st.text(alphabet="ab1 \n\t*_~`[]()<>!:/|-=+#&;.@\\\"'^{}\u00a0\u0085", max_size=40)

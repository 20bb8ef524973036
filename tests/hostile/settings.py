"""Settings and templates that lie: what stands on every page, and what makes the pages."""

from collections.abc import Iterator

from tests.hostile.case import BASE, SETTINGS, Case, Content

HOME, ABOUT = "index.html", "kopgroep/sparkcentres/index.html"
EVIL, SAFE = "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"
CONTACT = "content/pages/contact.md"
RULES = "rules: {mentioned-not-listed: off, listed-not-mentioned: off, orphan: off}\n"


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from words()
    yield from addresses()
    yield from others()
    yield from templates()


def settings(lines: str, title: str = "title: Proef") -> dict[str, Content]:
    """Settings with these lines under the title."""
    return {
        SETTINGS: f"{title}\n{lines}\n{RULES}",
        CONTACT: "---\ntitle: Contact\n---\nTekst.\n",
    }


WORDS = {
    "a description": (f"description: {EVIL}", HOME),
    "a slogan": (f"slogan: {EVIL}", HOME),
    "an item of the menu": (f"navigation: [{{label: {EVIL}, to: /contact/}}]", HOME),
    "a link at the bottom": (f"footer: [{{label: {EVIL}, to: /contact/}}]", HOME),
    "a contact": (f"contact: {{name: {EVIL}, to: /contact/}}", ABOUT),
    "the name of a section": (f"sections: {{regions: {{label: {EVIL}}}}}", "regios/index.html"),
}


def everything_with_a_script() -> dict[str, Content]:
    """Settings that hold a script wherever words can stand, for a browser."""
    return BASE | settings("\n".join(lines for lines, _where in WORDS.values()), f"title: {EVIL}")


def words() -> Iterator[Case]:
    yield Case(
        "a title with a script",
        settings("", f"title: {EVIL}"),
        (),
        {HOME: [SAFE]},
        {HOME: ["<script>alert"]},
    )
    for name, (lines, where) in WORDS.items():
        yield Case(
            f"{name} with a script",
            settings(lines),
            (),
            {where: [SAFE]},
            {where: ["<script>alert"]},
        )
    yield Case(
        "a description that breaks out of its attribute",
        settings("description: '\"><meta http-equiv=refresh content=0>'"),
        (),
        {HOME: ["&lt;meta http-equiv=refresh content=0&gt;"]},
        {HOME: ["<meta http-equiv"]},
    )
    for name, value in {
        "that breaks out": 'nl"><script>',
        "with a line end": '"nl\\nX: y"',
        "that is none": "Nederlands",
    }.items():
        yield Case(f"a language {name}", settings(f"language: ⟦{value}⟧"), ["invalid-language"])
    yield Case("a title that is too long", settings("", f"title: ⟦{'a' * 81}⟧"), ["value-too-long"])


def addresses() -> Iterator[Case]:
    for name, value in {
        "of another host": "//elders.example/",
        "with a password": "https://jan:geheim@proef.example/",
        "that breaks out of its attribute": "'https://proef.example/\"onload=\"x'",
        "with a question": "https://proef.example/?a=b",
        "with a port beyond all": "https://proef.example:99999/",
        "of a folder of the machine": "file:///etc/",
        "with a gap": "https://proef.example/a b/",
        "with a line end": '"https://proef.example/\\nX-Evil: 1"',
        "of a data address": "'data:text/html,x'",
    }.items():
        yield Case(
            f"an address of the site {name}", settings(f"base_url: ⟦{value}⟧"), ["invalid-url"]
        )
    for name, value, rule in (
        ("runs", "'javascript:alert(1)'", "invalid-address"),
        ("leads to another host", "//elders.example/", "invalid-address"),
        ("leads up out of the site", "/../", "invalid-address"),
        ("leads nowhere", "/weg/", "unknown-address"),
    ):
        yield Case(
            f"an item of the menu that {name}",
            settings(f"navigation: [{{label: Weg, to: ⟦{value}⟧}}]"),
            [rule],
        )
    for name, value in {"runs": "'javascript:alert(1)'", "is a host alone": "//x.example/"}.items():
        yield Case(
            f"a contact that {name}",
            settings(f"contact: {{name: Wij, url: ⟦{value}⟧}}"),
            ["invalid-url"],
        )
    yield Case(
        "a licence that runs",
        settings("license: {name: Vrij, url: ⟦'javascript:alert(1)'⟧}"),
        ["invalid-url"],
    )


def others() -> Iterator[Case]:
    yield Case(
        "a way to report that adds a line",
        settings(
            'security: {contact: ⟦"a@proef.example\\nContact: b@x.example"⟧, expires: 2018-12-31}'
        ),
        ["invalid-report-address"],
    )
    yield Case(
        "a host that names a path", settings("publication: {host: ⟦../../etc⟧}"), ["invalid-choice"]
    )
    yield Case(
        "a check that cannot be put off",
        settings("").copy()
        | {SETTINGS: "title: Proef\nrules: {orphan: off, ⟦unsafe-link⟧: off}\n"},
        ["fixed-rule"],
    )
    yield Case(
        "settings that are a list", {SETTINGS: "⟦⟧- title: Proef\n"}, ["front-matter-not-a-mapping"]
    )
    yield Case("settings that ask for a program", settings("⟦plugins⟧: [os]"), ["unknown-key"])


def templates() -> Iterator[Case]:
    found = "template-error"
    for name, text, line in (
        ("another file of the machine", "{% include '/etc/passwd' %}", 1),
        ("a file up from the templates", "\n{% include '../content/site.yaml' %}", 2),
        ("itself", "{% include '404.html' %}", 1),
        ("a template that is not there", "{% extends 'weg.html' %}", 1),
        ("a part that is not there", "\n{% import 'weg.html' as weg %}", 2),
        ("what the page does not have", "\n\n{{ page.weg.weg }}", 3),
        ("nothing to divide by", "\n{{ 1 / 0 }}", 2),
        ("itself without end", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 1),
        ("a program of the machine", "{% import os %}", 1),
        ("a filter that nobody made", "{{ page.title | run }}", 1),
    ):
        yield Case(
            f"a template that asks for {name}",
            {"templates/404.html": text},
            [f"templates/404.html:{line}:1+0 {found}"],
        )
    page = "<!doctype html>\n<title>{{ '<b>' }}</title><p>{{ '\"' }} {{ 7 * 7 }}"
    yield Case(
        "a template that shows markup",
        {"templates/404.html": page},
        (),
        {"404.html": ["<title>&lt;b&gt;</title><p>&#34; 49"]},
    )
    yield Case(
        "a template that is no text",
        {"templates/404.html": b"\0\0\xff"},
        [f"templates/404.html:1:1+0 {found}"],
    )

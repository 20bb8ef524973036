"""Markdown that tries to become markup: raw HTML, break-outs of attributes, entities."""

import re
from collections.abc import Iterator
from html import escape

from tests.hostile.case import ARTICLE, Case, article, page

RUN = "alert(1)"


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from raw_html()
    yield from half_html()
    yield from break_outs()
    yield from entities()


# Where HTML stands that the checks know, it is between marks, and each is warned of.
TAGS = {
    "a script": f"⟦<script>{RUN}</script>⟧",
    "a script from elsewhere": '⟦<script src="https://elders.example/x.js"></script>⟧',
    "a picture that fails": f'⟦<img src=x onerror="{RUN}">⟧',
    "a drawing that loads": f'⟦<svg onload="{RUN}">⟧',
    "a frame with a page in it": f'⟦<iframe srcdoc="&lt;script>⟧{RUN}&lt;/script>">',
    "a frame from elsewhere": '⟦<iframe src="https://elders.example/"></iframe>⟧',
    "an object": '⟦<object data="https://elders.example/">⟧',
    "another base for all links": '⟦<base href="https://elders.example/">⟧',
    "a page that moves on": '⟦<meta http-equiv="refresh" content="0; url=https://x.example/">⟧',
    "a style sheet from elsewhere": '⟦<link rel="stylesheet" href="//elders.example/x.css">⟧',
    "a style": "⟦<style>body { display: none }</style>⟧",
    "a form that asks a password": '⟦<form action="https://x.example/">⟧⟦<input name="w">⟧',
    "a field that takes the focus": f'⟦<input autofocus onfocus="{RUN}">⟧',
    "a fold that opens": f'⟦<details open ontoggle="{RUN}">⟧',
    "a film that fails": f'⟦<video>⟧⟦<source onerror="{RUN}">⟧',
    "a formula with a link": '⟦<math href="javascript:alert(1)">⟧click',
    "a template": "⟦<template><script>1</script></template>⟧",
    "a portal that hides in a comment": "⟦<!--><img src=x onerror=alert(1)>-->⟧",
    "the end of the page": "⟦</main>⟧⟦</body>⟧⟦</html>⟧",
    "the end of a title": f"⟦</title>⟧⟦<script>{RUN}</script>⟧",
    "a text field that swallows the rest": "⟦<textarea>⟧",
    "a tag of one's own": f'⟦<x-a onclick="{RUN}">⟧',
}


def raw_html() -> Iterator[Case]:
    for name, marked in TAGS.items():
        typed = marked.replace("⟦", "").replace("⟧", "")
        shown = typed.replace("&lt;", "<").split('"')[0]
        # A comment and what the text holds of entities keep no tags in them alive either.
        yield Case(
            f"{name}, as raw HTML",
            article("", f"Een {marked} woord.\n"),
            ["literal-comment!" if "⟦<!--" in marked else "raw-html!"] * marked.count("⟦"),
            page(f"Een {escape(shown, quote=False)}"),
            page(f"Een {typed.split()[0].split('>')[0]}"),
        )


def half_html() -> Iterator[Case]:
    """What is no HTML by the book, and becomes it in browsers."""
    for name, typed in {
        "a tag with a slash for a space": "<svg/onload=alert(1)>",
        "a tag that never ends": "<img src=x onerror=alert(1) ",
        "a tag in a tag": "<<script>alert(1)//<</script>",
        "a section of characters": "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "an instruction": '<?xml version="1.0"?><?php system("id") ?>',
        "a document type with an entity": '<!DOCTYPE x [<!ENTITY y "z">]>',
        "a condition of an old browser": "<![if IE]><script>alert(1)</script><![endif]>",
        "wide brackets": "＜script＞alert(1)＜/script＞",
    }.items():
        start = escape(typed[:4], quote=False)
        element = re.compile("<script>.*</script>|<img src=x onerror=alert\\(1\\)>")
        marked = element.sub(r"⟦\g<0>⟧", typed)
        yield Case(
            name,
            article("", f"Een {marked} woord.\n"),
            ["raw-html!"] * marked.count("⟦"),
            page(f"Een {start}"),
            page("<svg/", "<img src=x", "<script>alert", "<![", "<?", "<!DOCTYPE x"),
        )


def break_outs() -> Iterator[Case]:
    evil = '"onmouseover="alert(1)'
    stip = {"content/media/stip.svg": DRAWING}
    yield Case(
        "the title of a link that breaks out",
        article("", f"[Naar de site](https://voorbeeld.example/ '{evil}')\n"),
        (),
        never=page(' onmouseover="'),
        shows=page('href="https://voorbeeld.example/" title="'),
    )
    yield Case(
        "the address of a link that breaks out",
        article("", "[Naar de site](https://voorbeeld.example/%22onmouseover=%22alert(1))\n"),
        (),
        page('href="https://voorbeeld.example/%22onmouseover=%22alert(1)"'),
    )
    yield Case(
        "the description of a picture that breaks out",
        article("", f"![Stip {evil}](../media/stip.svg)\n") | stip,
        (),
        never=page(' onmouseover="'),
        shows=page('alt="Stip '),
    )
    yield Case(
        "a caption that breaks out",
        article("", "![Stip](../media/stip.svg '</figure><script>alert(1)</script>')\n") | stip,
        (),
        page("<figcaption>&lt;/figure&gt;&lt;script&gt;"),
        page("<script>alert"),
    )
    yield Case(
        "a description in the properties that breaks out",
        article(f"image:\n  src: ../media/stip.svg\n  alt: 'Stip {evil}'\n  caption: '<b>'\n")
        | stip,
        (),
        never=page(' onmouseover="', "<b>"),
        shows=page("&lt;b&gt;"),
    )
    yield Case(
        "a title that breaks out of all there is",
        article(
            "",
            "B.\n",
        )
        | {ARTICLE: "---\ntitle: '</title></script><script>alert(1)</script>'\n---\nB.\n"},
        (),
        page("<h1>&lt;/title&gt;&lt;/script&gt;"),
        page("<script>alert", "</script><script>"),
    )
    yield Case(
        "a summary that breaks out",
        article(f"summary: '{evil} --> </script>'"),
        (),
        page('--&gt; &lt;/script&gt;">'),
        page(' onmouseover="', "--> </script>"),
    )
    yield Case(
        "the language of a code block that breaks out",
        article("", '```"><script>alert(1)</script>\nx\n```\n'),
        (),
        page('<code class="language-&quot;&gt;&lt;script&gt;'),
        page("<script>alert"),
    )
    yield Case(
        "the title of a block that breaks out",
        article("", "::: tip <img src=x onerror=alert(1)>\nTekst.\n:::\n"),
        (),
        page('<p class="note-title">&lt;img src=x onerror=alert(1)&gt;</p>'),
    )
    yield Case(
        "the name of a block that breaks out",
        article("", '⟦::: tip"onclick="alert(1)⟧\nTekst.\n:::\n'),
        ["unknown-block"],
    )
    yield Case(
        "a language that breaks out",
        article("", "Een [woord]{lang='nl\"onclick=\"x'}.\n"),
        (),
        page("[woord]{lang="),
    )
    yield Case(
        "an attribute that runs",
        article("", "Een ⟦[woord]{onclick=alert}⟧.\n"),
        ["unknown-attribute"],
    )
    yield Case(
        "an attribute that runs, and is none by its signs",
        article("", "Een [woord]{onclick=alert(1)}.\n"),
        (),
        page("[woord]{onclick=alert(1)}"),
    )
    yield Case(
        "a class and an id of another part of the page",
        article("", "Een ⟦[woord]{#_inhoud .site-head}⟧.\n"),
        ["unknown-attribute+unknown-attribute"],
    )
    yield Case(
        "a footnote whose label breaks out",
        article("", 'Tekst[^"><b>].\n\n[^"><b>]: Noot.\n'),
        (),
        page('<li id="_noot-1">'),
        page('"><b>'),
    )
    yield Case(
        "a heading that breaks out of its anchor",
        article("", '## Kop" onclick="alert(1)\n\nTekst.\n'),
        (),
        page('<h2 id="kop-onclick-alert-1">'),
        page('" onclick="'),
    )
    yield Case(
        "a heading that takes the place of a part of the page",
        article("", "## _inhoud\n\nTekst.\n"),
        (),
        page('<h2 id="inhoud">'),
    )
    yield Case(
        "a link by name that breaks out",
        article("", "⟦[[><script>alert(1)</script>]]⟧\n"),
        ["unknown-link"],
    )
    yield Case(
        "the label of a link by name that breaks out",
        article("", "[[Zwolle|⟦<b onclick=alert(1)>⟧]]\n"),
        ["raw-html!"],
        page("&lt;b onclick=alert(1)&gt;</a>"),
    )
    yield Case(
        "a cell that breaks out of its table",
        article("", "| a | b |\n|---|---|\n| ⟦</td>⟧⟦</table>⟧⟦<script>⟧ | x |\n"),
        ["raw-html!"] * 3,
        page("<td>&lt;/td&gt;&lt;/table&gt;&lt;script&gt;</td>"),
    )
    yield Case(
        "the source of a quotation that breaks out",
        article("", "> Mooi gezegd.\n> — ⟦<script>⟧iemand\n"),
        ["raw-html!"],
        page("<figcaption>&lt;script&gt;iemand</figcaption>"),
    )
    yield Case(
        "code that ends its own",
        article("", "`</code><script>alert(1)</script>`\n"),
        (),
        page("<code>&lt;/code&gt;&lt;script&gt;"),
    )
    yield Case(
        "a mark of our own in the text",
        article("", "\\x02href:0\\x03 en ⟦{{ page.title }}⟧ ⟦{% raw %}⟧\n"),
        ["foreign-order!"] * 2,
        page("x02href:0", "{{ page.title }} {% raw %}"),
    )


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9z"/></svg>'


def entities() -> Iterator[Case]:
    for name, typed, shown in (
        ("a script by names", "&lt;script&gt;alert(1)", "&lt;script&gt;alert(1)"),
        ("a script by numbers", "&#60;script&#62;alert(1)", "&lt;script&gt;alert(1)"),
        ("a script by numbers in sixteens", "&#x3c;script&#x3E;", "&lt;script&gt;"),
        ("a script by names of names", "&amp;lt;script&amp;gt;", "&amp;lt;script&amp;gt;"),
        ("an entity without its end", "&lt script&gt", "&amp;lt script&amp;gt"),
        ("nothing at all by its number", "a&#0;b", "a\ufffdb"),
        ("half a pair by its number", "a&#xD800;b", "a\ufffdb"),
        ("one past the last by its number", "a&#x110000;b", "a\ufffdb"),
        ("a mark of our own by its number", "&#2;href:0&#3;", "\ufffdhref:0\ufffd"),
        ("a number without end", f"&#{'9' * 40};", f"&amp;#{'9' * 40};"),
        ("an entity that nobody defined", "&zorgpact;", "&amp;zorgpact;"),
        ("a quotation mark by its name", "&quot;onclick=&quot;", "onclick="),
    ):
        yield Case(
            f"{name}",
            article("", f"Een {typed} woord.\n"),
            (),
            page(shown),
            page("<script>alert", "<script>"),
        )

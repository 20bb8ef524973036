"""Links and pictures that lead where no link of ours may."""

from collections.abc import Iterator

from tests.hostile.case import Case, article, page

UNSAFE, OUTSIDE = "unsafe-link", "outside-picture"


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from links()
    yield from other_forms()
    yield from pictures()
    yield from good_ones()


def links() -> Iterator[Case]:
    for name, target in {
        "in capitals": "JaVaScRiPt:alert(1)",
        "by an entity": "javascript&colon;alert(1)",
        "by a number": "&#106;avascript:alert(1)",
        "by a number in sixteens": "java&#x73;cript:alert(1)",
        "with its colon escaped": "javascript%3Aalert(1)",
        "with its colon escaped in small letters": "javascript%3aalert(1)",
        "of Visual Basic": "vbscript:msgbox(1)",
        "of a page within": "data:text/html;base64,PHNjcmlwdD4=",
        "of a drawing within": "data:image/svg+xml,%3Csvg%20onload=alert(1)%3E",
        "of a page within, escaped": "data%3Atext/html,%3Cscript%3Ealert(1)%3C/script%3E",
        "of the browser": "about:blank",
        "of files by another way": "ftp://elders.example/x",
        "of sockets": "ws://elders.example/",
        "of a phone app": "intent://x#Intent;scheme=http;end",
        "of another host": "//elders.example/x",
        "of another host by escapes": "%2f%2felders.example/x",
        "of another host by one escape": "/%2felders.example/x",
        "of another host by three slashes": "///elders.example/x",
        "of the web without slashes": "https:elders.example",
        "of the web with one slash": "https:/elders.example",
        "of the web without a host": "https:///pad",
        "of the web, escaped": "https%3A//elders.example/",
        "with a name before the host": "https://bank.example@elders.example/",
        "with a port that is none": "https://voorbeeld.example:x/",
        "with a bracket that stays open": "https://[::1/",
        "of mail with a copy": "mailto:a@voorbeeld.example?bcc=b@elders.example",
        "of mail with a line end": "mailto:a@voorbeeld.example%0d%0aBcc:b@elders.example",
        "of a phone with a code": "tel:*21*0000000000%23",
    }.items():
        yield Case(
            f"a link {name}",
            article("", f"Zie ⟦[de site van Zorgpact]({target})⟧.\n"),
            [UNSAFE],
        )
    for name, target, rule in (
        ("of a file", "file:///etc/passwd", "local-file"),
        ("of a file by an escape", "file%3A///etc/passwd", "local-file"),
        ("with a line end in its scheme", "java%0ascript:alert(1)", "unknown-file"),
        ("with a tab in its scheme", "java&Tab;script:alert(1)", "unknown-file"),
        ("with a sign before its scheme", "&#8203;javascript:alert(1)", "unknown-file"),
        ("by backslashes", "\\\\\\\\elders.example", "unknown-file"),
        ("by a slash and a backslash", "/\\\\elders.example", "unknown-address"),
        ("up out of the site", "../../../../etc/passwd", "unknown-file"),
        ("up by escapes", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "unknown-file"),
        ("to the settings", "../site.yaml", "unknown-file"),
    ):
        yield Case(
            f"a link {name}", article("", f"Zie ⟦[de site van Zorgpact]({target})⟧.\n"), [rule]
        )


def other_forms() -> Iterator[Case]:
    run = "javascript:alert(1)"
    yield Case("an address in brackets that runs", article("", f"Zie ⟦<{run}>⟧.\n"), [UNSAFE])
    yield Case(
        "a definition that runs",
        article("", f"Zie ⟦[de site van Zorgpact][x]⟧.\n\n[x]: {run}\n"),
        [UNSAFE],
    )
    yield Case(
        "a definition in pointed brackets that runs",
        article("", f"Zie ⟦[x]⟧.\n\n[x]: <{run}> 'Titel'\n"),
        [UNSAFE],
    )
    yield Case(
        "a bare address that runs",
        article("", f"Zie {run} hier.\n"),
        (),
        page(f"<p>Zie {run} hier.</p>"),
    )
    yield Case("a link by name that runs", article("", f"Zie ⟦[[{run}]]⟧.\n"), ["unknown-link"])
    yield Case(
        "a link in a footnote that runs",
        article("", f"Tekst[^1].\n\n[^1]: Zie ⟦[deze handreiking]({run})⟧.\n"),
        [UNSAFE],
    )
    yield Case(
        "a link in a cell that runs",
        article("", f"| a |\n|---|\n| ⟦[deze handreiking]({run})⟧ |\n"),
        [UNSAFE],
    )
    yield Case(
        "a link in a heading that runs",
        article("", f"## Kop ⟦[deze handreiking]({run})⟧\n\nTekst.\n"),
        [UNSAFE],
    )
    yield Case(
        "a link around a picture that runs",
        article("", f"Zie ⟦[![Stip](../media/stip.svg)]({run})⟧.\n")
        | {"content/media/stip.svg": STIP},
        [UNSAFE],
    )
    yield Case(
        "a document that runs",
        article(f"documents: [{{title: Plan, url: ⟦'{run}'⟧}}]"),
        ["invalid-url"],
    )


def pictures() -> Iterator[Case]:
    for name, target in {
        "that runs": "javascript:alert(1)",
        "from elsewhere": "https://elders.example/telpixel.gif",
        "from another host": "//elders.example/telpixel.gif",
        "from elsewhere by an escape": "https%3A//elders.example/telpixel.gif",
        "from another host by escapes": "%2f%2felders.example/telpixel.gif",
        "within the text": "data:image/png;base64,iVBORw0KGgo=",
        "within the text by an escape": "data%3Aimage/png;base64,iVBORw0KGgo=",
    }.items():
        yield Case(f"a picture {name}", article("", f"⟦![Een stip]({target})⟧\n"), [OUTSIDE])
    yield Case(
        "a picture of the machine",
        article("", "⟦![Een stip](file:///etc/hostname.png)⟧\n"),
        ["local-file"],
    )
    yield Case(
        "a main picture from elsewhere",
        article("image: {src: ⟦'https://elders.example/x.png'⟧, alt: Een stip}"),
        ["outside-picture"],
    )


def good_ones() -> Iterator[Case]:
    for name, target in {
        "with signs that mean something": "https://voorbeeld.example/?a=1&b=%3Cb%3E#x",
        "to a name beyond ASCII": "https://xn--caf-dma.example/",
        "to the machine of the reader": "http://localhost:8000/",
    }.items():
        href = target.replace("&", "&amp;")
        is_local = "localhost" in target
        link = f"[de site van Zorgpact]({target})"
        yield Case(
            f"a good link {name}",
            article("", f"Zie {f'⟦{link}⟧' if is_local else link}.\n"),
            ["local-address!"] if is_local else (),
            page(f'href="{href}"'),
        )


STIP = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9z"/></svg>'

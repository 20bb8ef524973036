"""Drawings that run or fetch, and pictures that are something else, or far more."""

import struct
import zlib
from collections.abc import Iterator

from tests.hostile.case import Case, Content, article, page
from tests.made_pictures import photo, saved

UNSAFE, BROKEN, TOO_LARGE = "unsafe-drawing", "broken-picture", "picture-too-large"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="9" height="9">'
)


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from drawings_that_do_things()
    yield from drawings_that_are_none()
    yield from drawings_that_are_fine()
    yield from rasters()


def showing(name: str, data: Content) -> dict[str, Content]:
    """An article that shows a picture, and the picture."""
    return article("", f"⟦![Een stip](../media/{name})⟧\n") | {f"content/media/{name}": data}


def drawings_that_do_things() -> Iterator[Case]:
    for name, inside in {
        "a script": "<script>alert(1)</script>",
        "a script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
        "a script of another space": '<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>',
        "a script from elsewhere": '<script href="https://elders.example/x.js"/>',
        "a page within": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
        "a page element without more": '<b xmlns="http://www.w3.org/1999/xhtml">x</b>',
        "an action": '<path d="M0 0" onclick="alert(1)"/>',
        "an action in capitals": '<path d="M0 0" ONLOAD="alert(1)"/>',
        "a link that runs": '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        "a link that runs, with a gap": '<a href="java&#10;script:alert(1)"><path d="M0 0"/></a>',
        "a link by another space": '<a xlink:href="https://elders.example/"><path d="M0 0"/></a>',
        "a picture from elsewhere": '<image href="https://elders.example/telpixel.png"/>',
        "a picture within": '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "a part of another drawing": '<use href="https://elders.example/x.svg#a"/>',
        "a link that comes to run": '<animate attributeName="href" to="javascript:alert(1)"/>',
        "an action that comes to be": '<set attributeName="onclick" to="alert(1)"/>',
        "a style from elsewhere": "<style>@import 'https://elders.example/x.css';</style>",
        "a colour from elsewhere": '<path style="fill: url(https://elders.example/x#a)" d="M0 0"/>',
        "a filter from elsewhere": '<path filter="url(//elders.example/x#a)" d="M0 0"/>',
        "a font from elsewhere": "<style>@font-face{src:url(https://x.example/f)}</style>",
        "an address by escapes": "<style>a{fill:u\\72l(https://x.example/f)}</style>",
        "a frame": '<iframe src="https://elders.example/"/>',
        "another base": '<path xml:base="https://elders.example/" d="M0 0"/>',
        "a handler": '<handler type="text/javascript">alert(1)</handler>',
    }.items():
        yield Case(f"a drawing with {name}", showing("x.svg", f"{SVG}{inside}</svg>"), [UNSAFE])
    yield Case(
        "a drawing with a style sheet before it",
        showing("x.svg", f'<?xml-stylesheet href="https://elders.example/x.css"?>{SVG}</svg>'),
        [UNSAFE],
    )
    yield Case(
        "a drawing with an entity of the machine",
        showing("x.svg", f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{SVG}&x;</svg>'),
        [UNSAFE],
    )
    laughs = "".join(
        f'<!ENTITY {two} "{f"&{one};" * 9}">' for one, two in ("ab", "bc", "cd", "de", "ef")
    )
    yield Case(
        "a drawing with a billion laughs",
        showing("x.svg", f'<!DOCTYPE svg [<!ENTITY a "ha">{laughs}]>{SVG}&f;</svg>'),
        [UNSAFE],
    )


def drawings_that_are_none() -> Iterator[Case]:
    for name, data in {
        "a page of the web": "<html><body>niets</body></html>",
        "a drawing without its space": '<svg width="9" height="9"/>',
        "a drawing that is cut off": f"{SVG}<path d='M0",
        "a drawing of two drawings": f"{SVG}</svg>{SVG}</svg>",
        "nothing but a line end": "\n",
    }.items():
        yield Case(f"{name}, called a drawing", showing("x.svg", data), [BROKEN])
    yield Case("a drawing that is packed", showing("x.svg", zlib.compress(SVG.encode())), [BROKEN])


def drawings_that_are_fine() -> Iterator[Case]:
    for name, data, size in (
        ("a hundred thousand groups deep", f"{SVG}{'<g>' * 99_999}{'</g>' * 99_999}</svg>", (9, 9)),
        (
            "of no size",
            '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="-1"/>',
            (300, 150),
        ),
        (
            "of a size beyond all",
            '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="9"/>',
            (300, 150),
        ),
    ):
        files = showing("x.svg", data)
        files["content/articles/a.md"] = "---\ntitle: A\n---\n![Een stip](../media/x.svg)\n"
        yield Case(f"a drawing {name}", files, (), page(f'width="{size[0]}" height="{size[1]}"'))


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A picture that says to be so large, with these bytes for its pixels."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", data))
    chunks = [
        struct.pack(">I", len(one)) + kind + one + struct.pack(">I", zlib.crc32(kind + one))
        for kind, one in (*parts, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def rasters() -> Iterator[Case]:
    small = photo(60, 40)
    for name, file, data, rule in (
        ("a picture of a billion pixels", "x.png", png(40_000, 25_000), TOO_LARGE),
        ("a picture of fifty-one megapixels", "x.png", png(10_000, 5_100), TOO_LARGE),
        ("a picture one pixel high and far too wide", "x.png", png(16_001, 1), TOO_LARGE),
        (
            "a picture that unpacks to a hundred megabytes",
            "x.png",
            png(9, 9, zlib.compress(b"\0" * 100_000_000, 1)),
            None,
        ),
        ("a picture without pixels", "x.png", png(9, 9), BROKEN),
        ("a picture of no size", "x.png", png(0, 0), BROKEN),
        ("a picture cut off", "x.jpg", saved(small, "JPEG")[:-200], BROKEN),
        ("a picture of which little is there", "x.png", saved(small, "PNG")[:60], BROKEN),
        ("a page called a picture", "x.jpg", b"<script>alert(1)</script>", BROKEN),
        ("a drawing called a picture", "x.png", f"{SVG}<script>1</script></svg>".encode(), BROKEN),
        ("a program called a picture", "x.webp", b"MZ\x90\0" + b"\0" * 99, BROKEN),
        ("a picture of another kind that we do not take", "x.png", saved(small, "BMP"), BROKEN),
        ("a picture that calls a program", "x.jpg", b"%!PS-Adobe-3.0 EPSF\n(id) system", BROKEN),
        ("an empty picture", "x.png", b"\n", BROKEN),
    ):
        files = showing(file, data)
        if rule is None:
            files |= article("", f"![Een stip](../media/{file})\n")
        yield Case(
            name, files, [rule] if rule else (), {} if rule else page('width="9" height="9"')
        )
    yield Case(
        "a page hidden behind a picture",
        article("", "![Een stip](../media/x.gif)\n")
        | {"content/media/x.gif": saved(small, "GIF") + b"<script>alert(1)</script>"},
        (),
        page('width="60" height="40"'),
    )

"""What other sites show of a page: tags in its head, and a card drawn for it."""

import hashlib
import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.html_pages import PageFacts, read_page
from tests.small_site import build_site, pages_of, write_site
from zorgpact_site.build import Built
from zorgpact_site.inputs import Options
from zorgpact_site.making.cards import draw
from zorgpact_site.recipes import MAKING, SocialCard

REPORT = """---
title: Kopgroep in Zwolle
event: Kopgroepdag
date: 2018-03-27
region: Zwolle
themes: [Leren in de praktijk]
redirect_from: [/oud/]
---
Tekst.
"""
SITE = {
    "content/articles/a.md": REPORT,
    "content/articles/b.md": "---\ntitle: B\ndate: 2018-04-01\nupdated: 2018-05\n---\nTekst.\n",
    "content/themes/leren.md": '---\ntitle: Leren in de praktijk\ncolor: "#3f6f3b"\n---\nTekst.\n',
    "content/themes/licht.md": '---\ntitle: Licht\ncolor: "#ffe08a"\n---\nTekst.\n',
}
BASE_URL = "https://proef.example/"


def built(site: Path, **options: str) -> Built:
    return build_site(write_site(site, SITE), Options(**options))  # type: ignore[arg-type]


def told(facts: PageFacts) -> dict[str, str]:
    """The tags for other sites, by name."""
    tags = [(tag.get("property") or tag.get("name"), tag["content"]) for tag in metas(facts)]
    return {name: content for name, content in tags if name and ":" in name}


def metas(facts: PageFacts) -> list[dict[str, str]]:
    return [tag for tag in facts.all("meta") if "content" in tag]


def cards(done: Built) -> dict[str, SocialCard]:
    return {one.path: one.recipe for one in done.to_make if isinstance(one.recipe, SocialCard)}


def drawn(**of: str) -> Image.Image:
    card = {"site": "Proef", "kind": "Verslag", "title": "Kopgroep", "color": "#3f6f3b", **of}
    data = draw(SocialCard(facts=("27 maart 2018", "Zwolle"), **card))
    assert len(data) < 35_000
    image = Image.open(io.BytesIO(data))
    assert (image.size, image.mode, image.format) == ((1200, 630), "P", "PNG")
    return image.convert("RGB")


def test_a_report_tells_other_sites_what_it_is(tmp_path: Path) -> None:
    done = built(tmp_path)
    tags = told(read_page(pages_of(done)["artikelen/a/"]))
    image = tags.pop("og:image")
    assert tags == {
        "og:title": "Kopgroep in Zwolle",
        "og:type": "article",
        "og:site_name": "Proef",
        "og:description": "Tekst.",
        "og:locale": "nl_NL",
        "og:url": "https://proef.example/artikelen/a/",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Verslag: Kopgroep in Zwolle – dinsdag 27 maart 2018, Zwolle",
        "twitter:card": "summary_large_image",
        "twitter:image:alt": "Verslag: Kopgroep in Zwolle – dinsdag 27 maart 2018, Zwolle",
    }
    card = cards(done)[image.removeprefix(BASE_URL)]
    assert re.fullmatch(r"https://proef\.example/kaarten/article-a-[0-9a-f]{10}\.png", image)
    assert card == SocialCard(
        "Proef",
        "Verslag",
        "Kopgroep in Zwolle",
        ("dinsdag 27 maart 2018", "Zwolle"),
        "#3f6f3b",
    )


def test_an_article_tells_when_it_was_published_where_the_day_is_known(tmp_path: Path) -> None:
    pages = pages_of(built(tmp_path))
    tags = told(read_page(pages["artikelen/b/"]))
    assert tags["article:published_time"] == "2018-04-01"
    assert "article:modified_time" not in tags
    # The day of a meeting is not that of the report.
    assert "article:published_time" not in told(read_page(pages["artikelen/a/"]))


def test_every_page_has_a_card_that_will_be_there(tmp_path: Path) -> None:
    done = built(tmp_path)
    made = {BASE_URL + path for path in cards(done)}
    asked = set()
    for address, html in pages_of(done).items():
        tags = told(read_page(html))
        if address in {"oud/", "404.html"}:
            assert tags == {}, address
            continue
        asked.add(tags["og:image"])
        assert tags["og:url"] == BASE_URL + address
        assert tags["og:title"]
    assert asked == made
    for kind in ("region-zwolle", "theme-leren", "koploper-huiskamer", "article-a", "site"):
        assert any(f"/{kind}-" in url for url in asked), kind


@pytest.mark.parametrize("base_url", ["file:", ""])
def test_without_an_address_of_the_site_there_are_no_cards(base_url: str, tmp_path: Path) -> None:
    settings = {"content/site.yaml": "title: Proef\n"}
    done = build_site(write_site(tmp_path, {**SITE, **settings}), Options(base_url=base_url))
    assert done.to_make == ()
    tags = told(read_page(pages_of(done)["artikelen/a/"]))
    assert tags.keys() == {"og:title", "og:type", "og:site_name", "og:description", "og:locale"}


def test_parts_of_a_long_list_share_the_card_of_the_first(tmp_path: Path) -> None:
    many = {
        f"content/articles/n{at}.md": f"---\ntitle: N{at}\nregion: Zwolle\n---\nTekst.\n"
        for at in range(45)
    }
    pages = pages_of(build_site(write_site(tmp_path, many)))
    first, second = (told(read_page(pages[f"regios/zwolle/{part}"])) for part in ("", "pagina/1/"))
    assert first["og:image"] == second["og:image"]
    assert first["og:url"] != second["og:url"]


def test_a_colour_too_light_for_white_letters_gives_way(tmp_path: Path) -> None:
    done = cards(built(tmp_path))
    colors = {path.split("/")[1].rsplit("-", 1)[0]: card.color for path, card in done.items()}
    assert colors["theme-leren"] == colors["article-a"] == "#3f6f3b"
    assert colors["theme-licht"] == colors["site"] == colors["region-zwolle"] == "#0f4c5c"


def test_a_card_has_the_colour_of_its_theme_and_white_letters() -> None:
    image = drawn()
    assert image.getpixel((20, 300)) == (0x3F, 0x6F, 0x3B)
    colours = image.getcolors(1200 * 630)
    assert colours is not None
    assert max(colours)[1] == (0x3F, 0x6F, 0x3B)
    assert (255, 255, 255) in {colour for _count, colour in colours}


@pytest.mark.parametrize(
    "title",
    [
        "Kopgroep",
        "Carrière Switchers: ‘één’ oriëntatie in ’s-Hertogenbosch",
        "Arbeidsmarktcommunicatieplannenmakersbijeenkomstverslagleggingscommissie",
        "Toekomstbestendig opleiden, " * 20,
        "🎉 Feest",
    ],
)
def test_a_title_stays_within_the_card(title: str) -> None:
    empty, card = drawn(title=""), drawn(title=title)
    box = ImageChops.difference(empty, card).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert left >= 68
    assert right <= 1200 - 60
    assert top >= 140
    assert bottom <= 540


def test_signs_without_a_drawing_are_left_out() -> None:
    with_sign, without = drawn(title="🎉 Feest"), drawn(title="Feest")
    assert ImageChops.difference(with_sign, without).getbbox() is None


def test_accents_are_drawn() -> None:
    for plain, accent in [("e", "é"), ("i", "ï"), ("o", "ö"), ("c", "ç"), ("g", "ğ")]:
        one, other = drawn(title=plain * 3), drawn(title=accent * 3)
        assert ImageChops.difference(one, other).getbbox() is not None
    assert ImageChops.difference(drawn(title="é"), drawn(title="ë")).getbbox() is not None


def test_cards_drawn_otherwise_get_other_names() -> None:
    # Names hold MAKING, and hosts may keep what they name for ever: when this fails although
    # Pillow is the same, raise MAKING in recipes.py, and write down the new digest here.
    pixels = hashlib.sha256(drawn().tobytes()).hexdigest()[:16]
    assert (MAKING, pixels) == (2, "67ba95e2767f1733")

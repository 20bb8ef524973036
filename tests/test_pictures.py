"""Pictures as they are published: small, true of colour, and silent about their makers."""

import io
import os
import re
import resource
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image, ImageCms

from tests import made_pictures
from tests.made_pictures import GREEN, GREEN_IN_P3, WORDS, photo, saved, telling_jpeg
from tests.small_site import BASE, TODAY, build_site, pages_of, tree_of, write_site
from zorgpact_site import making
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import reference_rules
from zorgpact_site.making import made, spreading
from zorgpact_site.measuring import HEAVIEST, HEAVIEST_DRAWING
from zorgpact_site.measuring.rasters import PIXELS, SIDE
from zorgpact_site.publishing import contents
from zorgpact_site.scan import scan

ARTICLE = "content/articles/a.md"
SHOWN = "---\ntitle: A\nimage: {src: ../media/foto.jpg, alt: Een veld}\n---\nTekst.\n"
MADE = re.compile(r"media/foto-[0-9a-f]{10}-(\d+)\.(avif|webp)")


def publish(site: Path, files: dict[str, str | bytes], *arguments: str) -> dict[str, bytes]:
    """Build a site by the command, and give its published files."""
    write_site(site, {ARTICLE: SHOWN, **files})
    output = site / "output"
    command = ["build", "--site", str(site), "--output", str(output), "--today", str(TODAY)]
    result = CliRunner().invoke(main, [*command, *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return tree_of(output)


def pictures_of(tree: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in tree.items() if MADE.fullmatch(path)}


def opened(tree: dict[str, bytes], ending: str = "webp") -> Image.Image:
    """The largest of the made pictures with an ending."""
    pictures = {
        int(found[1]): data
        for path, data in tree.items()
        if (found := MADE.fullmatch(path)) and found[2] == ending
    }
    return Image.open(io.BytesIO(pictures[max(pictures)]))


def told(site: Path) -> list[str]:
    return [one.rule.slug for one in build_site(site).diagnostics]


@pytest.fixture
def made_ones(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """All recipes that are really made, in the order in which they are."""
    seen: list[Any] = []
    scale, draw = making._scale, making._draw

    def counted_scale(recipes: Any, memory: Any) -> Any:
        seen.extend(recipes)
        return scale(recipes, memory)

    def counted_draw(digest: Any, card: Any, memory: Any) -> Any:
        seen.append(card)
        return draw(digest, card, memory)

    monkeypatch.setattr(making, "_scale", counted_scale)
    monkeypatch.setattr(making, "_draw", counted_draw)
    yield seen


def test_nothing_of_a_photo_is_published_but_its_pixels(tmp_path: Path) -> None:
    original = telling_jpeg()
    assert WORDS.encode() in original
    tree = publish(tmp_path, {"content/media/foto.jpg": original})
    assert len(pictures_of(tree)) == 8
    assert not any(path.endswith(("jpg", "jpeg")) for path in tree)
    assert original not in tree.values()
    for path, data in pictures_of(tree).items():
        with Image.open(io.BytesIO(data)) as image:
            assert not image.getexif(), path
            assert not {"exif", "icc_profile", "comment", "xmp"} & image.info.keys(), path
        assert WORDS.encode() not in data, path
        assert b"Exif" not in data, path


def test_the_page_offers_each_width_truly(tmp_path: Path) -> None:
    tree = publish(tmp_path, {"content/media/foto.jpg": telling_jpeg()})
    page = tree["artikelen/a/index.html"].decode()
    sets = re.findall(r'srcset="([^"]+)"', page)
    assert len(sets) == 2
    for srcset in sets:
        offered = [one.split(" ") for one in srcset.split(", ")]
        assert [width for _url, width in offered] == ["320w", "640w", "960w", "1200w"]
        for url, width in offered:
            with Image.open(io.BytesIO(tree[url.removeprefix("../../")])) as image:
                assert image.size == (int(width[:-1]), round(int(width[:-1]) * 2 / 3))
    assert '<source type="image/avif"' in page
    assert 'width="1200" height="800" decoding' in page
    assert page.count("sizes=") == 2


def test_a_picture_is_never_made_larger(tmp_path: Path) -> None:
    tree = publish(tmp_path, {"content/media/foto.jpg": telling_jpeg(photo(200, 100))})
    assert {MADE.fullmatch(path)[1] for path in pictures_of(tree)} == {"200"}  # type: ignore[index]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_stands_upright(orientation: int, tmp_path: Path) -> None:
    upright = photo(300, 200)
    held = {1: 0, 3: 180, 6: 90, 8: 270}[orientation]
    lying = telling_jpeg(upright.rotate(held, expand=True), orientation)
    tree = publish(tmp_path, {"content/media/foto.jpg": lying})
    image = opened(tree).convert("RGB")
    assert image.size == (300, 200)
    assert 'width="300" height="200"' in tree["artikelen/a/index.html"].decode()
    assert_near(image.getpixel((20, 20)), upright.getpixel((20, 20)), 20)


def assert_near(found: Any, wanted: Any, tolerance: int) -> None:
    assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= tolerance, (found, wanted)


@pytest.mark.parametrize("ending", ["webp", "avif"])
def test_colours_of_a_wide_gamut_become_what_they_mean(ending: str, tmp_path: Path) -> None:
    profile = made_pictures.wide_gamut_profile()
    judge = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), GREEN_IN_P3),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    assert judge is not None
    assert_near(judge.getpixel((0, 0)), GREEN, 12)
    image = Image.new("RGB", (400, 300), GREEN_IN_P3)
    data = saved(image, "PNG", icc_profile=profile)
    tree = publish(tmp_path, {"content/media/foto.jpg": data})
    assert_near(opened(tree, ending).convert("RGB").getpixel((200, 150)), judge.getpixel((0, 0)), 4)


def test_inks_become_colours(tmp_path: Path) -> None:
    red = Image.new("CMYK", (400, 300), (0, 255, 255, 0))
    tree = publish(tmp_path, {"content/media/foto.jpg": saved(red, "JPEG", quality=95)})
    assert opened(tree).mode == "RGB"
    assert_near(opened(tree).getpixel((200, 150)), (255, 0, 0), 6)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    tree = publish(tmp_path, {"content/media/foto.jpg": made_pictures.sixteen_bits()})
    assert_near(opened(tree).convert("RGB").getpixel((200, 150)), (128, 128, 128), 3)


@pytest.mark.parametrize("ending", ["webp", "avif"])
@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_stays_clear(mode: str, ending: str, tmp_path: Path) -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    clear.paste((200, 30, 30, 255), (200, 0, 400, 300))
    image = clear.quantize(8) if mode == "P" else clear.convert(mode)
    tree = publish(tmp_path, {"content/media/foto.jpg": saved(image, "PNG")})
    made_one = opened(tree, ending).convert("RGBA")
    assert made_one.getchannel("A").getpixel((50, 150)) <= 4
    assert made_one.getchannel("A").getpixel((350, 150)) >= 251


def test_of_what_moves_the_first_image_is_shown(tmp_path: Path) -> None:
    red, blue = (Image.new("RGB", (64, 64), colour) for colour in ("red", "blue"))
    moving = saved(red, "GIF", save_all=True, append_images=[blue])
    image = opened(publish(tmp_path, {"content/media/foto.jpg": moving}))
    assert getattr(image, "n_frames", 1) == 1
    assert_near(image.convert("RGB").getpixel((32, 32)), (255, 0, 0), 8)


def test_a_link_to_a_picture_leads_to_the_largest_that_was_made(tmp_path: Path) -> None:
    text = "---\ntitle: A\ndocuments:\n- {title: Foto, file: ../media/foto.jpg}\n---\n"
    files = {ARTICLE: f"{text}[Groot](../media/foto.jpg).\n"}
    tree = publish(tmp_path, {**files, "content/media/foto.jpg": telling_jpeg()})
    page = tree["artikelen/a/index.html"].decode()
    hrefs = re.findall(r'<a href="../../(media/[^"]+)"', page)
    assert len(hrefs) == 2
    assert set(hrefs) <= tree.keys()
    assert {MADE.fullmatch(href)[1] for href in hrefs} == {"1200"}  # type: ignore[index]
    assert "WebP, 1200 pixels breed" in page


def test_a_card_of_an_article_knows_its_picture(tmp_path: Path) -> None:
    write_site(tmp_path, {ARTICLE: SHOWN, "content/media/foto.jpg": telling_jpeg()})
    built = build_site(tmp_path)
    files = {one.path for one in built.to_make}
    assert len([path for path in files if MADE.fullmatch(path)]) == 8
    assert "26rem" not in pages_of(built)["artikelen/a/"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (telling_jpeg()[:9000], "broken-picture"),
        (saved(photo(), "PNG")[:4000], "broken-picture"),
        (saved(photo(), "WEBP")[:4000], "broken-picture"),
        (saved(photo(), "AVIF")[:2000], "broken-picture"),
        (saved(photo(), "TIFF"), "broken-picture"),
        (b"", "broken-picture"),
        (b"<!doctype html><p>Niet gevonden", "broken-picture"),
        (made_pictures.bomb(), "picture-too-large"),
        (saved(Image.new("1", (20_000, 10)), "PNG"), "picture-too-large"),
        (saved(Image.new("1", (9_000, 9_000)), "PNG"), "picture-too-large"),
        (b"\xff\xd8" + b"\0" * HEAVIEST, "picture-too-heavy"),
    ],
    ids=range(11),
)
def test_a_picture_that_cannot_be_shown_is_told(data: bytes, rule: str, tmp_path: Path) -> None:
    write_site(tmp_path, {ARTICLE: SHOWN})
    (tmp_path / "content/media").mkdir()
    (tmp_path / "content/media/foto.jpg").write_bytes(data)
    assert told(tmp_path) == [rule]
    assert told(tmp_path) == [rule]  # from memory too


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    write_site(tmp_path, {ARTICLE: SHOWN, "content/media/foto.jpg": made_pictures.bomb()})
    scan(write_site(tmp_path, {}), TODAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (tmp_path / "content/media/foto.png").write_bytes(made_pictures.bomb())
    scan(tmp_path, TODAY)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


def test_damaged_notes_do_not_break_a_photo(tmp_path: Path) -> None:
    data = saved(photo(300, 200), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f")
    tree = publish(tmp_path, {"content/media/foto.jpg": data})
    assert opened(tree).size == (300, 200)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onclick="alert(1)"/>',
        "<foreignObject/>",
        '<a href="javascript:alert(1)"/>',
        '<a xlink:href=" java&#10;script:alert(1)"/>',
        '<image href="https://elders.example/x.png"/>',
        '<image xlink:href="//elders.example/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="ander.svg#a"/>',
        '<rect fill="url(https://elders.example/a)"/>',
        "<rect style=\"fill: URL( 'https://elders.example/a')\"/>",
        '<rect style="fill: u\\72l(https://elders.example/a)"/>',
        "<style>@import 'https://elders.example/a.css';</style>",
        "<style>a<g/>{background: url(//elders.example/a)}</style>",
        '<set attributeName="onclick" to="alert(1)"/>',
        '<animate attributeName="xlink:href" values="#a;#b"/>',
        '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>',
        "<?xml-stylesheet href='https://elders.example/a.css'?>",
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(inside: str, tmp_path: Path) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9">{inside}</svg>'
    )
    text = SHOWN.replace("foto.jpg", "foto.svg")
    write_site(tmp_path, {ARTICLE: text, "content/media/foto.svg": svg})
    assert told(tmp_path) == ["unsafe-drawing"]


@pytest.mark.parametrize(
    ("svg", "rule"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "unsafe"),
        ("<svg/>", "broken"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>", "broken"),
        ("tekst", "broken"),
    ],
)
def test_a_drawing_that_is_none_is_told(svg: str, rule: str, tmp_path: Path) -> None:
    text = SHOWN.replace("foto.jpg", "foto.svg")
    write_site(tmp_path, {ARTICLE: text, "content/media/foto.svg": svg})
    assert told(tmp_path) == [{"unsafe": "unsafe-drawing", "broken": "broken-picture"}[rule]]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="4cm" height="3cm"', (151, 113)),
        ('viewBox="0 0 80 60"', (80, 60)),
        ('width="40" viewBox="0,0,80,60"', (40, 30)),
        ('width="100%" height="100%" viewBox="0 0 80 60"', (80, 60)),
        ("", (300, 150)),
    ],
)
def test_a_drawing_has_a_size(attributes: str, size: tuple[int, int], tmp_path: Path) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'
    media = scan(write_site(tmp_path, {"content/media/x.svg": svg}), TODAY).media
    look = media["content/media/x.svg"].look
    assert (look.width, look.height) == size


def test_the_rules_tell_the_true_bounds() -> None:
    about = reference_rules.PICTURE_TOO_LARGE.about
    assert f"{PIXELS // 1_000_000} million pixels" in about
    assert f"{SIDE:,} on a side" in about
    heavy = reference_rules.PICTURE_TOO_HEAVY.about
    assert f"Pictures are at most {HEAVIEST // 1_000_000} MB" in heavy
    assert f"drawings (SVG) at most {HEAVIEST_DRAWING // 1_000_000} MB" in heavy


def test_what_was_made_is_not_made_again(tmp_path: Path, made_ones: list[Any]) -> None:
    files: dict[str, str | bytes] = {"content/media/foto.jpg": telling_jpeg()}
    first = publish(tmp_path, files)
    count = len(made_ones)
    assert count == 8 + len([path for path in BASE if path.endswith(".md")]) + 2  # a, the site
    assert publish(tmp_path, files) == first
    assert len(made_ones) == count
    changed = publish(tmp_path, {ARTICLE: SHOWN.replace("title: A", "title: B")})
    assert len(made_ones) == count + 1
    assert pictures_of(changed) == pictures_of(first)


def test_an_unchanged_picture_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {ARTICLE: SHOWN, "content/media/foto.jpg": telling_jpeg()})
    first = scan(tmp_path, TODAY).media
    monkeypatch.setattr("zorgpact_site.measuring._look", lambda *_: pytest.fail("looked"))
    assert scan(tmp_path, TODAY).media == first
    os.utime(tmp_path / "content/media/foto.jpg", ns=(1, 1))
    with pytest.raises(pytest.fail.Exception):
        scan(tmp_path, TODAY)


def one_colour(name: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), name).save(data, "PNG", compress_level=0)
    return data.getvalue()


def test_another_picture_with_the_time_and_size_of_the_old_one_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "content/media/foto.png"
    red, blue = (one_colour(colour) for colour in ("red", "blue"))
    assert len(red) == len(blue)
    write_site(tmp_path, {"content/media/foto.png": red})
    (first,) = scan(tmp_path, TODAY).media.values()
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(blue)
    os.utime(file, ns=times)
    (second,) = scan(tmp_path, TODAY).media.values()
    assert first.look.digest != second.look.digest


def test_what_was_made_and_published_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo_of = {"content/media/foto.jpg": telling_jpeg()}
    publish(tmp_path, {**photo_of})
    read: list[str] = []
    read_bytes, opened = Path.read_bytes, contents.opened

    def noted(path: str | Path) -> None:
        if "memory/pictures" in str(path) and not str(path).endswith("states"):
            read.append(str(path))

    def reading(path: Path) -> bytes:
        noted(path)
        return read_bytes(path)

    def opening(path: str | Path, flags: int) -> AbstractContextManager[int]:
        noted(path)
        return opened(path, flags)

    monkeypatch.setattr(Path, "read_bytes", reading)
    monkeypatch.setattr(contents, "opened", opening)
    publish(tmp_path, {**photo_of, ARTICLE: SHOWN.replace("title: A", "title: B")})
    assert [path.rpartition(".")[2] for path in read] == ["png"]  # the card with the new title


def test_what_may_be_read_and_not_touched_is_not_made_again(
    tmp_path: Path, made_ones: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, str | bytes] = {"content/media/foto.jpg": telling_jpeg()}
    first = publish(tmp_path, files)
    count = len(made_ones)
    for path in (tmp_path / ".zorgpact/memory/pictures").iterdir():
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 2 * 86400))

    def refused(path: Path, *_times: Any, **_named: Any) -> None:
        raise PermissionError(path)

    monkeypatch.setattr("zorgpact_site.making.memory.os.utime", refused)
    assert publish(tmp_path, {**files, ARTICLE: SHOWN.replace("Tekst", "Meer")}) != first
    assert len(made_ones) == count


@pytest.mark.parametrize("damage", ["emptied", "zeros", "braces", "cut", "one sign"])
@pytest.mark.parametrize("which", ["*", "*.*", "states"])
def test_a_damaged_memory_is_as_good_as_none(damage: str, which: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"content/media/foto.jpg": telling_jpeg()}
    first = publish(tmp_path, files)
    remembered = sorted((tmp_path / ".zorgpact/memory/pictures").glob(which))
    assert remembered
    for path in remembered:
        data = path.read_bytes()
        damaged = {"zeros": b"\0" * 50, "braces": b"{}", "cut": data[:-1]}
        damaged["one sign"] = data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]
        path.write_bytes(damaged.get(damage, b""))
    (tmp_path / ".zorgpact/memory/pictures/vreemd.txt").write_text("van iemand anders")
    assert publish(tmp_path, files) == first
    assert (tmp_path / ".zorgpact/memory/pictures/vreemd.txt").exists()


def test_what_nobody_asked_for_in_a_month_is_forgotten(tmp_path: Path) -> None:
    publish(tmp_path, {"content/media/foto.jpg": telling_jpeg()})
    folder = tmp_path / ".zorgpact/memory/pictures"
    before = {path.name for path in folder.glob("*.avif")}
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    publish(tmp_path, {"content/media/foto.jpg": telling_jpeg(photo(200, 100))})
    after = {path.name for path in folder.glob("*.avif")}
    assert len(before) == 4
    assert len(after) == 1
    assert list(folder.glob("*.png"))  # cards were asked for


def test_the_same_bytes_from_separate_memories(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"content/media/foto.jpg": telling_jpeg()}
    assert publish(tmp_path / "a", files) == publish(tmp_path / "b", files)


def test_one_worker_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes] = {"content/media/foto.jpg": telling_jpeg()}
    several = publish(tmp_path / "a", files)
    monkeypatch.setattr(spreading, "_MOST", 1)
    assert publish(tmp_path / "b", files) == several


def test_without_a_place_to_remember_the_site_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".zorgpact").write_text("een bestand waar de map zou staan")
    tree = publish(tmp_path, {"content/media/foto.jpg": telling_jpeg()})
    assert len(pictures_of(tree)) == 8


def test_a_picture_that_changes_meanwhile_stops_the_build(tmp_path: Path) -> None:
    site = write_site(tmp_path, {ARTICLE: SHOWN, "content/media/foto.jpg": telling_jpeg()})
    built = build_site(site)
    (site / "content/media/foto.jpg").write_bytes(telling_jpeg(photo(300, 200)))
    with pytest.raises(OSError, match="changed"), made(built.to_make, site):
        pass


def test_two_pictures_of_one_name_and_content_are_one(tmp_path: Path) -> None:
    twice = "![Een veld](../media/foto.jpg)\n\n![Een veld](../media/Foto.JPG)\n"
    data = telling_jpeg()
    files = {"content/media/foto.jpg": data, "content/media/Foto.JPG": data}
    tree = publish(tmp_path, {ARTICLE: SHOWN + twice, **files})
    assert len(pictures_of(tree)) == 8


def test_many_new_pictures_are_announced_once(tmp_path: Path) -> None:
    many = {f"content/articles/n{at}.md": f"---\ntitle: N{at}\n---\nTekst.\n" for at in range(50)}
    command = ["build", "--site", str(write_site(tmp_path, many)), "--today", str(TODAY)]
    first, second = (CliRunner().invoke(main, command, catch_exceptions=False) for _ in range(2))
    assert re.search(r"er worden \d\d afbeeldingen gemaakt", first.output)
    assert "afbeeldingen gemaakt" not in second.output


@pytest.mark.parametrize(
    ("name", "choices"),
    [("lab.heic", "jpg, png"), ("lab.eps", "svg, png"), ("lab.mp4", "avif, gif, jpeg, jpg")],
)
def test_a_kind_that_is_not_published_is_told_what_to_save_it_as(
    name: str, choices: str, tmp_path: Path
) -> None:
    text = f"---\ntitle: A\n---\n![Een lab](../media/{name})\n".encode()
    files = {"content/articles/a.md": text, f"content/media/{name}": b"x"}
    (found,) = build_site(write_site(tmp_path / "site", files)).diagnostics
    assert dict(found.values)["choices"].startswith(choices)

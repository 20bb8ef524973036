"""Smaller forms of texts: what gets them, that others can read them, and that they are kept."""

import gzip
import hashlib
import tracemalloc
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner, Result

from tests.nginx import BROTLI, NGINX, nginx_before
from tests.small_site import tree_of, write_site
from zorgpact_site.artifact import Artifact, CopyOf, Kept, PartOf
from zorgpact_site.cli import main
from zorgpact_site.making import compressing, compressors
from zorgpact_site.making.compressing import compressed

SETTINGS = "title: Proef\npublication: {compress: true}\nrules: {orphan: off}\n"
LONG = b"<p>Een lange tekst over zorg.</p>\n" * 50


def made_of(folder: Path, *artifacts: Artifact) -> dict[str, bytes]:
    with compressed(artifacts, folder, folder / "output") as smaller:
        return {
            one.path: one.data.path.read_bytes() for one in smaller if isinstance(one.data, CopyOf)
        }


def build(site: Path) -> Result:
    arguments = ["build", "--site", str(site), "--today", "2018-06-01"]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_a_text_gets_both_forms_and_each_gives_it_back(tmp_path: Path) -> None:
    file = tmp_path / "kaart.svg"
    file.write_bytes(LONG)
    texts = [Artifact("x/index.html", LONG), Artifact("media/kaart.svg", CopyOf(file))]
    made = made_of(tmp_path, *texts)
    names = ("x/index.html", "media/kaart.svg")
    assert made.keys() == {f"{name}.{ending}" for name in names for ending in ("br", "gz")}
    assert gzip.decompress(made["x/index.html.gz"]) == LONG
    assert brotli.decompress(made["x/index.html.br"]) == LONG
    assert made["x/index.html.gz"][4:8] == bytes(4)  # no time, so the same on any day


def test_what_would_not_gain_or_is_for_hosts_has_none(tmp_path: Path) -> None:
    for path, data in (
        ("kort.html", LONG[:1023]),
        ("dag.avif", LONG),
        ("_headers", LONG),
        ("_nginx/site.conf", LONG),
        (".zorgpact.txt", LONG),
    ):
        assert made_of(tmp_path, Artifact(path, data)) == {}, path
    noise = hashlib.shake_256(b"zorg").digest(2000)
    assert made_of(tmp_path, Artifact("ruis.txt", noise)) == {}


def test_a_file_of_that_name_stays(tmp_path: Path) -> None:
    made = made_of(tmp_path, Artifact("a.txt", LONG), Artifact("a.txt.gz", b"van een ander"))
    assert made.keys() == {"a.txt.br"}


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made_of(tmp_path, Artifact("a.txt", LONG))

    def fail(_data: bytes) -> bytes:
        raise AssertionError("made again")

    monkeypatch.setattr(compressing, "compressors", lambda: {"gz": fail, "br": fail})
    again = made_of(tmp_path, Artifact("b.txt", LONG))
    assert list(again.values()) == list(first.values())


def test_what_is_published_already_is_not_read_to_find_its_forms(tmp_path: Path) -> None:
    first = made_of(tmp_path, Artifact("a.txt", LONG))
    kept = Artifact("a.txt", Kept(hashlib.sha256(LONG).digest(), len(LONG)))
    assert made_of(tmp_path, kept) == first


def test_no_form_is_made_of_what_somebody_put_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/a.txt").write_bytes(LONG.upper())
    kept = Artifact("a.txt", Kept(hashlib.sha256(LONG).digest(), len(LONG)))
    assert made_of(tmp_path, kept) == {}


def test_a_large_site_is_never_in_memory_whole(tmp_path: Path) -> None:
    text, count = LONG * 300, 60
    (tmp_path / "spool").write_bytes(text * count)
    texts = [
        Artifact(f"{at}.txt", PartOf(tmp_path / "spool", at * len(text), len(text)))
        for at in range(count)
    ]
    made_of(tmp_path, *texts)
    tracemalloc.start()
    try:
        assert len(made_of(tmp_path, *texts)) == 2 * count
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * len(text)


def test_a_build_publishes_them_beside_the_pages(tmp_path: Path) -> None:
    assert build(write_site(tmp_path, {"content/site.yaml": SETTINGS})).exit_code == 0
    before = tree_of(tmp_path / "output")
    assert gzip.decompress(before["index.html.gz"]) == before["index.html"]
    assert "gzip_static on;" in before["_nginx/site.conf"].decode()
    assert build(tmp_path).exit_code == 0
    assert tree_of(tmp_path / "output") == before


@pytest.mark.skipif(NGINX is None, reason="no nginx: tests/test_hosting.py tells what that means")
def test_nginx_serves_them_as_they_lie(tmp_path: Path) -> None:
    assert build(write_site(tmp_path, {"content/site.yaml": SETTINGS})).exit_code == 0
    site = tmp_path / "output"
    if BROTLI.exists():
        conf = site / "_nginx" / "site.conf"
        conf.write_text(conf.read_text().replace("# brotli_static", "brotli_static"))
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    with nginx_before(site, tmp_path / "work") as served:
        for encoding, ending in (("gzip", "gz"), *([("br", "br")] if BROTLI.exists() else [])):
            answer = served.get("/kopgroep/", Accept_Encoding=encoding)
            assert answer.headers["content-encoding"] == encoding
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["vary"] == "Accept-Encoding"
            assert answer.body == (site / f"kopgroep/index.html.{ending}").read_bytes()
        assert "content-encoding" not in served.get("/kopgroep/").headers


def test_without_brotli_a_build_tells_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compressors, "find_spec", lambda _name: None)
    result = build(write_site(tmp_path, {"content/site.yaml": SETTINGS}))
    assert result.exit_code == 3
    assert 'pip install "zorgpact-site[compress]"' in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "output").exists()

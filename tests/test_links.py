"""The command `links`: what an editor is told of links to other sites."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.odd_host import OddHost, odd_host
from tests.small_site import build_site, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Location, Replace
from zorgpact_site.outside import Answer, Outcome, Outside, judge, outside_links
from zorgpact_site.outside.judging import is_same_page
from zorgpact_site.reporting.text import texts_of
from zorgpact_site.source import Source
from zorgpact_site.visiting.memory import FILE

ARTICLE = "content/articles/a.md"


@pytest.fixture
def host() -> Iterator[OddHost]:
    with odd_host() as told:
        yield told


def run(site: Path, *words: str) -> Result:
    polite = ["--pause", "0", "--timeout", "5", "--allow-local"]
    arguments = ["links", "--site", str(site), "--today", "2018-06-01", *polite, *words]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def article(*lines: str, keys: str = "") -> dict[str, str]:
    return {ARTICLE: "\n\n".join((f"---\ntitle: Titel\n{keys}---", *lines, ""))}


def test_links_that_lead_somewhere_are_no_news(host: OddHost, tmp_path: Path) -> None:
    write_site(
        tmp_path,
        article(f"Lees [alles]({host.address}/fine#deel) of [later]({host.address}/login)."),
    )
    result = run(tmp_path, "-v")
    assert result.exit_code == 0
    assert result.stdout == ""
    told = "adressen van andere sites: 2, waarvan in orde: 1, en zojuist bezocht: 2\n"
    assert (
        result.stderr
        == f"{told}laat geen programma’s toe, dus kijk daar zelf: 1\n  {host.address}/login\n"
    )
    assert ("HEAD", "/fine") in host.asked


def test_each_trouble_is_told_at_its_place(host: OddHost, tmp_path: Path) -> None:
    a = host.address
    lines = (
        f"Lees [dit]({a}/missing) en <{a}/slash> en [dat]({a}/fault).",
        f"| een |\n|---|\n| {a}/gone |",
    )
    result = run(write_site(tmp_path, article(*lines)))
    assert result.exit_code == 1
    size = len(a)
    places = [
        line.split("  ")[:3] for line in result.stderr.splitlines() if line.startswith(ARTICLE)
    ]
    assert places == [
        [f"{ARTICLE}:5:12", "fout", "dead-link"],
        [f"{ARTICLE}:5:{12 + size + 14}", "waarschuwing", "moved-link"],
        [f"{ARTICLE}:5:{12 + 2 * size + 14 + 17}", "waarschuwing", "unreachable-link"],
        [f"{ARTICLE}:9:3", "fout", "dead-link"],
    ]
    assert f"“{a}/missing” komt nergens meer uit: die pagina is er niet" in result.stderr
    assert f"kijk of de pagina nu op “{a}/slash/” staat" in result.stderr
    assert "2 fouten en 2 waarschuwingen in 1 bestand" in result.stderr


def test_every_place_that_can_hold_an_address_is_looked_at(host: OddHost, tmp_path: Path) -> None:
    a = host.address
    documents = f"documents:\n  - title: Stuk\n    url: {a}/missing?d\n"
    files = {
        "content/site.yaml": f"title: Proef\ncontact: {{name: Wij, url: '{a}/missing?c'}}\n",
        "content/regions/zwolle.md": f"---\ntitle: Zwolle\nwebsite: {a}/missing?r\n---\nTekst.\n",
        "content/koplopers/k.md": f"---\ntitle: K\nwebsite: {a}/missing?k\n---\nTekst.\n",
        "content/tools/t.md": f"---\ntitle: T\nurl: {a}/missing?t\n---\nTekst.\n",
        **article("Tekst.", keys=documents),
    }
    result = run(write_site(tmp_path, files), "--format", "json")
    found = json.loads(result.stdout)["diagnostics"]
    assert [(one["path"], one["line"], one["length"]) for one in found] == [
        (path, line, len(a) + 10)
        for path, line in (
            (ARTICLE, 5),
            ("content/koplopers/k.md", 3),
            ("content/regions/zwolle.md", 3),
            ("content/site.yaml", 2),
            ("content/tools/t.md", 3),
        )
    ]
    assert {one["rule"] for one in found} == {"dead-link"}


def test_an_address_that_stands_twice_is_visited_once_and_told_twice(
    host: OddHost, tmp_path: Path
) -> None:
    a = host.address
    result = run(write_site(tmp_path, article(f"[Een]({a}/gone) en [twee]({a}/gone#x).")))
    assert result.stderr.count("dead-link") == 2
    assert host.asked == [("HEAD", "/gone"), ("GET", "/gone")]


def test_what_a_site_says_of_itself_and_drafts_and_mail_are_not_visited(
    host: OddHost, tmp_path: Path
) -> None:
    files = {
        "content/site.yaml": f"title: Proef\nbase_url: {host.address}/\n",
        "content/articles/b.md": f"---\ntitle: B\ndraft: true\n---\n{host.address}/x\n",
        **article(f"[Wij]({host.address}/missing), [mail](mailto:a@voorbeeld.nl)."),
    }
    assert run(write_site(tmp_path, files)).exit_code == 0
    assert host.asked == []


def test_a_second_round_asks_only_for_what_was_not_well(host: OddHost, tmp_path: Path) -> None:
    a = host.address
    text = f"[a]({a}/fine) [b]({a}/slash) [c]({a}/closed) [d]({a}/fault) [e]({a}/missing)"
    write_site(tmp_path, article(text))
    first = run(tmp_path)
    host.asked.clear()
    second = run(tmp_path)
    assert second.exit_code == first.exit_code == 1
    assert {path for _method, path in host.asked} == {"/fault"}
    assert second.stderr.partition("adressen van")[0] == first.stderr.partition("adressen van")[0]
    host.asked.clear()
    run(tmp_path, "--fresh-days", "0")
    assert {path for _method, path in host.asked} == {
        *("/fine", "/slash", "/slash/", "/closed", "/fault", "/missing")
    }


def test_when_all_was_well_a_second_round_asks_nothing(host: OddHost, tmp_path: Path) -> None:
    write_site(tmp_path, article(f"[a]({host.address}/fine)"))
    assert run(tmp_path).exit_code == 0
    host.asked.clear()
    assert run(tmp_path).exit_code == 0
    assert host.asked == []
    (tmp_path / FILE).write_bytes(b"\x00damaged")
    assert run(tmp_path).exit_code == 0
    assert host.asked == [("HEAD", "/fine")]


def test_a_build_and_a_check_visit_nobody(host: OddHost, tmp_path: Path) -> None:
    write_site(tmp_path, article(f"[a]({host.address}/missing)"))
    for command in ("build", "check"):
        result = CliRunner().invoke(main, [command, "--site", str(tmp_path)])
        assert result.exit_code == 0
    assert host.asked == []


def test_settings_and_files_decide_how_heavy_it_weighs(host: OddHost, tmp_path: Path) -> None:
    a = host.address
    rules = "dead-link: warning, moved-link: off, orphan: off, local-address: off"
    settings = f"title: Proef\nrules: {{{rules}}}\n"
    keys = "ignore: {unreachable-link: die site is er alleen overdag}\n"
    text = f"[a]({a}/missing) [b]({a}/slash) [c]({a}/fault)"
    write_site(tmp_path, {"content/site.yaml": settings, **article(text, keys=keys)})
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "waarschuwing  dead-link" in result.stderr
    assert "moved-link" not in result.stderr
    assert "unreachable-link" not in result.stderr
    assert run(tmp_path, "--strict").exit_code == 1
    assert build_site(tmp_path).diagnostics == ()  # the reason there is not called needless


@pytest.mark.parametrize("number", [socket.EAI_AGAIN, socket.EAI_NONAME])
def test_without_a_network_nothing_is_called_dead(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_given: object, **_more: object) -> None:
        raise socket.gaierror(number, "")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    write_site(tmp_path, article("https://een.voorbeeld.nl/ en https://twee.voorbeeld.nl/"))
    result = run(tmp_path)
    assert result.exit_code == 3
    assert "is er hier wel netwerk?" in result.stderr
    assert "dead-link" not in result.stderr
    monkeypatch.undo()
    assert "voorbeeld" not in (tmp_path / FILE).read_text("utf-8")


@pytest.mark.parametrize("options", [("--allow-local",), ()])
def test_what_answers_nearby_is_no_network(
    options: tuple[str, ...], host: OddHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def near_alone(name: str, *given: Any, **more: Any) -> Any:
        if name == "127.0.0.1":
            return real(name, *given, **more)
        raise socket.gaierror(socket.EAI_NONAME, "")

    monkeypatch.setattr(socket, "getaddrinfo", near_alone)
    monkeypatch.setattr("zorgpact_site.visiting.visitor._FIRST_WAIT", 0.0)
    away = "https://een.voorbeeld.nl/ en https://twee.voorbeeld.nl/"
    for near in (f"[a]({host.address}/fine)", "[a](http://127.0.0.1:9/)"):
        write_site(tmp_path, article(f"{near} {away}"))
        arguments = ["links", "--site", str(tmp_path), "--pause", "0", *options]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 3
        assert "is er hier wel netwerk?" in result.stderr
        assert "dead-link" not in result.stderr


def test_private_addresses_are_told_and_left_alone(host: OddHost, tmp_path: Path) -> None:
    write_site(tmp_path, article(f"[a]({host.address}/fine)"))
    arguments = ["links", "--site", str(tmp_path), "--pause", "0"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert "het ligt in een besloten netwerk" in result.stderr
    assert host.asked == []


def test_what_cannot_be_read_is_not_forgotten_in_silence(host: OddHost, tmp_path: Path) -> None:
    broken = {"content/articles/b.md": "zonder eigenschappen\n"}
    write_site(tmp_path, {**article(f"[a]({host.address}/fine)"), **broken})
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "zorgpact check" in result.stderr
    (tmp_path / "content/site.yaml").unlink()
    assert run(tmp_path).exit_code == 1


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("http://a.nl/x", "https://a.nl/x", True),
        ("https://a.nl/x", "https://www.a.nl/x/", True),
        ("https://a.nl/x?b=1", "https://a.nl/x/?b=1", True),
        ("http://a.nl", "https://a.nl/", True),
        ("https://a.nl/x", "http://a.nl/x", False),
        ("https://a.nl/x", "https://a.nl/", False),
        ("https://a.nl/x", "https://a.nl/nieuw/x", False),
        ("https://a.nl/x", "https://b.nl/x", False),
        ("https://a.nl/x?b=1", "https://a.nl/x?b=2", False),
        ("https://a.nl/x", "https://a.nl:8443/x", False),
    ],
)
def test_only_the_same_page_elsewhere_is_certain(old: str, new: str, same: bool) -> None:
    assert is_same_page(old, new) is same
    link = Outside(f"{old}#deel", Location("x.md", 1, 1, len(old) + 5), exact=True)
    (found,) = judge([link], {old: Answer(Outcome.FINE, moved=new)})
    assert found.near == (f"{new}#deel",)
    assert found.fix == ((Replace(link.where, f"{new}#deel"),) if same else ())


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("[woorden](https://a.nl/x)", True),
        ("[https://a.nl/x](https://a.nl/x)", True),
        ("<https://a.nl/x>", True),
        ("Zie https://a.nl/x.", True),
        ("[a](https://a.nl/x) en [b](https://a.nl/x)", True),
        ("[woorden][w]\n\n[w]: https://a.nl/x", False),
        ('[woorden](https://a.nl/x "Zie https://a.nl/x")', True),
        ("[https://a.nl/a_b](https://a.nl/a\\_b)", False),  # the address is typed otherwise
        ("[https://a.nl/a_b](<https://a.nl/a_b>)", True),
        ("[woorden](https://a.nl/é)", False),  # browsers ask for it in another form
    ],
)
def test_an_address_is_replaced_only_where_it_stands_alone(
    typed: str, exact: bool, tmp_path: Path
) -> None:
    write_site(tmp_path, article(typed))
    built = build_site(tmp_path)
    assert built.site is not None
    text = (tmp_path / ARTICLE).read_text("utf-8")
    found = outside_links(built.site, texts_of([Source(ARTICLE, text.encode())]))
    assert found
    for one in found:
        assert one.exact is exact
        line = text.splitlines()[one.where.line - 1]
        at = one.where.column - 1
        assert (line[at : at + one.where.length] == one.url) is exact

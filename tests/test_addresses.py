"""The ledger of published addresses: what `zorgpact addresses` shows, adds and takes away."""

import os
from pathlib import Path
from string import ascii_lowercase

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tests.small_site import BASE, build_site, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Add
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import LEDGER_FILE
from zorgpact_site.reading.ledger import ledger_text, read_ledger
from zorgpact_site.source import Source

ROOT = Path(__file__).parent.parent
HEAD = [line for line in ledger_text(()).splitlines() if line]
MOVED = {
    "content/koplopers/sparkcentres.md": "",
    "content/koplopers/sparkcentres-overijssel.md": BASE["content/koplopers/sparkcentres.md"],
}


def run(site: Path, *words: str, typed: str = "") -> Result:
    arguments = ["addresses", "--site", str(site), "--today", "2018-06-01", *words]
    return CliRunner().invoke(main, arguments, input=typed, catch_exceptions=False)


def kept(site: Path) -> list[str]:
    lines = (site / LEDGER_FILE).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site that keeps a ledger already."""
    run(write_site(tmp_path, {}), "--update")
    return tmp_path


def test_without_a_list_nothing_is_checked_and_nothing_is_made(tmp_path: Path) -> None:
    result = run(write_site(tmp_path, {}))
    assert result.exit_code == 0
    assert "zorgpact addresses --update" in result.stderr
    assert not (tmp_path / LEDGER_FILE).exists()


def test_the_first_update_begins_the_list(tmp_path: Path) -> None:
    draft = "---\ntitle: Later\ndraft: true\n---\nTekst.\n"
    moved = "---\ntitle: Nu\ndate: 2018\nredirect_from: [/oud.html]\n---\nTekst.\n"
    files = {"content/articles/later.md": draft, "content/articles/nu.md": moved}
    result = run(write_site(tmp_path, files), "--update")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == kept(tmp_path) == sorted(kept(tmp_path))
    assert {"/", "/artikelen/nu/", "/oud.html", "/archief/2018/", "/zoeken/"} <= {*kept(tmp_path)}
    assert not {"/artikelen/later/", "/404.html"} & {*kept(tmp_path)}
    assert (tmp_path / LEDGER_FILE).read_text("utf-8").splitlines()[: len(HEAD)] == HEAD
    assert run(tmp_path).exit_code == 0
    assert build_site(tmp_path).diagnostics == ()


def test_parts_of_lists_and_what_has_no_date_are_not_kept(tmp_path: Path) -> None:
    files = {
        f"content/articles/a{number}.md": f"---\ntitle: Artikel {number}\n---\nTekst.\n"
        for number in range(41)
    }
    files["content/pages/p.md"] = "---\ntitle: P\nredirect_from: [/blog/pagina/2/]\n---\nTekst.\n"
    built = build_site(write_site(tmp_path, files))
    made = {one.path.removesuffix("index.html") for one in built.artifacts}
    assert {"artikelen/pagina/1/", "archief/zonder-datum/", "blog/pagina/2/"} <= made
    assert "artikelen/pagina/1/" not in built.addresses
    assert "archief/zonder-datum/" not in built.addresses
    assert "blog/pagina/2/" in built.addresses


def test_what_is_new_is_shown_and_added_when_asked(site: Path) -> None:
    before = kept(site)
    write_site(site, {"content/tools/kaart.md": "---\ntitle: Kaart\n---\nT.\n"}, base=False)
    result = run(site)
    assert (result.exit_code, result.stdout) == (0, "/hulpmiddelen/kaart/\n")
    assert kept(site) == before
    assert run(site, "--update").stdout == "/hulpmiddelen/kaart/\n"
    assert kept(site) == sorted([*before, "/hulpmiddelen/kaart/"])
    assert run(site, "--update").stdout == ""


def test_what_vanished_stays_in_the_list_and_fails(site: Path) -> None:
    before = kept(site)
    write_site(site, MOVED, base=False)
    for words in ((), ("--update",)):
        result = run(site, *words)
        assert result.exit_code == 1
        assert "/kopgroep/sparkcentres-overijssel/" in result.stdout
        assert "redirect_from: [/kopgroep/sparkcentres/]" in result.stderr
        assert "“content/koplopers/sparkcentres-overijssel.md”" in result.stderr
    assert kept(site) == sorted([*before, "/kopgroep/sparkcentres-overijssel/"])


def test_fix_adds_the_redirect_that_the_message_promises(site: Path) -> None:
    write_site(site, MOVED, base=False)
    told = CliRunner().invoke(main, ["fix", "--site", str(site), "--today", "2018-06-01"])
    assert told.exit_code == 0
    assert "vanished-address  “/kopgroep/sparkcentres/” toegevoegd bij redirect_from" in told.stdout
    assert build_site(site).diagnostics == ()


def test_a_redirect_mends_it(site: Path) -> None:
    write_site(site, MOVED, base=False)
    path = site / "content/koplopers/sparkcentres-overijssel.md"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("\nregion:", "\nredirect_from: [/kopgroep/sparkcentres/]\nregion:")
    )
    assert run(site).exit_code == 0


def test_an_address_is_forgotten_only_after_a_yes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(site)
    write_site(site, {"content/koplopers/huiskamer.md": ""}, base=False)
    wanted = ("--forget", "/kopgroep/huiskamer/")
    assert run(site, *wanted).exit_code == 2
    monkeypatch.setattr("zorgpact_site.cli.addresses.on_terminal", lambda: True)
    refused = run(site, *wanted, typed="n\n")
    assert refused.exit_code == 2
    assert "wie /kopgroep/huiskamer/ opent, vindt daar straks niets meer" in refused.stderr
    assert kept(site) == before
    assert run(site, *wanted, typed="ja\n").exit_code == 0
    assert kept(site) == [one for one in before if one != "/kopgroep/huiskamer/"]
    assert build_site(site).diagnostics == ()


def test_what_cannot_be_forgotten_is_told(site: Path) -> None:
    before = kept(site)
    still = run(site, "--forget", "/kopgroep/sparkcentres/", "--yes")
    assert still.exit_code == 2
    assert "staat nog op de site" in still.stderr
    slip = run(site, "--forget", "/kopgroep/sparkcentre/", "--yes")
    assert slip.exit_code == 2
    assert "bedoelde u “/kopgroep/sparkcentres/”?" in slip.stderr
    assert run(site, "--forget", "/xyz/", "--yes").exit_code == 2
    assert kept(site) == before


def test_with_other_mistakes_the_list_is_left_alone(site: Path) -> None:
    before = (site / LEDGER_FILE).read_bytes()
    broken = {
        "content/tools/kaart.md": "---\ntitle: Kaart\n---\nT.\n",
        "content/articles/a.md": "---\ntitle: A\nregion: Nergens\n---\nTekst.\n",
    }
    write_site(site, broken, base=False)
    result = run(site, "--update")
    assert result.exit_code == 1
    assert "content/articles/a.md:3:9" in result.stderr
    assert (site / LEDGER_FILE).read_bytes() == before
    (site / LEDGER_FILE).write_bytes(b"geen adres\n" + before)
    write_site(site, {"content/articles/a.md": ""}, base=False)
    assert run(site, "--update").exit_code == 1
    assert (site / LEDGER_FILE).read_bytes() == b"geen adres\n" + before


def test_the_list_keeps_its_mode(site: Path) -> None:
    (site / LEDGER_FILE).chmod(0o664)
    write_site(site, {"content/tools/kaart.md": "---\ntitle: Kaart\n---\nT.\n"}, base=False)
    assert run(site, "--update").exit_code == 0
    assert "kaart" in (site / LEDGER_FILE).read_text("utf-8")
    assert (site / LEDGER_FILE).stat().st_mode & 0o777 == 0o664


def test_a_list_that_cannot_be_written_stays_whole(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> int:
        raise OSError(28, "No space left on device")

    before = (site / LEDGER_FILE).read_bytes()
    write_site(site, {"content/tools/kaart.md": "---\ntitle: Kaart\n---\nT.\n"}, base=False)
    monkeypatch.setattr(os, "write", full)
    assert run(site, "--update").exit_code == 3
    assert (site / LEDGER_FILE).read_bytes() == before
    files = {path.name for path in (site / "content").iterdir() if path.is_file()}
    assert files == {"addresses.txt", "site.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "sure"),
    [
        ("kopgroep-zwolle", "kopgroep-zwolle-over-techniek", True),
        ("kopgroepdag-in-zwole", "kopgroepdag-in-zwolle", True),
        ("kopgroepdag-2017", "kopgroepdag-2018", False),
        ("kopgroepbijeenkomst-zwolle", "kopgroepbijeenkomst-zeeland", False),
        ("iets-heel-anders", "kopgroepdag-in-zwolle", False),
        ("verslag", "verslag-van-de-dag", False),
    ],
)
def test_only_a_sure_successor_gets_a_fix(old: str, new: str, sure: bool, tmp_path: Path) -> None:
    files = {
        LEDGER_FILE: f"/artikelen/{old}/\n",
        f"content/articles/{new}.md": "---\ntitle: Titel\n---\nTekst.\n",
    }
    (found,) = build_site(write_site(tmp_path, files)).diagnostics
    add = Add(f"content/articles/{new}.md", "redirect_from", f"/artikelen/{old}/")
    assert found.fix == ((add,) if sure else ())


@pytest.mark.parametrize("doubt", ["two newcomers", "two vanished", "another section", "drafts"])
def test_with_any_doubt_there_is_no_fix(doubt: str, tmp_path: Path) -> None:
    text = "---\ntitle: Titel\n---\nTekst.\n"
    ledger, files = "/artikelen/dag-in-zwolle/\n", {"content/articles/dag-in-zwolle-a.md": text}
    if doubt == "two newcomers":
        files["content/articles/dag-in-zwolle-b.md"] = text
    elif doubt == "two vanished":
        ledger += "/artikelen/dag-in-zwolle-x/\n"
    elif doubt == "another section":
        files = {"content/tools/dag-in-zwolle-a.md": text}
    options = Options(drafts=doubt == "drafts")
    built = build_site(write_site(tmp_path, {LEDGER_FILE: ledger, **files}), options)
    assert {one.rule.slug for one in built.diagnostics} == {"vanished-address"}
    assert all(one.near and not one.fix for one in built.diagnostics)


ADDRESSES = st.lists(st.text(f"{ascii_lowercase}é09", min_size=1, max_size=9), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(st.sets(ADDRESSES))
def test_what_is_written_is_read_and_written_the_same(addresses: set[str]) -> None:
    text = ledger_text(addresses)
    ledger, found = read_ledger(Source(LEDGER_FILE, text.encode()))
    assert found == ()
    assert {one.address for one in ledger} == addresses
    assert ledger_text(one.address for one in reversed(ledger)) == text


def test_what_editors_noted_in_the_list_stays_above_its_address(site: Path) -> None:
    path = site / LEDGER_FILE
    begin, rest = path.read_text("utf-8").split("/artikelen/\n", 1)
    noted = f"{begin}# sinds de verhuizing\n# vraag het na\n/artikelen/\n{rest}# einde\n"
    path.write_text(f"{noted}# weg\n/weg/\n", "utf-8")
    assert run(site, "--forget", "/weg/", "--yes").exit_code == 0
    assert path.read_text("utf-8") == noted.replace("# einde\n", "")
    path.write_text(noted, "utf-8")
    run(site, "--update")
    assert path.read_text("utf-8") == noted


def test_the_list_of_the_zorgpact_is_whole() -> None:
    built = build_site(ROOT)
    ledger, _found = read_ledger(Source(LEDGER_FILE, (ROOT / LEDGER_FILE).read_bytes()))
    assert {one.address for one in ledger} >= {*built.addresses}
    assert [one for one in built.diagnostics if one.where.path == LEDGER_FILE] == []

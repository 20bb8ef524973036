"""A check that remembers: quick when nothing changed, and never another answer than a plain one."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.made_pictures import telling_jpeg
from tests.small_site import DOT, TODAY, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Add, Diagnostic, Location, Replace, Rule, Severity
from zorgpact_site.inputs import Inputs, Options
from zorgpact_site.media import Look, Media
from zorgpact_site.remembering.digests import key_of
from zorgpact_site.remembering.kept_texts import KeptTexts
from zorgpact_site.remembering.unchanged import MEMORY
from zorgpact_site.source import Source
from zorgpact_site.verdicts.memory import FOLDER, Verdicts

ARTICLE = "content/articles/a.md"
WRONG = "---\ntitle: A\nthemes: [Leren in de praktik]\n---\nDit is <b>vet</b>.\n"


def check(site: Path, *more: str) -> Result:
    arguments = ["check", "--site", str(site), "--today", str(TODAY), "--format", "json", *more]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def answers(site: Path, *more: str) -> list[tuple[int, str]]:
    """The answer anew, and twice from whatever memory there is."""
    each = [check(site, *more, "--no-cache"), check(site, *more), check(site, *more)]
    return [(one.exit_code, one.stdout) for one in each]


def test_what_is_said_of_one_rule_holds_for_that_rule_from_memory(tmp_path: Path) -> None:
    """What is still to be filled in belongs in a draft; a path with spaces is the file’s own."""
    files = {
        "content/articles/a.md": "---\ntitle: A\ndraft: true\n---\nTODO: wie waren er?\n",
        "content/articles/b.md": "---\ntitle: B\n---\n![Een stip](../media/de stip.svg)\n",
        "content/media/de-stip.svg": DOT,
    }
    site = write_site(tmp_path, files)
    for code, told in answers(site):
        assert code == 0
        (one,) = json.loads(told)["diagnostics"]
        assert one["rule"] == "literal-link"
        assert "de-stip.svg" in str(one["near"])


EDITS: tuple[Callable[[Path], object], ...] = (
    lambda site: write_site(site, {ARTICLE: WRONG}, base=False),
    lambda site: write_site(site, {ARTICLE: WRONG.replace("praktik", "praktijk")}, base=False),
    lambda site: write_site(site, {ARTICLE: "---\ntitel: A\n---\nTekst.\n"}, base=False),
    lambda site: write_site(site, {ARTICLE: ""}, base=False),
    lambda site: write_site(site, {"content/regions/zwolle.md": "---\ntitle: Zwole\n---\nX.\n"}),
    lambda site: write_site(site, {"content/site.yaml": "title: P\nrules: {raw-html: error}\n"}),
    lambda site: write_site(site, {"content/site.yaml": "titel: P\n"}, base=False),
    lambda site: write_site(site, {"content/media/x.svg": "geen tekening"}, base=False),
    lambda site: write_site(site, {"content/media/x.svg": ""}, base=False),
    lambda site: write_site(site, {"content/notities.txt": "los"}, base=False),
    lambda site: write_site(site, {"templates/article.html": "{{ page.niets }}"}, base=False),
    lambda site: write_site(site, {"templates/article.html": ""}, base=False),
    lambda site: write_site(site, {"templates/assets/site.css": "body { color: red }"}, base=False),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=5))
def test_after_any_edits_memory_answers_as_a_plain_check(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Callable[[Path], object]]
) -> None:
    site = write_site(tmp_path_factory.mktemp("site"), {})
    for edit in edits:
        edit(site)
        anew, first, again = answers(site)
        assert anew == first == again


def test_a_check_is_looked_up_only_when_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path, {ARTICLE: WRONG})
    before = check(site)

    def built(*_given: object, **_named: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr("zorgpact_site.cli.options.Common.look", built)
        os.utime(site / ARTICLE)  # a fresh checkout changes times, not texts
        again = check(site)
        assert (again.exit_code, again.stdout) == (before.exit_code, before.stdout)
        for more in (["--no-cache"], ["--drafts"], ["--base-url", "https://a.nl/"]):
            with pytest.raises(AssertionError):
                check(site, *more)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\x00", b"x\n{}", b"[" * 100_000])
def test_a_damaged_memory_is_an_empty_one(damage: bytes, tmp_path: Path) -> None:
    site = write_site(tmp_path, {ARTICLE: WRONG})
    before = check(site)
    (file,) = (site / FOLDER).iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert check(site).stdout == before.stdout
    assert file.read_bytes() == whole
    file.write_bytes(whole.replace(b"praktik", b"praktyk"))
    assert check(site).stdout == before.stdout


def test_a_memory_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    site = write_site(tmp_path, {ARTICLE: WRONG, ".zorgpact": "een bestand waar een map hoort"})
    anew, first, again = answers(site)
    assert anew == first == again


def test_old_verdicts_are_forgotten(tmp_path: Path) -> None:
    memory = Verdicts(tmp_path)
    for number in range(20):
        memory.remember(f"{number:02}", ())
        os.utime(tmp_path / f"{number:02}", (number, number))
    assert len(list(tmp_path.iterdir())) <= 9
    assert memory.recall("19") == ()
    assert memory.recall("01") is None


def test_what_may_be_read_and_not_touched_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(path)

    memory = Verdicts(tmp_path)
    memory.remember("sleutel", ())
    monkeypatch.setattr(os, "utime", refused)
    assert memory.recall("sleutel") == ()


def test_a_verdict_comes_back_as_it_was(tmp_path: Path) -> None:
    rule = Rule("proef", Severity.WARNING, "zin {value}", "raad", "uitleg")
    where = Location(ARTICLE, 3, 4, 5)
    fix = (Replace(where, "tekst\n"), Add(ARTICLE, "themes", "Leren"))
    verdict = (
        Diagnostic(rule, where, (("value", "\ud800é"),), ("a", "b"), "c", Severity.ERROR, fix),
        Diagnostic(rule, Location("b.md")),
    )
    memory = Verdicts(tmp_path)
    memory.remember("sleutel", verdict)
    assert memory.recall("sleutel") == verdict


def test_every_part_of_the_inputs_makes_another_key() -> None:
    media = Media("content/media/x.png", Path("x.png"), 3, Look(1, 2, "d"))
    whole = Inputs(date(2018, 1, 1), None, (Source("a", b"b"),), {"x": media})
    other: dict[str, object] = {
        "today": date(2018, 1, 2),
        "settings": Source("s", b""),
        "sources": (Source("a", b""), Source("", b"b")),
        "media": {"x": replace(media, look=Look(2, 1, "d"))},
        "templates": {"a": b"b"},
        "assets": {"a": b"b"},
        "links": ("a",),
        "others": ("a",),
        "options": Options(drafts=True),
        "ledger": Source("content/addresses.txt", b""),
    }
    assert other.keys() == {field.name for field in fields(Inputs)}
    changed = [replace(whole, **{name: value}) for name, value in other.items()]
    assert len({key_of(one) for one in (whole, *changed)}) == len(other) + 1


TWICE = "---\n# van ons\ntitle: A\ndate: 2018-03-27\n---\n\nEen tekst.\n"
TWINS = {ARTICLE: TWICE, "content/articles/b.md": TWICE}


def build_of(site: Path, *more: str, **environment: str) -> Result:
    arguments = ["build", "--site", str(site), "--today", "2018-06-01", *more]
    return CliRunner(env=environment).invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("files", [TWINS, {ARTICLE: TWICE}])
def test_a_build_of_what_did_not_change_tells_the_same_in_every_form(
    files: dict[str, str], tmp_path: Path
) -> None:
    site = write_site(tmp_path, files)
    build_of(site)
    forms = [("--format", form) for form in ("text", "json", "github", "sarif")]
    for asked in (*forms, ("--lang", "en"), ("-q",)):
        for colour in ("", "1"):
            anew = build_of(site, "--no-cache", *asked, FORCE_COLOR=colour)
            for _time in range(2):
                again = build_of(site, *asked, FORCE_COLOR=colour)
                assert (again.stdout, again.stderr) == (anew.stdout, anew.stderr)
    assert "niets veranderd" in build_of(site, "-v").stderr
    assert build_of(site, "--strict").exit_code == (len(files) > 1)


def whole(text: bytes) -> bytes:
    """The text as the memory has one, with what tells that nothing is missing."""
    return hashlib.blake2b(text, digest_size=16).digest() + text


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"\xff\x00\n[]", whole(b""), whole(b"[]" * 9), whole(bytes(32))],
)
def test_that_nothing_changed_is_known_again_after_any_damage(
    damage: bytes, tmp_path: Path
) -> None:
    site = write_site(tmp_path, {})
    build_of(site)
    (site / MEMORY / "unchanged").write_bytes(damage)
    assert "niets veranderd" not in build_of(site, "-v").stderr
    assert "niets veranderd" in build_of(site, "-v").stderr


def test_what_is_told_follows_lines_that_move_though_the_site_stays_the_same(
    tmp_path: Path,
) -> None:
    site = write_site(tmp_path, TWINS)
    assert "b.md:3:8" in build_of(site).stderr
    site.joinpath("content/articles/b.md").write_text(TWICE.replace("# van", "# en\n# van"))
    assert "b.md:4:8" in build_of(site).stderr
    told = build_of(site, "-v").stderr
    assert "niets veranderd" in told
    assert "b.md:4:8" in told


@pytest.mark.parametrize("command", ["--version", "check", "build"])
def test_an_answer_without_work_loads_nothing_heavy(command: str, tmp_path: Path) -> None:
    text = TWICE if command == "build" else WRONG
    site = write_site(tmp_path, {ARTICLE: text, "content/media/foto.jpg": telling_jpeg()})
    program = (
        "import sys\nfrom zorgpact_site.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    more = ["--site", str(site)] if command != "--version" else []
    for _time in range(2):
        run = [sys.executable, "-c", program, command, *more]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
    loaded = set(done.stderr.split())
    assert "click" in loaded
    heavy = {"jinja2", "markdown_it", "livereload", "tornado", "PIL", "yaml", "zorgpact_site.build"}
    assert loaded & heavy == set()


def test_a_whole_build_loads_nothing_that_asks_other_hosts(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/media/foto.jpg": telling_jpeg()})
    program = (
        "import sys\nfrom zorgpact_site.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    more = ["build", "--site", str(site), "--base-url", "https://proef.example/"]
    run = [sys.executable, "-c", program, *more]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    loaded = set(done.stderr.split())
    assert "jinja2" in loaded
    assert loaded & {"http.client", "urllib.request", "ssl", "asyncio", "ftplib"} == set()


def test_what_is_told_of_tens_of_thousands_of_mistakes_is_kept_but_not_without_end(
    tmp_path: Path,
) -> None:
    kept = KeptTexts(tmp_path / "told")
    for key, size, stays in (("many", 12_000_000, True), ("endless", 40_000_000, False)):
        kept.remember(key, size * "x")
        assert (kept.recall(key) is not None) == stays


@pytest.mark.parametrize("more", [(), ("--no-cache",)])
def test_a_check_writes_no_files_for_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    write_site(tmp_path, {ARTICLE: "---\ntitle: A\n---\nTekst.\n"})
    monkeypatch.setattr("zorgpact_site.maker.write_file", None)
    assert check(tmp_path, "--jobs", "1", *more).exit_code == 0
    with pytest.raises(TypeError):
        CliRunner().invoke(main, ["build", "--site", str(tmp_path)], catch_exceptions=False)


def test_a_check_hardly_looks_for_memory_that_it_can_free(tmp_path: Path) -> None:
    many = {f"content/articles/a{n}.md": f"---\ntitle: Tekst {n}\n---\nIn.\n" for n in range(30)}
    write_site(tmp_path, many)
    code = (
        "import gc; from zorgpact_site import __main__; __main__._leave = lambda code: None\n"
        "try: __main__.run()\n"
        "finally: print(sum(one['collections'] for one in gc.get_stats()))"
    )
    command = [sys.executable, "-c", code, "check", "--site", str(tmp_path), "--jobs", "1"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    # Libraries may ask for it while they load; by itself Python did so over a hundred times.
    assert int(ran.stdout.split()[-1]) < 30

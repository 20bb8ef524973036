"""The command line: exit codes that a script can trust, and words that an editor can use."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from threading import Timer

import pytest
from click._termui_impl import ProgressBar
from click.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.small_site import tree_of, write_site
from zorgpact_site import __version__
from zorgpact_site.cli import main
from zorgpact_site.cli.options import gather
from zorgpact_site.cli.progress import Progress
from zorgpact_site.cli.report import Watch
from zorgpact_site.publishing.lock import hold

BROKEN = {"content/articles/a.md": "---\ntitle: A\nthemes: [Leren in de praktik]\n---\nTekst.\n"}
WARNED = {"content/articles/a.md": "---\ntitle: A\n---\nDit is <b>vet</b>.\n"}
STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_is_stopped_while_it_starts_ends_without_a_word(
    number: signal.Signals, tmp_path: Path
) -> None:
    code = "from zorgpact_site.__main__ import run; print('ready', flush=True); run()"
    command = [sys.executable, "-c", code, "build", "--site", write_site(tmp_path, {})]
    for turn in range(1, 6):
        build = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert build.stdout
        assert build.stdout.readline() == "ready\n"
        time.sleep(0.06 * turn)
        build.send_signal(number)
        _, told = build.communicate(timeout=120)
        # As the shell tells it, death by a signal is that code too.
        assert build.returncode in (-number, 128 + number, 0)
        assert "Traceback" not in told
        assert "Aborted" not in told


HELD = """
import atexit
from zorgpact_site.__main__ import run
from zorgpact_site.cli.building import Build

class Heavy:
    def __del__(self):
        print("freed")

Build.run = lambda self, *, no_cache: Heavy()
atexit.register(print, "at the end")
run()
"""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("build", "--no-cache"), 0, "at the end\n"),
        (("build", "--nocache"), 2, "at the end\n"),
        (("--version",), 0, f"zorgpact {__version__}\nat the end\n"),
    ],
)
def test_a_program_that_ends_frees_nothing_but_does_what_is_left_to_do(
    arguments: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", HELD, *arguments]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (code, told)


def in_shell(typed: str, site: Path) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m zorgpact_site {typed}"
    return subprocess.run(
        ["sh", "-c", command], check=False, cwd=site, capture_output=True, text=True
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no sh")
@pytest.mark.parametrize(
    "command", ["--version", "check", "build -q", "report", "explain raw-html", "fix --dry-run"]
)
def test_a_program_that_nobody_hears_ends_as_ever(command: str, tmp_path: Path) -> None:
    write_site(tmp_path, {})
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        assert in_shell(f"{command} {closed}", tmp_path).returncode == 0, closed


@pytest.mark.parametrize(
    "command",
    ["--help", "build --help", "check --format json", "explain", "report", "completion bash"],
)
def test_a_program_that_is_not_read_to_its_end_stops_in_silence(
    command: str, tmp_path: Path
) -> None:
    write_site(tmp_path, {})
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "zorgpact_site", *command.split()],
        check=False,
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no file that is always full")
@pytest.mark.parametrize("command", ["--help", "check --format json", "report", "completion bash"])
def test_a_program_that_cannot_tell_ends_with_3(command: str, tmp_path: Path) -> None:
    write_site(tmp_path, {})
    ended = in_shell(f"{command} >/dev/full", tmp_path)
    assert (ended.returncode, ended.stderr.startswith("zorgpact: de computer weigert")) == (3, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no file that is always full")
def test_a_site_that_is_published_is_not_said_to_be_as_it_was(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    ended = in_shell("build --format json >/dev/full", tmp_path)
    assert ended.returncode == 3
    assert "de site is gepubliceerd" in ended.stderr
    assert (tmp_path / "output/index.html").is_file()
    (tmp_path / "output/index.html").unlink()
    ended = in_shell("build --report /dev/full", tmp_path)
    assert ended.returncode == 3
    assert "de site is gepubliceerd" in ended.stderr
    assert "(/dev/full)" in ended.stderr
    assert (tmp_path / "output/index.html").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no file that is always full")
def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    ended = in_shell("report --html /dev/full", write_site(tmp_path, {}))
    assert (ended.returncode, "(/dev/full)" in ended.stderr) == (3, True)
    (tmp_path / "articles.json").symlink_to("/dev/full")
    ended = in_shell("schema --output .", tmp_path)
    assert (ended.returncode, "(articles.json)" in ended.stderr) == (3, True)


def test_who_stands_in_a_folder_that_is_gone_is_told_so(tmp_path: Path) -> None:
    ended = in_shell("build", write_site(tmp_path, {}))
    assert ended.returncode == 0
    (tmp_path / "weg").mkdir()
    command = f"cd {tmp_path}/weg && rmdir ../weg && {sys.executable} -m zorgpact_site build"
    ended = subprocess.run(
        ["sh", "-c", command],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (3, False)


@pytest.mark.parametrize(
    "typed",
    [
        ("build", "--output", "/"),
        ("build", "--output", "content/uit"),
        ("build", "--report", "content/site.yaml"),
        ("report", "--html", "templates/base.html"),
    ],
)
def test_nothing_is_written_among_texts_and_templates(
    typed: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree_of(write_site(tmp_path, {}))
    monkeypatch.chdir(tmp_path)
    assert run(*typed).exit_code == 2
    assert tree_of(tmp_path) == before


def test_a_report_that_cannot_be_written_stops_a_build_before_it_publishes(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    ended = run("build", "--site", tmp_path, "--report", tmp_path / "nergens" / "verslag.md")
    assert ended.exit_code == 3
    assert not (tmp_path / "output").exists()


def test_a_build_says_where_to_look_and_ends_with_0(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    result = run("build", "--site", tmp_path)
    assert result.exit_code == 0
    assert str(tmp_path / "output" / "index.html") in result.output
    assert (tmp_path / "output" / "index.html").is_file()


def test_a_site_that_only_its_maker_could_read_is_opened_by_the_next_build(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    page = tmp_path / "output" / "index.html"
    umask = os.umask(0o077)
    try:
        assert run("build", "--site", tmp_path).exit_code == 0
        assert page.stat().st_mode & 0o777 == 0o600
        os.umask(0o022)
        assert run("build", "--site", tmp_path).exit_code == 0
        assert page.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(umask)


def test_mistakes_end_with_1_and_name_file_line_and_cure(tmp_path: Path) -> None:
    write_site(tmp_path, BROKEN)
    result = run("build", "--site", tmp_path)
    assert result.exit_code == 1
    assert "content/articles/a.md:3:10" in result.output
    assert "bedoelde u “Leren in de praktijk”?" in result.output
    assert not (tmp_path / "output").exists()


def test_an_item_of_a_menu_is_shown_as_it_can_stand_in_the_list(tmp_path: Path) -> None:
    menu = "title: Proef\nnavigation:\n  - Artikelen: /artikelen/\n  - /regios/\n"
    write_site(tmp_path, {"content/site.yaml": menu})
    told = run("check", "--site", tmp_path).output
    assert "schrijf bijvoorbeeld - {label: Artikelen, to: /artikelen/}\n" in told
    assert "schrijf bijvoorbeeld - {label: Artikelen, to: /regios/}\n" in told


def test_who_names_a_text_is_told_of_that_text_and_the_settings(tmp_path: Path) -> None:
    write_site(tmp_path, {**BROKEN, "content/articles/b.md": "---\ntitle: B\n---\nTekst.\n"})
    for file, code in (("b.md", 0), ("a.md", 1), ("c.md", 2)):
        result = run("check", "--site", tmp_path, tmp_path / "content/articles" / file)
        assert result.exit_code == code, file
        assert ("a.md" in result.stderr) == (file == "a.md")
    (tmp_path / "content/site.yaml").write_text("title: [\n", "utf-8")
    result = run("check", "--site", tmp_path, tmp_path / "content/articles/b.md")
    assert result.exit_code == 1
    assert "content/site.yaml" in result.stderr


def test_a_warning_fails_only_when_strict(tmp_path: Path) -> None:
    write_site(tmp_path, WARNED)
    assert run("check", "--site", tmp_path).exit_code == 0
    assert "raw-html" in run("check", "--site", tmp_path).output
    assert run("check", "--site", tmp_path, "--strict").exit_code == 1
    assert run("build", "--site", tmp_path, "--strict").exit_code == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--today", "morgen"),
        ("build", "--today", "2018-03"),
        ("build", "--base-url", "geen-adres"),
        ("build", "--base-url", ""),
        ("build", "--site", "/bestaat/niet"),
        ("bouw",),
        ("check", "--format", "xml"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("typed", ["", "-1", "1e9", " 5", "٣", "9" * 12])
def test_a_source_date_that_is_no_number_of_seconds_is_refused(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", typed)
    assert run("check", "--site", write_site(tmp_path, {})).exit_code == 2


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    write_site(tmp_path, {"output/belangrijk.txt": "niet weggooien"})
    before = tree_of(tmp_path / "output")
    result = run("build", "--site", tmp_path)
    assert result.exit_code == 2
    assert str(tmp_path / "output") in result.output
    assert tree_of(tmp_path / "output") == before


def test_a_machine_that_refuses_ends_with_3(tmp_path: Path) -> None:
    write_site(tmp_path, {"bestand": "geen map"})
    result = run("build", "--site", tmp_path, "--output", tmp_path / "bestand" / "output")
    assert result.exit_code == 3
    assert "bestand" in result.output
    assert "Traceback" not in result.output


def test_another_build_ends_with_4(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    command = [sys.executable, "-m", "zorgpact_site", "build", "--site", str(tmp_path)]
    with hold(tmp_path / "output"):
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 4
    assert "output" in result.stderr
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_no_settings_is_a_mistake_with_a_cure(tmp_path: Path) -> None:
    asked = {"check": 1, "build": 1, "fix": 1, "rename koploper A B": 2, "merge theme A B": 2}
    for command, code in asked.items():
        result = run(*command.split(), "--site", tmp_path)
        assert result.exit_code == code
        assert "noem de goede map met --site" in result.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("here", "typed", "meant"),
    [
        ("site", "check --site content", "--site .\n"),
        ("site/content", "build", "--site ..\n"),
        (".", "new article --site site/content", "--site site\n"),
        (".", "import a.html --site site/content", "--site site\n"),
        ("site/content", "schema article --site .", "--site ..\n"),
        ("site/content/themes", "fix", "--site ../..\n"),
        ("site", "rename koploper A B --site content/themes", "--site .\n"),
    ],
)
def test_who_stands_among_the_texts_is_told_where_the_site_is(
    here: str, typed: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path / "site", {})
    (tmp_path / "a.html").touch()
    before = sorted(site.rglob("*"))
    monkeypatch.chdir(tmp_path / here)
    result = run(*typed.split())
    assert result.exit_code == 2
    assert result.stderr.endswith(meant)
    assert sorted(site.rglob("*")) == before


def test_a_symbolic_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    write_site(tmp_path, {"geheim.md": "---\ntitle: Geheim\n---\nGeheim.\n"})
    (tmp_path / "content" / "articles").mkdir()
    (tmp_path / "content" / "articles" / "a.md").symlink_to(tmp_path / "geheim.md")
    (tmp_path / "content" / "pages").symlink_to(tmp_path)
    result = run("check", "--site", tmp_path)
    assert result.exit_code == 1
    assert "content/articles/a.md:1:1  fout  symlink" in result.output
    assert "content/pages:1:1  fout  symlink" in result.output
    assert "Geheim" not in result.output


def test_names_and_texts_beyond_the_limit(tmp_path: Path) -> None:
    long_name = "a" * 210
    big = "---\ntitle: Groot\n---\n" + "Een zin.\n\n" * 120_000
    article = "---\ntitle: Lang\n---\nTekst.\n"
    files = {f"content/articles/{long_name}.md": article, "content/articles/b.md": big}
    write_site(tmp_path, files)
    result = run("check", "--site", tmp_path, "--format", "json")
    found = {one["rule"]: one["path"] for one in json.loads(result.stdout)["diagnostics"]}
    assert found == {
        "file-name-too-long": f"content/articles/{long_name}.md",
        "file-too-large": "content/articles/b.md",
    }


def test_json_is_for_programs(tmp_path: Path) -> None:
    write_site(tmp_path, BROKEN)
    result = run("check", "--site", tmp_path, "--format", "json", "--lang", "en")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert report["diagnostics"] == [
        {
            "rule": "unknown-term",
            "severity": "error",
            "path": "content/articles/a.md",
            "line": 3,
            "column": 10,
            "length": 19,
            "message": "this theme does not exist: “Leren in de praktik”",
            "hint": "did you mean “Leren in de praktijk”? (content/themes/leren.md)",
            "near": ["Leren in de praktijk"],
            "file": "content/themes/leren.md",
            "fix": [
                {
                    "edit": "write",
                    "path": "content/articles/a.md",
                    "line": 3,
                    "column": 10,
                    "length": 19,
                    "value": "Leren in de praktijk",
                }
            ],
        }
    ]


def test_github_gets_annotations(tmp_path: Path) -> None:
    write_site(tmp_path, BROKEN)
    lines = run("check", "--site", tmp_path, "--format", "github").stdout.splitlines()
    assert len(lines) == 1
    start = "::error file=content/articles/a.md,line=3,col=10,endColumn=29,title=unknown-term::"
    assert lines[0].startswith(start)
    assert "%0A" in lines[0]


def test_the_text_of_a_mistake_shows_its_line(tmp_path: Path) -> None:
    write_site(tmp_path, BROKEN)
    result = run("check", "--site", tmp_path)
    assert result.stderr.splitlines()[:4] == [
        "content/articles/a.md:3:10  fout  unknown-term",
        "  3 | themes: [Leren in de praktik]",
        "    |          ^^^^^^^^^^^^^^^^^^^ dit thema bestaat niet: “Leren in de praktik”",
        "  bedoelde u “Leren in de praktijk”? (content/themes/leren.md) "
        "– zorgpact fix doet dit voor u",
    ]


def test_verbose_tells_the_time_of_each_stage(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    output = run("build", "--site", tmp_path, "-v").output
    for stage in ("scan", "read", "link", "check", "plan", "render", "publish"):
        assert stage in output


def test_a_bar_foretells_no_time_before_a_share_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    common = gather(site=tmp_path, today=date(2018, 6, 1), lang="nl", verbose=0, quiet=0)
    watch, shown = Watch(), list[int]()
    watch.begin("read")
    update = ProgressBar.update
    monkeypatch.setattr(
        ProgressBar, "update", lambda bar, steps: (update(bar, steps), shown.append(bar.pos))
    )
    assert list(Progress(map, common, watch)(str, range(1000))) == [*map(str, range(1000))]
    assert shown[0] > 20
    assert shown[-1] == 1000


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    assert run("build", "--site", tmp_path, "-q").output == ""


def test_the_version_is_told() -> None:
    command = [sys.executable, "-m", "zorgpact_site", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


@pytest.mark.parametrize(("number", "code"), STOPS)
def test_an_interruption_has_its_own_code_and_leaves_the_old_site(
    number: signal.Signals, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {})
    assert run("build", "--site", tmp_path).exit_code == 0
    before = tree_of(tmp_path / "output")
    write_site(tmp_path, {"content/articles/a.md": "---\ntitle: A\n---\nTekst.\n"})

    def interrupted(*_arguments: object) -> None:
        os.kill(os.getpid(), number)

    with monkeypatch.context() as patched:
        patched.setattr("zorgpact_site.cli.building.publish", interrupted)
        assert run("build", "--site", tmp_path).exit_code == code
    assert tree_of(tmp_path / "output") == before
    assert run("build", "--site", tmp_path).exit_code == 0
    assert tree_of(tmp_path / "output") != before


@pytest.mark.parametrize(("number", "code"), STOPS)
def test_who_interrupts_where_python_can_raise_nothing_is_heard_too(
    number: signal.Signals, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def __del__(self) -> None:
            os.kill(os.getpid(), number)

    reader, writer = os.pipe()
    late = list[int]()
    end_of_the_wait = Timer(50, lambda: late.append(os.write(writer, b".")))

    def interrupted(*_arguments: object) -> None:
        Gone()
        os.read(reader, 1)

    write_site(tmp_path, {})
    monkeypatch.setattr("zorgpact_site.cli.building.publish", interrupted)
    end_of_the_wait.start()
    result = run("build", "--site", tmp_path)
    end_of_the_wait.cancel()
    os.close(reader)
    os.close(writer)
    assert result.exit_code == code
    assert not late, "it was heard only once it had waited"
    assert "Exception ignored" not in result.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(("number", "code"), STOPS)
def test_an_interruption_of_which_python_makes_another_mistake_is_still_one(
    number: signal.Signals, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Named:
        def __set_name__(self, owner: type, name: str) -> None:
            os.kill(os.getpid(), number)

    def interrupted(*_arguments: object) -> None:
        type("Owner", (), {"named": Named()})

    write_site(tmp_path, {})
    monkeypatch.setattr("zorgpact_site.cli.building.publish", interrupted)
    assert run("build", "--site", tmp_path).exit_code == code
    assert not (tmp_path / "output").exists()


def test_who_is_begun_to_outlive_its_terminal_does_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hung_up(*_arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        raise OSError(errno.ENOSPC, "full")

    write_site(tmp_path, {})
    monkeypatch.setattr("zorgpact_site.cli.building.publish", hung_up)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` does
    try:
        assert run("build", "--site", tmp_path).exit_code == 3
    finally:
        signal.signal(signal.SIGHUP, before)


def test_of_one_file_only_so_many_mistakes_are_printed(tmp_path: Path) -> None:
    text = "\n\n".join(f"[[Niets {number}]]" for number in range(70))
    write_site(tmp_path, {"content/articles/a.md": f"---\ntitle: A\n---\n{text}\n"})
    result = run("check", "--site", tmp_path)
    assert result.output.count("unknown-link") == 50
    assert "en nog 20 in content/articles/a.md" in result.output
    assert "70 fouten" in result.output
    every = run("check", "--site", tmp_path, "--format", "json")
    assert len(json.loads(every.stdout)["diagnostics"]) == 70

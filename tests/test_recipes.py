"""The publishing recipes: valid to those who read them, and every command in them exists."""

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.x509.oid import NameOID

from docs.quoting import STARTER
from tests.conftest import ROOT
from tests.small_site import build_site, tree_of
from zorgpact_site.cli import main
from zorgpact_site.editing.laying import lay_down
from zorgpact_site.editing.starting import HOSTS, Start, files_of
from zorgpact_site.publishing.publish import publish

PAGE = (ROOT / "docs" / "publiceren.md").read_text("utf-8")
START = Start("Zorgnetwerk", "https://netwerk.example/")
# What a host fills in, as in the variables that the recipes read.
FILLED = {
    "$DEPLOY_PRIME_URL": "https://voorstel--netwerk.example",
    "$CF_PAGES_URL": "https://abc.netwerk.example",
}
# In running text the name of the program stands behind a word; where it is a command, it does not.
_COMMAND = re.compile(r"(?<![\w/.-])(?<![a-z,*] )zorgpact ([^`|&\n#>]+)")


def files(host: str) -> dict[str, str]:
    """What a recipe lays down besides what every site gets."""
    own = files_of(Start("Site", host=host)).keys() - files_of(Start("Site")).keys()
    return {path: files_of(Start("Site", host=host))[path].decode() for path in sorted(own)}


FILES = {(host, path): text for host in HOSTS for path, text in files(host).items()}
WORKFLOWS = [key for key in FILES if ".github/workflows/" in key[1]]
SCRIPTS = [key for key in FILES if key[1].endswith(".sh")]


def script(text: str) -> str:
    """The lines of all steps of a workflow, as one script."""
    steps = [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]
    return "\n".join(step["run"] for step in steps if "run" in step)


def commands() -> Iterator[tuple[str, str]]:
    """Every command of ours that the page, a recipe or a file of the starter names."""
    texts = {"docs/publiceren.md": PAGE, **{"/".join(key): text for key, text in FILES.items()}}
    base = files_of(START)
    for path in ("README.md", ".vscode/tasks.json", "content/articles/zo-werkt-deze-site.md"):
        texts[path] = base[path].decode()
    for place, text in texts.items():
        for found in _COMMAND.finditer(text.replace('\\"', "'")):
            line = found[1]
            # In YAML, JSON and TOML the line itself stands between quotation marks.
            yield place, (line.rpartition('"')[0] if line.count('"') % 2 else line).strip()


COMMANDS = sorted(set(commands()))


@pytest.mark.parametrize(("place", "line"), COMMANDS)
def test_every_command_of_a_recipe_is_one_that_exists(
    place: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = [FILLED.get(word, word) for word in shlex.split(line)]
    name, rest = arguments[0], arguments[1:]
    if name.startswith("-"):
        assert main.make_parser(click.Context(main)).parse_args([name])
        return
    command = main.get_command(click.Context(main), name)
    assert command, f"{place}: zorgpact {line}"
    if isinstance(command, click.Group):
        assert rest[0] in command.list_commands(click.Context(command))
        return
    # Reads options and their values, and does nothing.
    command.make_context(name, rest)


def test_the_commands_are_found() -> None:
    found = {line for _place, line in COMMANDS}
    assert {
        "build --format github",
        "build --quiet --report verslag.md",
        "build --base-url '$DEPLOY_PRIME_URL'",
        "check --format sarif",
        "build --output public",
        "addresses --update",
        "new article",
    } <= found


@pytest.mark.parametrize("host", ["", *HOSTS])
def test_what_is_told_of_files_is_true(host: str) -> None:
    found = files_of(Start("Site", host=host))
    there = {*found, *(f"{parent}/" for path in found for parent in Path(path).parents)}
    told = found["README.md"] + found.get("PUBLICEREN.md", b"")
    named = re.findall(r"`((?:content|publiceren|\.github)/[^`\s]*|netlify\.toml)`", told.decode())
    assert named
    # This one comes with the first publication.
    assert set(named) - there <= {"content/addresses.txt"}


def judged(schema: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    judge = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths]
    return subprocess.run(judge, capture_output=True, text=True, check=False)


def test_workflows_are_what_github_and_gitlab_read(tmp_path: Path) -> None:
    scan = re.search(r"```yaml\n(  scannen:\n.*?)```", PAGE, re.DOTALL)
    assert scan
    extra = tmp_path / "scannen.yml"
    extra.write_text(f"on: push\njobs:\n{scan[1]}", "utf-8")
    workflows = [*STARTER.glob("*/dot-github/workflows/*.yml"), extra]
    assert len(workflows) == len(WORKFLOWS) + 1
    done = judged("vendor.github-workflows", *workflows)
    assert done.returncode == 0, done.stdout
    done = judged("vendor.gitlab-ci", STARTER / "gitlab" / "dot-gitlab-ci.yml")
    assert done.returncode == 0, done.stdout
    extra.write_text("on: push\njobs: {a: {steps: [{run: [ja]}]}}", "utf-8")
    assert judged("vendor.github-workflows", extra).returncode != 0


@pytest.mark.parametrize("key", WORKFLOWS, ids="/".join)
def test_a_workflow_may_do_no_more_than_it_needs(key: tuple[str, str]) -> None:
    workflow = yaml.safe_load(FILES[key])
    assert workflow["permissions"] in ({}, {"contents": "read"})
    writing = [job for job in workflow["jobs"].values() if "write" in str(job.get("permissions"))]
    for job in writing:
        # What may write runs nothing of the site: no checkout, nothing installed.
        assert not [step for step in job["steps"] if "checkout" in step.get("uses", "")]
        assert "pip" not in str(job)
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 20
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", ""), "what others type must not become a script"
            assert re.fullmatch(r"[\w/-]+@v\d+", step.get("uses", "a/b@v1"))
    assert "pull_request_target" not in FILES[key]


@pytest.mark.parametrize("key", [*WORKFLOWS, *SCRIPTS], ids="/".join)
def test_shells_can_read_every_script(key: tuple[str, str], tmp_path: Path) -> None:
    text = FILES[key]
    body = text if text.startswith("#!") else f"#!/usr/bin/env bash\nset -e\n{script(text)}"
    path = tmp_path / "script.sh"
    path.write_text(body, "utf-8")
    subprocess.run(["bash", "-n", path], check=True)
    shellcheck = Path(sys.executable).with_name("shellcheck")
    done = subprocess.run([shellcheck, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_netlify_reads_its_settings() -> None:
    told = tomllib.loads(FILES["netlify", "netlify.toml"])
    assert told["build"]["publish"] == "output"
    assert told["context"]["deploy-preview"]["command"].endswith('"$DEPLOY_PRIME_URL"')


def test_every_recipe_knows_the_dutch_day() -> None:
    building = [
        text
        for text in FILES.values()
        if re.search(r"^\W*(run: )?zorgpact build", text, re.MULTILINE)
    ]
    assert len(building) >= len(HOSTS)
    for text in building:
        assert re.search(r"TZ\s?[:=] ?\"?Europe/Amsterdam", text)


def test_the_timer_starts_the_service() -> None:
    timer, service = (
        configparser.RawConfigParser(strict=False, delimiters=("=",)) for _ in range(2)
    )
    timer.read_string(FILES["nginx", "publiceren/site-nacht.timer"])
    service.read_string(FILES["nginx", "publiceren/site-nacht.service"])
    assert timer["Timer"]["OnCalendar"].endswith("Europe/Amsterdam")
    assert "publiceren/publiceer.sh" in service["Service"]["ExecStart"]


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our command by its name, and an ssh that stays on this machine."""
    folder = tmp_path / "bin"
    folder.mkdir()
    ours = f'#!/bin/sh\nexec {sys.executable} -m zorgpact_site "$@"\n'
    for name, text in {"zorgpact": ours, "ssh": '#!/bin/sh\nshift\nexec sh -c "$*"\n'}.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return folder


def needed(program: str) -> None:
    """On a machine of one's own a program may be missing; in CI that is a failure."""
    if not shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin"):
        if os.environ.get("CI"):
            pytest.fail(f"no {program}: this recipe cannot be tried")
        pytest.skip(f"no {program}: this recipe was not tried")


def test_a_server_gets_whole_releases_and_can_go_back(tmp_path: Path, tools: Path) -> None:
    needed("rsync")
    site, place = tmp_path / "site", tmp_path / "srv"
    lay_down(site, files_of(Start("Kaal", host="nginx", example=False)))
    tree = {".well-known/security.txt": b"x", "index.html": b"een", "a b/index.html": b"twee"}
    publish = ["bash", str(site / "publiceren" / "publiceer.sh")]

    def run(*arguments: str, first: str = "") -> subprocess.CompletedProcess[str]:
        # Releases are named by the second, so a clock of our own keeps them apart.
        clock = f'date() {{ echo {first}; }}; export -f date; exec "$@"'
        command = ["bash", "-c", clock, "-", *publish, *arguments]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"HERLADEN": "echo herladen"},
        )

    (tools / "zorgpact").write_text("#!/bin/sh\ntest ! -e stuk\n")
    lay_down(site / "output", tree)
    assert run(str(place), first="2026-01-01").returncode == 0
    (site / "output" / "index.html").write_bytes(b"drie")
    done = run(f"nep:{place}", first="2026-01-02")
    assert done.returncode == 0, done.stderr
    assert "herladen" in done.stdout
    assert tree_of(place / "huidig") == {**tree, "index.html": b"drie"}
    assert (place / "huidig").readlink() == Path("uitgaven/2026-01-02")
    kept = place / "uitgaven"
    assert (kept / "2026-01-01" / "a b" / "index.html").samefile(
        kept / "2026-01-02" / "a b" / "index.html"
    )
    assert run("--terug", str(place)).returncode == 0
    assert tree_of(place / "huidig") == tree
    assert run("--terug", str(place)).returncode == 1
    for day in range(3, 8):
        assert run(str(place), first=f"2026-01-0{day}").returncode == 0
    assert len(list(kept.iterdir())) == 5
    (site / "stuk").touch()
    assert run(str(place), first="2026-01-09").returncode == 1
    assert (place / "huidig").readlink() == Path("uitgaven/2026-01-07")
    assert run("/srv/met spatie").returncode == 2


def test_a_release_that_did_not_come_over_whole_is_none(tmp_path: Path, tools: Path) -> None:
    needed("rsync")
    site, place = tmp_path / "site", tmp_path / "srv"
    lay_down(site, files_of(Start("Kaal", host="nginx", example=False)))
    script = str(site / "publiceren" / "publiceer.sh")

    def run(*arguments: str, first: str = "") -> int:
        clock = f'date() {{ echo {first}; }}; export -f date; exec "$@"'
        command = ["bash", "-c", clock, "-", "bash", script, *arguments]
        return subprocess.run(command, capture_output=True, check=False).returncode

    def publish(first: str) -> int:
        (site / "output").mkdir(exist_ok=True)
        (site / "output" / "index.html").write_text(first)
        return run(str(place), first=first)

    (tools / "zorgpact").write_text("#!/bin/sh\n")
    assert publish("2026-01-01-1000") == 0
    (tools / "rsync").write_text('#!/bin/sh\nfor last; do :; done\ntouch "$last/half"\nexit 12\n')
    (tools / "rsync").chmod(0o755)
    assert publish("2026-01-02-1000") == 12
    assert tree_of(place / "huidig") == {"index.html": b"2026-01-01-1000"}
    (tools / "rsync").unlink()
    assert publish("2026-01-02-1100") == 0
    assert run("--terug", str(place)) == 0
    assert tree_of(place / "huidig") == {"index.html": b"2026-01-01-1000"}
    assert publish("2026-01-03-1000") == 0
    assert {one.name for one in (place / "uitgaven").iterdir()} == {
        "2026-01-01-1000",
        "2026-01-02-1100",
        "2026-01-03-1000",
    }


def test_nginx_takes_the_block(tmp_path: Path) -> None:
    needed("nginx")
    site, certificate = tmp_path / "output", tmp_path / "certificate.pem"
    lay_down(tmp_path, files_of(Start("Kaal", "https://voorbeeld.nl/", host="nginx")))
    publish(build_site(tmp_path).artifacts, site)
    make_certificate(certificate)
    block = FILES["nginx", "publiceren/nginx.conf"].replace("/srv/site/huidig", str(site))
    block = re.sub(r"/etc/letsencrypt/\S+(?=;)", str(certificate), block)
    folders = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {tmp_path};\n" for name in folders)
    config = tmp_path / "nginx.conf"
    start = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}"
    config.write_text(f"{start}{block}}}\n", "utf-8")
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    assert nginx
    command = [nginx, "-t", "-e", "stderr", "-p", str(tmp_path), "-c", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def make_certificate(path: Path) -> None:
    """A certificate that nobody trusts, with its key, for a server that is never started."""
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "voorbeeld.nl")])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, day, day + timedelta(days=1))
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(
        made.sign(key, None).public_bytes(pem)
        + key.private_bytes(pem, form, serialization.NoEncryption())
    )


def test_a_proposal_is_compared_with_the_site_of_now(
    tmp_path: Path, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    lay_down(site, files_of(Start("Kaal", host="github", example=False)))
    git = ["git", "-C", str(site), "-c", "user.name=a", "-c", "user.email=a@a.example"]

    def commit() -> None:
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "a"], check=True)

    subprocess.run([*git, "init", "--quiet"], check=True)
    commit()
    (site / "content" / "pages" / "nieuw.md").write_text("---\ntitle: Nieuws\n---\nTekst.\n")
    commit()
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    monkeypatch.setenv("GITHUB_SHA", head.stdout.strip())
    steps = yaml.safe_load(FILES["github", ".github/workflows/voorstel.yml"])["jobs"]["nakijken"]
    (compare,) = [step["run"] for step in steps["steps"] if "HEAD^1" in step.get("run", "")]
    subprocess.run(["bash", "-e", "-c", compare], cwd=site, check=True, capture_output=True)
    told = (site / "verslag.md").read_text("utf-8")
    assert "Nieuws" in told
    assert "nieuw/" in told
    assert "privacy" not in told


def test_problems_are_found_in_the_editor(tmp_path: Path) -> None:
    tasks = json.loads(files_of(START)[".vscode/tasks.json"])["tasks"]
    (matcher,) = [task["problemMatcher"] for task in tasks if task["problemMatcher"]]
    lay_down(tmp_path, {**files_of(START), "content/pages/a.md": b"---\ntitel: A\n---\nTekst.\n"})
    done = CliRunner().invoke(main, ["check", "--site", str(tmp_path), "--format", "github"])
    form = matcher["pattern"]
    found = [re.match(form["regexp"], line) for line in done.stdout.splitlines()]
    (first,) = [one for one in found if one and "unknown-key" in one[0]]
    assert first[form["severity"]] == "error"
    assert first[form["file"]] == "content/pages/a.md"
    assert (first[form["line"]], first[form["column"]]) == ("2", "1")
    assert "titel" in first[form["message"]]
    assert "%0A" not in first[form["message"]]

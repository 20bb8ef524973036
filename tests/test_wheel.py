"""The wheel alone makes a site: templates, style sheet and messages travel with it."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.conftest import ROOT
from tests.html_pages import broken_links
from tests.small_site import tree_of, write_site
from zorgpact_site.editing.starting import Start, files_of


def test_a_fresh_environment_with_the_wheel_builds_a_site(tmp_path: Path) -> None:
    wheels = tmp_path / "dist"
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (first,) = wheels.glob("*.whl")
    before = first.read_bytes()
    subprocess.run(command, check=True, capture_output=True, umask=0o077)
    assert first.read_bytes() == before  # the same program is the same package, to the byte
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = environment / "lib" / version / "site-packages"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
            *("--target", packages, *wheels.glob("*.whl")),
        ],
        check=True,
        capture_output=True,
    )
    site = write_site(tmp_path / "site", {})
    # The libraries it depends on come from here; the package itself only from the wheel.
    libraries = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    where = [python, "-c", "import zorgpact_site; print(zorgpact_site.__file__)"]
    found = subprocess.run(
        where, env=libraries, check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert found.stdout.startswith(str(packages))
    subprocess.run(
        [python, "-m", "zorgpact_site", "build", "--site", site],
        env=libraries,
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )
    assert (site / "output" / "404.html").is_file()
    assert list((site / "output" / "assets").glob("site-*.css"))
    assert broken_links(site / "output") == []
    write_site(site, {"content/articles/a.md": "---\ntitel: A\n---\nTekst.\n"})
    begun = tmp_path / "begun"
    command = [python, "-m", "zorgpact_site", "init", begun, "--title", "Nieuw"]
    subprocess.run(command, env=libraries, check=True, capture_output=True, cwd=tmp_path)
    assert tree_of(begun) == files_of(Start("Nieuw"))
    starter = Path("zorgpact_site") / "starter"
    assert tree_of(packages / starter) == tree_of(ROOT / starter)
    check = [python, "-m", "zorgpact_site", "check", "--site", site]
    told = subprocess.run(
        check, env=libraries, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert told.returncode == 1
    assert "bedoelde u “title”?" in told.stderr
    assert (packages / "zorgpact_site" / "serving" / "error.html").is_file()
    assert (packages / "zorgpact_site" / "geography" / "ATTRIBUTION.md").is_file()

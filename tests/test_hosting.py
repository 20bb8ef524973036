"""What hosts are told: redirects and headers, judged by nginx and by readers of our own."""

import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.host_files import led_to, read_headers, read_redirects, sent
from tests.nginx import NGINX, Served, nginx_before
from tests.small_site import build_site, pages_of, write_site
from tests.static_host import headers_of
from zorgpact_site.build import Built
from zorgpact_site.fields.addresses import SitePath
from zorgpact_site.inputs import Options
from zorgpact_site.outputs.nginx import nginx_map
from zorgpact_site.outputs.redirect_lines import redirect_lines
from zorgpact_site.planning.hosting.redirects import redirects
from zorgpact_site.planning.page import DataFile, Form
from zorgpact_site.planning.views import NginxMap, RedirectsFile, TextFile
from zorgpact_site.planning.views.hosting import Redirect
from zorgpact_site.publishing.publish import publish

MOVED = """---
title: Zwolle
redirect_from: [/regios/oud/, "/Oud/Café;{x}$y", /oud.html, /ster*ren/, '/a"b/index.html']
---
Over Zwolle.
"""
# What other parts of a site publish, or may.
BESIDE = {
    "feed.atom": "application/atom+xml; charset=utf-8",
    "regios/zwolle/feed.json": "application/feed+json; charset=utf-8",
    "agenda.ics": "text/calendar; charset=utf-8",
    "data/artikelen.csv": "text/csv; charset=utf-8",
    "data/artikelen.json": "application/json; charset=utf-8",
    "media/dag-0123456789-640.avif": "image/avif",
    "media/kaart.svg": "image/svg+xml; charset=utf-8",
    "zoeken/index/fragment/nl_0123456.pf_fragment": "application/octet-stream",
    ".well-known/security.txt": "text/plain; charset=utf-8",
}
WHO = {"netlify": {"_headers", "_redirects"}, "cloudflare": {"_headers", "_redirects"}}
WHO |= {"github": {".nojekyll"}, "gitlab": {"_redirects"}}
WHO |= {"nginx": {"_nginx/redirects.map", "_nginx/site.conf"}}
ALL = {name for names in WHO.values() for name in names}


def built_with(folder: Path, publication: str = "", base_url: str = "") -> Built:
    publication = f"publication: {publication}\n" if publication else ""
    files = {
        "content/site.yaml": f"title: Proef\n{publication}rules: {{orphan: off}}\n",
        "content/regions/zwolle.md": MOVED,
    }
    address = base_url or "https://proef.example/"
    built = build_site(write_site(folder, files), Options(base_url=address))
    assert built.diagnostics == ()
    return built


def for_hosts(built: Built) -> dict[str, str]:
    return {
        one.path: one.data.decode()
        for one in built.artifacts
        if isinstance(one.data, bytes) and one.path in ALL
    }


@pytest.mark.parametrize("host", WHO)
def test_a_host_gets_the_files_that_it_reads(host: str, tmp_path: Path) -> None:
    assert for_hosts(built_with(tmp_path, f"{{host: {host}}}")).keys() == WHO[host]


def test_an_unknown_host_gets_them_all_and_a_disk_none(tmp_path: Path) -> None:
    assert for_hosts(built_with(tmp_path)).keys() == ALL
    assert for_hosts(built_with(tmp_path, base_url="file:")) == {}


@pytest.mark.parametrize("host", ["", "netlify", "cloudflare", "gitlab"])
def test_an_old_address_leads_on_with_and_without_its_slash(host: str, tmp_path: Path) -> None:
    built = built_with(tmp_path, f"{{host: {host}}}" if host else "")
    lines = read_redirects(for_hosts(built)["_redirects"])
    for old in ("/regios/oud", "/Oud/Café;{x}$y", '/a"b'):
        assert led_to(lines, old) == led_to(lines, f"{old}/") == "/regios/zwolle/"
    assert led_to(lines, "/oud.html") == "/regios/zwolle/"
    # Here the sign for any address would stand: the page at that address leads on.
    assert led_to(lines, "/ster*ren/") is None
    assert "ster*ren/" in pages_of(built)
    # A file at the old address goes before a rule at Netlify alone, and only there that has a cure.
    assert {one.status for one in lines} == {"301!" if host == "netlify" else "301"}


def test_under_a_path_redirects_and_headers_name_it(tmp_path: Path) -> None:
    files = for_hosts(built_with(tmp_path, base_url="https://proef.example/een pad/"))
    lines = read_redirects(files["_redirects"])
    assert led_to(lines, "/een pad/regios/oud/") == "/een pad/regios/zwolle/"
    assert all(pattern.startswith("/een%20pad/") for pattern, _ in read_headers(files["_headers"]))


def test_headers_go_where_sections_go(tmp_path: Path) -> None:
    sections = "sections: {data: {address: /cijfers/}, search: {address: /vinden/}}\n"
    start = "title: Proef\nbase_url: https://proef.example/\nrules: {orphan: off}\n"
    built = build_site(write_site(tmp_path, {"content/site.yaml": start + sections}))
    patterns = [pattern for pattern, _ in read_headers(for_hosts(built)["_headers"])]
    assert {"/cijfers/*.csv", "/cijfers/*.json", "/vinden/index/*.pf_meta"} <= {*patterns}
    assert not [one for one in patterns if one.startswith(("/data/", "/zoeken/"))]


def test_what_lies_beside_a_page_moves_along(tmp_path: Path) -> None:
    site = built_with(tmp_path).site
    assert site is not None
    names = ("feed.atom", "regios/zwolle/feed.atom", "regios/zwolle/agenda.ics", "regios/x/y.ics")
    files = [DataFile(name, Form.TEXT, partial(TextFile, "")) for name in names]
    found = {one.old: one.to for one in redirects(site, files)}
    assert found["regios/oud/feed.atom"] == "regios/zwolle/feed.atom"
    assert found["regios/oud/agenda.ics"] == "regios/zwolle/agenda.ics"
    assert "regios/oud/y.ics" not in found
    assert "oud.html/feed.atom" not in found


def test_more_redirects_than_a_host_reads_is_told(tmp_path: Path) -> None:
    many = ", ".join(f"/oud/{number}/" for number in range(501))
    text = f"---\ntitle: Zwolle\nredirect_from: [{many}]\n---\nOver Zwolle.\n"
    for host, told in (("gitlab", ["too-many-redirects"]), ("cloudflare", []), ("nginx", [])):
        settings_file = f"title: Proef\npublication: {{host: {host}}}\nrules: {{orphan: off}}\n"
        files = {"content/site.yaml": settings_file, "content/regions/zwolle.md": text}
        built = build_site(write_site(tmp_path, files))
        assert [one.rule.slug for one in built.diagnostics] == told
        assert all((one.where.line, one.where.column) == (2, 21) for one in built.diagnostics)


# Any address that the check lets through, with more of the signs that mean something somewhere.
_PART = st.text(st.sampled_from("ab.é*;{}$\"'(),&=+@![]^|~<>`_-漢🌱\u202e") | st.characters())
_OLD = (
    st.lists(_PART, min_size=1, max_size=3)
    .map(lambda parts: f"/{'/'.join(parts)}")
    .filter(
        lambda typed: _encodable(typed) and len(typed) > 1 and SitePath().parse(typed) is not None
    )
)


def _encodable(text: str) -> bool:
    return text.encode(errors="ignore").decode() == text


def test_the_browser_tests_see_the_headers_that_hosts_send(tmp_path: Path) -> None:
    built = built_with(tmp_path)
    rules = read_headers(for_hosts(built)["_headers"])
    for path in (*(one.path for one in built.artifacts), *BESIDE):
        # A header that two rules gave would be joined by hosts, and so differ here.
        assert {"Cache-Control": "no-cache", **sent(rules, f"/{path}")} == headers_of(path), path


@settings(max_examples=60)
@given(_OLD, st.sampled_from(["/", "/pad/"]))
def test_any_old_address_comes_through_unharmed(old: str, root: str) -> None:
    address = old.removeprefix("/").rstrip("/") + "/"
    one = Redirect(address, "regios/één/")
    line = redirect_lines(RedirectsFile(root, (one,), forced=False)).decode()
    if "*" not in old:
        assert led_to(read_redirects(line), f"{root}{address}") == f"{root}regios/één/"
    rule = nginx_map(NginxMap(root, "x", (one,))).decode().splitlines()[-2]
    found = re.fullmatch(r'    "~\*([ -~]+)" "([!-~]+)";', rule)
    assert found
    assert '"' not in found[1]
    assert re.fullmatch(r"(?:[\w/^$()?:|]|\\x[0-9a-f]{2})+", found[1], re.ASCII)
    asked = re.compile(found[1].encode(), re.IGNORECASE)
    for form in (address, address.removesuffix("/"), f"{address}index.html"):
        assert asked.search(f"{root}{form}".encode())
    for other in (f"x{root}{address}", f"{root}{address}x", f"{root}x{address}"):
        assert not asked.search(other.encode())
    assert found[2] == quote(f"{root}regios/één/")


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small site with all that others publish, behind nginx under a path."""
    _require_nginx()
    folder = tmp_path_factory.mktemp("nginx")
    folder.parent.chmod(0o755)
    site = folder / "root" / "pad"
    base_url = "https://proef.example/pad/"
    publish(built_with(folder / "site", "{host: nginx}", base_url).artifacts, site)
    for name in BESIDE:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    with nginx_before(site, folder / "work", folder / "root") as served:
        yield served


@pytest.fixture(scope="module")
def nginx_real(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of this repository behind nginx."""
    _require_nginx()
    with nginx_before(real_site, tmp_path_factory.mktemp("nginx")) as served:
        yield served


def _require_nginx() -> None:
    if NGINX is None:
        if os.environ.get("CI"):
            pytest.fail("no nginx: what it would answer cannot be judged")
        pytest.skip("no nginx: what it would answer was not judged")


def test_nginx_sends_for_every_file_what_the_headers_say(
    real_site: Path, nginx_real: Served
) -> None:
    rules = read_headers((real_site / "_headers").read_text("utf-8"))
    names = [str(path.relative_to(real_site)) for path in real_site.rglob("*") if path.is_file()]
    hidden = {name for name in names if name.startswith(("_", "."))}
    assert {"_headers", "_nginx/site.conf", "_nginx/redirects.map", ".nojekyll"} < hidden
    for name in names:
        path = f"/{quote(name.removesuffix('index.html'))}"
        answer = nginx_real.get(path)
        wanted = {"Cache-Control": "no-cache", **sent(rules, path)}
        if name in hidden or name == "404.html":
            assert answer.status == 404, name
            continue
        assert (answer.status, answer.body) == (200, (real_site / name).read_bytes()), name
        wanted.pop("Content-Type", None)
        assert {one: answer.headers.get(one.lower()) for one in wanted} == wanted, name
        assert len(answer.names) == len(set(answer.names)), name


@pytest.mark.parametrize("name", BESIDE)
def test_nginx_knows_what_files_are_and_who_may_read_them(name: str, nginx: Served) -> None:
    answer = nginx.get(f"/pad/{name}")
    assert answer.headers["content-type"] == BESIDE[name]
    lasting = name.endswith(("avif", "pf_fragment"))
    cache = "public, max-age=31536000, immutable" if lasting else "no-cache"
    assert answer.headers["cache-control"] == cache
    open_to_all = name.endswith((".atom", "json", "ics", "csv"))
    assert answer.headers.get("access-control-allow-origin") == ("*" if open_to_all else None)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "old",
    ["regios/oud", "Oud/Café;{x}$y", "oud/café;{X}$Y", "oud.html", "ster*ren", 'a"b', "A%22B"],
)
def test_nginx_leads_old_addresses_on(old: str, nginx: Served) -> None:
    forms = [old] if old.endswith(".html") else [old, f"{old}/", f"{old}/index.html"]
    for form in forms:
        answer = nginx.get(f"/pad/{quote(form, safe='/%')}?vraag=1")
        assert answer.status == 301, form
        assert answer.headers["location"] == "/pad/regios/zwolle/?vraag=1"
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_nginx_answers_in_each_state(nginx: Served) -> None:
    page = nginx.get("/pad/regios/zwolle/")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    bare = nginx.get("/pad/regios/zwolle")
    assert (bare.status, bare.headers["location"]) == (301, "/pad/regios/zwolle/")
    hidden = ("_nginx/site.conf", "_headers", "_redirects", ".zorgpact", ".git/config", "x/.env")
    for path in ("weg/", "assets/weg.css", "404.html", *hidden):
        answer = nginx.get(f"/pad/{path}")
        assert answer.status == 404, path
        assert b"Niet gevonden" in answer.body, path
        assert answer.headers["cache-control"] == "no-cache", path
        assert "default-src 'none'" in answer.headers["content-security-policy"], path
    zipped = nginx.get("/pad/", Accept_Encoding="gzip")
    assert zipped.headers["content-encoding"] == "gzip"
    again = nginx.get("/pad/", If_Modified_Since=page.headers["last-modified"])
    assert (again.status, again.headers["cache-control"]) == (304, "no-cache")

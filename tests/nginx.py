"""Debian's nginx before a made site, started without rights on a free port."""

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_CONFIG = """\
{module}daemon off;
pid {folder}/pid;
error_log stderr;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {site}/_nginx/redirects.map;
    server {{
        listen 127.0.0.1:{port};
        server_name proef.example;
        root {root};
        include {site}/_nginx/site.conf;
    }}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What came back; names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    names: list[str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A site behind nginx."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        response = connection.getresponse()
        pairs = [(name.lower(), value) for name, value in response.getheaders()]
        answer = Answer(response.status, dict(pairs), [name for name, _ in pairs], response.read())
        connection.close()
        return answer


@contextmanager
def nginx_before(site: Path, work: Path, root: Path | None = None) -> Iterator[Served]:
    """Test the files for nginx, then serve with them; `root` is the folder of the host's root."""
    assert NGINX
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    work.mkdir(parents=True, exist_ok=True)
    # nginx started by root lets a nobody read; the folders of tests are for their owner alone.
    module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
    module += f"user {_owner(work)};\n" if _owner(work) == "root" else ""
    config = work / "nginx.conf"
    text = _CONFIG.format(module=module, folder=work, site=site, port=port, root=root or site)
    config.write_text(text)
    command = [NGINX, "-c", str(config), "-p", str(work), "-e", "stderr"]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert not re.search(r"\[(warn|emerg|error)\]", tested.stderr), tested.stderr
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield Served(port)
        finally:
            process.terminate()


def _owner(folder: Path) -> str:
    return folder.owner()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _try in range(500):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nginx does not answer")

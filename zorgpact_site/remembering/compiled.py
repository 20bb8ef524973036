"""Templates as they were compiled before, beside this program, where Python keeps its own code.

To make Python of a template takes longer than to fill it in. It is not kept in the memory of a
site: what is loaded here is run, and that memory may come from elsewhere. Who can write into this
folder can write into the program itself.
"""

import marshal
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

import zorgpact_site
from zorgpact_site.remembering.digests import digest, program

_SIZE = len(digest())


@dataclass(frozen=True)
class CompiledTemplates(BytecodeCache):
    """Keeps the code of each template in a file; one that is not whole is as good as none.

    A template of the same name as another, in another site, takes its place.
    """

    folder: Path

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template, if this program made it of the same text."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            about, code = kept[:_SIZE], kept[_SIZE:]
            if about == _about(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - said above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, unless it cannot be: as Python's own, nobody misses it."""
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        file = self._file(bucket)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = file.with_name(f"{file.name}.{os.getpid()}")
            new.write_bytes(_about(bucket, code) + code)
            new.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        # One for each manner of compiling, and each name.
        return self.folder / f"{type(bucket.environment).__name__}-{bucket.key}"


def _about(bucket: Bucket, code: bytes) -> bytes:
    """What stands for the code, the text it was made of, and who made it."""
    return digest(program(), bucket.checksum.encode(), code)


@cache
def compiled_templates() -> CompiledTemplates | None:
    """Where this program keeps them; None where Python keeps no code either."""
    try:
        beside = cache_from_source(zorgpact_site.__file__)
    except NotImplementedError:
        return None
    return CompiledTemplates(Path(beside).parent / "templates")

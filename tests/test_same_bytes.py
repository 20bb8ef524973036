"""What `make same-bytes` says of two trees: a difference is told of, wherever it is."""

import gzip
import io

from PIL import Image

from tests.same_bytes.comparing import packed_otherwise, report

TEXT = b"<p>Zwolle</p>\n" * 90


def card(colour: int, level: int) -> bytes:
    made = io.BytesIO()
    Image.radial_gradient("L").point(lambda grey: grey ^ colour).save(
        made, "PNG", compress_level=level
    )
    return made.getvalue()


def test_a_difference_is_told_with_its_file_and_place() -> None:
    found = {"a/index.html": b"<p>een\ntwee", "b.css": b"", "new.txt": b""}
    wanted = {"a/index.html": b"<p>een\ntwie", "b.css": b"", "old.txt": b""}
    assert report(found, wanted) == [
        "  absent: old.txt",
        "  too many: new.txt",
        "  a/index.html: 11 and 11 bytes, from byte 9, line 2",
        "    b'<p>een\\ntwee'",
        "    b'<p>een\\ntwie'",
    ]
    assert report(wanted, wanted) == []


def test_another_zlib_may_pack_otherwise_and_nothing_else() -> None:
    wanted = {"a.gz": gzip.compress(TEXT, 9), "a.png": card(0, 9), "b.gz": gzip.compress(TEXT)}
    found = {"a.gz": gzip.compress(TEXT, 1), "a.png": card(0, 1), "b.gz": gzip.compress(TEXT[1:])}
    packed = packed_otherwise(found, wanted)
    assert packed == {"a.gz", "a.png"}
    assert report(found, wanted, packed)[0].startswith("  b.gz: ")
    assert packed_otherwise({"a.png": card(1, 9)}, wanted) == frozenset()
    assert packed_otherwise({"a.html": TEXT}, {"a.html": TEXT[1:]}) == frozenset()

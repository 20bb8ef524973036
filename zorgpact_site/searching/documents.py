"""All that can be searched of a site, held in little memory and gone through as often as asked."""

import zlib
from collections.abc import Collection, Iterable, Iterator

import msgspec

from zorgpact_site.outputs.searchable import SearchDocument

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(SearchDocument).decode


class Documents(Collection[SearchDocument]):
    """Documents in the order in which they were given.

    Of a site of ten thousand texts the words alone are 110 MB: one sign that is not of Latin-1,
    such as a Dutch quotation mark, doubles a text. So each is laid by compressed, a fifth of that.
    """

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._packed = tuple(zlib.compress(_encode(one), 1) for one in documents)

    def __iter__(self) -> Iterator[SearchDocument]:
        return (_decode(zlib.decompress(one)) for one in self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, one: object) -> bool:
        return any(one == each for each in self)

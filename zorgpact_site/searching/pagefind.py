"""Pagefind as a program: documents in, the files of an index out.

We speak the protocol of its service ourselves, as its Python package does: messages in JSON and
base64 with a comma behind each. The package waits a tenth of a second for every document, and
hangs at an answer of two megabytes. The other ways differ from run to run: of a folder of pages
the order is that of the disk, and files that the program writes itself may still be empty when
it says that they are there.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import IO, Any

import msgspec
from pagefind_bin import get_executable

from zorgpact_site.outputs.search_words import Lexicon, lexicon_of
from zorgpact_site.outputs.searchable import SearchDocument
from zorgpact_site.searching.errors import IndexingFailed, Reason
from zorgpact_site.searching.stable import stable

# Not Dutch: the stemmer that goes with it does harm, see `outputs/search_words.py`.
_LANGUAGE = "unknown"
_PATIENCE = 60.0  # seconds, for any number of documents up to a thousand
_PATIENCE_EACH = 0.05  # and for each: ten times what they take on a slow machine
_A_MOMENT = 1.0  # seconds, between the last that a program says and its end
_MORE = 2  # messages: a new index, its files

Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Payload:
    type: str
    message: str | None = None
    files: tuple[_File, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    payload: _Payload


def make_index(
    documents: Collection[SearchDocument],
    patience: float = _PATIENCE,
    program: Path | None = None,
    given_up: Event | None = None,
) -> Mapping[str, bytes]:
    """Index documents; give the files that pages need, by path, the same on every machine.

    The documents are gone through twice. `patience` is in seconds, with a little more for each
    of them. Raises `IndexingFailed`, also as soon as it is `given_up`.
    """
    limit = patience + _PATIENCE_EACH * len(documents)
    try:
        answers = _converse(program or get_executable(), documents, limit, given_up or Event())
    except OSError as error:
        raise IndexingFailed(Reason.MISSING, str(error)) from error
    return stable({file.path: file.content for file in answers[-1].files})


def _messages(documents: Collection[SearchDocument]) -> Iterator[Message]:
    """What is said of all documents, and `_MORE`; each is made while the one before is heard."""
    lexicon = lexicon_of(document.all_words for document in documents)
    index = {"index_id": 0}
    yield {"type": "NewIndex", "config": {}}
    for one in documents:
        yield {"type": "AddRecord", **index, **_record(one, lexicon)}
    yield {"type": "GetFiles", **index}


def _record(document: SearchDocument, lexicon: Lexicon) -> Message:
    """A document as Pagefind takes it. What stands in `meta` is searched, but not in excerpts."""
    called = lexicon.beside(document.called)
    meta = {
        "title": document.title,
        "soort": document.kind,
        "datum": document.date,
        "dag": document.day,
        "regio": document.where,
        "naam": " ".join((*document.aliases, *called)),
        "namen": " · ".join(document.names),
        "woorden": " ".join(
            word for word in lexicon.beside(document.all_words) if word not in called
        ),
    }
    return {
        "url": document.address,
        "content": document.text,
        "language": _LANGUAGE,
        "meta": {name: value for name, value in meta.items() if value},
        "filters": {name: list(values) for name, values in document.facets},
        # Whatever the direction, texts without a date come last.
        "sort": {"nieuw": str(document.ordinal), "oud": str(document.ordinal or 10**7)},
    }


def _converse(
    program: Path, documents: Collection[SearchDocument], limit: float, given_up: Event
) -> list[_Payload]:
    """Say all messages; give the answer to each. Raise for one that is a complaint."""
    wanted = len(documents) + _MORE
    # Its own settings, in the environment or where we stand, are no business of ours: it stands
    # beside itself, where its package keeps nothing else.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    with subprocess.Popen(  # noqa: S603 - the program that came with its package
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=program.parent if program.exists() else None,  # an absent program is told by its name
        env=clean,
    ) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101 - types
        too_late = Event()
        Thread(target=_end, args=(process, given_up, limit, too_late), daemon=True).start()
        try:
            # Beside our listening, as either pipe may fill up; it ends when its input does.
            Thread(target=_say, args=(process.stdin, _messages(documents)), daemon=True).start()
            answers = list(islice(_answers(process.stdout), wanted))
            if len(answers) < wanted:
                raise IndexingFailed(Reason.LATE if too_late.is_set() else _why_ended(process))
        finally:
            given_up.set()
            process.kill()
            # What it did not hear is still to be written: closing fails, and that is no news.
            with suppress(OSError, ValueError):
                process.stdin.close()
    return answers


def _why_ended(process: subprocess.Popen[bytes]) -> Reason:
    """Why a program says nothing more: a signal ends it when memory runs out."""
    with suppress(subprocess.TimeoutExpired):
        if process.wait(_A_MOMENT) < 0:
            return Reason.ENDED
    return Reason.STOPPED


def _end(process: subprocess.Popen[bytes], given_up: Event, limit: float, too_late: Event) -> None:
    if not given_up.wait(limit):
        too_late.set()
    process.kill()


def _say(stream: IO[bytes], messages: Iterable[Message]) -> None:
    with suppress(OSError, ValueError):  # it stopped listening: what it answered tells why
        for number, message in enumerate(messages, 1):
            said = json.dumps({"message_id": number, "payload": message})
            stream.write(base64.b64encode(said.encode()) + b",")
        stream.flush()


def _answers(stream: IO[bytes]) -> Iterator[_Payload]:
    """Each answer, decoded while it comes in: the last one holds the whole index."""
    answer, undecoded = bytearray(), b""
    while heard := os.read(stream.fileno(), 1 << 20):
        *ends, rest = heard.split(b",")
        for end in ends:
            answer += _decoded(undecoded + end)
            yield _payload(answer)
            answer, undecoded = bytearray(), b""
        undecoded += rest
        whole = len(undecoded) // 4 * 4  # four letters are three bytes
        answer += _decoded(undecoded[:whole])
        undecoded = undecoded[whole:]


def _decoded(said: bytes) -> bytes:
    try:
        return base64.b64decode(said, validate=True)
    except ValueError as error:
        raise IndexingFailed(Reason.ODD, repr(said[:80])) from error


def _payload(answer: bytearray) -> _Payload:
    try:
        payload = msgspec.json.decode(answer, type=_Answer).payload
    except msgspec.DecodeError as error:
        raise IndexingFailed(Reason.ODD, repr(bytes(answer[:80]))) from error
    if payload.type == "Error":
        raise IndexingFailed(Reason.STOPPED, payload.message or "")
    return payload

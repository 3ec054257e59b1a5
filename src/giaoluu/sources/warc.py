"""The records of a WARC, one at a time; damage costs the record that it is in, and reading goes on behind it."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from giaoluu.sources.capturing import BEGINNING_WITHIN, GZIP, WARC, is_warc

LINE = b"\n" + WARC
BLANK = b"\r\n\r\n"
DEFLATED = GZIP + b"\x08"
PIECE = 1 << 20
MOST_DAMAGES = 1000
BREAKS_OFF = "breaks off before its end"


@dataclass(frozen=True, slots=True)
class Damage:
    """A place of the file that cannot be read, and why."""

    offset: int
    reason: str


class Record:
    """One record with the offset at which it stands; who reads it takes as much of its block as is wanted."""

    def __init__(self, record: WarcRecord, offset: int) -> None:
        self.offset, self.length, self.type = offset, record.content_length, int(record.record_type)
        self.headers, self.taken, self.is_passed, self._reader = record.headers, 0, False, record.reader

    def read(self, size: int) -> bytes:
        """Return the next bytes of the block: fewer where it ends, or where the file is damaged."""
        try:
            found = self._reader.read(size)
        except OSError:  # it is told by `records`, which meets it too
            return b""
        self.taken += len(found)
        return found

    def pass_by(self) -> bool:
        """Read on to the end of the block, and say whether it is whole."""
        self.taken += self._reader.consume()
        self.is_passed = True
        return self.taken >= self.length and "Content-Length" in self.headers


class _From:
    """A file from an offset on, which is where its reader believes that it begins."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self.stream, self.start = stream, start
        stream.seek(start)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        return self.stream.read(size)

    def tell(self) -> int:
        """Return how far it was read."""
        return self.stream.tell() - self.start

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to another place."""
        return self.stream.seek(offset + (0 if whence else self.start), whence) - self.start

    def close(self) -> None:
        """Leave it open: who opened the file closes it."""


def records(stream: BinaryIO) -> Iterator[Record | Damage]:
    """Yield the records of a file, and each place where it is damaged or breaks off."""
    is_packed, start = stream.read(len(GZIP)) == GZIP, 0
    for _ in range(MOST_DAMAGES):
        fault, last, is_whole = "", None, True
        try:
            for found in ArchiveIterator(_From(stream, start), parse_http=False):
                last = Record(found, start + found.stream_pos)
                yield last
                is_whole = last.pass_by()
                if not is_whole:
                    yield Damage(last.offset, BREAKS_OFF)
        except OSError as error:
            fault, is_whole = f"is damaged ({error})", last is None or last.is_passed
            if last is not None or not start:  # else it was told when its beginning was sought
                yield Damage(_place(stream, last, is_packed=is_packed), fault)
        after = start if last is None else last.offset
        found_at = _next_start(stream, after + 1, is_packed=is_packed) if fault or (is_packed and is_whole) else None
        if found_at is None:
            return
        if not fault:
            yield Damage(found_at, BREAKS_OFF)
            return
        start = found_at
    yield Damage(start, f"is damaged in more than {MOST_DAMAGES} places")


def _place(stream: BinaryIO, last: Record | None, *, is_packed: bool) -> int:
    """Return where the record most likely begins that cannot be read: the last one, or what follows it."""
    if last is None or not last.is_passed:
        return 0 if last is None else last.offset
    if is_packed:
        return _find(stream, DEFLATED, last.offset + 1) or last.offset
    header_end = _find(stream, BLANK, last.offset) or last.offset
    return header_end + len(BLANK) + last.length + len(BLANK)


def _next_start(stream: BinaryIO, after: int, *, is_packed: bool) -> int | None:
    """Return the offset at which the next record begins that can be opened."""
    if not is_packed:
        found = _find(stream, LINE, after - 1)
        return None if found is None else found + 1
    found = _find(stream, DEFLATED, after)
    while found is not None:
        stream.seek(found)
        beginning = stream.read(BEGINNING_WITHIN)
        if is_warc(beginning) or (len(beginning) < BEGINNING_WITHIN and _is_beginning(beginning)):
            return found
        found = _find(stream, DEFLATED, found + 1)
    return None


def _is_beginning(end: bytes) -> bool:
    """Say whether the end of a file is the beginning of something packed, too little to say of what."""
    opened = zlib.decompressobj(wbits=31)
    try:
        return not opened.decompress(end) and not opened.eof
    except zlib.error:
        return False


def _find(stream: BinaryIO, words: bytes, after: int) -> int | None:
    """Return the offset of the first place from `after` on where these bytes stand."""
    place = max(after, 0)
    stream.seek(place)
    kept = b""
    while piece := stream.read(PIECE):
        window = kept + piece
        if (found := window.find(words)) >= 0:
            return place - len(kept) + found
        kept, place = window[1 - len(words) :], place + len(piece)
    return None

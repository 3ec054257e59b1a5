"""What the user names, found: files, folders, patterns, addresses, standard input."""

import glob
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryFile
from typing import BinaryIO

from giaoluu.langs.plugins import plugged
from giaoluu.model.capture import Capture
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import (
    BEGINNING_WITHIN,
    ENDINGS,
    GZIP,
    LINES_ENDING,
    MOST_BYTES,
    Provenance,
    capture_of,
    is_warc,
    unpacked,
    writable,
)
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.lines import captures_of_lines, captures_of_stream, is_json_lines
from giaoluu.sources.wishes import NONE, Wishes

STANDARD_INPUT = "-"
PIPED_LINES = "standard-input.jsonl"
PIPED_ARCHIVE = "standard-input.warc"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
READABLE = tuple(ending + packed for ending in ENDINGS for packed in ("", ".gz"))


def captures(names: str | Iterable[str], *, wishes: Wishes = NONE) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of all that is named: files, folders, patterns, `-`, http and https addresses.

    A single name may be given as it is.

    A folder is read with all folders in it, in the order of names; only files with endings that
    we read, no hidden ones. What gives no capture gives a `SourceFailure`, and the rest goes on.
    A feed that is named by itself gives the pages that it names; `wishes` say how many, and who is told what is no
    failure.

    >>> [str(failure) for failure in captures(["no-such-file.html"])]
    ['no-such-file.html does not exist: check the path']
    """
    for name in [names] if isinstance(names, str) else names:
        yield from _captures_of(name, wishes)


def find_files(folder: Path, *, refused: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """Yield the files of a folder and of all folders in it that are read, in the order of their names.

    `refused` is called for each folder that cannot be looked into.
    """
    for root, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(READABLE) and not name.startswith("."):
                yield Path(root, name)


def _captures_of(name: str, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of one thing that is named."""
    path = Path(name)
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError:  # longer than a path may be
        is_folder, is_there = False, False
    if name == STANDARD_INPUT:
        yield from _captures_of_standard_input(wishes)
    elif ADDRESS.match(name):
        from giaoluu.sources.visiting import captures_of_address  # loaded late: files need no network

        yield from captures_of_address(name, wishes)
    elif not is_there and name.partition(":")[0] in plugged("giaoluu.sources"):
        yield from plugged("giaoluu.sources")[name.partition(":")[0]](name)
    elif is_folder:
        yield from _captures_of_folder(path, wishes)
    elif is_there or not glob.has_magic(name):
        yield from _captures_of_file(path, wishes)
    else:
        yield from _captures_of_pattern(name, wishes)


def _captures_of_standard_input(wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the capture of a page that is piped in, or of each line of JSON Lines, packed or not."""
    if sys.stdin is None:  # closed by whoever started us
        yield SourceFailure(STANDARD_INPUT, f"{STANDARD_INPUT} is closed: pipe a page in, or name a file")
        return
    stream, content = sys.stdin.buffer, b""
    while len(content) <= MOST_BYTES and not content.strip() and (line := stream.readline(MOST_BYTES + 1)):
        content += line
    if is_json_lines(content):
        yield from captures_of_stream(stream, PIPED_LINES, first=content)
        return
    content += stream.read(max(0, min(BEGINNING_WITHIN, MOST_BYTES + 1 - len(content))))
    if is_warc(content):
        yield from _captures_of_piped_archive(content, stream, wishes)
        return
    content += stream.read(max(0, MOST_BYTES + 1 - len(content)))
    if content.startswith(GZIP) and is_json_lines(inside := _inside(content)):
        yield from captures_of_stream(BytesIO(inside), PIPED_LINES)
    else:
        yield _captured(content, STANDARD_INPUT)


def _captures_of_piped_archive(beginning: bytes, stream: BinaryIO, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of an archive that is piped in; it waits on disk, for what is behind damage is sought."""
    with TemporaryFile() as kept:
        kept.write(beginning)
        shutil.copyfileobj(stream, kept)
        kept.seek(0)
        yield from _captures_of_archive(kept, PIPED_ARCHIVE, wishes)


def _captures_of_archive(stream: BinaryIO, name: str, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of the pages in an archive."""
    from giaoluu.sources.archives import captures_of_archive  # loaded late: few read any

    yield from captures_of_archive(stream, name, notice=wishes.notice)


def _inside(content: bytes) -> bytes:
    """Return what is packed; nothing of what is damaged, which is told where it is captured."""
    try:
        return unpacked(content)
    except SourceError:
        return b""


def _captures_of_folder(folder: Path, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of the files in a folder, and a failure for each folder that cannot be looked into."""
    path, refused = None, list[OSError]()
    for path in find_files(folder, refused=refused.append):
        if _may_never_end(path):
            name = writable(path.as_posix())
            yield SourceFailure(name, f"{name} is no file but a pipe or a device: name it by itself to read it")
        elif path not in wishes.but:
            yield from _captures_of_file(path, wishes)
    for error in refused:
        name = writable(Path(error.filename or folder).as_posix())
        yield SourceFailure(name, f"{name} cannot be looked into ({error.strerror}): check its permissions")
    if path is None and not refused:
        name, endings = writable(str(folder)), " ".join(ENDINGS)
        yield SourceFailure(name, f"{name} holds nothing that is read: endings are {endings}, also with .gz")


def _may_never_end(path: Path) -> bool:
    """Say whether a path is a pipe or a device, which may give nothing, or never end."""
    try:
        return not S_ISREG(path.stat().st_mode)
    except OSError:  # it is told where it is opened
        return False


def _captures_of_pattern(pattern: str, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of what a pattern matches, in the order of names."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield SourceFailure(pattern, f"{writable(pattern)} matches no file: check the path and the pattern")
    for name in found:
        path = Path(name)
        if path not in wishes.but:
            yield from _captures_of_folder(path, wishes) if path.is_dir() else _captures_of_file(path, wishes)


def _captures_of_file(path: Path, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of one file: one, or one a line of JSON Lines, or one a page of an archive."""
    name = writable(path.as_posix())
    if path.name.lower().removesuffix(".gz").endswith(LINES_ENDING):
        yield from captures_of_lines(path)
        return
    try:
        with path.open("rb") as opened:
            if is_warc(opened.peek(BEGINNING_WITHIN)):
                yield from _captures_of_archive(opened, name, wishes)
                return
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        yield SourceFailure(name, f"{name} does not exist: check the path")
    except OSError as error:
        yield SourceFailure(name, f"{name} cannot be read ({error.strerror}): check its permissions")
    else:
        yield from _captures_of_content(content, name, wishes)


def _captures_of_content(content: bytes, name: str, wishes: Wishes) -> Iterator[Capture | SourceFailure]:
    """Yield the capture of a file, or of the pages that it names where it is a feed and its name is no page's."""
    if name.lower().endswith(READABLE) or len(content) > MOST_BYTES or not _is_feed(content):
        yield _captured(content, name)
        return
    from giaoluu.sources.visiting import FeedPlace, captures_of_feed  # loaded late: files need no network

    yield from captures_of_feed(content, FeedPlace(name), wishes)


def _is_feed(content: bytes) -> bool:
    from giaoluu.sources.feeds import is_feed  # loaded late, as are those who read them

    return is_feed(content)


def _captured(content: bytes, name: str) -> Capture | SourceFailure:
    """Return the capture of bytes, or why there is none; who read them stopped behind the most that is taken."""
    if len(content) > MOST_BYTES:
        too_large = f"{name} has more than {MOST_BYTES >> 20} MiB: split it, or give it as JSON Lines"
        return SourceFailure(name, too_large)
    try:
        return capture_of(content, Provenance(name=name))
    except SourceError as error:
        return SourceFailure(name, str(error))

"""What the user names, found: files, folders, patterns, addresses, standard input."""

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from giaoluu.langs.plugins import plugged
from giaoluu.model.capture import Capture
from giaoluu.model.errors import SourceError
from giaoluu.sources.capturing import ENDINGS, LINES_ENDING, MOST_BYTES, Provenance, capture_of
from giaoluu.sources.failures import SourceFailure
from giaoluu.sources.lines import captures_of_lines, captures_of_stream, is_json_lines

STANDARD_INPUT = "-"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
READABLE = tuple(ending + packed for ending in ENDINGS for packed in ("", ".gz"))


def captures(names: str | Iterable[str]) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of all that is named: files, folders, patterns, `-`, http and https addresses.

    A single name may be given as it is.

    A folder is read with all folders in it, in the order of names; only files with endings that
    we read, no hidden ones. What gives no capture gives a `SourceFailure`, and the rest goes on.

    >>> [str(failure) for failure in captures(["no-such-file.html"])]
    ['no-such-file.html does not exist: check the path']
    """
    for name in [names] if isinstance(names, str) else names:
        yield from _captures_of(name)


def find_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of all folders in it that are read, in the order of their names."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(READABLE) and not name.startswith("."):
                yield Path(root, name)


def _captures_of(name: str) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of one thing that is named."""
    path = Path(name)
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError:  # longer than a path may be
        is_folder, is_there = False, False
    if name == STANDARD_INPUT:
        yield from _captures_of_standard_input()
    elif ADDRESS.match(name):
        yield _fetched(name)
    elif not is_there and name.partition(":")[0] in plugged("giaoluu.sources"):
        yield from plugged("giaoluu.sources")[name.partition(":")[0]](name)
    elif is_folder:
        yield from _captures_of_folder(path)
    elif is_there or not glob.has_magic(name):
        yield from _captures_of_file(path)
    else:
        yield from _captures_of_pattern(name)


def _captures_of_standard_input() -> Iterator[Capture | SourceFailure]:
    """Yield the capture of a page that is piped in, or of each line of JSON Lines."""
    if sys.stdin is None:  # closed by whoever started us
        yield SourceFailure(STANDARD_INPUT, f"{STANDARD_INPUT} is closed: pipe a page in, or name a file")
        return
    content = sys.stdin.buffer.read()
    if is_json_lines(content):
        yield from captures_of_stream(BytesIO(content), "standard-input.jsonl")
    else:
        yield _captured(content, STANDARD_INPUT)


def _captures_of_folder(folder: Path) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of the files in a folder."""
    path = None
    for path in find_files(folder):
        yield from _captures_of_file(path)
    if path is None:
        endings = " ".join(ENDINGS)
        yield SourceFailure(str(folder), f"{folder} holds nothing that is read: endings are {endings}, also with .gz")


def _captures_of_pattern(pattern: str) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of what a pattern matches, in the order of names."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield SourceFailure(pattern, f"{pattern} matches no file: check the path and the pattern")
    for name in found:
        yield from _captures_of_folder(Path(name)) if Path(name).is_dir() else _captures_of_file(Path(name))


def _captures_of_file(path: Path) -> Iterator[Capture | SourceFailure]:
    """Yield the captures of one file: one, or one a line of JSON Lines."""
    name = path.as_posix()
    if path.name.lower().removesuffix(".gz").endswith(LINES_ENDING):
        yield from captures_of_lines(path)
        return
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError:
        yield SourceFailure(name, f"{name} does not exist: check the path")
    except OSError as error:
        yield SourceFailure(name, f"{name} cannot be read ({error.strerror}): check its permissions")
    else:
        too_large = f"{name} has {size >> 20} MiB, more than {MOST_BYTES >> 20}: split it, or give it as JSON Lines"
        yield _captured(content, name) if size <= MOST_BYTES else SourceFailure(name, too_large)


def _captured(content: bytes, name: str) -> Capture | SourceFailure:
    """Return the capture of bytes, or why there is none."""
    try:
        return capture_of(content, Provenance(name=name))
    except SourceError as error:
        return SourceFailure(name, str(error))


def _fetched(url: str) -> Capture | SourceFailure:
    """Return the capture of a page on the web, or why there is none."""
    from giaoluu.sources.web import fetch  # loaded late: files need no network

    try:
        return fetch(url)
    except SourceError as error:
        return SourceFailure(url, str(error))
